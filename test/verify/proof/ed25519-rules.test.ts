import { expect, it } from 'vitest';
import { checkEd25519Signature } from '../../../src/verify/proof/ed25519-rules.ts';

/** The group order, little-endian (RFC 8032 §5.1). */
const ORDER = [
  0xed,
  0xd3,
  0xf5,
  0x5c,
  0x1a,
  0x63,
  0x12,
  0x58,
  0xd6,
  0x9c,
  0xf7,
  0xa2,
  0xde,
  0xf9,
  0xde,
  0x14,
  ...Array<number>(15).fill(0),
  0x10,
];
const [, ...TAIL] = ORDER;
const LESS = [0xec, ...TAIL];
const SOUND = [...Array<number>(31).fill(7), 1];

it.each([
  ['a sound R and S one below the order', SOUND, LESS, true],
  ['pitfall 11: S equal to the order', SOUND, ORDER, false],
  ['pitfall 11: R of small order', [1, ...Array<number>(31).fill(0)], LESS, false],
  ['pitfall 11: R with a y above the field prime', [...Array<number>(31).fill(0xff), 0x7f], LESS, false],
])('an Ed25519 signature with %s', (_, r, s, sound) => {
  expect(checkEd25519Signature(Uint8Array.from([...r, ...s]))).toBe(sound);
});
