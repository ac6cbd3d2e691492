import { imageSize } from '../encoding/image-size.ts';
import { part } from '../part.ts';
import { type Result, succeed } from '../result.ts';

const codeReader = part(() => import('jsqr'));

/** A small file may decode to gigabytes. A larger image is not decoded at all. */
const MAX_PIXELS = 16_000_000;
/** A code that a camera can read does not need a larger image. */
const MAX_SIDE_PIXELS = 1_200;

/**
 * The text of the QR code in a PNG, JPEG, GIF, WebP or AVIF. Null where none is found, and for an image beyond the
 * limit. SVG is not supported: drawing one needs a document, and a service worker has none.
 */
export async function readCode(image: Uint8Array): Promise<Result<string | null>> {
  const size = imageSize(image);
  if (!size || size.width * size.height === 0 || size.width * size.height > MAX_PIXELS) return succeed(null);
  const pixels = await pixelsOf(image);
  if (!pixels) return succeed(null);
  const reader = await codeReader();
  if (!reader.ok) return reader;
  const { default: findCode } = reader.value;
  return succeed(findCode(pixels.data, pixels.width, pixels.height)?.data || null);
}

async function pixelsOf(image: Uint8Array): Promise<ImageData | null> {
  const bitmap = await createImageBitmap(new Blob([Uint8Array.from(image)])).catch(() => null);
  if (!bitmap) return null;
  const scale = Math.min(1, MAX_SIDE_PIXELS / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [
    Math.max(1, Math.round(bitmap.width * scale)),
    Math.max(1, Math.round(bitmap.height * scale)),
  ];
  const surface = new OffscreenCanvas(width, height).getContext('2d');
  if (!surface) return null;
  // Transparent pixels count as paper.
  surface.fillStyle = '#ffffff';
  surface.fillRect(0, 0, width, height);
  surface.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return surface.getImageData(0, 0, width, height);
}
