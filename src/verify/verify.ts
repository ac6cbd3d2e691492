/** Credential → Report. Every check runs, even after a bad answer. */
import { type Credential, isSdJwt } from '../credential/model.ts';
import { askAlong } from '../net/ask-along.ts';
import { recordContacts } from '../net/contacts.ts';
import { problemOfBug } from '../part.ts';
import { problem } from '../problem.ts';
import type { PageClaim } from '../site/sighting.ts';
import type { Check } from './check.ts';
import type { Authentication, CheckContext, CheckResult, InnerFinding } from './check-context.ts';
import { CHECKS } from './checks.ts';
import { contentOf } from './content.ts';
import { digestOfWords } from './issuers-words.ts';
import { judge } from './judge.ts';
import type { VerifyPorts } from './ports.ts';
import { type CheckId, inconclusive, notRun, type Outcome, outcomesFrom, type Report } from './report.ts';
import { foreseenLists } from './status/foreseen-lists.ts';
import { NO_ISSUER } from './unresolved.ts';

export interface ToVerify {
  readonly credential: Credential;
  /** What the page that shows the credential says about it. Null where there is no page. */
  readonly claim: PageClaim | null;
  /** 0, or the depth of an endorsement. */
  readonly depth?: number;
  /** The subject id of the record that contains it. Null where there is none. */
  readonly carriedFor?: string | null;
}

export interface Verified {
  /**
   * Always complete: each check has an outcome, whatever happened (OB 3.0 §OpenBadgeCredential Verification: all
   * steps).
   */
  readonly report: Report;
  /** The record that the report is about. Hosted and refreshed records replace the copy that came in. */
  readonly record: Credential;
}

/** Verifies one credential. Never rejects for bad input: expected trouble is an outcome with a code. */
export async function verify(
  { credential, claim, depth = 0, carriedFor = null }: ToVerify,
  world: VerifyPorts,
): Promise<Verified> {
  const asked = recordContacts(world.net, world.clock);
  const along = askAlong(asked.net, foreseenLists(credential));
  const ports: VerifyPorts = { ...world, net: along.net };
  const verifyInner = async (inner: Credential): Promise<InnerFinding> => {
    const { report } = await verify(
      { credential: inner, claim: null, depth: depth + 1 },
      { ...ports, holder: {} },
    );
    return { report, verdict: judge(report) };
  };
  const { context, holder } = await runAll({
    record: credential,
    hosting: null,
    claim,
    ports,
    depth,
    carriedFor,
    verifyInner,
  });
  // Whoever was asked is named, also where the answer was not needed in the end.
  await along.settled();
  const { record, outcomes, issuer } = context;
  const words = isKnownById(record) ? null : digestOfWords(record);
  const report: Report = {
    credential: contentOf(record),
    ...(words !== null && { words }),
    outcomes: outcomesFrom((id) => outcomes[id] ?? UNANSWERED),
    issuer: issuer ?? { ...NO_ISSUER, id: record.issuer.id, name: record.issuer.name },
    holder: { state: holder ?? 'not-checkable' },
    contacted: asked.contacts(),
    at: world.clock.now(),
  };
  return { report, record };
}

interface Findings extends Pick<CheckResult, 'holder'> {
  readonly context: CheckContext;
}

async function runAll(start: Omit<CheckContext, 'outcomes'>): Promise<Findings> {
  const outcomes: Partial<Record<CheckId, Outcome>> = {};
  let context: CheckContext = { ...start, outcomes };
  let holder: CheckResult['holder'];
  for (const check of CHECKS) {
    const result = await resultOf(check, context);
    if (result.authentication) {
      context = standingOn(result.authentication, context);
      outcomes.proof = result.authentication.proof;
      outcomes['key-binding'] = result.authentication.keyBinding;
    }
    outcomes[check.id] = result.outcome;
    if (result.issuer) context = { ...context, issuer: result.issuer };
    holder = result.holder ?? holder;
  }
  return { context, ...(holder && { holder }) };
}

async function resultOf(check: Check, context: CheckContext): Promise<CheckResult> {
  const blocked = check.blockedBy(context);
  if (blocked !== null) return { outcome: notRun(blocked) };
  try {
    return await check.run(context);
  } catch (bug) {
    // Its question stays open, and all other checks still run.
    return { outcome: inconclusive(problemOfBug(bug)) };
  }
}

/** A check without an answer is a bug of ours. */
const UNANSWERED: Outcome = inconclusive(problem('internal'));

/** The same context with this record. The undisclosed parts of an earlier copy say nothing about this one. */
const standingOn = (authentication: Authentication, context: CheckContext): CheckContext => ({
  ...context,
  record: authentication.record,
  hosting: authentication.hosting,
  withdrawal: authentication.withdrawal,
  undisclosed: authentication.undisclosed,
  replacedStatuses: authentication.replacedStatuses,
  unread: authentication.unread,
});

/** An SD-JWT says under one id whatever its holder discloses. */
const isKnownById = ({ id, source }: Credential): boolean => id !== null && !isSdJwt(source);
