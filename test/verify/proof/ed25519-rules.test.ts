import { expect, it } from 'vitest';
import { decodeBase58btc, encodeBase58btc } from '../../../src/encoding/base58btc.ts';
import type { JsonObject } from '../../../src/json.ts';
import { checkEd25519Signature } from '../../../src/verify/proof/ed25519-rules.ts';
import { checkSecuring } from '../../../src/verify/proof/securing.ts';
import { issueFor } from '../../build/issue.ts';
import { credentialOf } from '../../fake/closed-world.ts';
import { fakePorts } from '../../fake/ports.ts';

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

it('pitfall 11: a signature made anew by adding the order to S is no signature, before any mathematics', async () => {
  const { credential } = await issueFor('eddsa-rdfc-2022');
  const proof = credential.proof as JsonObject;
  const bytes = decodeBase58btc(String(proof.proofValue).slice(1));
  if (!bytes.ok) throw new Error('not base58');
  let carry = 0;
  const again = bytes.value.map((byte, index) => {
    if (index < 32) return byte;
    const sum = byte + (ORDER[index - 32] ?? 0) + carry;
    carry = sum >> 8;
    return sum & 0xff;
  });
  const forged = { ...credential, proof: { ...proof, proofValue: `z${encodeBase58btc(again)}` } };
  const { proof: outcome } = await checkSecuring(credentialOf(forged), fakePorts());
  expect([outcome.state, outcome.problem?.code]).toEqual(['failed', 'signature-malformed']);
});
