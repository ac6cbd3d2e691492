/** Hosts that are made to be taken for another one. A warning, never a verdict. */
import { toUnicode } from 'punycode';
import { remember } from '../../encoding/remember.ts';
import { MAX_HOST_LENGTH } from '../../net/address.ts';
import { isOneSlipAway } from '../text-match.ts';
import { RECOGNISED_ISSUERS } from './recognised-issuers.ts';
import { WELL_KNOWN_DOMAINS } from './well-known.ts';

export interface LookAlike {
  /** The host as it is drawn, in Unicode. */
  readonly shown: string;
  /** The domain that it may be taken for; null where it only mixes scripts. */
  readonly resembles: string | null;
}

/** Letters of other scripts that common typefaces draw as Latin ones (UTS #39 §4, the part that host names can have). */
const CONFUSABLES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: 'аɑαạąāáàâäãå',
    b: 'Ьƅв',
    c: 'сϲçćčƈ',
    d: 'ԁɗđď',
    e: 'еєėęēéèêëёẹ',
    f: 'ƒ',
    g: 'ɡģğġց',
    h: 'һհħ',
    i: 'іıíìîïįɩɪι',
    j: 'јʝ',
    k: 'κкķƙ',
    l: 'ӏłļľĺɫ',
    m: 'мṃ',
    n: 'пռńñňņŋո',
    o: 'оοօσöóòôõøōơọ',
    p: 'рρƿ',
    q: 'ԛգ',
    r: 'гŕřɾ',
    s: 'ѕśšşșʂ',
    t: 'тτţťțŧ',
    u: 'υսúùûüūůųưцʋ',
    v: 'νѵѷ',
    w: 'ԝѡωшŵɯ',
    x: 'хχ',
    y: 'уүýÿγỵ',
    z: 'ʐźżžᴢ',
  }).flatMap(([latin, others]) => [...others].map((letter) => [letter, latin] as const)),
);
/** Drawn alike within ASCII: `rn` and `m`, `vv` and `w`, `0` and `o`, `1`, `l` and `i`. */
export const skeletonOf = (text: string): string =>
  [...text.normalize('NFC').toLowerCase()]
    .map((letter) => CONFUSABLES.get(letter) ?? letter)
    .join('')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/0/g, 'o')
    .replace(/[1i|]/g, 'l')
    .replace(/5/g, 's');

const DOMAINS = new Set([...WELL_KNOWN_DOMAINS, ...RECOGNISED_ISSUERS.map(({ domain }) => domain)]);

const KNOWN = [...DOMAINS].map((domain) => ({
  domain,
  skeleton: skeletonOf(domain),
  labels: domain.split('.').length,
}));

/** Names shorter than this have honest neighbours one letter away. */
const MIN_TYPO_LENGTH = 6;

/**
 * What an issuer's host may be taken for, or null where it is the known domain itself or like none.
 *
 * A host's last labels, as many as the known domain has, stand for what somebody registered: where they are drawn like
 * the known domain, their ending is drawn like its public suffix. So no list of public suffixes is needed here, which
 * would be two thirds of the worker.
 * @param host ASCII form, as URL parsing leaves it
 */
export const lookAlikeOf = (host: string): LookAlike | null =>
  host.length > MAX_HOST_LENGTH ? null : compared(host);

/** Many credentials have few hosts, and each is held against every known one. */
const MAX_HOSTS = 1_000;
const compared = remember(compare, MAX_HOSTS);

function compare(host: string): LookAlike | null {
  if (KNOWN.some(({ domain }) => host === domain || host.endsWith(`.${domain}`))) return null;
  const shown = toUnicode(host);
  const skeletonOfTail = remember((labels) => skeletonOf(tailOf(shown, Number(labels))), KNOWN.length);
  const known =
    KNOWN.find((each) => each.skeleton === skeletonOfTail(String(each.labels))) ??
    KNOWN.find(({ domain }) => host.startsWith(`${domain}.`) || host.includes(`.${domain}.`)) ??
    KNOWN.find((each) => isTypo(tailOf(shown, each.labels), each.domain));
  if (known) return { shown, resembles: known.domain };
  return mixesScripts(shown) ? { shown, resembles: null } : null;
}

const tailOf = (host: string, labels: number): string => host.split('.').slice(-labels).join('.');

/** One slip away from a known name under the same ending: `coursrea.org`. */
function isTypo(registrable: string, known: string): boolean {
  const [name, ending] = split(registrable);
  const [knownName, knownEnding] = split(known);
  return ending === knownEnding && knownName.length >= MIN_TYPO_LENGTH && isOneSlipAway(name, knownName);
}

const split = (domain: string): readonly [string, string] => {
  const dot = domain.indexOf('.');
  return [domain.slice(0, dot), domain.slice(dot)];
};

const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u];

/** Letters of two alphabets in one label: no language writes so. */
const mixesScripts = (domain: string): boolean =>
  domain.split('.').some((label) => SCRIPTS.filter((script) => script.test(label)).length > 1);
