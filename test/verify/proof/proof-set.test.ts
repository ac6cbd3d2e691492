import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import { problem } from '../../../src/problem.ts';
import type { Securing } from '../../../src/verify/proof/outcome.ts';
import { combineProofs, type ProofFinding } from '../../../src/verify/proof/proof-set.ts';
import { failed, inconclusive, notRun, passed } from '../../../src/verify/report.ts';
import { DID, proofOf, sign } from '../../build/hand-signed.ts';
import { badge } from '../../build/issue.ts';
import { verifyInClosedWorld } from '../../fake/closed-world.ts';
import { toldOf } from './told.ts';

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const HOLDS: Securing = { proof: passed(), keyBinding: passed() };
const DERIVED: Securing = { ...HOLDS, undisclosed: { dates: true, status: true } };
const UNCERTAIN: Securing = { proof: passed(), keyBinding: inconclusive(problem('key-unresolvable')) };
const UNBOUND: Securing = { proof: passed(), keyBinding: failed(problem('key-not-bound')) };
const FAILS: Securing = { proof: failed(problem('signature-invalid')), keyBinding: notRun('proof') };
const OPEN: Securing = { proof: inconclusive(problem('suite-unsupported')), keyBinding: notRun('proof') };
const MALFORMED: Securing = { proof: failed(problem('signature-malformed')), keyBinding: notRun('proof') };

const finding = (securing: Securing, proof: JsonObject = {}, index = 0): ProofFinding => ({
  proof,
  at: `/proof/${index}`,
  securing,
});
/** What becomes of such proofs in a row. */
const combine = (...all: readonly (readonly [Securing, JsonObject?])[]) =>
  combineProofs(all.map(([securing, proof], index) => finding(securing, proof, index)));
const told = (...findings: ProofFinding[]) => {
  const { proof, keyBinding } = combineProofs(findings);
  return [proof.state, proof.problem?.code ?? null, keyBinding.state];
};

/** From the one that says most to the one that says least. */
const BEST_FIRST: readonly Securing[] = [
  HOLDS,
  { ...DERIVED, keyBinding: passed() },
  UNCERTAIN,
  FAILS,
  { proof: notRun('key-binding'), keyBinding: failed(problem('key-not-bound')) },
  { proof: inconclusive(problem('key-unresolvable')), keyBinding: notRun('proof') },
  OPEN,
  UNBOUND,
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
    expect(combineProofs([finding(DERIVED), finding(HOLDS)]).undisclosed).toBeUndefined();
    expect(combineProofs([finding(DERIVED), finding(UNBOUND)]).undisclosed).toEqual(DERIVED.undisclosed);
    expect(combineProofs([finding(DERIVED), finding(FAILS)]).undisclosed).toEqual(DERIVED.undisclosed);
  });

  it('is warned of a proof whose key the issuer disowns, as of one that fails', () => {
    const disowned: Securing = { proof: notRun('key-binding'), keyBinding: failed(problem('key-revoked')) };
    expect(told(finding(HOLDS), finding(disowned))).toEqual(['warned', 'other-proof-failed', 'passed']);
  });

  it('points at the proof that fails, wherever the one that holds stands', () => {
    for (const [all, at] of [
      [[HOLDS, FAILS], '/proof/1'],
      [[FAILS, HOLDS], '/proof/0'],
      [[OPEN, HOLDS, FAILS], '/proof/2'],
    ] as const)
      expect(combine(...all.map((one) => [one] as const)).proof.problem).toMatchObject({
        code: 'other-proof-failed',
        at,
      });
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

  it('a chain of proofs that hold stands, also beside one that fails', () => {
    const chain = [
      finding(HOLDS, { id: 'urn:1' }, 0),
      finding(HOLDS, { id: 'urn:2', previousProof: 'urn:1' }, 1),
      finding(HOLDS, { id: 'urn:3', previousProof: ['urn:2', 'urn:1'] }, 2),
    ];
    expect(told(...chain)).toEqual(['passed', null, 'passed']);
    const { proof } = combineProofs([...chain, finding(FAILS, { id: 'urn:4' }, 3)]);
    expect(proof).toMatchObject({ state: 'warned', problem: { at: '/proof/3' } });
    expect(proof.others).toBeUndefined();
  });

  it('a failed proof without an id breaks no chain', () => {
    expect(told(finding(FAILS), finding(HOLDS, { id: 'urn:2' }, 1))).toEqual([
      'warned',
      'other-proof-failed',
      'passed',
    ]);
  });
});

describe('a set of proofs', () => {
  it('is not spoken for by a proof that continues a failed one, though its key is the issuer’s', () => {
    const continued = [HOLDS, { id: 'urn:2', previousProof: 'urn:1' }] as const;
    const broken = [FAILS, { id: 'urn:1' }] as const;
    for (const good of [HOLDS, DERIVED, UNCERTAIN]) {
      const { proof, keyBinding, undisclosed } = combine(continued, broken, [good]);
      expect([proof.state, proof.problem?.code]).toEqual(['warned', 'other-proof-failed']);
      expect([keyBinding, undisclosed]).toEqual([good.keyBinding, good.undisclosed]);
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

describe('a set of proofs in a document', () => {
  it.each([null, 'proof', 7, ['proof']])(
    'with %j among them names that one, and holds by another',
    async (none) => {
      const signed = await sign(badge(DID), 'eddsa-jcs-2022');
      const { proof, facts } = await toldOf({ ...signed, proof: [none, proofOf(signed)] as never });
      expect(proof).toBe('warned other-proof-failed /proof/0');
      expect(facts?.proofs).toMatchObject([{ code: 'proof-malformed' }, { state: 'passed' }]);
    },
  );

  it('is read from the graph, where one signs the graph and one the text', async () => {
    // The text calls the end by a name that only its own context knows.
    const ends = { '@id': 'https://www.w3.org/2018/credentials#validUntil', '@type': `${XSD}dateTime` };
    const { validUntil: _, ...plain } = badge(DID);
    const document = {
      ...plain,
      '@context': [...(plain['@context'] as string[]), { ends }],
      ends: '2026-01-15T00:00:00Z',
    };
    const [text, graph] = [await sign(document, 'eddsa-jcs-2022'), await sign(document, 'eddsa-rdfc-2022')];
    for (const proof of [
      [proofOf(text), proofOf(graph)],
      [proofOf(graph), proofOf(text)],
    ]) {
      const { verdict } = await verifyInClosedWorld({ credential: { ...document, proof } });
      expect(verdict.status).toBe('expired');
    }
  });

  it.each<[string, JsonObject, string]>([
    ['whose key could not be had', { verificationMethod: 'did:web:silent.example#key-1' }, 'unreachable'],
    ['of a suite that is not known here', { cryptosuite: 'later-suite-2030' }, 'not-checked'],
  ])('is not failed for a stranger’s proof beside one %s', async (_, own, status) => {
    const signed = await sign(badge('did:web:silent.example'), 'eddsa-jcs-2022');
    const issuers = { ...proofOf(signed), ...own };
    for (const proof of [
      [proofOf(signed), issuers],
      [issuers, proofOf(signed)],
    ]) {
      const { verdict } = await verifyInClosedWorld({ credential: { ...signed, proof } });
      expect([verdict.status, verdict.standing]).toEqual([status, 'inconclusive']);
    }
    const { verdict } = await verifyInClosedWorld({ credential: signed });
    expect([verdict.status, verdict.reason]).toEqual(['failed', 'key-not-bound']);
  });

  it('has the form of what each proof covers: another proof is no part of a signed text', async () => {
    const signed = await sign(badge(DID), 'eddsa-jcs-2022');
    const other = { '@type': 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', proofValue: 'z2' };
    const { stateOf } = await verifyInClosedWorld({
      credential: { ...signed, proof: [proofOf(signed), other] },
    });
    expect([stateOf('conformance'), stateOf('proof')]).toEqual(['passed', 'passed']);
  });

  it('with nothing among them still finds what a proof continues', async () => {
    const signed = await sign(badge(DID), 'eddsa-jcs-2022');
    const first = { ...proofOf(signed), id: 'urn:proof:1' };
    const second = { ...proofOf(signed), previousProof: 'urn:proof:2' };
    const { facts } = await toldOf({ ...signed, proof: [null, first, second] as never });
    expect(facts?.proofs).toMatchObject([
      { code: 'proof-malformed' },
      { code: 'signature-invalid' },
      { code: 'previous-proof-missing' },
    ]);
  });
});
