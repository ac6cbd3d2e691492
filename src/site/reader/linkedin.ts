import { claimOf, isDetail, isName, labelled, numberIn, piecesOf, titleOf } from '../claim.ts';
import { dateText, hasYear, isDate, isSpan, partsOfDates, withoutClock } from '../date-line.ts';
import { NO_CLAIM, type PageClaim, type Wording } from '../sighting.ts';
import { expiryLabel, isCall, issuedLabel, OTHERWISE } from '../words.ts';

const MAX_DATES = 90;
/** `Cloud Computing and +2 skills` */
const COUNTED = /[+＋]\s?\d/;
const LABEL = /^[^:：]{2,24}\s?[:：]/;
/** A number after a label, in any language. */
const NUMBER = /(?:^|\s)(?=\S*\d)(?:\S*[-_/#]\S*|\d{5,})$/;

/**
 * An entry of LinkedIn's list, in every language: title, issuer, dates (the day of issue before the last day), number.
 * Everything but the title may be missing.
 */
export function readLinkedin(wording: Wording, link: string | null): PageClaim {
  const lines = labelled(wording.lines.map(withoutClock));
  // The link's words at the end of an entry are a button's.
  const [first, ...others] = lines.filter((line, at) => at === 0 || !isButton(line, wording));
  const title = first === undefined ? null : titleOf(first);
  if (title === null) return claimOf(wording, link);
  const [issuer = '', ...rest] = others;
  const isNamed = isIssuer(issuer) && !isDay(issuer, rest);
  const said = isNamed ? rest : others;
  const end = said.findIndex(isDated);
  const dated = said.slice(end, end + 2).filter((line, at) => end >= 0 && (at === 0 || isDated(line)));
  return {
    ...NO_CLAIM,
    title,
    issuer: isNamed ? issuer : null,
    ...datesIn(dated.flatMap(piecesOf)),
    credentialId: others.map(numberIn).find((number) => number !== null) ?? null,
  };
}

const isButton = (line: string, { own }: Wording): boolean => own.length === 1 && own[0] === line;

const isDated = (line: string): boolean =>
  line.length <= MAX_DATES && hasYear(line) && numberIn(line) === null && !COUNTED.test(line);

/** Above a line with the dates, a year belongs to the issuer's name: `Expo 2020`. */
const isDay = (line: string, below: readonly string[]): boolean =>
  isDated(line) && (piecesOf(line).some(isDate) || !below.some(isDated));

const isIssuer = (line: string): boolean =>
  isName(line) &&
  !isDetail(line) &&
  !COUNTED.test(line) &&
  !LABEL.test(line) &&
  !NUMBER.test(line) &&
  !isCall(line);

/** Where the words of the language are not known, the first date is the day of issue. The second is the last day. */
function datesIn(pieces: readonly string[]): Pick<PageClaim, 'issued' | 'expires'> {
  const dates = pieces
    .filter(hasYear)
    .flatMap(partsOfDates)
    .filter((piece) => !isSpan(piece));
  const known =
    dates.find((piece) => expiryLabel().test(piece) && !issuedLabel().test(piece)) ??
    dates.find((piece) => expiryLabel().test(piece));
  const issuing = dates.find((piece) => piece !== known && !OTHERWISE.test(piece));
  const expiring = known ?? dates.find((piece) => piece !== issuing && !OTHERWISE.test(piece));
  return {
    issued: issuing === undefined ? null : dateText(issuing),
    expires: expiring === undefined ? null : dateText(expiring),
  };
}
