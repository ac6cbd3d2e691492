/** What a page claims, from the words that its script has sent. */
import { unwrap } from '../recognise/unwrap.ts';
import { claimOf, isDetail, isProse } from './claim.ts';
import { inColumns } from './columns.ts';
import { schemaClaims } from './json-ld.ts';
import { unreadListOf } from './list-page.ts';
import { CLAIM_READERS } from './reader/index.ts';
import {
  NO_CLAIM,
  type PageClaim,
  type PageScan,
  type Seen,
  type SeenPage,
  type Sighting,
  type Wording,
} from './sighting.ts';
import { isCall } from './words.ts';

/** Every sighting with its claim. A sighting without link and name is left out; places stay as they are. */
export function readClaims({ sightings, ...page }: SeenPage): PageScan {
  const told = sightings.map((seen) => ({ ...seen, wording: seen.wording && inColumns(seen.wording) }));
  const calls = callsIn(told);
  const isAdvice = ADVICE.test(page.url);
  const all = told.map(({ link, wording, ...seen }) => ({
    ...seen,
    link: link === null ? null : unwrap(link),
    wording: wording && asButton(wording, calls),
  }));
  const speakers = speakersOf(all);
  const isShown = (seen: Seen, at: number): boolean =>
    [all[at - 1], all[at + 1]].some((other) => other !== undefined && isPictureBeside(seen, other));
  return {
    ...page,
    ...unread({ ...page, sightings }),
    sightings: all.flatMap((seen, at) =>
      isShown(seen, at)
        ? []
        : read(
            namesItself(seen) ? seen : { ...seen, wording: speakers.get(cardOf(seen)) ?? seen.wording },
            isAdvice,
          ),
    ),
  };
}

/** Whether a badge's picture that leads nowhere is the only one beside a link: it shows what that leads to. */
const isPictureBeside = ({ link, wording }: Seen, other: Seen): boolean =>
  link === null &&
  wording?.link === 'whole' &&
  other.link !== null &&
  other.wording?.texts.length === 1 &&
  wording.named.includes(other.wording.texts[0] ?? '');

/** Whether a link has words of its own that call for no click. What one card calls by two names has two names. */
const namesItself = ({ wording }: Seen): boolean =>
  wording !== null && wording.own.length > 0 && wording.link !== 'button' && !isCall(wording.own.join(' '));

/** The same for all links of one card that lead to one place. */
const cardOf = ({ link, wording }: Seen): string => link + (wording?.lines.join('\n') ?? '');

/** The link by which each card with words is read: the first one, but a picture only below a large heading. */
function speakersOf(sightings: readonly Seen[]): ReadonlyMap<string, Wording> {
  const speakers = new Map<string, Wording>();
  for (const seen of sightings) {
    const { link, wording } = seen;
    const known = speakers.get(cardOf(seen));
    if (link !== null && wording && wording.lines.length > 0 && (!known || isPicture(known)))
      speakers.set(cardOf(seen), wording);
  }
  return speakers;
}

const isPicture = ({ own, isLarge }: Wording): boolean => own.length === 0 && !isLarge;

/** A number, or a capital behind the first letter, as names of credentials have and sentences do not. */
const NAMED = /\p{N}|.\p{Lu}/u;

/**
 * The words of links that stand below different names. They call for a click, in whatever language. What is written as a
 * name is none: on a team's page one title stands below each who earned it.
 */
function callsIn(sightings: readonly Seen[]): ReadonlySet<string> {
  const names = new Map<string, string>();
  const calls = new Set<string>();
  for (const { wording } of sightings) {
    const name = wording && nameBefore(wording);
    if (!name) continue;
    const words = wording.own.join(' ');
    if (NAMED.test(words)) continue;
    if ((names.get(words) ?? name) !== name) calls.add(words);
    names.set(words, name);
  }
  return calls;
}

/** What a link stands below that is no detail. */
const nameBefore = ({ lines, own: [first], link }: Wording): string | undefined =>
  first === undefined || link === 'whole'
    ? undefined
    : lines.slice(0, Math.max(lines.indexOf(first), 0)).find((line) => !isDetail(line));

const asButton = (wording: Wording, calls: ReadonlySet<string>): Wording =>
  nameBefore(wording) !== undefined && calls.has(wording.own.join(' '))
    ? { ...wording, link: 'button' }
    : wording;

function unread(page: SeenPage): Pick<PageScan, 'unreadList'> {
  const unreadList = unreadListOf(page);
  return unreadList === null ? {} : { unreadList };
}

/** Advice on writing a CV, and templates of one: their entries are nobody's. */
const ADVICE =
  /\/(?:my-)?(?:profile?|resume|cv|candidates?|lebenslauf|r)\/(?:[a-z]+-)*(?:templates?|vorlagen?|muster|examples?|tips)(?:-[a-z]+)*(?:[/?#]|$)/i;

function read({ wording, ...sighting }: Seen, isAdvice: boolean): readonly Sighting[] {
  const { kind, text, link } = sighting;
  if (kind === 'claim' && text !== null)
    return schemaClaims(text).map(({ claim, link: given }) => ({
      ...sighting,
      text: null,
      link: link ?? (given === null ? null : unwrap(given)),
      claim,
      row: 'schema',
    }));
  const claim = claimIn(kind === 'embed' ? withoutSection(wording) : wording, link);
  if (
    kind === 'claim' &&
    wording &&
    (claim === null || isProse(wording) || (isAdvice && wording.lines.length > 0))
  )
    // A credential in prose is found by its link. Its words claim nothing.
    return link === null ? [] : [{ ...sighting, kind: 'link', claim: claim ?? NO_CLAIM }];
  const isNothing = kind === 'claim' && (link === null ? !claim?.title : isCv(claim?.title ?? ''));
  return isNothing ? [] : [{ ...sighting, claim: claim ?? NO_CLAIM, ...rowOf(wording) }];
}

/** What is embedded shows its own name. A heading above is over it as over whatever else stands there. */
const withoutSection = (wording: Wording | null): Wording | null => wording && { ...wording, section: null };

/**
 * Rows of one list are built alike: with or without a heading, with a picture, a button or words as link. What a site's
 * own reader reads is a row of that site's list, however it is built.
 */
function rowOf(wording: Wording | null): Pick<Sighting, 'row'> {
  if (!wording?.isRow) return {};
  const { reader, heading, isLarge, texts } = wording;
  return { row: reader ?? JSON.stringify([heading !== null, isLarge, texts.length]) };
}

function claimIn(wording: Wording | null, link: string | null): PageClaim | null {
  if (wording === null) return null;
  return wording.reader ? CLAIM_READERS[wording.reader](wording, link) : claimOf(wording, link);
}

/** `Download my CV`: what calls itself one claims no credential. */
const isCv = (title: string): boolean => isCall(title.replace(/r[ée]sum[ée]|\bcv\b|lebenslauf/i, 'link'));
