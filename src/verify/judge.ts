/** Report → Verdict: the policy, as one table (docs/decisions.md#status-and-standing). */
import { type Nature, natureOf, type Problem, type ProblemCode } from '../problem.ts';
import {
  CHECK_IDS,
  type CheckId,
  type CheckState,
  type Outcome,
  type Report,
  type SideFact,
  type Standing,
  type Status,
  type Verdict,
} from './report.ts';

/**
 * What one outcome of one check means for the whole.
 * - `fine`     nothing stands in the way of a good status
 * - `caution`  a good status, but never `verified`
 * - `withheld` no good status; says nothing further by itself
 * - a status   that status, where the record holds if the status asks for it (`HOLDS_FIRST`)
 * - `by-cause` the nature of the problem decides: see `unsettled`
 * - `by-code`  the code decides: see `BY_CODE`; a caution where it is not there, or its status does not stand
 * - `open-form` not checked where a schema that the credential names cannot be run here, else a caution: see `SCHEMA_NOT_RUN`
 * - `unvouched` a good status, `unrecognised` at most; a caution where more is said than `NOBODY_VOUCHES`
 */
type Effect =
  | 'fine'
  | 'caution'
  | 'withheld'
  | 'failed'
  | 'revoked'
  | 'by-cause'
  | 'by-code'
  | 'open-form'
  | 'unvouched';

/** Warnings, and whatever is no part of authenticity or timeliness, never do more than caution. */
const CAUTION_AT_MOST = {
  passed: 'fine',
  warned: 'caution',
  failed: 'caution',
  inconclusive: 'caution',
  'not-applicable': 'fine',
  'not-run': 'fine',
} as const satisfies Record<CheckState, Effect>;

/** Nothing unsigned and unconfirmed is ever verified: whatever is not `passed` or `warned` withholds. */
const MUST_HOLD = {
  passed: 'fine',
  warned: 'caution',
  failed: 'failed',
  inconclusive: 'by-cause',
  'not-applicable': 'withheld',
  'not-run': 'withheld',
} as const satisfies Record<CheckState, Effect>;

const POLICY = {
  conformance: { ...CAUTION_AT_MOST, failed: 'failed', inconclusive: 'open-form' },
  proof: { ...MUST_HOLD, warned: 'by-code' },
  'key-binding': MUST_HOLD,
  // OB 3.0 §Refresh: where no newer copy can be had, the original stands.
  refresh: { ...CAUTION_AT_MOST, inconclusive: 'fine' },
  revocation: {
    passed: 'fine',
    warned: 'by-code',
    failed: 'revoked',
    inconclusive: 'by-cause',
    'not-applicable': 'fine',
    'not-run': 'withheld',
  },
  'validity-period': {
    passed: 'fine',
    warned: 'caution',
    failed: 'by-code',
    inconclusive: 'by-cause',
    'not-applicable': 'fine',
    'not-run': 'withheld',
  },
  'issuer-trust': {
    passed: 'fine',
    warned: 'unvouched',
    failed: 'caution',
    inconclusive: 'unvouched',
    'not-applicable': 'unvouched',
    'not-run': 'unvouched',
  },
  holder: { ...CAUTION_AT_MOST, failed: 'by-code', inconclusive: 'fine' },
  endorsements: { ...CAUTION_AT_MOST, inconclusive: 'fine' },
  'page-claim': CAUTION_AT_MOST,
} as const satisfies Record<CheckId, Record<CheckState, Effect>>;

/**
 * Codes that decide within a check. A suspended credential and one that is not yet valid hold, but not now; of one with
 * a second proof that fails, something holds and something does not. No good status says that ("all of these passed"),
 * so the status is that of the check they belong to, the reason names what is the case, and the standing is caution.
 */
const BY_CODE: Partial<Record<ProblemCode, Status>> = {
  'other-proof-failed': 'failed',
  suspended: 'revoked',
  expired: 'expired',
  'not-yet-valid': 'expired',
  'holder-mismatch': 'holder-mismatch',
};

/** The schema was had, and may be violated: a good status would say that all of it passed. */
const SCHEMA_NOT_RUN: ReadonlySet<ProblemCode> = new Set(['schema-unsupported', 'work-stopped']);

const CAUTION_WHATEVER_STATUS: ReadonlySet<ProblemCode> = new Set(['suspended', 'other-proof-failed']);

const DECIDES_NOTHING: ReadonlySet<Nature> = new Set(['note', 'network', 'unsupported']);

/** Faults of form: of a record that holds they say how its issuer writes, not that anything is wrong with it. */
const OF_FORM: ReadonlySet<ProblemCode> = new Set(['member-missing', 'member-malformed', 'date-malformed']);

/** All that these say is that nobody the reader knows vouches for the issuer: no suspicion (docs/decisions.md#status-and-standing). */
const NOBODY_VOUCHES: ReadonlySet<ProblemCode> = new Set([
  'issuer-unknown',
  'issuer-identified',
  'registry-unreachable',
]);

/** There was nothing to be false: a file, or a place in a record, without a credential (docs/decisions.md#exit-codes). */
const NOTHING_THERE: ReadonlySet<string> = new Set(['no-credential-found', 'empty-document']);

/** Statuses that speak of a record that holds: without proof and key binding they are shown as facts only. */
const HOLDS_FIRST: ReadonlySet<Status> = new Set(['expired', 'holder-mismatch']);

const SIDE_FACT_OF: Partial<Record<ProblemCode, SideFact>> = {
  revoked: 'revoked',
  'record-gone': 'revoked',
  suspended: 'suspended',
  expired: 'expired',
  'not-yet-valid': 'not-yet-valid',
  'holder-mismatch': 'holder-mismatch',
};
const SIDE_FACT_CHECKS: readonly CheckId[] = ['revocation', 'validity-period', 'holder'];

/** The order in which docs/decisions.md#status-and-standing tries its rows; the first that holds gives the status. */
const ROWS = [
  'failed',
  'revoked',
  'expired',
  'holder-mismatch',
  'unreachable',
  'not-checked',
  'page-only',
] as const satisfies readonly Status[];

const STANDING_OF = {
  failed: 'failed',
  revoked: 'failed',
  expired: 'caution',
  'holder-mismatch': 'caution',
  'page-only': 'inconclusive',
  unreachable: 'inconclusive',
  'not-checked': 'inconclusive',
  'signature-verified': 'caution',
  'issuer-confirmed': 'caution',
} as const satisfies Record<Status, Standing>;

interface Ground {
  readonly status: Status;
  readonly reason: ProblemCode | null;
}

/**
 * Sums a whole report up. Pure. `verified` only where proof and key binding passed, revocation passed or does not
 * apply, the dates hold, the issuer is recognised, and no check raised a doubt; `unrecognised` where only the
 * recognition is missing.
 */
export function judge(report: Report): Verdict {
  const also = sideFacts(report);
  const effects = CHECK_IDS.map((id) => effectOf(id, report.outcomes[id]));
  const grounds = WEIGHTIEST_FIRST.flatMap((id) => groundsOf(id, report));
  const row = ROWS.find((status) => grounds.some((ground) => ground.status === status));
  const ground = grounds.find(({ status }) => status === row);
  if (ground) return { ...ground, standing: lacksOnlyForm(report) ? 'caution' : standingOf(ground), also };
  const good = effects.includes('withheld') ? null : goodStatus(report);
  if (good === null)
    return { status: 'not-checked', standing: 'inconclusive', reason: firstCode(report), also };
  if (DOUBTS_FIRST.some((id) => isDoubted(id, report)))
    return { status: good, standing: 'caution', reason: doubtCode(report), also };
  const vouched = report.issuer.rung === 'recognised' && !effects.includes('unvouched');
  return vouched
    ? { status: good, standing: 'verified', reason: null, also }
    : { status: good, standing: 'unrecognised', reason: unvouchedCode(report), also };
}

const effectOf = (id: CheckId, outcome: Outcome): Effect => POLICY[id][outcome.state];

/** The statuses that one outcome gives grounds for. Empty where it is fine, a caution, or withheld. */
function groundsOf(id: CheckId, report: Report): readonly Ground[] {
  const outcome = report.outcomes[id];
  const effect = effectOf(id, outcome);
  const reason = outcome.problem?.code ?? null;
  const isNothing = id === 'conformance' && report.credential === null && NOTHING_THERE.has(reason ?? '');
  if (effect === 'failed' && isNothing) return [{ status: 'not-checked', reason }];
  if (effect === 'failed' || effect === 'revoked') return [{ status: effect, reason }];
  if (effect === 'by-cause') {
    const cause = outcome.problem && decisiveCause(outcome.problem);
    const others = (outcome.others ?? []).map(decisiveCause);
    return [cause, ...others].map((each) => ({
      status: unsettled(each, report),
      reason: each?.code ?? null,
    }));
  }
  if (effect === 'open-form')
    return problemsOf(outcome).flatMap(({ code }) =>
      SCHEMA_NOT_RUN.has(code) ? [{ status: 'not-checked', reason: code } as const] : [],
    );
  if (effect !== 'by-code') return [];
  return problemsOf(outcome).flatMap(({ code }) => {
    const status = BY_CODE[code];
    const stands = status !== undefined && (!HOLDS_FIRST.has(status) || holds(report));
    return stands ? [{ status, reason: code }] : [];
  });
}

/** Which inconclusive status a problem gives. A page that was read is no record: at most `page-only`. */
function unsettled(cause: Problem | undefined, report: Report): Status {
  const isPage = cause?.code === 'page-only' || cause?.code === 'page-in-view';
  if (isPage && report.credential?.format === 'page') return 'page-only';
  // A broken answer where a record should have come: asked, and nothing found out.
  const broken = cause && natureOf(cause) === 'malformed' && report.credential === null;
  return broken || (cause && natureOf(cause) === 'network') ? 'unreachable' : 'not-checked';
}

/** A missing grant or a private record decides whatever it made impossible: the reader can do something about it. */
function decisiveCause(problem: Problem): Problem {
  for (let each: Problem | undefined = problem; each; each = each.cause) {
    if (natureOf(each) === 'permission' || natureOf(each) === 'private') return each;
  }
  return problem;
}

const holds = ({ outcomes }: Report): boolean =>
  [outcomes.proof, outcomes['key-binding']].every(({ state }) => state === 'passed' || state === 'warned');

function goodStatus({ credential }: Report): 'signature-verified' | 'issuer-confirmed' | null {
  if (credential?.securing === 'embedded' || credential?.securing === 'enveloping')
    return 'signature-verified';
  return credential?.securing === 'hosted' ? 'issuer-confirmed' : null;
}

const standingOf = ({ status, reason }: Ground): Standing =>
  reason !== null && CAUTION_WHATEVER_STATUS.has(reason) ? 'caution' : STANDING_OF[status];

/**
 * Whether a record that holds lacks nothing but the form of its standard (docs/decisions.md#status-and-standing). A schema that it names
 * tells the same fault once more.
 */
export function lacksOnlyForm(report: Report): boolean {
  const { conformance } = report.outcomes;
  if (conformance.state !== 'failed' || !holds(report)) return false;
  const faults = problemsOf(conformance).filter((each) => !DECIDES_NOTHING.has(natureOf(each)));
  const others = CHECK_IDS.filter((id) => id !== 'conformance').flatMap((id) => groundsOf(id, report));
  return (
    faults.some(({ code }) => OF_FORM.has(code)) &&
    faults.every(({ code }) => OF_FORM.has(code) || code === 'schema-violated') &&
    others.every((ground) => standingOf(ground) !== 'failed')
  );
}

const problemsOf = ({ problem, others }: Outcome): readonly Problem[] => [
  ...(problem ? [problem] : []),
  ...(others ?? []),
];

/** True of the credential whatever the headline says. A date or a bit counts only where its check said so. */
function sideFacts({ outcomes }: Report): readonly SideFact[] {
  const facts = SIDE_FACT_CHECKS.flatMap((id) => problemsOf(outcomes[id])).map(
    ({ code }) => SIDE_FACT_OF[code],
  );
  return [...new Set(facts)].filter((fact) => fact !== undefined);
}

/** Of several grounds for one status the weightiest is told: a broken signature before the field that went with it. */
const WEIGHTIEST_FIRST: readonly CheckId[] = [
  'proof',
  'key-binding',
  ...CHECK_IDS.filter((id) => !['proof', 'key-binding', 'conformance'].includes(id)),
  'conformance',
];

/** The first problem of a check that withholds a good status. */
const firstCode = ({ outcomes }: Report): ProblemCode | null =>
  CHECK_IDS.map((id) => outcomes[id].problem?.code).find((code) => code !== undefined) ?? null;

/** Which doubt a reader is told first: about the record itself, about its issuer, about the page, about its form. */
const DOUBTS_FIRST: readonly CheckId[] = [
  'proof',
  'key-binding',
  'revocation',
  'validity-period',
  'refresh',
  'issuer-trust',
  'holder',
  'page-claim',
  'endorsements',
  'conformance',
];

/** Whether a check raised a doubt, more than that nobody vouches for the issuer. */
function isDoubted(id: CheckId, { outcomes }: Report): boolean {
  const effect = effectOf(id, outcomes[id]);
  if (effect === 'unvouched') return !isUnvouched(outcomes[id]);
  return effect === 'caution' || effect === 'by-code' || effect === 'open-form';
}

/** Whether an outcome says no more than that nobody vouches for the issuer. */
export const isUnvouched = (outcome: Outcome): boolean =>
  outcome.state !== 'passed' && outcome.state !== 'failed' && doubtsOf(outcome).length === 0;

const doubtsOf = (outcome: Outcome): readonly Problem[] =>
  problemsOf(outcome).filter(({ code }) => !NOBODY_VOUCHES.has(code));

const doubtCode = (report: Report): ProblemCode | null =>
  DOUBTS_FIRST.filter((id) => isDoubted(id, report))
    .map((id) => doubtsOf(report.outcomes[id])[0]?.code)
    .find((code) => code !== undefined) ?? null;

const unvouchedCode = ({ outcomes }: Report): ProblemCode | null =>
  outcomes['issuer-trust'].problem?.code ?? null;
