import { fail, type Result, succeed } from '../result.ts';
import { concatBytes } from './bytes.ts';

/**
 * One write of a whole bomb would inflate all of it before we could stop. So the input is written in slices of this
 * size.
 */
const SLICE_BYTES = 2048;

/**
 * Inflates gzip (RFC 1952) or zlib (`deflate`, RFC 1950) data. `inflated-too-large` as soon as more than `maxBytes`
 * have come out; the rest is not inflated. `encoding-malformed` for damaged or truncated data.
 */
export async function inflate(
  bytes: Uint8Array,
  format: 'gzip' | 'deflate',
  maxBytes: number,
): Promise<Result<Uint8Array>> {
  const reader = slices(bytes).pipeThrough(new DecompressionStream(format)).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return succeed(concatBytes(chunks));
      chunks.push(value);
      length += value.length;
      if (length > maxBytes) {
        await reader.cancel();
        return fail('inflated-too-large', { params: { limit: maxBytes } });
      }
    }
  } catch {
    return fail('encoding-malformed');
  }
}

function slices(bytes: Uint8Array): ReadableStream<BufferSource> {
  let at = 0;
  return new ReadableStream(
    {
      pull(controller) {
        if (at >= bytes.length) return controller.close();
        controller.enqueue(new Uint8Array(bytes.subarray(at, at + SLICE_BYTES)));
        at += SLICE_BYTES;
      },
    },
    { highWaterMark: 0 },
  );
}
