import type { Subject } from '../item.ts';
import type { Report } from '../verify/report.ts';
import { hostOf } from './address.ts';
import { endorserLine, isEndorsement } from './endorsement.ts';
import type { Say } from './say.ts';

/**
 * Who issued it, in one line that claims no more than is established. A listed issuer is named. A domain is shown
 * literally. A name that only the credential gives reads "calls itself".
 */
export function issuerLine(subject: Subject, report: Report | null, say: Say): string {
  const content = report?.credential ?? null;
  if (report === null || content === null) return hearsay(subject, say);
  if (content.format === 'page') return hearsay(subject, say, content.issuer.name);
  const { name, partner, domain, rung, recognisedBy, answeredBy } = report.issuer;
  // Host and issuer are the same, so only the partner for whom it gave the award is also named.
  if (content.format === 'platform' && name !== null && answeredBy === name)
    return partner === undefined ? say('issued_by', { name }) : say('issuer_for', { name, partner });
  const listed = rung === 'recognised' ? (recognisedBy[0]?.name ?? name) : null;
  if (isEndorsement(content)) return endorserLine(report.issuer, listed, say);
  if (answeredBy !== null) {
    if (listed !== null) return say('issuer_platform', { provider: answeredBy, name: listed });
    return name === null
      ? say('issuer_platform_only', { provider: answeredBy })
      : say('issuer_platform_calls_itself', { provider: answeredBy, name });
  }
  if (listed !== null) return say('issued_by', { name: listed });
  if (domain !== null && rung === 'domain') {
    return name === null
      ? say('issued_by', { name: domain })
      : say('issuer_domain_calls_itself', { host: domain, name });
  }
  return name === null ? say('issued_by_unnamed') : say('issuer_calls_itself', { name });
}

/** Without a record (a human page is none) there is only the page's word, or the platform that the link leads to. */
function hearsay({ claim, provider, link }: Subject, say: Say, onPage: string | null = null): string {
  const name = claim?.issuer || onPage;
  if (name) return say('issuer_page_says', { name });
  const leadsTo = provider?.name ?? hostOf(link);
  return leadsTo === null ? say('issued_by_unnamed') : say('provider_link', { provider: leadsTo });
}
