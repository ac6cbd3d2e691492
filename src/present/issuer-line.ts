import type { Item, Subject } from '../item.ts';
import type { IssuerFinding, Report } from '../verify/report.ts';
import { hostOf } from './address.ts';
import { cutText } from './brief.ts';
import { isEndorsement } from './endorsement.ts';
import type { Say } from './say.ts';

/**
 * Who issued it, in one line that claims no more than is established. A listed issuer is named. A domain is shown
 * literally. A name that only the credential gives reads "calls itself".
 */
export function issuerLine(subject: Subject, report: Report | null, say: Say): string {
  const content = report?.credential ?? null;
  if (report === null || content === null) return hearsay(subject, say);
  if (content.format === 'page') return hearsay(subject, say, content.issuer.name);
  const { name, partner, rung, recognisedBy, answeredBy } = report.issuer;
  // Host and issuer are the same, so only the partner for whom it gave the award is also named.
  if (content.format === 'platform' && name !== null && answeredBy === name)
    return partner === undefined ? say('issued_by', { name }) : say('issuer_for', { name, partner });
  const listed = rung === 'recognised' ? (recognisedBy[0]?.name ?? name) : null;
  if (isEndorsement(content)) return line(ENDORSED, report.issuer, listed, say);
  return answeredBy === null
    ? line(ISSUED, report.issuer, listed, say)
    : platformLine(answeredBy, name, listed, say);
}

/** Whether the line may name a domain at its end: where no list says who it is, or nothing was read. */
export const namesDomain = ({ report }: Item): boolean =>
  report.credential === null || report.issuer.rung === 'domain';

const ISSUED = {
  known: 'issued_by',
  atDomain: 'issuer_domain_calls_itself',
  named: 'issuer_calls_itself',
  unnamed: 'issued_by_unnamed',
} as const;
const ENDORSED = {
  known: 'endorsement_by',
  atDomain: 'endorsement_by_domain',
  named: 'endorsement_calls_itself',
  unnamed: 'endorsement_unnamed',
} as const;

/** `listed`: the name on a list, if it is on one. */
function line(
  words: typeof ISSUED | typeof ENDORSED,
  { name: called, domain, rung }: IssuerFinding,
  listed: string | null,
  say: Say,
): string {
  if (listed !== null) return say(words.known, { name: listed });
  const name = shortened(called);
  if (domain !== null && rung === 'domain')
    return name === null ? say(words.known, { name: domain }) : say(words.atDomain, { host: domain, name });
  return name === null ? say(words.unnamed) : say(words.named, { name });
}

/** Who that is, the words behind the name say. A long one, which might end like them, would push them out of sight. */
const MAX_NAME_CHARACTERS = 80;
const shortened = (name: string | null): string | null =>
  name === null ? null : cutText(name, MAX_NAME_CHARACTERS);

function platformLine(provider: string, called: string | null, listed: string | null, say: Say): string {
  if (listed !== null) return say('issuer_platform', { provider, name: listed });
  const name = shortened(called);
  return name === null
    ? say('issuer_platform_only', { provider })
    : say('issuer_platform_calls_itself', { provider, name });
}

/** Without a record (a human page is none) there is only the page's word, or the platform that the link leads to. */
function hearsay({ claim, provider, link }: Subject, say: Say, onPage: string | null = null): string {
  const name = claim?.issuer || onPage;
  if (name) return say('issuer_page_says', { name });
  const leadsTo = provider?.name ?? hostOf(link);
  return leadsTo === null ? say('issued_by_unnamed') : say('provider_link', { provider: leadsTo });
}
