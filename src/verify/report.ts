/** Check → Outcome → Report → Verdict: one question, its answer, all answers, and the summary. */
import type { CredentialContent } from '../credential/model.ts';
import type { Json } from '../json.ts';
import type { Instant, Recognition } from '../ports.ts';
import type { Problem, ProblemCode } from '../problem.ts';

/** In the order in which they are asked and shown (OB 3.0 §OpenBadgeCredential Verification). */
export const CHECK_IDS = [
  'conformance',
  'proof',
  'key-binding',
  'refresh',
  'revocation',
  'validity-period',
  'issuer-trust',
  'holder',
  'endorsements',
  'page-claim',
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

export const CHECK_STATES = [
  'passed',
  'warned',
  'failed',
  'inconclusive',
  'not-applicable',
  'not-run',
] as const;
export type CheckState = (typeof CHECK_STATES)[number];

export type Facts = Readonly<Record<string, Json>>;

/** The answer of one check. `problem` is set for warned, failed and inconclusive, and may explain not-applicable. */
export interface Outcome {
  readonly state: CheckState;
  readonly problem?: Problem;
  /** The other problems of the same check (a second revoked list, a second missing member). */
  readonly others?: readonly Problem[];
  readonly facts?: Facts;
  /** For not-run: the check on whose answer it depends. */
  readonly blockedBy?: CheckId;
}
export type Outcomes = Readonly<Record<CheckId, Outcome>>;

/** Whether the check found that it holds, with or without a warning. */
export const holds = (outcome: Pick<Outcome, 'state'> | undefined): boolean =>
  outcome?.state === 'passed' || outcome?.state === 'warned';

/** All problems of one outcome, weightiest first. */
export const problemsOf = ({ problem, others }: Outcome): readonly Problem[] => [
  ...(problem ? [problem] : []),
  ...(others ?? []),
];

/** A whole set of outcomes, one for each check. */
export function outcomesFrom(answer: (id: CheckId) => Outcome): Outcomes {
  const outcomes: Partial<Record<CheckId, Outcome>> = {};
  for (const id of CHECK_IDS) outcomes[id] = answer(id);
  return outcomes as Outcomes;
}

export const passed = (facts?: Facts): Outcome => ({ state: 'passed', ...(facts && { facts }) });
export const notApplicable = (facts?: Facts): Outcome => ({
  state: 'not-applicable',
  ...(facts && { facts }),
});
export const notRun = (blockedBy: CheckId): Outcome => ({ state: 'not-run', blockedBy });
export const warned = (problem: Problem, facts?: Facts): Outcome => ({
  state: 'warned',
  problem,
  ...(facts && { facts }),
});
export const failed = (problem: Problem, facts?: Facts): Outcome => ({
  state: 'failed',
  problem,
  ...(facts && { facts }),
});
export const inconclusive = (problem: Problem, facts?: Facts): Outcome => ({
  state: 'inconclusive',
  problem,
  ...(facts && { facts }),
});

/**
 * integrity: something signed it · bound: the key is the issuer id's · domain: this domain controls the id ·
 * recognised: a trusted list has it.
 */
export const RUNGS = ['none', 'integrity', 'bound', 'domain', 'recognised'] as const;
export type Rung = (typeof RUNGS)[number];

export interface IssuerFinding {
  readonly id: string | null;
  /** The name that the credential itself (or its hosted profile) claims. */
  readonly name: string | null;
  /** The partner for whom a platform gave its own award, where its data names one: `Coursera, for Meta`. */
  readonly partner?: string;
  readonly rung: Rung;
  /** The host that controls the issuer id, ASCII form; null for did:key and the like. */
  readonly domain: string | null;
  /** Who lists it, under which names, and at which date. */
  readonly recognisedBy: readonly Recognition[];
  /** The name of the platform whose server answered for it. */
  readonly answeredBy: string | null;
}

export const HOLDER_STATES = [
  'matched',
  'name-matches',
  'name-similar',
  'name-differs',
  'mismatch',
  'not-checkable',
] as const;
export type HolderState = (typeof HOLDER_STATES)[number];

/** One request made for this credential. `outcome`: the HTTP status, `cached`, or a problem code. */
export interface Contact {
  readonly url: string;
  readonly at: Instant;
  readonly outcome: string;
}

/** Every request once, in their order. */
export const distinctContacts = (contacts: readonly Contact[]): readonly Contact[] => [
  ...new Map(contacts.map((contact) => [`${contact.url} ${contact.at}`, contact])).values(),
];

/**
 * All answers about one credential. It can be stored: no bytes, no functions. It is always complete: every check has an
 * outcome.
 */
export interface Report {
  /** null where no record could be read. The hosted record replaces the copy that named it. */
  readonly credential: CredentialContent | null;
  /** A digest by which its copies are known where its id does not do it (verify/issuers-words.ts). */
  readonly words?: string;
  readonly outcomes: Outcomes;
  readonly issuer: IssuerFinding;
  readonly holder: { readonly state: HolderState };
  readonly contacted: readonly Contact[];
  /** The moment for which it was judged. */
  readonly at: Instant;
}

/** In order of precedence for the headline (docs/decisions.md#the-issuer-ladder). */
export const STATUSES = [
  'failed',
  'revoked',
  'expired',
  'holder-mismatch',
  'signature-verified',
  'issuer-confirmed',
  'page-only',
  'unreachable',
  'not-checked',
] as const;
export type Status = (typeof STATUSES)[number];

/**
 * verified: it holds, and somebody we know says who issued it · unrecognised: it holds, but nobody we know vouches for
 * the issuer · caution: there is something to ask about · inconclusive: not settled · failed.
 */
export const STANDINGS = ['verified', 'unrecognised', 'caution', 'inconclusive', 'failed'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Facts that stay visible beside the headline. */
export const SIDE_FACTS = ['revoked', 'expired', 'suspended', 'not-yet-valid', 'holder-mismatch'] as const;
export type SideFact = (typeof SIDE_FACTS)[number];

export interface Verdict {
  readonly status: Status;
  readonly standing: Standing;
  /** Code of the problem that decided the headline; null for a good status without one. */
  readonly reason: ProblemCode | null;
  /** True of the credential, whatever the headline is: an expired **and** revoked one shows both. */
  readonly also: readonly SideFact[];
}
