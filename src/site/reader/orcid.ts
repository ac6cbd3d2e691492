import { claimOf } from '../claim.ts';
import { NO_WORDS, type PageClaim, type Wording } from '../sighting.ts';

/**
 * The heading names the organisation, and its place after the last colon. The organisation's name may contain a colon.
 */
const HEADING = /^(.+?)\s*:(?:\s[^:]*)?$/;
const YEAR = /(?:19|20)\d\d/;

/** Only a qualification claims to have been awarded. Employment and a course of study do not. */
const QUALIFICATION = /^(?:[qck][uvw]?alifi|квалиф|资格|資格|资历|資歷|자격|مؤهل|yeterlilik)\p{L}*$/iu;

/**
 * An affiliation: the heading, `<dates> | <role or title>`, and the kind of affiliation. The kind serves as title where
 * none is named. The organisation gets the label by which issuers are known. Null where nothing was awarded.
 */
export function readOrcid({ lines, heading }: Wording, link: string | null): PageClaim | null {
  const end = lines.findIndex((line) => QUALIFICATION.test(line));
  if (end < 0) return null;
  const start = heading ? lines.indexOf(heading[0] ?? '') + heading.length : 0;
  const before = lines.slice(start, end).join(' ');
  const named = before.includes('|') || !YEAR.test(before) ? before.replace(/^[^|]*\|\s*/, '') : '';
  const title = named || (lines[end] ?? '');
  const issuer = HEADING.exec(heading?.join(' ') ?? '')?.[1] ?? '';
  const said = [title, `Issuer: ${issuer}`, ...(YEAR.test(before) ? [before] : [])];
  return claimOf({ ...NO_WORDS, lines: said, heading: [title] }, link);
}
