/**
 * What the badge's owner can do so that a recruiter sees all that the badge can truly show. Each point says whose job
 * it is.
 */
import type { CredentialContent } from '../credential/model.ts';
import type { Item } from '../item.ts';
import { type Nature, PROBLEMS, type Problem, type ProblemCode } from '../problem.ts';
import { CHECK_IDS, type Standing } from '../verify/report.ts';
import { allProblemsOf } from './checks.ts';
import { checkedRow } from './row.ts';
import { keyOf, problemSentence, type Sign, type Voice } from './sentence.ts';

/**
 * Whose job it is: the owner's, the issuer's, that of the platform that keeps the record, or the reader's in their own
 * browser.
 */
export const JOBS = ['mine', 'issuer', 'platform', 'reader'] as const;
export type Job = (typeof JOBS)[number];

export interface AdviceView {
  /** A problem's code, or the code of a hint. */
  readonly code: string;
  /** `problem`: it stands between the badge and a good answer. `hint`: it would make the badge say more. */
  readonly kind: 'problem' | 'hint';
  readonly sentence: string;
  readonly job: Job;
  readonly jobWord: string;
  /** What whoever's job it is can do. */
  readonly remedy: string;
  /** JSON Pointer in the record; null where it has no place. */
  readonly at: string | null;
  /** For people who build badges; null for hints. */
  readonly developer: string | null;
}
export interface AdviceSheet {
  readonly key: string;
  readonly title: string;
  readonly sign: Sign;
  readonly standing: Standing;
  readonly statusWord: string;
  readonly points: readonly AdviceView[];
  /** Everything that the issuer has to mend, as a text to send; null where there is nothing. */
  readonly forIssuer: string | null;
}

/** What can be done, and whose job that is. */
export const REMEDIES = {
  'copy-link': 'mine',
  'bring-badge': 'mine',
  'unlock-pdf': 'mine',
  'fetch-again': 'mine',
  'make-public': 'mine',
  'correct-profile': 'mine',
  'tell-address': 'mine',
  renew: 'mine',
  mend: 'issuer',
  'ask-why': 'issuer',
  'other-form': 'issuer',
  later: 'platform',
  'ask-platform': 'platform',
  nothing: 'reader',
} as const satisfies Record<string, Job>;
type Remedy = keyof typeof REMEDIES;

const BY_NATURE: Readonly<Record<Nature, Remedy>> = {
  disproved: 'mend',
  malformed: 'mend',
  revoked: 'ask-why',
  network: 'later',
  unsupported: 'other-form',
  limit: 'mend',
  permission: 'nothing',
  private: 'make-public',
  note: 'mend',
};

/** Codes whose nature alone does not tell what can be done. */
const BY_CODE: Partial<Record<ProblemCode, Remedy>> = {
  'record-not-found': 'copy-link',
  'url-malformed': 'copy-link',
  'not-https': 'copy-link',
  'private-host': 'copy-link',
  'port-refused': 'copy-link',
  'short-link': 'copy-link',
  'short-link-leads-nowhere': 'copy-link',
  'short-link-unseen': 'copy-link',
  'form-not-record': 'copy-link',
  'form-asks-code': 'copy-link',
  'form-asks-number': 'copy-link',
  'form-asks-name': 'copy-link',
  'form-asks-number-and-name': 'copy-link',
  'no-link': 'copy-link',
  'collection-not-single': 'copy-link',
  'list-of-credentials': 'copy-link',
  'definition-not-award': 'copy-link',
  'nothing-awarded': 'copy-link',
  'claim-link': 'copy-link',
  'wallet-bound': 'copy-link',
  'nothing-to-check': 'bring-badge',
  'no-credential-found': 'bring-badge',
  'empty-document': 'bring-badge',
  'file-unreadable': 'bring-badge',
  'unknown-format': 'bring-badge',
  'image-not-baked': 'bring-badge',
  'pdf-encrypted': 'unlock-pdf',
  'png-malformed': 'fetch-again',
  'svg-malformed': 'fetch-again',
  'pdf-malformed': 'fetch-again',
  'signature-invalid': 'fetch-again',
  'record-absent-or-private': 'make-public',
  'access-denied': 'make-public',
  'page-only': 'ask-platform',
  'no-machine-readable-record': 'ask-platform',
  'reading-not-allowed': 'ask-platform',
  'service-closed': 'ask-platform',
  'withdrawal-not-said': 'ask-platform',
  'end-not-said': 'ask-platform',
  'claim-title-differs': 'correct-profile',
  'claim-names-several': 'correct-profile',
  'claim-issuer-differs': 'correct-profile',
  'claim-date-differs': 'correct-profile',
  suspended: 'ask-why',
  'issuer-unknown': 'nothing',
  'registry-unreachable': 'nothing',
  'holder-mismatch': 'tell-address',
  'holder-name-similar': 'tell-address',
  'holder-name-differs': 'tell-address',
  'holder-not-checkable': 'tell-address',
  expired: 'renew',
  'left-for-request': 'nothing',
  'work-stopped': 'nothing',
  'part-missing': 'nothing',
  internal: 'nothing',
  offline: 'nothing',
};

const remedyOf = (code: ProblemCode): Remedy => BY_CODE[code] ?? BY_NATURE[PROBLEMS[code]];

/** Most files of which this is true were cut short on their way. A server that sends such a text has to mend it. */
const BROKEN_ON_THE_WAY: ReadonlySet<ProblemCode> = new Set([
  'json-malformed',
  'jwt-malformed',
  'text-not-unicode',
]);

const remedyFor = (code: ProblemCode, { link, report }: Item): Remedy =>
  link === null && report.credential === null && BROKEN_ON_THE_WAY.has(code) ? 'fetch-again' : remedyOf(code);

/** Whose job it is to mend a problem. */
export const jobOf = (code: ProblemCode): Job => REMEDIES[remedyOf(code)];

/** Facts that are nobody's fault and that nobody can mend. */
const NO_ADVICE: ReadonlySet<ProblemCode> = new Set([
  'issuer-unknown',
  'issuer-identified',
  'not-yet-valid',
  'status-message',
  'page-in-view',
]);

/** One credential → what to fix. Problems come first, then hints. No points means that there is nothing to do. */
export function adviceFor(item: Item, voice: Voice): AdviceSheet {
  const problems = problemsOf(item).map((each) => problemAdvice(each, remedyFor(each.code, item), voice));
  const hints = hintsFor(item).map((hint) => hintAdvice(hint, voice));
  const { key, title, verdict } = checkedRow(item, voice);
  const { sign, standing, statusWord } = verdict;
  const points = [...problems, ...hints];
  return { key, title, sign, standing, statusWord, points, forIssuer: letterFor(item, points, voice) };
}

/** Every problem of the credential once, in the order of the checks. */
function problemsOf({ report, verdict }: Item): readonly Problem[] {
  const asked = CHECK_IDS.map((id) => report.outcomes[id]).filter(({ state }) => state !== 'not-applicable');
  const found = new Map(asked.flatMap(allProblemsOf).map((each) => [`${each.code} ${each.at ?? ''}`, each]));
  // What is to be taken off the profile is not renewed there.
  const isRevoked = verdict.status === 'revoked';
  return [...found.values()].filter(({ code }) => !NO_ADVICE.has(code) && !(isRevoked && code === 'expired'));
}

function problemAdvice(each: Problem, remedy: Remedy, voice: Voice): AdviceView {
  return {
    code: each.code,
    kind: 'problem',
    sentence: problemSentence(each, voice),
    ...remedyView(remedy, voice),
    at: each.at ?? null,
    developer: voice.say(keyOf.developer(each.code), each.params),
  };
}

function remedyView(remedy: Remedy, { say }: Voice): Pick<AdviceView, 'job' | 'jobWord' | 'remedy'> {
  const job = REMEDIES[remedy];
  return { job, jobWord: say(keyOf.job(job)), remedy: say(keyOf.remedy(remedy)) };
}

/** Hints beyond problems: what the badge could say more, and what it should not say. */
export const HINTS = {
  'no-skills': 'mend',
  'no-criteria': 'mend',
  'address-in-clear': 'mend',
  'ends-soon': 'renew',
} as const satisfies Record<string, Remedy>;
type HintCode = keyof typeof HINTS;

interface Hint {
  readonly code: HintCode;
  readonly params: Readonly<Record<string, string | number>>;
}

const DAY_MS = 86_400_000;
const SOON_DAYS = 60;

function hintsFor({ report }: Item): readonly Hint[] {
  const { credential, at } = report;
  if (credential === null || credential.format === 'page') return [];
  const days = Math.ceil(((credential.validUntil?.instant ?? Number.POSITIVE_INFINITY) - at) / DAY_MS);
  const isAward = credential.achievements.length > 0;
  return [
    ...(days > 0 && days <= SOON_DAYS ? [{ code: 'ends-soon', params: { count: days } } as const] : []),
    ...(isAward && credential.achievements.every(({ alignments }) => alignments.length === 0)
      ? [{ code: 'no-skills', params: {} } as const]
      : []),
    ...(isAward &&
    credential.achievements.every(({ criteria }) => criteria.id === null && criteria.narrative === null)
      ? [{ code: 'no-criteria', params: {} } as const]
      : []),
    ...(hasClearAddress(credential) ? [{ code: 'address-in-clear', params: {} } as const] : []),
  ];
}

/** An e-mail address that everybody can read in the record, where a salted hash would do (OB 3.0 §B.1.16). */
const hasClearAddress = ({ recipient }: CredentialContent): boolean =>
  recipient.identifiers.some(({ hashed, identity }) => !hashed && identity.includes('@')) ||
  (recipient.id?.startsWith('mailto:') ?? false);

function hintAdvice({ code, params }: Hint, voice: Voice): AdviceView {
  return {
    code,
    kind: 'hint',
    sentence: voice.say(keyOf.advice(code), params),
    ...remedyView(HINTS[code], voice),
    at: null,
    developer: null,
  };
}

/** A text that the owner can send to the issuer: what was checked, and each point with its code and place. */
function letterFor(item: Item, points: readonly AdviceView[], voice: Voice): string | null {
  const theirs = points.filter(({ job }) => job === 'issuer' || job === 'platform');
  if (theirs.length === 0) return null;
  const { title } = checkedRow(item, voice);
  return [
    voice.say('letter_head', { title }),
    ...(item.link === null ? [] : [item.link]),
    '',
    ...theirs.flatMap(({ code, at, sentence, developer }) => [
      `- ${sentence}`,
      `  ${[code, at].filter((part) => part !== null && part !== '').join(' ')}`,
      ...(developer === null ? [] : [`  ${developer}`]),
    ]),
    '',
    voice.say('report_made', { date: voice.dates.moment(item.report.at) }),
    '',
  ].join('\n');
}
