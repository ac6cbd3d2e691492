import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../src/json.ts';
import { checkSecuring } from '../../../src/verify/proof/securing.ts';
import { DID, sign } from '../../build/hand-signed.ts';
import { badge, issueFor } from '../../build/issue.ts';
import { credentialOf } from '../../fake/closed-world.ts';
import { fakePorts } from '../../fake/ports.ts';

const { credential } = await issueFor('eddsa-rdfc-2022');
const proof = credential.proof as JsonObject;

/** What is said of each of the proofs that such a set or chain has. */
async function told(...proofs: readonly JsonObject[]): Promise<readonly string[]> {
  const set = { ...credential, proof: proofs.length === 1 ? (proofs[0] as Json) : (proofs as Json) };
  const { proof: outcome } = await checkSecuring(credentialOf(set), fakePorts());
  const each = (outcome.facts?.proofs ?? [
    { state: outcome.state, code: outcome.problem?.code ?? null },
  ]) as readonly { state: string; code: string | null }[];
  return each.map(({ state, code }) => (code ? `${state} ${code}` : state));
}
const MISSING = 'failed previous-proof-missing';

// Data Integrity 1.0 §4.5: what a proof continues has to be there, once, and to be another one.
describe('pitfall 11: the proof that a proof continues', () => {
  it('is not itself', async () => {
    expect(await told({ ...proof, id: 'urn:a', previousProof: 'urn:a' })).toEqual([MISSING]);
  });

  it('is none where its list is empty, however the signature is made', async () => {
    for (const suite of ['eddsa-jcs-2022', 'eddsa-rdfc-2022']) {
      const signed = await sign(badge(DID), suite, { previousProof: [] });
      const { proof: outcome } = await checkSecuring(credentialOf(signed), fakePorts());
      expect([suite, outcome.state]).toEqual([suite, 'passed']);
    }
  });

  it.each<[string, Json]>([
    ['a number', 7],
    ['a proof of another address', 'urn:b'],
  ])('is not %s', async (_, previousProof) => {
    expect(await told({ ...proof, previousProof })).toEqual([MISSING]);
    expect((await told({ ...proof, id: 'urn:a' }, { ...proof, previousProof }))[1]).toBe(MISSING);
  });

  it('is not one of two that go by its id', async () => {
    const twins = [
      { ...proof, id: 'urn:a' },
      { ...proof, id: 'urn:a', created: '2026-02-02T00:00:00Z' },
    ];
    const answers = await told(...twins, { ...proof, previousProof: 'urn:a' });
    expect(answers[2]).toBe(MISSING);
  });

  it('is missing where only one of several is there', async () => {
    const answers = await told({ ...proof, id: 'urn:a' }, { ...proof, previousProof: ['urn:a', 'urn:b'] });
    expect(answers[1]).toBe(MISSING);
  });
});
