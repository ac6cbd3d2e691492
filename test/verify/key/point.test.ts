import { p256, p384, p521 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { describe, expect, it } from 'vitest';
import { type CompressedCurve, decompress } from '../../../src/verify/key/point.ts';

const CURVES = { 'P-256': p256, 'P-384': p384, 'P-521': p521, secp256k1 } as const;

describe.each(Object.entries(CURVES))('a compressed point of %s', (name, curve) => {
  it('has the coordinates that another library finds', () => {
    for (let round = 0; round < 8; round++) {
      const { publicKey } = curve.keygen();
      const whole = curve.Point.fromBytes(publicKey).toBytes(false);
      const point = decompress(name as CompressedCurve, publicKey);
      expect([4, ...(point?.x ?? []), ...(point?.y ?? [])]).toEqual([...whole]);
    }
  });

  it('that is not on the curve, or not compressed, is none', () => {
    const { publicKey } = curve.keygen();
    const size = publicKey.length;
    expect(decompress(name as CompressedCurve, publicKey.slice(1))).toBeNull();
    expect(decompress(name as CompressedCurve, Uint8Array.from([4, ...publicKey.slice(1)]))).toBeNull();
    expect(
      decompress(name as CompressedCurve, Uint8Array.from([2, ...Array(size - 1).fill(255)])),
    ).toBeNull();
    const found = Array.from({ length: 40 }, (_, x) =>
      decompress(name as CompressedCurve, Uint8Array.from([2, ...Array(size - 2).fill(0), x])),
    );
    expect(found.some((point) => point === null)).toBe(true);
  });
});

it('a point of a curve is none where its coordinate is shorter than the curve’s', () => {
  const short = Array.from({ length: 40 }, (_, x) => decompress('P-256', Uint8Array.of(2, x)));
  expect(short.filter((point) => point !== null)).toEqual([]);
});
