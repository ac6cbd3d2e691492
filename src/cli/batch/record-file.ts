import { fail, type Result, succeed } from '../../result.ts';
import type { World } from '../world.ts';
import { MAX_BYTES } from './lines.ts';

/**
 * Reads a file that a line names. Somebody else may have written that line: a device or a pipe never ends, and several
 * large files at once would not fit into memory. Problems: `file-unreadable` · `json-too-large`, unread.
 */
export const recordFiles =
  ({ readFile, sizeOf }: Pick<World, 'readFile' | 'sizeOf'>) =>
  (path: string): Result<Uint8Array> => {
    const size = sizeOf(path);
    if (size !== null && size > MAX_BYTES) return fail('json-too-large', { params: { limit: MAX_BYTES } });
    const bytes = size === null ? null : readFile(path);
    return bytes === null ? fail('file-unreadable') : succeed(bytes);
  };
