import { readableText } from '../../credential/date.ts';
import type { CredentialContent, DateText, Issuer } from '../../credential/model.ts';
import { type Problem, problem } from '../../problem.ts';
import type { PageClaim } from '../../site/sighting.ts';
import { type Check, unlessDisproved } from '../check.ts';
import type { CheckContext, CheckResult } from '../check-context.ts';
import { CAUTION_AT_MOST } from '../policy.ts';
import { notApplicable } from '../report.ts';
import { canMean, readClaimedDate } from './claim-date.ts';
import { matchNames } from './name-match.ts';
import { isShorterName, issuersAgree, titlesAgree } from './title-match.ts';

/**
 * Does the page agree with the record? Only what the page states is compared, and it may state less.
 * Codes, all of them cautions: `claim-title-differs`, `claim-names-several`, `claim-issuer-differs`,
 * `claim-date-differs` (warned).
 */
export function checkPageClaim({ claim, record, ports, hosting, issuer }: CheckContext): CheckResult {
  const platform = hosting ? ports.hosting.providerAt(hosting.address)?.name : undefined;
  const listed = issuer?.recognisedBy.flatMap(({ name, aka = [] }) => [name, ...aka]);
  return comparePage(claim, record, platform, listed);
}

export const pageClaim = {
  id: 'page-claim',
  blockedBy: unlessDisproved,
  run: checkPageClaim,
  policy: CAUTION_AT_MOST,
  rank: 8,
} as const satisfies Check;

/**
 * The same for the shown content of a record. `platform`: the known platform whose server answered for it, if any.
 * `listed`: the names by which those who vouch for the issuer know it.
 */
export function comparePage(
  claim: PageClaim | null,
  record: CredentialContent,
  platform?: string,
  listed: readonly string[] = [],
): CheckResult {
  if (claim === null) return { outcome: notApplicable() };
  const title = titleOf(claim, record, platform);
  const comparisons = [
    title,
    // If the page gives several names for one record, the name that the record has is correct.
    title?.length === 0 ? null : namesOf(claim),
    issuerOf(claim, [...inLanguages(record.issuer), ...listed, platform ?? null], record.recipient.name),
    dateOf('issued', claim.issued, [record.issued, record.validFrom]),
    dateOf('expires', claim.expires, [record.validUntil]),
  ].filter((each) => each !== null);
  if (comparisons.length === 0) return { outcome: notApplicable() };
  const [first, ...others] = comparisons.flat();
  const facts = { title: claim.title, issuer: claim.issuer, issued: claim.issued, expires: claim.expires };
  if (!first) return { outcome: { state: 'passed', facts } };
  return { outcome: { state: 'warned', problem: first, others, facts } };
}

/** Null where there is nothing to compare, or else the problems found. */
type Comparison = readonly Problem[] | null;

/** A page is written in one language, and a record may have its names in many. */
const inLanguages = ({ name, names = [] }: Pick<Issuer, 'name' | 'names'>): readonly (string | null)[] => [
  name,
  ...names,
];

/** The record's own name in its other languages. */
const translations = ({ name, texts = [] }: CredentialContent): readonly string[] =>
  texts.flatMap((each) => (each.some(({ text }) => text === name) ? each.map(({ text }) => text) : []));

function titleOf(
  { title, issuer }: PageClaim,
  record: CredentialContent,
  platform: string | undefined,
): Comparison {
  const { name: holder } = record.recipient;
  // On a team's page a badge stands below whoever earned it. Such a heading says whose it is, and not what it is called.
  if (title !== null && holder !== null && matchNames(title, holder) === 'matches') return null;
  const recorded = [record.name, ...translations(record), ...record.achievements.flatMap(inLanguages)].filter(
    (name) => name !== null,
  );
  if (title === null || title.trim() === '' || recorded.length === 0) return null;
  const issuers = [...inLanguages(record.issuer), platform].filter((name) => typeof name === 'string');
  // The page's own name for the issuer counts where it is a shorter one. What it adds could be a title's word.
  if (issuer !== null && issuers.some((name) => isShorterName(issuer, name))) issuers.push(issuer);
  if (recorded.some((name) => titlesAgree(title, name, issuers))) return [];
  return [problem('claim-title-differs', { params: { claimed: title, recorded: recorded[0] ?? '' } })];
}

function namesOf({ alsoNamed = [], names = alsoNamed.length + 1 }: PageClaim): Comparison {
  if (alsoNamed.length === 0) return null;
  return [problem('claim-names-several', { params: { count: names } })];
}

/** A page may name the platform in place of the issuer: `Coursera`, `Credly`. */
function issuerOf(
  { issuer }: PageClaim,
  names: readonly (string | null)[],
  holder: string | null,
): Comparison {
  const recorded = names.filter((name) => name !== null);
  if (issuer === null || issuer.trim() === '' || names[0] === null) return null;
  // Whose it is may stand where others name the issuer.
  if (holder !== null && matchNames(issuer, holder) === 'matches') return null;
  if (recorded.some((name) => issuersAgree(issuer, name))) return [];
  return [problem('claim-issuer-differs', { params: { claimed: issuer, recorded: recorded[0] ?? '' } })];
}

function dateOf(
  which: 'issued' | 'expires',
  claimed: string | null,
  dates: readonly (DateText | null)[],
): Comparison {
  const date = claimed === null ? null : readClaimedDate(claimed);
  const recorded = dates.filter((each) => each !== null && each.instant !== null);
  const [first] = recorded;
  if (date === null || first == null) return null;
  if (recorded.some((each) => each?.instant != null && canMean(date, each.instant))) return [];
  const params = { which, claimed: claimed ?? '', recorded: readableText(first) };
  return [problem('claim-date-differs', { params })];
}
