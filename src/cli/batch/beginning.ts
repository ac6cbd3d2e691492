import type { Line } from './lines.ts';

/** Enough of a line for a person to recognise it. */
const SHOWN_BYTES = 160;

/** The beginning of a line. A character that the cut would split is left out. */
export function beginningOf({ bytes, isTooLong }: Pick<Line, 'bytes' | 'isTooLong'>): string {
  const text = new TextDecoder().decode(bytes.subarray(0, SHOWN_BYTES), { stream: true });
  return isTooLong || bytes.length > SHOWN_BYTES ? `${text}…` : text;
}
