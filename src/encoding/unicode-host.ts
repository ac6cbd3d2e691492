import { toUnicode } from 'punycode/punycode.es6.js';

/**
 * A host (lower case, at most 255 characters: decoding takes the square of its length) with its labels in Unicode
 * characters, where they stand in punycode (RFC 3492). Chrome's worker does not run the library before such a host comes
 * (vite.worker.ts).
 */
export const unicodeHost = (host: string): string => (host.includes('xn--') ? toUnicode(host) : host);
