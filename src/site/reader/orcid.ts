import { claimOf } from '../claim.ts';
import { NO_WORDS, type PageClaim, type Wording } from '../sighting.ts';

/** The heading names the organisation, and its place behind the last colon: its own name may have one. */
const HEADING = /^(.+?)\s*:(?:\s[^:]*)?$/;
const YEAR = /(?:19|20)\d\d/;

/** Only a qualification claims to have been awarded: employment does not, nor does a course of study. */
const QUALIFICATION = /^(?:[qck][uvw]?alifi|квалиф|资格|資格|资历|資歷|자격|مؤهل|yeterlilik)\p{L}*$/iu;

/**
 * An affiliation: the heading, `<dates> | <role or title>`, and the kind of affiliation, which serves as title where
 * none is named. The organisation gets the label that issuers are known by. Null where nothing was awarded.
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
