import { createHash } from 'node:crypto';
import type { Line } from './lines.ts';

/** Enough of a line for a person to recognise it. */
const SHOWN_BYTES = 160;

type Content = Pick<Line, 'bytes' | 'isTooLong'>;

/** The beginning of a line. A character that the cut would split is left out. */
export function beginningOf({ bytes, isTooLong }: Content): string {
  const text = new TextDecoder().decode(bytes.subarray(0, SHOWN_BYTES), { stream: true });
  return isTooLong || bytes.length > SHOWN_BYTES ? `${text}…` : text;
}

/** SHA-256 of a line; of one that is longer than any record, of the beginning that was kept. */
export const digestOf = ({ bytes }: Content): string => createHash('sha256').update(bytes).digest('hex');
