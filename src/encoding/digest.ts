import { unshared } from './bytes.ts';
import { toHex } from './hex.ts';
import { sha256 } from './sha256.ts';
import { sha384, sha512 } from './sha512.ts';
import { encodeInto, utf8 } from './text.ts';

export type DigestName = 'sha256' | 'sha384' | 'sha512';
const WEB_NAMES = { sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' } as const;

function hashOf(name: DigestName): (message: Uint8Array) => Uint8Array {
  if (name === 'sha256') return sha256;
  return name === 'sha384' ? sha384 : sha512;
}

/** A synchronous SHA-2, for platforms that have one. WebCrypto gives a promise. */
export interface NativeDigest {
  /** The digest of bytes, or of a text's UTF-8. */
  digest(name: DigestName, data: Uint8Array | string): Uint8Array;
  /** The same of a text, as hexadecimal digits. */
  hexOf(name: DigestName, text: string): string;
}
let native: NativeDigest | null = null;

/** Called once, by a program on a platform that has it. */
export function useNativeDigest(digest: NativeDigest): void {
  native = digest;
}

/** Below this size, our own digest is faster than a call of WebCrypto (Chromium 156: 5 µs, and 8 µs for 8 kB). */
const FEW_BYTES = 2 * 1024;
/**
 * Not so in a program that has just started: no compiler has seen our code yet. The first badges, with about as many
 * bytes as this, are left to WebCrypto.
 */
const FIRST_BYTES = 32 * 1024;
let seen = 0;

/** A SHA-2 digest of bytes, or of a text's UTF-8. */
export async function digest(name: DigestName, data: Uint8Array | string): Promise<Uint8Array> {
  if (native !== null) return native.digest(name, data);
  const bytes = typeof data === 'string' ? bytesForNow(data) : data;
  const isFirst = seen < FIRST_BYTES;
  seen += bytes.length;
  if (!isFirst && bytes.length < FEW_BYTES) return hashOf(name)(bytes);
  return new Uint8Array(await crypto.subtle.digest(WEB_NAMES[name], unshared(bytes)));
}

/** The digests of short texts that are all known beforehand, as hexadecimal digits. */
export async function digestsOfTexts(name: DigestName, texts: readonly string[]): Promise<readonly string[]> {
  if (native !== null || seen >= FIRST_BYTES) return texts.map((text) => digestOfText(name, text));
  return Promise.all(texts.map(async (text) => toHex(await digest(name, text))));
}

/** The digest of a short text's UTF-8, as hexadecimal digits, synchronously. */
export const digestOfText = (name: DigestName, text: string): string =>
  native === null ? toHex(hashOf(name)(bytesForNow(text))) : native.hexOf(name, text);

/** A new buffer for each text would take longer than its digest. */
const BUFFER = new Uint8Array(32 * 1024);
const MAX_BYTES_OF_A_UNIT = 3;

/** A text's UTF-8, until the next text's: who keeps it, copies it. WebCrypto does, when it is asked. */
const bytesForNow = (text: string): Uint8Array =>
  text.length * MAX_BYTES_OF_A_UNIT > BUFFER.length
    ? utf8(text)
    : BUFFER.subarray(0, encodeInto(text, BUFFER));

export const sha256Hex = async (bytes: Uint8Array): Promise<string> => toHex(await digest('sha256', bytes));
