import { toBase64 } from '../encoding/base64.ts';
import { imageSize } from '../encoding/image-size.ts';

/** Rows draw pictures 28 CSS pixels wide. This is sharp at three device pixels for each. */
const SIDE_PIXELS = 96;
/** A small file may decode to gigabytes. A larger image is not decoded at all. */
const MAX_PIXELS = 16_000_000;
/** SVG cannot be drawn without a document, so a small one is kept as it is. */
const MAX_SVG_BYTES = 32_000;

/**
 * An image as a small `data:` URL; null where it is none or too large. An SVG is only ever shown as an image, and there
 * it runs and loads nothing.
 */
export async function smallPicture(bytes: Uint8Array): Promise<string | null> {
  const size = imageSize(bytes);
  if (size === null) return isSmallSvg(bytes) ? `data:image/svg+xml;base64,${toBase64(bytes)}` : null;
  if (size.width * size.height === 0 || size.width * size.height > MAX_PIXELS) return null;
  const bitmap = await createImageBitmap(new Blob([Uint8Array.from(bytes)])).catch(() => null);
  if (bitmap === null) return null;
  const scale = Math.min(1, SIDE_PIXELS / Math.max(bitmap.width, bitmap.height));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(bitmap.width * scale)),
    Math.max(1, Math.round(bitmap.height * scale)),
  );
  const surface = canvas.getContext('2d');
  if (surface === null) return null;
  surface.imageSmoothingQuality = 'high';
  surface.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const drawn = await canvas.convertToBlob({ type: 'image/png' });
  return `data:image/png;base64,${toBase64(new Uint8Array(await drawn.arrayBuffer()))}`;
}

const isSmallSvg = (bytes: Uint8Array): boolean =>
  bytes.length <= MAX_SVG_BYTES &&
  /^\s*(?:<\?xml|<!--|<!doctype svg|<svg)/i.test(new TextDecoder().decode(bytes));
