import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROBLEMS, type ProblemCode, problem } from '../../src/problem.ts';
import { judge } from '../../src/verify/judge.ts';
import {
  CHECK_IDS,
  CHECK_STATES,
  type CheckId,
  type CheckState,
  type Outcome,
  outcomesFrom,
  type Report,
  RUNGS,
} from '../../src/verify/report.ts';
import { pageOnlyReport, unresolvedReport } from '../../src/verify/unresolved.ts';
import { NOW } from '../fake/ports.ts';

const CONTENT = {
  format: 'ob3',
  securing: 'embedded',
  vcdm: '2.0',
  types: [],
  id: 'urn:x',
  name: 'Badge',
  description: null,
  image: null,
  issuer: { id: 'https://a.example', name: 'A', url: null, email: null, image: null, description: null },
  recipient: { id: null, name: null, identifiers: [] },
  achievements: [],
  issued: null,
  validFrom: null,
  validUntil: null,
} as const satisfies Report['credential'];

type Changes = Partial<Record<CheckId, Outcome>>;

function reportWith(changes: Changes = {}, over: Partial<Report> = {}): Report {
  return {
    credential: CONTENT,
    outcomes: outcomesFrom((id) => changes[id] ?? { state: 'passed' }),
    issuer: {
      id: 'https://a.example',
      name: 'A',
      rung: 'recognised',
      domain: 'a.example',
      recognisedBy: [{ source: 'reader', name: 'A' }],
      answeredBy: null,
    },
    holder: { state: 'not-checkable' },
    contacted: [],
    at: NOW,
    ...over,
  };
}
const with_ = (state: CheckState, code?: ProblemCode): Outcome => ({
  state,
  ...(code && { problem: problem(code) }),
});
const verdictOf = (changes: Changes, over: Partial<Report> = {}) => judge(reportWith(changes, over));

describe('one outcome changed in a report that is good otherwise', () => {
  /** Columns: warned, failed, inconclusive through the network, through an unsupported type, not-applicable, not-run. */
  const V = 'signature-verified verified';
  const C = 'signature-verified caution';
  const R = 'signature-verified unrecognised';
  const N = 'not-checked inconclusive';
  const U = 'unreachable inconclusive';
  const F = 'failed failed';
  const ROWS: Record<CheckId, readonly string[]> = {
    conformance: [C, F, C, C, V, V],
    proof: [C, F, U, N, N, N],
    'key-binding': [C, F, U, N, N, N],
    refresh: [C, C, V, V, V, V],
    revocation: [C, 'revoked failed', U, N, V, N],
    'validity-period': [C, C, U, N, V, N],
    'issuer-trust': [C, C, C, C, R, R],
    holder: [C, C, V, V, V, V],
    endorsements: [C, C, V, V, V, V],
    'page-claim': [C, C, C, C, V, V],
  };
  const COLUMNS: readonly Outcome[] = [
    with_('warned', 'digest-mismatch'),
    with_('failed', 'digest-mismatch'),
    with_('inconclusive', 'timeout'),
    with_('inconclusive', 'suite-unsupported'),
    with_('not-applicable'),
    with_('not-run'),
  ];
  const cells = CHECK_IDS.flatMap((id) =>
    COLUMNS.map((outcome, column) => ({
      id,
      outcome,
      column: `${outcome.state} ${outcome.problem?.code ?? ''}`,
      expected: ROWS[id][column],
    })),
  );
  it.each(cells)('$id $column gives $expected', ({ id, outcome, expected }) => {
    const { status, standing } = verdictOf({ [id]: outcome });
    expect(`${status} ${standing}`).toBe(expected);
  });
});

describe('codes that decide', () => {
  it('an expired credential is expired with caution, and says so', () => {
    expect(verdictOf({ 'validity-period': with_('failed', 'expired') })).toEqual({
      status: 'expired',
      standing: 'caution',
      reason: 'expired',
      also: ['expired'],
    });
  });

  it('expired and revoked shows both', () => {
    const verdict = verdictOf({
      'validity-period': with_('failed', 'expired'),
      revocation: with_('failed', 'revoked'),
    });
    expect(verdict).toEqual({
      status: 'revoked',
      standing: 'failed',
      reason: 'revoked',
      also: ['revoked', 'expired'],
    });
  });

  it('a suspended credential has no good status, stands in caution and is not called revoked as a fact', () => {
    const verdict = verdictOf({ revocation: with_('warned', 'suspended') });
    expect(verdict).toMatchObject({ standing: 'caution', reason: 'suspended', also: ['suspended'] });
    expect(['signature-verified', 'issuer-confirmed']).not.toContain(verdict.status);
  });

  it('a suspension beside an unreachable list is unreachable, and the suspension stays visible', () => {
    const outcome: Outcome = {
      ...with_('inconclusive', 'status-list-unreachable'),
      others: [problem('suspended')],
    };
    expect(verdictOf({ revocation: outcome })).toMatchObject({ status: 'unreachable', also: ['suspended'] });
  });

  it('a credential that is not yet valid has no good status and stands in caution', () => {
    const verdict = verdictOf({ 'validity-period': with_('failed', 'not-yet-valid') });
    expect(verdict).toMatchObject({ standing: 'caution', reason: 'not-yet-valid', also: ['not-yet-valid'] });
    expect(['signature-verified', 'issuer-confirmed']).not.toContain(verdict.status);
  });

  it('a second proof that fails leaves no good status, whatever the first one says', () => {
    const verdict = verdictOf({ proof: with_('warned', 'other-proof-failed') });
    expect(verdict).toMatchObject({ status: 'failed', standing: 'caution', reason: 'other-proof-failed' });
  });

  it.each<[string, Changes, object]>([
    [
      'a foreign key',
      { 'key-binding': with_('failed', 'key-not-bound') },
      { status: 'failed', reason: 'key-not-bound' },
    ],
    [
      'a broken schema',
      { conformance: with_('failed', 'schema-violated') },
      { status: 'failed', reason: 'schema-violated' },
    ],
    ['a withdrawal', { revocation: with_('failed', 'revoked') }, { status: 'revoked', reason: 'revoked' }],
  ])('a second proof that fails makes nothing of %s milder', (_, changes, verdict) => {
    const proof = with_('warned', 'other-proof-failed');
    expect(verdictOf({ ...changes, proof })).toMatchObject({ ...verdict, standing: 'failed' });
  });

  it('another holder is holder-mismatch with caution, and never outweighs an expiry', () => {
    const holder = with_('failed', 'holder-mismatch');
    expect(verdictOf({ holder })).toMatchObject({ status: 'holder-mismatch', standing: 'caution' });
    expect(verdictOf({ holder, 'validity-period': with_('failed', 'expired') })).toMatchObject({
      status: 'expired',
      also: ['expired', 'holder-mismatch'],
    });
  });

  it.each([
    ['expired', { 'validity-period': with_('failed', 'expired') }],
    ['holder-mismatch', { holder: with_('failed', 'holder-mismatch') }],
  ] as const)('%s on a record whose proof is open is a fact, not the status', (fact, changes) => {
    const verdict = verdictOf({ ...changes, proof: with_('inconclusive', 'key-unresolvable') });
    expect(verdict).toMatchObject({ status: 'unreachable', also: [fact] });
  });

  it('a bad signature outweighs everything', () => {
    const verdict = verdictOf({
      proof: with_('failed', 'signature-invalid'),
      revocation: with_('failed', 'revoked'),
      'validity-period': with_('failed', 'expired'),
    });
    expect(verdict).toMatchObject({ status: 'failed', reason: 'signature-invalid' });
  });

  it('a right signature under a key that is not the issuer’s is failed, key-not-bound', () => {
    const verdict = verdictOf({ 'key-binding': with_('failed', 'key-not-bound') });
    expect(verdict).toMatchObject({ status: 'failed', reason: 'key-not-bound' });
  });

  it('an expiry is told before an unreachable list', () => {
    const verdict = verdictOf({
      'validity-period': with_('failed', 'expired'),
      revocation: with_('inconclusive', 'status-list-unreachable'),
    });
    expect(verdict.status).toBe('expired');
  });

  it('a list that needs a permission is not-checked for the want of it, not unreachable', () => {
    const outcome: Outcome = {
      state: 'inconclusive',
      problem: problem('status-list-unreachable', { cause: problem('permission-needed') }),
    };
    expect(verdictOf({ revocation: outcome })).toMatchObject({
      status: 'not-checked',
      reason: 'permission-needed',
    });
  });

  it.each([
    ['warned', 'issuer-unknown'],
    ['inconclusive', 'registry-unreachable'],
  ] as const)('an issuer for whom nobody vouches is unrecognised and no caution: %s %s', (state, code) => {
    const over = { issuer: { ...reportWith().issuer, rung: 'domain' as const } };
    expect(verdictOf({ 'issuer-trust': with_(state, code) }, over)).toEqual({
      status: 'signature-verified',
      standing: 'unrecognised',
      reason: code,
      also: [],
    });
  });

  it.each<[string, Changes, ProblemCode]>([
    [
      'a doubt of the same check',
      {
        'issuer-trust': { ...with_('warned', 'issuer-unknown'), others: [problem('issuer-look-alike')] },
      },
      'issuer-look-alike',
    ],
    ['a doubt of another check', { holder: with_('warned', 'holder-name-differs') }, 'holder-name-differs'],
    ['a bug of ours in asking', { 'issuer-trust': with_('inconclusive', 'internal') }, 'internal'],
  ])('an unknown issuer with %s is a caution for that doubt', (_what, changes, reason) => {
    const over = { issuer: { ...reportWith().issuer, rung: 'domain' as const } };
    expect(verdictOf({ 'issuer-trust': with_('warned', 'issuer-unknown'), ...changes }, over)).toMatchObject({
      standing: 'caution',
      reason,
    });
  });

  it('an expired credential of an unknown issuer is expired with caution, not unrecognised', () => {
    const changes = {
      'validity-period': with_('failed', 'expired'),
      'issuer-trust': with_('warned', 'issuer-unknown'),
    } as const;
    expect(verdictOf(changes)).toMatchObject({ status: 'expired', standing: 'caution', reason: 'expired' });
  });

  it('a passed trust check without the recognised rung is not believed', () => {
    const over = { issuer: { ...reportWith().issuer, rung: 'domain' as const } };
    expect(verdictOf({}, over).standing).toBe('unrecognised');
  });

  it('hosted records are issuer-confirmed, never signature-verified', () => {
    const over = { credential: { ...CONTENT, securing: 'hosted' as const } };
    expect(verdictOf({}, over)).toMatchObject({
      status: 'issuer-confirmed',
      standing: 'verified',
      reason: null,
    });
  });

  it('an unsigned record is never good, even if every check passed', () => {
    const over = { credential: { ...CONTENT, securing: 'none' as const } };
    expect(verdictOf({}, over)).toMatchObject({ status: 'not-checked', standing: 'inconclusive' });
  });
});

describe('reports on what never became a record', () => {
  const STATUS_OF = {
    disproved: 'failed',
    malformed: 'failed',
    revoked: 'revoked',
    network: 'unreachable',
    unsupported: 'not-checked',
    limit: 'not-checked',
    permission: 'not-checked',
    private: 'not-checked',
    note: 'not-checked',
  } as const;
  it.each(Object.entries(PROBLEMS))('%s (%s) gives a whole report with its status', (code, nature) => {
    const report = unresolvedReport(problem(code as ProblemCode), NOW);
    expect(Object.keys(report.outcomes)).toEqual([...CHECK_IDS]);
    // Where nothing is, nothing is false (contract.md: exit 2 where nothing was found).
    const nothing = code === 'no-credential-found' || code === 'empty-document';
    expect(judge(report)).toMatchObject({
      status: nothing ? 'not-checked' : STATUS_OF[nature],
      reason: code,
    });
  });

  it.each(['schema-unsupported', 'work-stopped'] as const)(
    'a schema that is named and cannot be run (%s) leaves a good record unchecked, never failed',
    (code) => {
      expect(verdictOf({ conformance: with_('inconclusive', code) })).toMatchObject({
        status: 'not-checked',
        standing: 'inconclusive',
        reason: code,
      });
    },
  );

  it('a schema that could not be had is a doubt, no more', () => {
    expect(verdictOf({ conformance: with_('inconclusive', 'schema-unavailable') })).toMatchObject({
      status: 'signature-verified',
      standing: 'caution',
    });
  });

  it('a human page is page-only, whatever it says about itself', () => {
    const says = { title: 'T', issuer: 'Google', issued: '2026', expires: null, credentialId: '1' };
    const report = pageOnlyReport({ url: 'https://x.example/1', answeredBy: 'X', says }, NOW);
    expect(judge(report)).toEqual({
      status: 'page-only',
      standing: 'inconclusive',
      reason: 'page-only',
      also: [],
    });
    expect(report.issuer).toMatchObject({ rung: 'none', name: 'Google', answeredBy: 'X' });
  });

  it('the page in view is page-only as well, and its reason says that it was read in view', () => {
    const says = { title: 'T', issuer: null, issued: null, expires: null, credentialId: '1' };
    const page = { url: 'https://x.example/1', answeredBy: 'X', says, inView: true } as const;
    expect(judge(pageOnlyReport(page, NOW))).toMatchObject({
      status: 'page-only',
      standing: 'inconclusive',
      reason: 'page-in-view',
    });
  });

  it.each(['page-only', 'page-in-view'] as const)(
    '%s needs a page: the code alone on a record is not enough',
    (code) => {
      expect(verdictOf({ proof: with_('inconclusive', code) }).status).toBe('not-checked');
    },
  );
});

describe('whatever the outcomes are', () => {
  const codes = Object.keys(PROBLEMS) as ProblemCode[];
  const outcome = fc.record({
    state: fc.constantFrom(...CHECK_STATES, 'passed' as const, 'passed' as const, 'passed' as const),
    problem: fc.option(
      fc.constantFrom(...codes).map((code) => problem(code)),
      { nil: undefined },
    ),
    others: fc.option(
      fc.array(
        fc.constantFrom(...codes).map((code) => problem(code)),
        { maxLength: 2 },
      ),
      {
        nil: undefined,
      },
    ),
  }) as fc.Arbitrary<Outcome>;
  const report = fc
    .record({
      outcomes: fc.record(Object.fromEntries(CHECK_IDS.map((id) => [id, outcome]))),
      securing: fc.constantFrom('embedded', 'enveloping', 'hosted', 'none'),
      rung: fc.constantFrom(...RUNGS),
      whole: fc.boolean(),
    })
    .map(({ outcomes, securing, rung, whole }) => {
      const base = reportWith(outcomes as Changes);
      const credential = whole ? ({ ...CONTENT, securing } as Report['credential']) : null;
      return { ...base, credential, issuer: { ...base.issuer, rung } };
    });
  const PASSES = ['passed', 'not-applicable'];
  const check = (property: (report: Report) => void) =>
    fc.assert(fc.property(report, property), { numRuns: 5000, seed: 20261123 });

  it('verified means: proof and key passed, not revoked, in its dates, recognised, and no warning anywhere', () => {
    check((each) => {
      if (judge(each).standing !== 'verified') return;
      const { outcomes } = each;
      expect(outcomes.proof.state).toBe('passed');
      expect(outcomes['key-binding'].state).toBe('passed');
      expect(PASSES).toContain(outcomes.revocation.state);
      expect(PASSES).toContain(outcomes['validity-period'].state);
      expect(outcomes['issuer-trust'].state).toBe('passed');
      expect(each.issuer.rung).toBe('recognised');
      expect(each.credential?.securing).not.toBe('none');
      expect(
        CHECK_IDS.filter((id) => outcomes[id].state === 'warned' || outcomes[id].state === 'failed'),
      ).toEqual([]);
    });
  });

  it('unrecognised means: as verified, but that nobody vouches for the issuer', () => {
    const silent: readonly (ProblemCode | undefined)[] = [
      'issuer-unknown',
      'registry-unreachable',
      undefined,
    ];
    check((each) => {
      if (judge(each).standing !== 'unrecognised') return;
      const { 'issuer-trust': trust, ...others } = each.outcomes;
      expect(others.proof.state).toBe('passed');
      expect(others['key-binding'].state).toBe('passed');
      expect(PASSES).toContain(others.revocation.state);
      expect(PASSES).toContain(others['validity-period'].state);
      expect(Object.values(others).filter(({ state }) => state === 'warned' || state === 'failed')).toEqual(
        [],
      );
      expect(each.issuer.rung === 'recognised' && trust.state === 'passed').toBe(false);
      if (trust.state !== 'passed')
        for (const told of [trust.problem, ...(trust.others ?? [])]) expect(silent).toContain(told?.code);
    });
  });

  it('a good status means that proof and key hold and revocation was answered', () => {
    check((each) => {
      const { status } = judge(each);
      if (status !== 'signature-verified' && status !== 'issuer-confirmed') return;
      for (const id of ['proof', 'key-binding'] as const)
        expect(['passed', 'warned']).toContain(each.outcomes[id].state);
      expect(['passed', 'warned', 'not-applicable']).toContain(each.outcomes.revocation.state);
    });
  });

  it('a failed proof is failed, and a failed revocation is failed or revoked', () => {
    check((each) => {
      const { status } = judge(each);
      const { proof } = each.outcomes;
      // These codes are of a record that holds in part. No failed proof has them.
      const isInPart = ['other-proof-failed', 'suspended'].includes(proof.problem?.code ?? '');
      if (proof.state === 'failed' && !isInPart) expect(status).toBe('failed');
      if (each.outcomes.revocation.state === 'failed') expect(['failed', 'revoked']).toContain(status);
    });
  });

  it('what could not be checked is never failed: without a failed check or a failing second proof there is no failure', () => {
    check((each) => {
      const told = CHECK_IDS.some(
        (id) => each.outcomes[id].state === 'failed' || each.outcomes[id].state === 'warned',
      );
      if (!told)
        expect(['failed', 'revoked', 'expired', 'holder-mismatch']).not.toContain(judge(each).status);
    });
  });
});

describe('the reason', () => {
  it('is that of a check that doubts, not of one that is fine with what it met', () => {
    const changes = {
      refresh: with_('inconclusive', 'refresh-failed'),
      'issuer-trust': with_('warned', 'issuer-unknown'),
    } as const;
    expect(verdictOf(changes)).toMatchObject({ standing: 'unrecognised', reason: 'issuer-unknown' });
  });

  it('is that of the first check that has one', () => {
    const changes = {
      'issuer-trust': with_('not-run'),
      conformance: with_('warned', 'digest-mismatch'),
    } as const;
    expect(verdictOf(changes)).toMatchObject({ standing: 'caution', reason: 'digest-mismatch' });
  });
});

describe('that nothing was there', () => {
  const empty = problem('empty-document');

  it('is said of a failed conformance alone, and only where there is no record', () => {
    const failed = { state: 'failed', problem: empty } as const;
    expect(verdictOf({ conformance: failed }, { credential: null }).status).toBe('not-checked');
    expect(verdictOf({ conformance: failed }).status).toBe('failed');
    expect(verdictOf({ proof: failed }, { credential: null }).status).toBe('failed');
  });

  it('is no reason where it was only warned of and something else is open', () => {
    const changes = {
      conformance: { state: 'warned', problem: empty },
      proof: with_('inconclusive', 'suite-unsupported'),
    } as const;
    expect(verdictOf(changes, { credential: null }).reason).toBe('suite-unsupported');
  });
});

it('a page whose server could not be reached is not taken for one that was read', () => {
  const page = { credential: { ...CONTENT, format: 'page' } } as const;
  expect(verdictOf({ proof: with_('inconclusive', 'timeout') }, page).status).toBe('unreachable');
});
