/** Ways to change the bytes and the spelling of a signature value, whatever carries it. */
import { decodeBase58btc, encodeBase58btc } from '../../src/encoding/base58btc.ts';
import type { Chance } from './seeded.ts';

export type SignatureMutation = (text: string, chance: Chance) => string | null;

const decode = (text: string): Uint8Array | null => {
  if (text.startsWith('z')) {
    const bytes = decodeBase58btc(text.slice(1));
    return bytes.ok ? bytes.value : null;
  }
  return text.startsWith('u') ? new Uint8Array(Buffer.from(text.slice(1), 'base64url')) : null;
};
const encode = (bytes: Uint8Array, like: string): string =>
  like.startsWith('z') ? `z${encodeBase58btc(bytes)}` : `u${Buffer.from(bytes).toString('base64url')}`;

/** Changes what a multibase value or a base64url part stands for. */
const onBytes =
  (multibase: boolean, change: (bytes: Uint8Array, chance: Chance) => Uint8Array | null): SignatureMutation =>
  (text, chance) => {
    const bytes = multibase ? decode(text) : new Uint8Array(Buffer.from(text, 'base64url'));
    const changed = bytes === null || bytes.length === 0 ? null : change(Uint8Array.from(bytes), chance);
    if (changed === null) return null;
    return multibase ? encode(changed, text) : Buffer.from(changed).toString('base64url');
  };

const CHANGES: Readonly<Record<string, (bytes: Uint8Array, chance: Chance) => Uint8Array | null>> = {
  'one bit': (bytes, chance) => {
    const at = chance.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
    return bytes;
  },
  'the first byte': (bytes) => Uint8Array.of((bytes[0] ?? 0) ^ 0xff, ...bytes.subarray(1)),
  'the last byte': (bytes) => Uint8Array.of(...bytes.subarray(0, -1), (bytes.at(-1) ?? 0) ^ 0xff),
  'one byte less': (bytes) => bytes.subarray(0, -1),
  'one byte less, before': (bytes) => bytes.subarray(1),
  'one byte more': (bytes) => Uint8Array.of(...bytes, 0),
  'one byte more, before': (bytes) => Uint8Array.of(0, ...bytes),
  'all noughts': (bytes) => new Uint8Array(bytes.length),
  'all ones': (bytes) => new Uint8Array(bytes.length).fill(0xff),
  'halves exchanged': (bytes) =>
    Uint8Array.of(...bytes.subarray(bytes.length / 2), ...bytes.subarray(0, bytes.length / 2)),
  'first half nought': (bytes) => bytes.fill(0, 0, bytes.length / 2),
  'second half nought': (bytes) => bytes.fill(0, bytes.length / 2),
  twice: (bytes) => Uint8Array.of(...bytes, ...bytes),
};

const SPELLINGS: Readonly<Record<string, SignatureMutation>> = {
  'padded with =': (text) => `${text}=`,
  'space before': (text) => ` ${text}`,
  'line end behind': (text) => `${text}\n`,
  'one letter in the other case': (text, chance) => {
    const at = chance.below(text.length);
    const letter = text.charAt(at);
    const other = letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
    return other === letter ? null : text.slice(0, at) + other + text.slice(at + 1);
  },
  'bits that stand for nothing': (text) => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = alphabet.indexOf(text.slice(-1));
    return last < 0 ? null : text.slice(0, -1) + alphabet.charAt(last ^ 1);
  },
};

export const MULTIBASE_MUTATIONS: Readonly<Record<string, SignatureMutation>> = {
  ...Object.fromEntries(Object.entries(CHANGES).map(([name, change]) => [name, onBytes(true, change)])),
  ...SPELLINGS,
  'the other base': (text) => {
    const bytes = decode(text);
    return bytes === null ? null : encode(bytes, text.startsWith('z') ? 'u' : 'z');
  },
  hexadecimal: (text) => {
    const bytes = decode(text);
    return bytes === null ? null : `f${Buffer.from(bytes).toString('hex')}`;
  },
  'without the letter of its base': (text) => text.slice(1),
};

export const BASE64URL_MUTATIONS: Readonly<Record<string, SignatureMutation>> = {
  ...Object.fromEntries(Object.entries(CHANGES).map(([name, change]) => [name, onBytes(false, change)])),
  ...SPELLINGS,
  nothing: () => '',
  'plain base64': (text) => (/[-_]/.test(text) ? text.replaceAll('-', '+').replaceAll('_', '/') : null),
};
