import { fail, failWith, type Result, succeed } from '../result.ts';
import { inflate } from './inflate.ts';
import { isPng, PNG_SIGNATURE } from './is-png.ts';
import { decodeText } from './text.ts';

/** The keywords under which badges are baked (OB 2.0 Baking §PNGs; OB 3.0 §5.3.2.1). */
const KEYWORDS: ReadonlySet<string> = new Set(['openbadges', 'openbadgecredential']);
const MAX_TEXT_BYTES = 2 * 1024 * 1024;
/** The limit for all baked texts together, white space included. A thousand small chunks, each a bomb, add up. */
const MAX_CHARACTERS = 2 * MAX_TEXT_BYTES;
/** The most texts under our keywords. Normally there is one each, and each costs a decompressor. */
const MAX_TEXTS = 8;

/**
 * The texts baked into a PNG under the keywords `openbadges` and `openbadgecredential`, unchanged: JSON, a compact JWS
 * or the address of a hosted assertion. They are read from iTXt, compressed or not, and from the tEXt and zTXt of older
 * bakers. A chunk's CRC is not checked: it detects damage, and the credential's own proof does that better.
 * - `image-not-baked` no such text
 * - `png-malformed` no PNG, or cut off
 * - `baked-twice` two different texts under one keyword, of which readers would pick different ones (OB 3.0: "MUST NOT
 *   be more than one"), or more than eight texts
 * - `inflated-too-large` a compressed text over 2 MB
 * - `text-not-unicode`, `encoding-malformed` unreadable text
 */
export async function readBakedPng(bytes: Uint8Array): Promise<Result<readonly string[]>> {
  if (!isPng(bytes)) return fail('png-malformed');
  const found = new Map<string, string>();
  let [letters, texts] = [0, 0];
  for (const chunk of chunks(bytes)) {
    if (chunk === 'cut off') return fail('png-malformed');
    const baked = bakedIn(chunk);
    if (baked === null) continue;
    const { keyword } = baked;
    if (++texts > MAX_TEXTS) return fail('baked-twice', { params: { keyword } });
    const whole = await readText(baked);
    if (!whole.ok) return whole;
    letters += whole.value.length;
    if (letters > MAX_CHARACTERS) return fail('inflated-too-large', { params: { limit: MAX_CHARACTERS } });
    const text = whole.value.trim();
    if (text === '') continue;
    if ((found.get(keyword) ?? text) !== text) return fail('baked-twice', { params: { keyword } });
    found.set(keyword, text);
  }
  return found.size > 0 ? succeed([...found.values()]) : fail('image-not-baked');
}

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

/** Length, type, data, CRC (PNG §5.3) up to IEND. `cut off` where the file ends earlier. */
function* chunks(bytes: Uint8Array): Generator<Chunk | 'cut off'> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = PNG_SIGNATURE.length; ; ) {
    if (at + 12 > bytes.length) return yield 'cut off';
    const length = view.getUint32(at);
    const type = latin1(bytes.subarray(at + 4, at + 8));
    if (length > bytes.length - at - 12) return yield 'cut off';
    if (type === 'IEND') return;
    yield { type, data: bytes.subarray(at + 8, at + 8 + length) };
    at += 12 + length;
  }
}

interface Baked {
  readonly keyword: string;
  readonly text: Uint8Array;
  readonly compressed: boolean;
  readonly charset: 'utf-8' | 'iso-8859-1';
}

type Layout = (rest: Uint8Array) => Omit<Baked, 'keyword'> | null;

/** The place at which the text of each kind of chunk begins, after its keyword (PNG §11.3.3). */
const LAYOUTS: ReadonlyMap<string, Layout> = new Map<string, Layout>([
  ['tEXt', (rest) => ({ text: rest, compressed: false, charset: 'iso-8859-1' })],
  [
    'zTXt',
    // compression method (0: zlib), text
    (rest) => (rest[0] === 0 ? { text: rest.subarray(1), compressed: true, charset: 'iso-8859-1' } : null),
  ],
  [
    'iTXt',
    // compression flag, method, language tag, NUL, translated keyword, NUL, text
    (rest) => {
      const language = rest.indexOf(0, 2);
      const translated = language < 0 ? -1 : rest.indexOf(0, language + 1);
      if (translated < 0) return null;
      return { text: rest.subarray(translated + 1), compressed: rest[0] === 1, charset: 'utf-8' };
    },
  ],
]);

function bakedIn({ type, data }: Chunk): Baked | null {
  const layout = LAYOUTS.get(type);
  if (layout === undefined) return null;
  const end = data.indexOf(0);
  const keyword = end < 0 ? '' : latin1(data.subarray(0, Math.min(end, 79)));
  const rest = KEYWORDS.has(keyword) ? layout(data.subarray(end + 1)) : null;
  return rest && { keyword, ...rest };
}

async function readText({ text, compressed, charset }: Baked): Promise<Result<string>> {
  const plain = compressed ? await inflate(text, 'deflate', MAX_TEXT_BYTES) : succeed(text);
  if (!plain.ok) return failWith(plain.problem);
  if (plain.value.length > MAX_TEXT_BYTES)
    return fail('inflated-too-large', { params: { limit: MAX_TEXT_BYTES } });
  return decodeText(plain.value, charset);
}

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
