/**
 * Rules for Ed25519 (RFC 8032) that WebCrypto leaves open. Some engines accept points of small order, with which a
 * signature can fit any message. Some accept encodings that are not the shortest.
 */
function fromLittleEndian(bytes: Uint8Array): bigint {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return [24, 16, 8, 0].reduce((value, at) => (value << 64n) | words.getBigUint64(at, true), 0n);
}

/** Field prime 2^255 − 19 and group order (RFC 8032 §5.1). */
const P = 2n ** 255n - 19n;
const L = 2n ** 252n + 27742317777372353535851937790883648493n;
const SIGN_BIT = 1n << 255n;

/** y of a point of order eight. The others of that order have −y, or the other x. */
const ORDER_8_Y = 0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n;
/** y-coordinates of the eight points whose order divides eight; the x sign does not matter. */
const SMALL_ORDER_Y: ReadonlySet<bigint> = new Set([0n, 1n, P - 1n, ORDER_8_Y, P - ORDER_8_Y]);

/** Whether 32 bytes encode a point canonically (y < p, RFC 8032 §5.1.3) and not one of small order. */
export function isSoundEd25519Point(bytes: Uint8Array): boolean {
  if (bytes.length !== 32) return false;
  const y = fromLittleEndian(bytes) & (SIGN_BIT - 1n);
  return y < P && !SMALL_ORDER_Y.has(y);
}

/** Whether 64 bytes are R ‖ S with a sound R and S < L (RFC 8032 §5.1.7). */
export function checkEd25519Signature(signature: Uint8Array): boolean {
  return isSoundEd25519Point(signature.subarray(0, 32)) && fromLittleEndian(signature.subarray(32)) < L;
}
