import { createHash } from 'node:crypto';
import type { BatchOptions } from '../arguments.ts';
import type { BytesByPath } from '../bytes-by-path.ts';

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/**
 * A mark of the options that decide an outcome, for the lines of a file that a later run goes on with. Two bytes tell
 * runs apart, and are too few to find out by trying which address or name was compared (PRIVACY.md).
 */
export function markOfOptions(
  { at, email, name, trust, documents }: BatchOptions,
  read: BytesByPath,
): string {
  const files = [trust, documents].map((path) => path !== null && sha256(read.get(path) ?? ''));
  return sha256(JSON.stringify([at, email, name, ...files])).slice(0, 4);
}
