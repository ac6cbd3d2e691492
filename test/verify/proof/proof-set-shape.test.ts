import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { problem } from '../../../src/problem.ts';
import type { Securing } from '../../../src/verify/proof/outcome.ts';
import { combineProofs, type ProofFinding } from '../../../src/verify/proof/proof-set.ts';
import { failed, inconclusive, notRun, passed } from '../../../src/verify/report.ts';

const HOLDS: Securing = { proof: passed(), keyBinding: passed() };
const DERIVED: Securing = { ...HOLDS, hidden: { dates: true, status: true } };
const UNCERTAIN: Securing = { proof: passed(), keyBinding: inconclusive(problem('key-unresolvable')) };
const FAILS: Securing = { proof: failed(problem('signature-invalid')), keyBinding: notRun('proof') };
const MALFORMED: Securing = { proof: failed(problem('signature-malformed')), keyBinding: notRun('proof') };
const OPEN: Securing = { proof: inconclusive(problem('suite-unsupported')), keyBinding: notRun('proof') };

const combine = (...all: readonly (readonly [Securing, JsonObject?])[]) =>
  combineProofs(
    all.map(([securing, proof = {}], index): ProofFinding => ({ proof, at: `/proof/${index}`, securing })),
  );

describe('a set of proofs', () => {
  it('is not spoken for by a proof that continues a failed one, though its key is the issuer’s', () => {
    const continued = [HOLDS, { id: 'urn:2', previousProof: 'urn:1' }] as const;
    const broken = [FAILS, { id: 'urn:1' }] as const;
    for (const good of [HOLDS, DERIVED, UNCERTAIN]) {
      const { proof, keyBinding, hidden } = combine(continued, broken, [good]);
      expect([proof.state, proof.problem?.code]).toEqual(['warned', 'other-proof-failed']);
      expect([keyBinding, hidden]).toEqual([good.keyBinding, good.hidden]);
    }
  });

  it('tells of each failure once: the first speaks, the others stand behind it', () => {
    const { proof } = combine([FAILS], [MALFORMED]);
    expect(proof.problem?.code).toBe('signature-invalid');
    expect(proof.others?.map(({ code }) => code)).toEqual(['signature-malformed']);
    expect(combine([FAILS], [OPEN]).proof).not.toHaveProperty('others');
    expect(combine([HOLDS], [FAILS]).proof).not.toHaveProperty('others');
  });

  it('is not warned of a proof whose key could not be had, as of one that the issuer disowns', () => {
    const unresolved: Securing = {
      proof: notRun('key-binding'),
      keyBinding: inconclusive(problem('key-unresolvable')),
    };
    expect(combine([HOLDS], [unresolved]).proof.state).toBe('passed');
  });

  it('labels each proof by its cryptosuite, or by its type where that is the suite', () => {
    const { proof } = combine(
      [HOLDS, { type: 'Ed25519Signature2020' }],
      [HOLDS, { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022' }],
    );
    expect(proof.facts?.proofs).toMatchObject([
      { suite: 'Ed25519Signature2020' },
      { suite: 'eddsa-rdfc-2022' },
    ]);
  });
});
