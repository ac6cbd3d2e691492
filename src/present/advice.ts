/**
 * What the badge's owner can do so that a recruiter sees all that the badge can truly show. Each point says whose job
 * it is.
 */
import type { CredentialContent } from '../credential/model.ts';
import type { Item } from '../item.ts';
import { type Nature, PROBLEMS, type Problem, type ProblemCode } from '../problem.ts';
import { CHECK_IDS, type Outcome } from '../verify/report.ts';
import { withCauses } from './checks.ts';
import { checkedRow } from './row.ts';
import { keyOf, problemSentence, type Voice } from './sentence.ts';

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
  /** JSON Pointer in the record; null where it has no place. */
  readonly at: string | null;
  /** For people who build badges; null for hints. */
  readonly developer: string | null;
}
export interface AdviceSheet {
  readonly key: string;
  readonly title: string;
  readonly points: readonly AdviceView[];
  /** Everything that the issuer has to mend, as a text to send; null where there is nothing. */
  readonly forIssuer: string | null;
}

const BY_NATURE: Readonly<Record<Nature, Job>> = {
  disproved: 'issuer',
  malformed: 'issuer',
  revoked: 'issuer',
  network: 'platform',
  unsupported: 'issuer',
  permission: 'reader',
  private: 'mine',
  note: 'issuer',
};

/** Codes whose nature alone does not tell whose job it is. */
const BY_CODE: Partial<Record<ProblemCode, Job>> = {
  'record-not-found': 'mine',
  'url-malformed': 'mine',
  'not-https': 'mine',
  'private-host': 'mine',
  'port-refused': 'mine',
  'short-link': 'mine',
  'short-link-leads-nowhere': 'mine',
  'short-link-unseen': 'mine',
  'form-not-record': 'mine',
  'no-link': 'mine',
  'nothing-to-check': 'mine',
  'collection-not-single': 'mine',
  'image-not-baked': 'mine',
  'pdf-encrypted': 'mine',
  'pdf-malformed': 'mine',
  'definition-not-award': 'mine',
  'signature-invalid': 'mine',
  'record-absent-or-private': 'mine',
  'access-denied': 'mine',
  'page-only': 'platform',
  'no-machine-readable-record': 'platform',
  'reading-not-allowed': 'platform',
  'service-closed': 'platform',
  'claim-title-differs': 'mine',
  'claim-names-several': 'mine',
  'claim-issuer-differs': 'mine',
  'claim-date-differs': 'mine',
  'issuer-unknown': 'reader',
  'registry-unreachable': 'reader',
  'holder-mismatch': 'mine',
  'holder-name-similar': 'mine',
  'holder-name-differs': 'mine',
  'holder-not-checkable': 'mine',
  expired: 'mine',
  internal: 'reader',
  offline: 'reader',
};

/** Whose job it is to mend a problem. */
export const jobOf = (code: ProblemCode): Job => BY_CODE[code] ?? BY_NATURE[PROBLEMS[code]];

/** Facts that are nobody's fault and that nobody can mend. */
const NO_ADVICE: ReadonlySet<ProblemCode> = new Set(['issuer-unknown', 'not-yet-valid', 'status-message']);

/** One credential → what to fix. Problems come first, then hints. No points means that there is nothing to do. */
export function adviceFor(item: Item, voice: Voice): AdviceSheet {
  const problems = problemsOf(item).map((each) => problemAdvice(each, voice));
  const hints = hintsFor(item).map((hint) => hintAdvice(hint, voice));
  const { key, title } = checkedRow(item, voice);
  const points = [...problems, ...hints];
  return { key, title, points, forIssuer: letterFor(item, points, voice) };
}

/** Every problem of the credential once, in the order of the checks. */
function problemsOf({ report }: Item): readonly Problem[] {
  const found = new Map<string, Problem>();
  for (const id of CHECK_IDS)
    for (const each of problemsIn(report.outcomes[id])) found.set(`${each.code} ${each.at ?? ''}`, each);
  return [...found.values()].filter(({ code }) => !NO_ADVICE.has(code));
}

const problemsIn = ({ state, problem: first, others = [] }: Outcome): readonly Problem[] =>
  state === 'not-applicable' || first === undefined ? [] : [first, ...others].flatMap(withCauses);

function problemAdvice(each: Problem, voice: Voice): AdviceView {
  const job = jobOf(each.code);
  return {
    code: each.code,
    kind: 'problem',
    sentence: problemSentence(each, voice),
    job,
    jobWord: voice.say(`job_${job}`),
    at: each.at ?? null,
    developer: voice.say(keyOf.developer(each.code), each.params),
  };
}

/** Hints beyond problems: what the badge could say more, and what it should not say. */
export const HINTS = {
  'no-skills': 'issuer',
  'no-criteria': 'issuer',
  'address-in-clear': 'issuer',
  'ends-soon': 'mine',
} as const satisfies Record<string, Job>;
type HintCode = keyof typeof HINTS;

interface Hint {
  readonly code: HintCode;
  readonly params: Readonly<Record<string, string | number>>;
}

const DAY = 86_400_000;
const SOON_DAYS = 60;

function hintsFor({ report }: Item): readonly Hint[] {
  const { credential, at } = report;
  if (credential === null || credential.format === 'page') return [];
  const days = Math.ceil(((credential.validUntil?.instant ?? Number.POSITIVE_INFINITY) - at) / DAY);
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

function hintAdvice({ code, params }: Hint, { say }: Voice): AdviceView {
  const job = HINTS[code];
  return {
    code,
    kind: 'hint',
    sentence: say(`advice_${code.replaceAll('-', '_')}`, params),
    job,
    jobWord: say(`job_${job}`),
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
