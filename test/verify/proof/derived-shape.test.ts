/** Derived proofs that are written otherwise than by their issuer’s libraries, and ones that hide more or less than most. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { checkSecuring } from '../../../src/verify/proof/securing.ts';
import { type Cbor, decodeCbor, encodeCbor } from '../../build/cbor.ts';
import { type DerivingSuite, deriveWith } from '../../build/derived.ts';
import { fakePorts } from '../../fake/ports.ts';
import { badge, credentialOf } from './issue.ts';

const derive = async (suite: DerivingSuite, selective?: readonly string[]): Promise<JsonObject> =>
  (await deriveWith(suite, badge, selective && { selective })) as JsonObject;

/** The same with each part of its proof written by a hand of the test’s. */
async function rewritten(credential: JsonObject, write: (part: Cbor, index: number) => readonly number[]) {
  const proof = credential.proof as JsonObject;
  const bytes = Buffer.from(String(proof.proofValue).slice(1), 'base64url');
  const parts = decodeCbor(bytes.subarray(3)) as readonly Cbor[];
  const value = [...bytes.subarray(0, 3), 0x80 + parts.length, ...parts.flatMap(write)];
  const proofValue = `u${Buffer.from(value).toString('base64url')}`;
  const { proof: outcome } = await checkSecuring(
    credentialOf({ ...credential, proof: { ...proof, proofValue } }),
    fakePorts(),
  );
  return outcome.problem ? `${outcome.state} ${outcome.problem.code}` : outcome.state;
}

describe.each<DerivingSuite>(['ecdsa-sd-2023', 'bbs-2023'])('a derived proof of %s', (suite) => {
  it('is read in the types of CBOR that it is written in, and in no other that looks alike', async () => {
    const credential = await derive(suite);
    const written = (change: (bytes: number[], part: Cbor) => number[]) =>
      rewritten(credential, (part) => change(encodeCbor(part), part));
    expect(await written((same) => same)).toBe('passed');
    // A map’s head as that of a text, of a negative number, of a tag and of a float.
    for (const major of [1, 3, 6, 7])
      expect(
        await written(([head = 0, ...rest], part) =>
          part instanceof Map ? [(major << 5) | (head & 31), ...rest] : [head, ...rest],
        ),
      ).toBe('failed proof-malformed');
    for (const tag of [0x41, 0x3f, 0x18])
      expect(await written((same, part) => (part instanceof Uint8Array ? [0xd8, tag, ...same] : same))).toBe(
        'failed proof-malformed',
      );
  });
});

it('a signature of a statement is bytes, not a list of as many numbers', async () => {
  const listed = (part: Cbor): Cbor =>
    (part as readonly Uint8Array[]).map((signature) => Array.from(signature));
  const state = await rewritten(await derive('ecdsa-sd-2023'), (part, index) =>
    encodeCbor(index === 2 ? listed(part) : part),
  );
  expect(state).toBe('failed proof-malformed');
});

describe('a derived proof of bbs-2023', () => {
  const told = async (selective: readonly string[]) => {
    const { proof, hidden } = await checkSecuring(
      credentialOf(await derive('bbs-2023', selective)),
      fakePorts(),
    );
    return { state: proof.state, undisclosed: proof.facts?.undisclosed, hidden };
  };

  it('that shows everything keeps nothing back, and says so', async () => {
    const all = ['/id', '/type', '/name', '/credentialSubject'];
    expect(await told(all)).toEqual({ state: 'passed', undisclosed: 0, hidden: undefined });
  });

  it('that hides statements among those that it shows holds, and may hide the end and the status', async () => {
    const { state, undisclosed, hidden } = await told(['/credentialSubject/achievement/name']);
    expect([state, hidden]).toEqual(['passed', { dates: true, status: true }]);
    expect(undisclosed).toBeGreaterThan(5);
  });
});
