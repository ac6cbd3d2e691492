/** Short Weierstrass curves y² = x³ + ax + b over primes p ≡ 3 (mod 4): SEC 2, FIPS 186-4. */
interface Curve {
  readonly p: bigint;
  readonly a: bigint;
  readonly b: bigint;
  readonly bytes: number;
}
const P256 = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const P384 = 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n;
const P521 = 2n ** 521n - 1n;
const K256 = 2n ** 256n - 2n ** 32n - 977n;

const CURVES = {
  'P-256': {
    p: P256,
    a: -3n,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
    bytes: 32,
  },
  'P-384': {
    p: P384,
    a: -3n,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
    bytes: 48,
  },
  'P-521': {
    p: P521,
    a: -3n,
    b: 0x051953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00n,
    bytes: 66,
  },
  secp256k1: { p: K256, a: 0n, b: 7n, bytes: 32 },
} as const satisfies Record<string, Curve>;
export type CompressedCurve = keyof typeof CURVES;

/**
 * The coordinates of a compressed point (SEC 1 §2.3.4: 02 or 03, then x). Null where it is not on the curve. Not every
 * engine imports compressed points, and a JWK needs both coordinates.
 */
export function decompress(
  name: CompressedCurve,
  point: Uint8Array,
): { x: Uint8Array; y: Uint8Array } | null {
  const { p, a, b, bytes }: Curve = CURVES[name];
  const sign = point[0];
  if (point.length !== bytes + 1 || (sign !== 2 && sign !== 3)) return null;
  const x = fromBytes(point.subarray(1));
  if (x >= p) return null;
  const square = ((((x * x + a) * x + b) % p) + p) % p;
  const root = power(square, (p + 1n) / 4n, p);
  if ((root * root) % p !== square) return null;
  const y = (root & 1n) === BigInt(sign & 1) ? root : p - root;
  return { x: point.slice(1), y: toBytes(y, bytes) };
}

/** The coordinates of a point (SEC 1 §2.3.4), compressed or with both of them behind 04. Null where it is none. */
export function coordinatesOf(
  name: CompressedCurve,
  point: Uint8Array,
): { x: Uint8Array; y: Uint8Array } | null {
  const { bytes } = CURVES[name];
  return point[0] === 4 && point.length === 2 * bytes + 1
    ? { x: point.subarray(1, bytes + 1), y: point.subarray(bytes + 1) }
    : decompress(name, point);
}

const fromBytes = (bytes: Uint8Array): bigint =>
  bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);

function toBytes(value: bigint, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let at = length - 1, rest = value; at >= 0; at--, rest >>= 8n) bytes[at] = Number(rest & 0xffn);
  return bytes;
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square] = [1n, base];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}
