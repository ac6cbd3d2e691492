/** Report → Verdict, by one ordered list (docs/decisions.md#status-and-standing). Each check has its own policy row. */
import { type Nature, natureOf, type Problem, type ProblemCode } from '../problem.ts';
import { CHECKS } from './checks.ts';
import { doubtsOf, failsOnlyInForm, isUnvouched } from './faults.ts';
import type { ByCode, Effect } from './policy.ts';
import {
  CHECK_IDS,
  type CheckId,
  holds,
  type Outcome,
  problemsOf,
  type Report,
  type SideFact,
  type Standing,
  type Status,
  type Verdict,
} from './report.ts';

type Headline = Pick<Verdict, 'status' | 'reason'>;

/** A status for which a check gives grounds, and the code that is the reason. */
interface Ground extends Headline {
  readonly check: CheckId;
}

/** A report, with the effects that the policies of the checks give it. */
interface Weighed {
  readonly report: Report;
  /**
   * Where several grounds give one status, the weightiest is first: a broken signature before the field that broke with
   * it.
   */
  readonly grounds: readonly Ground[];
  /** The first code of each check that raised a doubt. That nobody vouches for the issuer is no doubt. */
  readonly doubts: readonly (ProblemCode | null)[];
  readonly effects: readonly Effect[];
}

interface Row {
  /** The headline of this verdict. Null where the row does not apply. */
  readonly when: (weighed: Weighed) => Headline | null;
  readonly standing: Standing;
}

/** Applies where a check gives grounds for this status that pass the test. */
const ground =
  (status: Status, isMeant: (ground: Ground) => boolean = () => true): Row['when'] =>
  ({ grounds }) =>
    grounds.find((each) => each.status === status && isMeant(each)) ?? null;

/** The record holds, but not now or not in full. It gets no good status, and nobody is accused. */
const HOLDS_IN_PART: ReadonlySet<ProblemCode> = new Set(['suspended', 'other-proof-failed']);

const isDamning = ({ status, reason }: Ground): boolean =>
  (status === 'failed' || status === 'revoked') && !(reason !== null && HOLDS_IN_PART.has(reason));

/** The whole policy. The first row that applies gives the verdict. */
const VERDICTS: readonly Row[] = [
  { when: (weighed) => (lacksOnlyForm(weighed) ? ground('failed')(weighed) : null), standing: 'caution' },
  { when: ground('failed', isDamning), standing: 'failed' },
  { when: ground('revoked', isDamning), standing: 'failed' },
  { when: ground('failed'), standing: 'caution' },
  { when: ground('revoked'), standing: 'caution' },
  { when: ground('expired'), standing: 'caution' },
  { when: ground('holder-mismatch'), standing: 'caution' },
  { when: ground('unreachable'), standing: 'inconclusive' },
  { when: ground('not-checked'), standing: 'inconclusive' },
  { when: ground('page-only'), standing: 'inconclusive' },
  { when: withheld, standing: 'inconclusive' },
  { when: doubted, standing: 'caution' },
  { when: vouchedFor, standing: 'verified' },
];
const OTHERWISE: Standing = 'unrecognised';

/**
 * Sums up a whole report. Pure. `verified` needs all of these. Proof and key binding passed; revocation passed or
 * does not apply. The dates hold, the issuer is recognised, and no check raised a doubt. `unrecognised` means that
 * only the recognition is missing.
 */
export function judge(report: Report): Verdict {
  const weighed = weigh(report);
  const also = sideFacts(report);
  for (const { when, standing } of VERDICTS) {
    const found = when(weighed);
    if (found) return { status: found.status, standing, reason: found.reason, also };
  }
  const reason = report.outcomes['issuer-trust'].problem?.code ?? null;
  return { status: goodStatus(report) ?? 'not-checked', standing: OTHERWISE, reason, also };
}

function withheld({ report, effects }: Weighed): Headline | null {
  if (!effects.includes('withheld') && goodStatus(report) !== null) return null;
  const codes = CHECK_IDS.map((id) => report.outcomes[id].problem?.code);
  return { status: 'not-checked', reason: codes.find((code) => code !== undefined) ?? null };
}

function doubted({ report, doubts }: Weighed): Headline | null {
  const status = goodStatus(report);
  if (status === null || doubts.length === 0) return null;
  return { status, reason: doubts.find((code) => code !== null) ?? null };
}

function vouchedFor({ report, effects }: Weighed): Headline | null {
  const status = goodStatus(report);
  const isVouchedFor = report.issuer.rung === 'recognised' && !effects.includes('unvouched');
  return status !== null && isVouchedFor ? { status, reason: null } : null;
}

const BY_RANK = [...CHECKS].sort((one, other) => one.rank - other.rank);

function weigh(report: Report): Weighed {
  const told = BY_RANK.map(({ id, policy }) => {
    const outcome = report.outcomes[id];
    return { check: id, outcome, effect: policy[outcome.state] };
  });
  return {
    report,
    grounds: told.flatMap((each) =>
      groundsOf(each, report).map((found) => ({ ...found, check: each.check })),
    ),
    doubts: told.filter(isDoubt).map(({ outcome }) => doubtsOf(outcome)[0]?.code ?? null),
    effects: told.map(({ effect }) => effect),
  };
}

interface Told {
  readonly check: CheckId;
  readonly outcome: Outcome;
  readonly effect: Effect;
}

/** Whether an outcome raised a doubt. That nobody vouches for the issuer is no doubt. */
function isDoubt({ effect, outcome }: Told): boolean {
  if (effect === 'unvouched') return !isUnvouched(outcome);
  return effect === 'caution' || typeof effect === 'object';
}

/** The statuses for which one outcome gives grounds. Empty where it is fine, a caution, or withheld. */
function groundsOf({ check, effect, outcome }: Told, report: Report): readonly Headline[] {
  const reason = outcome.problem?.code ?? null;
  const isNothing = check === 'conformance' && report.credential === null && NOTHING_THERE.has(reason);
  if (effect === 'failed' && isNothing) return [{ status: 'not-checked', reason }];
  if (effect === 'failed' || effect === 'revoked') return [{ status: effect, reason }];
  if (effect === 'by-cause') return groundsByCause(outcome, report);
  return typeof effect === 'object' ? groundsByCode(effect, outcome, report) : [];
}

/**
 * There is no credential in a file, or in a place of a record, so nothing can be false (docs/decisions.md#exit-codes).
 */
const NOTHING_THERE: ReadonlySet<ProblemCode | null> = new Set(['no-credential-found', 'empty-document']);

function groundsByCause({ problem, others = [] }: Outcome, report: Report): readonly Headline[] {
  const causes = [problem && decisiveCause(problem), ...others.map(decisiveCause)];
  return causes.map((cause) => ({ status: unsettled(cause, report), reason: cause?.code ?? null }));
}

/** Statuses of a record that holds. Without proof and key binding they are shown only as facts. */
const HOLDS_FIRST: ReadonlySet<Status> = new Set(['expired', 'holder-mismatch']);

const groundsByCode = ({ byCode }: ByCode, outcome: Outcome, report: Report): readonly Headline[] =>
  problemsOf(outcome).flatMap(({ code }) => {
    const status = byCode[code];
    const stands = status !== undefined && (!HOLDS_FIRST.has(status) || recordHolds(report));
    return stands ? [{ status, reason: code }] : [];
  });

const BROKEN: ReadonlySet<Nature> = new Set(['malformed', 'limit']);

/** The inconclusive status for a problem. A page is no record, so it gives at most `page-only`. */
function unsettled(cause: Problem | undefined, report: Report): Status {
  const isPage = cause?.code === 'page-only' || cause?.code === 'page-in-view';
  if (isPage && report.credential?.format === 'page') return 'page-only';
  // A server sent a broken answer instead of a record. It was asked, but nothing was found out.
  const broken = cause && BROKEN.has(natureOf(cause)) && report.credential === null;
  return broken || (cause && natureOf(cause) === 'network') ? 'unreachable' : 'not-checked';
}

/**
 * A missing permission or a private record decides over the problems that it caused. The reader can do something about
 * it.
 */
function decisiveCause(problem: Problem): Problem {
  for (let each: Problem | undefined = problem; each; each = each.cause) {
    if (natureOf(each) === 'permission' || natureOf(each) === 'private') return each;
  }
  return problem;
}

const recordHolds = ({ outcomes }: Report): boolean =>
  holds(outcomes.proof) && holds(outcomes['key-binding']);

/** Whether the only fault of a record that holds is a fault of form. */
function lacksOnlyForm({ report, grounds }: Weighed): boolean {
  const others = grounds.filter(({ check }) => check !== 'conformance');
  return failsOnlyInForm(report.outcomes) && !others.some(isDamning);
}

function goodStatus({ credential }: Report): 'signature-verified' | 'issuer-confirmed' | null {
  if (credential?.securing === 'embedded' || credential?.securing === 'enveloping')
    return 'signature-verified';
  return credential?.securing === 'hosted' ? 'issuer-confirmed' : null;
}

const SIDE_FACT_OF: Partial<Record<ProblemCode, SideFact>> = {
  revoked: 'revoked',
  'record-gone': 'revoked',
  suspended: 'suspended',
  expired: 'expired',
  'not-yet-valid': 'not-yet-valid',
  'holder-mismatch': 'holder-mismatch',
};

/**
 * Facts that are true of the credential, whatever the headline is. A date or a status bit counts only where its check
 * reported it.
 */
function sideFacts({ outcomes }: Report): readonly SideFact[] {
  const told = [outcomes.revocation, outcomes['validity-period'], outcomes.holder].flatMap(problemsOf);
  return [...new Set(told.map(({ code }) => SIDE_FACT_OF[code]))].filter((fact) => fact !== undefined);
}
