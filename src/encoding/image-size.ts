import { isPng } from './png.ts';

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * How large an image will be once decoded, told by its header and without decoding it: PNG (§11.2.1 IHDR), JPEG
 * (ITU T.81 §B.2.2, the first frame header), GIF (§18), WebP (RFC 9649 §2.5–2.7). null for all else.
 */
export function imageSize(bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = FORMATS.find(({ is }) => is(bytes))?.size;
  try {
    return read?.(view) ?? null;
  } catch {
    // Cut off before its size was said: DataView throws a RangeError.
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
];

/** Frame headers are SOF0 to SOF15, without DHT (C4), JPG (C8) and DAC (CC), which lie among them. */
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
