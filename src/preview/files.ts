import { toBase64 } from '../encoding/base64.ts';
import type { Asked } from '../recognise/asked.ts';

/** The same limit as for an answer from the network. */
const MAX_BYTES = 2 * 1024 * 1024;
/** The most files that one message carries. */
const MAX_FILES = 20;

export interface ReadFiles {
  readonly asked: readonly Asked[];
  /** Names of files that were not taken: too large, unreadable, or too many at once. */
  readonly refused: readonly string[];
}

/** Files in the form that the background takes. The bytes go only to the extension's own worker. */
export async function readFiles(files: readonly File[]): Promise<ReadFiles> {
  const asked: Asked[] = [];
  const refused: string[] = [];
  for (const [index, file] of files.entries()) {
    const bytes =
      index < MAX_FILES && file.size <= MAX_BYTES ? await file.arrayBuffer().catch(() => null) : null;
    if (bytes === null) refused.push(file.name);
    else asked.push({ kind: 'file', name: file.name, base64: toBase64(new Uint8Array(bytes)) });
  }
  return { asked, refused };
}
