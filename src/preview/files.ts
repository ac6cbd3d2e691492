import type { Asked } from '../recognise/asked.ts';

/** As much as is taken of an answer from the network. */
const MAX_BYTES = 2 * 1024 * 1024;
/** As many as one message carries. */
const MAX_FILES = 20;

export interface ReadFiles {
  readonly asked: readonly Asked[];
  /** Names of files that were not taken: too large, unreadable, or too many at once. */
  readonly refused: readonly string[];
}

/** Files as the background takes them. The bytes go no further than to the extension's own worker. */
export async function readFiles(files: readonly File[]): Promise<ReadFiles> {
  const asked: Asked[] = [];
  const refused: string[] = [];
  for (const [index, file] of files.entries()) {
    const bytes =
      index < MAX_FILES && file.size <= MAX_BYTES ? await file.arrayBuffer().catch(() => null) : null;
    if (bytes === null) refused.push(file.name);
    else asked.push({ kind: 'file', name: file.name, base64: base64(new Uint8Array(bytes)) });
  }
  return { asked, refused };
}

/** `btoa` wants a text of bytes, and a call takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
