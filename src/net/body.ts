import { concatBytes } from '../encoding/bytes.ts';
import { fail, type Result, succeed } from '../result.ts';

/**
 * Reads a body to its end. `too-large` as soon as more than `maxBytes` have come; the rest is not read.
 * `network-failed` where the connection broke off, because half a document is useless.
 */
export async function readBody(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<Result<Uint8Array>> {
  if (body === null) return succeed(new Uint8Array());
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      length += value.length;
      if (length > maxBytes) {
        reader.cancel().catch(() => undefined);
        return fail('too-large', { params: { limit: maxBytes } });
      }
    }
  } catch {
    return fail('network-failed');
  }
  return succeed(concatBytes(chunks));
}
