import { isPng } from './is-png.ts';

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The decoded size of an image, read from its header without decoding it. It knows PNG (§11.2.1 IHDR), JPEG (ITU T.81
 * §B.2.2, the first frame header), GIF (§18), WebP (RFC 9649 §2.5–2.7) and AVIF (ISO 23008-12 §6.5.3, the largest of
 * its images). null for anything else.
 */
export function imageSize(bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = FORMATS.find(({ is }) => is(bytes))?.size;
  try {
    return read?.(view) ?? null;
  } catch {
    // The file ends before its size: DataView throws a RangeError.
    return null;
  }
}

interface Format {
  readonly is: (bytes: Uint8Array) => boolean;
  readonly size: (view: DataView) => ImageSize | null;
}

const begins = (bytes: Uint8Array, text: string, at = 0): boolean =>
  [...text].every((character, index) => bytes[at + index] === character.charCodeAt(0));

const FORMATS: readonly Format[] = [
  { is: isPng, size: (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }) },
  {
    is: (bytes) => begins(bytes, 'GIF8'),
    size: (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  },
  { is: (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8, size: jpegSize },
  { is: (bytes) => begins(bytes, 'RIFF') && begins(bytes, 'WEBP', 8), size: webpSize },
  { is: (bytes) => begins(bytes, 'ftypavif', 4) || begins(bytes, 'ftypavis', 4), size: avifSize },
];

/** Frame headers are SOF0 to SOF15. DHT (C4), JPG (C8) and DAC (CC) lie among them but are none. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function jpegSize(view: DataView): ImageSize | null {
  for (let at = 2; view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    if (isFrame(view.getUint8(at + 1)))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
  }
  return null;
}

function webpSize(view: DataView): ImageSize | null {
  const uint24 = (at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  const kind = view.getUint8(15);
  // 'VP8X': the canvas · 'VP8L': 14 bits each · 'VP8 ': the key frame's header
  if (kind === 0x58) return { width: uint24(24) + 1, height: uint24(27) + 1 };
  if (kind === 0x4c) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  return kind === 0x20
    ? { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    : null;
}

/** The boxes that contain the images' sizes, with the bytes before their contents (ISO 14496-12 §4.2, §8.11). */
const ON_THE_WAY: Readonly<Record<string, number>> = { meta: 12, iprp: 8, ipco: 8 };

function sizeInBox(kind: string, view: DataView, at: number, length: number): ImageSize | null {
  if (kind === 'ispe') return { width: view.getUint32(at + 12), height: view.getUint32(at + 16) };
  const inside = ON_THE_WAY[kind];
  return inside === undefined ? null : avifSize(view, at + inside, at + length);
}

function avifSize(view: DataView, start = 0, end = view.byteLength): ImageSize | null {
  let largest: ImageSize | null = null;
  for (let at = start; at + 8 <= end; ) {
    const length = view.getUint32(at);
    const kind = String.fromCharCode(...[4, 5, 6, 7].map((offset) => view.getUint8(at + offset)));
    // 0 means "to the end", 1 means a length of more than four bytes. No picture that we read has either.
    if (length < 8 || at + length > end) return largest;
    const found = sizeInBox(kind, view, at, length);
    if (found && (!largest || found.width * found.height > largest.width * largest.height)) largest = found;
    at += length;
  }
  return largest;
}
