import type { EmbeddedEndorsement } from '../../credential/model.ts';
import { readCredential } from '../../credential/read.ts';
import { type Nature, natureOf, type Problem, type ProblemCode, problem } from '../../problem.ts';
import type { CheckContext, CheckResult } from '../check-context.ts';
import { type Facts, holds, type Verdict } from '../report.ts';
import { sameParty } from '../trust/issuer-domain.ts';
import { isListedAs } from '../trust/issuer-id.ts';

/** Endorsements of endorsements say nothing about the badge. A hundred of them would only cost time. */
const MAX_DEPTH = 1;
const MAX_ENDORSEMENTS = 10;

/** The part of a record that is endorsed. */
type About = 'credential' | 'achievement' | 'issuer' | 'creator';

/** The result of one endorsement. Plain data, so that it can be shown as a fact. */
interface Endorsed {
  readonly endorser: string | null;
  readonly status: Verdict['status'] | null;
  readonly problem: Problem | null;
  /** What the endorser says, and of what, where it counts. */
  readonly says?: { readonly about: About; readonly says: string | null };
  /** Set where it is open only because of how it is written, which its holder may have chosen. */
  readonly isUnreadable?: boolean;
}

/**
 * Do the endorsements that it carries hold? Each is verified by the same steps (OB 3.0 §Endorsement verification). It
 * must name this credential, its achievement or its issuer by id. Its endorser must be on the reader's lists. Anybody
 * may issue a badge with an id that somebody known has endorsed. So an id that is not the issuer's own counts only
 * where the issuer is recognised. An endorsement that does not count takes nothing from the badge. One that does not
 * hold is a caution, and so is one that cannot be read: a holder may write the graph so that a bad one is not found
 * (docs/decisions.md#what-is-read-of-a-signed-graph).
 * Codes: `endorsement-failed`, `endorsement-other-subject` (warned), `endorsement-unchecked` (either), `endorser-unknown`,
 * `endorser-is-issuer`, `endorsement-unbound` (inconclusive).
 */
export async function examineEndorsements(context: CheckContext): Promise<CheckResult> {
  const { endorsements } = context.record;
  const examined: Endorsed[] = [];
  for (const endorsement of endorsements.slice(0, MAX_ENDORSEMENTS))
    examined.push(await examine(endorsement, context));
  const beyond = endorsements[MAX_ENDORSEMENTS];
  if (beyond) examined.push(unread(unchecked(beyond.at), context));
  const doubts = problemsOf(examined.filter(isDoubt));
  const [first, ...others] = [...doubts, ...problemsOf(examined.filter((each) => !isDoubt(each)))];
  const facts: Facts = {
    endorsements: examined.map(({ endorser, status, says }) => ({
      endorser,
      status,
      ...says,
    })),
  };
  if (!first) return { outcome: { state: 'passed', facts } };
  const state = doubts.length > 0 ? 'warned' : 'inconclusive';
  return { outcome: { state, problem: first, others, facts } };
}

const problemsOf = (examined: readonly Endorsed[]): readonly Problem[] =>
  examined.flatMap(({ problem }) => (problem ? [problem] : []));

const DOUBTS: ReadonlySet<ProblemCode> = new Set(['endorsement-failed', 'endorsement-other-subject']);
const isDoubt = ({ problem, isUnreadable }: Endorsed): boolean =>
  isUnreadable === true || (problem !== null && DOUBTS.has(problem.code));

/** Only the issuer writes the record that its own server returned. */
const isHoldersWriting = ({ record }: CheckContext): boolean => record.securing !== 'hosted';

const unread = (problem: Problem, context: CheckContext): Endorsed => ({
  endorser: null,
  status: null,
  problem,
  isUnreadable: isHoldersWriting(context),
});

async function examine({ value, at, about }: EmbeddedEndorsement, context: CheckContext): Promise<Endorsed> {
  if (context.depth >= MAX_DEPTH) return { endorser: null, status: null, problem: unchecked(at) };
  const read = await readCredential(value, null);
  if (!read.ok) return unread(unchecked(at, read.problem), context);
  const { report, verdict } = await context.verifyInner(read.value);
  // This is read from what was signed. A holder may have written it so that it seems to be about something else.
  const { issuer, types, recipient, description } = report.credential ?? read.value;
  const { outcomes } = report;
  const endorser = issuer.name ?? issuer.id;
  const { record, ports } = context;
  const isIssuer =
    issuer.id !== null &&
    record.issuer.id !== null &&
    isListedAs(issuer.id, record.issuer.id, ports.hosting.sameRecord);
  const { status } = verdict;
  const failing = problemOf(verdict, { at, endorser: endorser ?? '', isIssuer });
  if (OPEN.has(status))
    return {
      endorser,
      status,
      problem: failing,
      isUnreadable: isHoldersWriting(context) && !isElsewhere(verdict),
    };
  // In a copy that does not hold, anybody may have written the type and the subject.
  if (!holds(outcomes['key-binding'])) return { endorser, status, problem: failing };
  // OB 3.0 §EndorsementCredential.type: another credential about the issuer has the issuer's id as subject too. Only an
  // EndorsementCredential endorses.
  if (!types.includes('EndorsementCredential'))
    return { endorser, status: null, problem: unchecked(at, problem('type-unknown', { at: '/type' })) };
  // OB 3.0 §EndorsementSubject: its `id` is that of the individual, entity, organization, assertion or achievement endorsed.
  if (recipient.id === null || !about.includes(recipient.id)) {
    const params = { endorser: endorser ?? '' };
    return { endorser, status: null, problem: problem('endorsement-other-subject', { at, params }) };
  }
  if (failing === null && !isIssuersOwn(recipient.id, context))
    return {
      endorser,
      status,
      problem: problem('endorsement-unbound', { at, params: { endorser: endorser ?? '' } }),
    };
  const says = { about: aboutOf(recipient.id, context.record), says: description };
  return { endorser, status, problem: failing, ...(failing === null && { says }) };
}

/** Praise of whoever issued it is none of the credential. */
function aboutOf(id: string, { id: whole, issuer, achievements }: CheckContext['record']): About {
  if (id === whole) return 'credential';
  if (id === issuer.id) return 'issuer';
  return achievements.some((each) => each.id === id) ? 'achievement' : 'creator';
}

/** Whether only the issuer could have given something this id. Of a recognised issuer any id is accepted. */
function isIssuersOwn(id: string, { record, outcomes }: CheckContext): boolean {
  const { id: issuerId } = record.issuer;
  if (issuerId === null || !holds(outcomes['key-binding'])) return false;
  const isRecognised = outcomes['issuer-trust']?.facts?.rung === 'recognised';
  return isRecognised || id === issuerId || sameParty(id, issuerId);
}

/** Whether the answer depends on somebody who was not, or could not be, asked. */
const isElsewhere = ({ status, reason }: Verdict): boolean =>
  status === 'unreachable' || (reason !== null && ASKED_IN_VAIN.has(natureOf(problem(reason))));
const ASKED_IN_VAIN: ReadonlySet<Nature> = new Set(['network', 'permission', 'private']);

const unchecked = (at: string, cause?: Problem): Problem =>
  problem('endorsement-unchecked', { at, ...(cause && { cause }) });

const GOOD: ReadonlySet<Verdict['status']> = new Set(['signature-verified', 'issuer-confirmed']);
const OPEN: ReadonlySet<Verdict['status']> = new Set(['unreachable', 'not-checked', 'page-only']);

interface Place {
  readonly at: string;
  readonly endorser: string;
  readonly isIssuer: boolean;
}

/**
 * Why an endorsement does not count, or null where it does. It counts where it holds without a doubt and its endorser
 * is known. The issuer's own opinion of its badge is in the badge already.
 */
function problemOf({ status, standing, reason }: Verdict, { at, endorser, isIssuer }: Place): Problem | null {
  const params = { endorser, status };
  if (OPEN.has(status)) return problem('endorsement-unchecked', { at, params });
  if (!GOOD.has(status)) return problem('endorsement-failed', { at, params });
  if (isIssuer) return problem('endorser-is-issuer', { at, params });
  if (standing === 'verified') return null;
  if (reason === 'issuer-unknown') return problem('endorser-unknown', { at, params });
  return problem('endorsement-unchecked', { at, params, ...(reason !== null && { cause: problem(reason) }) });
}
