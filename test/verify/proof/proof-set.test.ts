import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { problem } from '../../../src/problem.ts';
import type { Securing } from '../../../src/verify/proof/outcome.ts';
import { combineProofs, type ProofFinding } from '../../../src/verify/proof/proof-set.ts';
import { failed, inconclusive, notRun, passed } from '../../../src/verify/report.ts';

const HOLDS: Securing = { proof: passed(), keyBinding: passed() };
const UNBOUND: Securing = { proof: passed(), keyBinding: failed(problem('key-not-bound')) };
const FAILS: Securing = { proof: failed(problem('signature-invalid')), keyBinding: notRun('proof') };
const OPEN: Securing = { proof: inconclusive(problem('suite-unsupported')), keyBinding: notRun('proof') };

const finding = (securing: Securing, proof: JsonObject = {}, index = 0): ProofFinding => ({
  proof,
  at: `/proof/${index}`,
  securing,
});
const told = (...findings: ProofFinding[]) => {
  const { proof, keyBinding } = combineProofs(findings);
  return [proof.state, proof.problem?.code ?? null, keyBinding.state];
};

/** From the one that says most to the one that says least. */
const BEST_FIRST: readonly Securing[] = [
  HOLDS,
  { ...HOLDS, keyBinding: passed(), hidden: { dates: true, status: true } },
  { proof: passed(), keyBinding: inconclusive(problem('key-unresolvable')) },
  UNBOUND,
  FAILS,
  { proof: notRun('key-binding'), keyBinding: failed(problem('key-not-bound')) },
  { proof: inconclusive(problem('key-unresolvable')), keyBinding: notRun('proof') },
  OPEN,
];

describe('a set of findings', () => {
  it('is spoken for by the one that says most, wherever it stands', () => {
    for (const [rank, best] of BEST_FIRST.entries())
      for (const worse of BEST_FIRST.slice(rank + 1))
        for (const pair of [
          [best, worse],
          [worse, best],
        ] as const) {
          const { proof, keyBinding } = combineProofs(pair.map((one, index) => finding(one, {}, index)));
          expect(keyBinding, `${rank}`).toBe(best.keyBinding);
          if (best.proof.state !== 'passed') expect(proof.problem?.code).toBe(best.proof.problem?.code);
          else expect(proof.state).toMatch(/^(?:passed|warned)$/);
        }
  });

  it('of one is that one, and nothing is said of a set', () => {
    for (const one of BEST_FIRST) expect(combineProofs([finding(one)])).toBe(one);
  });

  it('prefers the proof whose key is the issuer’s', () => {
    expect(told(finding(UNBOUND), finding(HOLDS))).toEqual(['passed', null, 'passed']);
  });

  it('prefers the proof over the whole: then nothing is kept back', () => {
    const derived: Securing = { ...HOLDS, hidden: { dates: true, status: true } };
    expect(combineProofs([finding(derived), finding(HOLDS)]).hidden).toBeUndefined();
    expect(combineProofs([finding(derived), finding(UNBOUND)]).hidden).toEqual(derived.hidden);
    expect(combineProofs([finding(derived), finding(FAILS)]).hidden).toEqual(derived.hidden);
  });

  it('is warned of a proof whose key the issuer disowns, as of one that fails', () => {
    const disowned: Securing = { proof: notRun('key-binding'), keyBinding: failed(problem('key-revoked')) };
    expect(told(finding(HOLDS), finding(disowned))).toEqual(['warned', 'other-proof-failed', 'passed']);
  });

  it('counts proofs that could not be checked neither way', () => {
    expect(told(finding(OPEN), finding(HOLDS))).toEqual(['passed', null, 'passed']);
    expect(told(finding(OPEN), finding(OPEN))).toEqual(['inconclusive', 'suite-unsupported', 'not-run']);
  });

  it('fails where what could be checked fails', () => {
    expect(told(finding(OPEN), finding(FAILS))).toEqual(['failed', 'signature-invalid', 'not-run']);
  });

  it('pitfall 11: a proof that continues a failed one fails with it, over any number of links', () => {
    const chain = [
      finding(FAILS, { id: 'urn:1' }, 0),
      finding(HOLDS, { id: 'urn:2', previousProof: 'urn:1' }, 1),
      finding(HOLDS, { id: 'urn:3', previousProof: ['urn:2'] }, 2),
    ];
    expect(told(...chain)[0]).toBe('failed');
    expect(told(...[...chain].reverse())[0]).toBe('failed');
  });

  it('a failed proof without an id breaks no chain', () => {
    expect(told(finding(FAILS), finding(HOLDS, { id: 'urn:2' }, 1))).toEqual([
      'warned',
      'other-proof-failed',
      'passed',
    ]);
  });
});
