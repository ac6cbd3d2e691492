/** Hosts that are made to resemble another one. This is a warning, never a verdict. */
import { remember } from '../../encoding/remember.ts';
import { isAscii } from '../../encoding/text.ts';
import { unicodeHost } from '../../encoding/unicode-host.ts';
import { lazy } from '../../lazy.ts';
import { MAX_HOST_CHARACTERS } from '../../net/address.ts';
import { isOneSlipAway } from '../text-match.ts';
import { DRAWN_AS, DRAWN_AS_CAPITAL } from './confusables.ts';
import { RECOGNISED_ISSUERS } from './recognised-issuers.ts';
import { WELL_KNOWN_DOMAINS } from './well-known.ts';

export interface LookAlike {
  /** The host as it looks, in Unicode. */
  readonly shown: string;
  /** The domain that it resembles. Null where it only mixes scripts. */
  readonly resembles: string | null;
}

const letters = (drawnAs: Readonly<Record<string, string>>): readonly (readonly [string, string])[] =>
  Object.entries(drawnAs).flatMap(([latin, others]) => [...others].map((letter) => [letter, latin] as const));

/** Alphabets of symbols without a compatibility form: white in black circles, white in black squares, and of flags. */
const SYMBOLS = [0x1f150, 0x1f170, 0x1f1e6];
const symbols = (): readonly (readonly [string, string])[] =>
  [...'abcdefghijklmnopqrstuvwxyz'].flatMap((latin, place) =>
    SYMBOLS.map((first) => [String.fromCodePoint(first + place), latin] as const),
  );

/**
 * Letters that common typefaces draw like Latin ones: those of UTS #39 §4, small capitals, and others that are easily
 * mistaken. A letter with a mark needs no row, because marks are taken off.
 */
const CONFUSABLES = lazy(
  (): ReadonlyMap<string, string> =>
    new Map([
      ...symbols(),
      ...letters(DRAWN_AS_CAPITAL),
      ...letters(DRAWN_AS),
      ...letters({
        a: 'ᴀ',
        b: 'ʙ',
        c: 'ϲƈ',
        d: 'ɗđᴅ',
        e: 'єёᴇ',
        f: 'ƒꜰ',
        g: 'ɢ',
        h: 'ħʜ',
        j: 'ᴊ',
        k: 'ƙᴋ',
        l: 'łɫʟ',
        m: 'ᴍ',
        n: 'пŋɴ',
        o: 'ø',
        p: 'ƿᴘ',
        q: 'ꞯ',
        r: 'ɾ',
        s: 'ʂ',
        t: 'ŧᴛ',
        u: 'ц',
        v: 'ѷ',
        w: 'ωш',
        z: 'ʐ',
      }),
    ]),
);
const DRAWN = lazy(
  (): ReadonlySet<string> => new Set(Object.values(DRAWN_AS).flatMap((others) => [...others])),
);

/** Look-alikes within ASCII: `rn` and `m`, `vv` and `w`, `0` and `o`, `1`, `l` and `i`. */
export const skeletonOf = (text: string): string =>
  (isAscii(text) ? text.toLowerCase() : drawnAsLatin(text))
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/0/g, 'o')
    .replace(/[1i|]/g, 'l')
    .replace(/5/g, 's');

/** The same of many texts without line breaks, in one go: it is the number of calls that takes the time. */
export const skeletonsOf = (texts: readonly string[]): readonly string[] =>
  skeletonOf(texts.join('\n')).split('\n');

const drawnAsLatin = (text: string): string =>
  [...text.normalize('NFC').toLowerCase()]
    .map((letter) => CONFUSABLES().get(letter) ?? letter)
    .join('')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');

const DOMAINS = lazy(() => [
  ...new Set([...WELL_KNOWN_DOMAINS, ...RECOGNISED_ISSUERS.map(({ domain }) => domain)]),
]);

const KNOWN = lazy(() => {
  const skeletons = skeletonsOf(DOMAINS());
  return DOMAINS().map((domain, index) => ({
    domain,
    skeleton: skeletons[index] as string,
    labels: domain.split('.').length,
  }));
});

/** Names shorter than this have honest neighbours one letter away. */
const MIN_TYPO_LENGTH = 6;

/**
 * What an issuer's host may be taken for, or null where it is the known domain itself or like none.
 *
 * The last labels of a host, as many as the known domain has, stand for what somebody registered. If they are drawn
 * like the known domain, their ending is drawn like its public suffix. So no list of public suffixes is needed here.
 * It would be two thirds of the worker. @param host ASCII form, as URL parsing leaves it
 */
export const lookAlikeOf = (host: string): LookAlike | null =>
  host.length > MAX_HOST_CHARACTERS ? null : compared(host);

/** Many credentials have few hosts, and each is compared with every known one. */
const MAX_HOSTS = 1_000;
const compared = remember(compare, MAX_HOSTS);

function compare(host: string): LookAlike | null {
  if (DOMAINS().some((domain) => host === domain || host.endsWith(`.${domain}`))) return null;
  const shown = unicodeHost(host);
  const skeletonOfTail = remember((labels) => skeletonOf(tailOf(shown, Number(labels))), DOMAINS().length);
  const known =
    KNOWN().find((each) => each.skeleton === skeletonOfTail(String(each.labels))) ??
    KNOWN().find(({ domain }) => host.startsWith(`${domain}.`) || host.includes(`.${domain}.`)) ??
    KNOWN().find((each) => isTypo(tailOf(shown, each.labels), each.domain));
  if (known) return { shown, resembles: known.domain };
  if (isAscii(shown)) return null;
  return mixesScripts(shown) || isDrawnAsLatin(shown) ? { shown, resembles: null } : null;
}

const tailOf = (host: string, labels: number): string => host.split('.').slice(-labels).join('.');

/** One character away from a known name: in the name itself (`coursrea.org`) or in its ending (`coursera.og`). */
function isTypo(registrable: string, known: string): boolean {
  const [name, ending] = split(registrable);
  const [knownName, knownEnding] = split(known);
  if (knownName.length < MIN_TYPO_LENGTH) return false;
  return ending === knownEnding
    ? isOneSlipAway(name, knownName)
    : name === knownName && isOneSlipAway(ending, knownEnding);
}

const split = (domain: string): readonly [string, string] => {
  const dot = domain.indexOf('.');
  return [domain.slice(0, dot), domain.slice(dot)];
};

/**
 * A label without a Latin letter of which each letter is drawn as one: a whole-script confusable (UTS #39 §5.2).
 * Under an ending of its own script, it is a word of a language. Under a Latin ending, it is read as Latin.
 */
function isDrawnAsLatin(host: string): boolean {
  const labels = host.split('.');
  if (!/^[a-z]+$/.test(labels.at(-1) ?? '')) return false;
  return labels.some((label) => {
    const letters = [...label].filter((letter) => /\p{L}/u.test(letter));
    return (
      letters.length > 2 &&
      letters.every((letter) => !/\p{Script=Latin}/u.test(letter) && DRAWN().has(letter))
    );
  });
}

const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u];

/** Letters of two alphabets in one label. No language does this. */
const mixesScripts = (domain: string): boolean =>
  domain.split('.').some((label) => SCRIPTS.filter((script) => script.test(label)).length > 1);
