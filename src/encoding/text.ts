import { lazy } from '../lazy.ts';
import { fail, type Result, succeed } from '../result.ts';

const ENCODER = new TextEncoder();

/** Whether a text is printable ASCII alone. Most are, and need nothing of Unicode's tables, which load slowly. */
export const isAscii = (text: string): boolean => /^[ -~]*$/.test(text);

/** Text to its UTF-8 bytes. */
export const utf8 = (text: string): Uint8Array => ENCODER.encode(text);

/** Writes a text's UTF-8 to a buffer that is long enough, and gives its length. */
export const encodeInto = (text: string, buffer: Uint8Array): number =>
  ENCODER.encodeInto(text, buffer).written;

/**
 * Byte order marks, longest first, because the UTF-32 mark begins with the UTF-16 one. `null` is a forbidden encoding.
 */
const MARKS: readonly (readonly [readonly number[], string | null])[] = [
  [[0xff, 0xfe, 0x00, 0x00], null],
  [[0x00, 0x00, 0xfe, 0xff], null],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/**
 * Bytes to text, strictly. An invalid byte sequence is `text-not-unicode`, and is never replaced by another character.
 * The encoding is found in this order:
 * - by a byte order mark;
 * - by zero bytes, which only UTF-16 has before the first or second character;
 * - as UTF-8, wherever the bytes are valid UTF-8 (RFC 8259 §8.1), because servers often label it wrongly;
 * - by the charset that the server named.
 */
export function decodeText(bytes: Uint8Array, charset: string | null): Result<string> {
  const [first = 0] = bytes;
  const isMarked = first === 0 || first >= 0xef;
  const mark = isMarked && MARKS.find(([prefix]) => prefix.every((byte, index) => bytes[index] === byte));
  if (mark) return mark[1] === null ? fail('text-not-unicode') : decodeAs(bytes, mark[1]);
  const wide = wideEncodingOf(bytes);
  if (wide !== null) return decodeAs(bytes, wide);
  const unicode = decodeAs(bytes, 'utf-8');
  return unicode.ok || charset === null ? unicode : decodeAs(bytes, charset);
}

function wideEncodingOf(bytes: Uint8Array): string | null {
  if (bytes.length < 2) return null;
  if (bytes[0] === 0 && bytes[1] !== 0) return 'utf-16be';
  return bytes[0] !== 0 && bytes[1] === 0 ? 'utf-16le' : null;
}

const utf8Decoder = lazy(() => new TextDecoder('utf-8', { fatal: true }));

/** The Encoding Standard's decoder. It removes the byte order mark. */
function decodeAs(bytes: Uint8Array, label: string): Result<string> {
  try {
    const decoder = label === 'utf-8' ? utf8Decoder() : new TextDecoder(label, { fatal: true });
    return succeed(decoder.decode(bytes));
  } catch {
    // RangeError: no such label. TypeError: not in that encoding. Both mean that the text cannot be read.
    return fail('text-not-unicode');
  }
}
