import { lazy } from '../lazy.ts';
import { fold } from '../verify/text-match.ts';
import { schemaPerson } from './json-ld.ts';
import type { PageScan } from './sighting.ts';

interface Title {
  readonly host: RegExp;
  /** Addresses of a person's own page; absent: wherever a title has that form. */
  readonly path?: RegExp;
  readonly name: () => RegExp;
}

/** What stands before a site's own name: two words or more, and no sentence. */
const NAME = "([\\p{L}][\\p{L}\\p{M}'’.]*(?:[\\s-]+[\\p{L}][\\p{L}\\p{M}'’.]*){1,5})";
const before = (rest: string): (() => RegExp) => lazy(() => new RegExp(`^${NAME}\\s*${rest}\\s*$`, 'u'));

/** How a site writes the person's name into the title of their page. Nothing else in a title is taken for a name. */
const TITLES: readonly Title[] = [
  // "(3) Ada Lovelace | LinkedIn", "Ada Lovelace - Engineer | LinkedIn"
  {
    host: /(?:^|\.)linkedin\.com$/,
    path: /^\/(?:(?:mwlite|comm|public-profile)\/)?(?:in|pub)\//,
    name: () => /^(?:\(\d+\+?\)\s*)?([^|–—-]+?)(?:\s+[–—-]\s[^|]*)?\s*\|\s*LinkedIn\s*$/u,
  },
  // "Ada Lovelace (0000-0002-1825-0097) - ORCID"
  { host: /(?:^|\.)orcid\.org$/, name: () => /^(.+?)\s*\(\d{4}-\d{4}-\d{4}-\d{3}[\dX]\)/u },
  // "ada (Ada Lovelace) · GitHub"
  { host: /^github\.com$/, name: () => /^[\w-]+\s+\((.+)\)(?:\s+·\s+GitHub)?\s*$/u },
  // "Ada Lovelace · GitLab"
  { host: /^gitlab\.com$/, path: /^\/[\w.-]+\/?$/, name: before('·\\s*GitLab') },
  // "Ada Lovelace - Angestellt, Ingenieurin, Firma | XING"
  { host: /(?:^|\.)xing\.com$/, path: /^\/profile\//, name: before('[-–]\\s.*\\|\\s*XING') },
  // "Ada Lovelace | Expert | Kaggle"
  { host: /^www\.kaggle\.com$/, path: /^\/[\w-]+\/?$/, name: before('\\|(?:[^|]*\\|)?\\s*Kaggle') },
  // "Ada Lovelace – Medium"
  { host: /(?:^|\.)medium\.com$/, path: /^\/@[\w.-]+\/?$/, name: before('[-–]\\s*Medium') },
  // "Ada Lovelace - DEV Community"
  { host: /^dev\.to$/, path: /^\/[\w-]+\/?$/, name: before('[-–]\\s*DEV Community.*') },
  // "Ada LOVELACE | Professor | PhD | Example University | Research profile"
  { host: /^www\.researchgate\.net$/, path: /^\/profile\//, name: before('\\|.*') },
  // "Ada Lovelace on Behance"
  { host: /^www\.behance\.net$/, path: /^\/[\w-]+\/?$/, name: before('(?:on|::)\\s+Behance') },
  // "User Ada Lovelace - Stack Overflow"
  { host: /^stackoverflow\.com$/, path: /^\/users\//, name: () => /^User (.+? .+?) - Stack Overflow$/u },
];
const MAX_NAME_CHARACTERS = 80;
const CAPITAL = "['’‘]?[\\p{Lu}\\p{Lt}\\p{Lo}\\p{Lm}]";
/** "Ana", "O’Connor", "J.", "(Anna)", "al-Amin", and before it what stands small in a name: "van der". */
const WORD = `(?:\\p{Ll}{1,3}['’\\s-]+){0,2}[(“"]?${CAPITAL}[\\p{L}\\p{M}\\p{Join_Control}'’.-]*[)”"]?`;
/** "PhD", "M.D.", "Jr." */
const TITLE = '\\p{Lu}(?:[\\p{L}.]{0,4}\\p{Lu}[\\p{L}.]*|\\p{Ll}{1,3}\\.)';
/**
 * How a name is written: some words with capitals, where its script has them, perhaps the family's first and a comma
 * behind it, then titles. Most sites let people write anything. Our counts follow the name in one sentence, so it must be
 * no sentence itself.
 */
const WHOLE = lazy(
  () =>
    new RegExp(`^${WORD}(?:\\s+${WORD}){0,5}(?:,\\s+${WORD}(?:\\s+${WORD})?)?(?:,?\\s+${TITLE}){0,4}$`, 'u'),
);

/**
 * The person whom a profile is about: from the title of the page, or from what it marks as a name. Null where neither
 * names one. It is the page's word, no finding.
 */
export function personOf({
  url,
  title,
  names = [],
}: Pick<PageScan, 'url' | 'title' | 'names'>): string | null {
  if (!URL.canParse(url)) return null;
  const { hostname, pathname } = new URL(url);
  const row = TITLES.find(({ host, path }) => host.test(hostname) && (path?.test(pathname) ?? true));
  const name =
    row
      ?.name()
      .exec(title.trim().slice(0, 4 * MAX_NAME_CHARACTERS))?.[1]
      ?.trim() ?? marked(names, hostname);
  return name.length <= MAX_NAME_CHARACTERS && WHOLE().test(name) ? name : null;
}

const WHOLE_NAME = before('');

/**
 * Open Graph's profile, else schema.org's only Person, else the only main heading. The markup of a script tells more
 * than a name: it is a person's only where the page is about them. A heading may say anything.
 */
function marked(names: NonNullable<PageScan['names']>, host: string): string {
  const textsOf = (...wanted: readonly string[]): readonly string[] => [
    ...new Set(names.flatMap(([mark, text]) => (wanted.includes(mark) && text !== '' ? [text] : []))),
  ];
  const [first] = textsOf('profile:first_name');
  const [last] = textsOf('profile:last_name');
  if (first !== undefined && last !== undefined) return `${first} ${last}`;
  const persons = new Set(names.flatMap(([mark, text]) => personIn(mark, text) ?? []));
  const [person = ''] = persons;
  if (persons.size > 0) return persons.size === 1 && WHOLE_NAME().test(person) ? person : '';
  const [title = ''] = textsOf('og:type').includes('profile') ? textsOf('og:title') : [];
  if (title !== '' && WHOLE_NAME().test(title)) return title;
  const [heading = '', ...more] = textsOf('h1');
  const isOnly = heading !== '' && more.length === 0;
  return isOnly && WHOLE_NAME().test(heading) && isIn(heading, host) ? heading : '';
}

/** What schema.org marks as a person's name: the text of an element, or the markup in a script. */
function personIn(mark: string, text: string): string | null {
  if (mark === 'script') return schemaPerson(text);
  return mark === 'h1' || mark.includes(':') || text === '' ? null : text;
}

/** Whether the host is named after the person: `ana-lindqvist.example`, `analindqvist.github.io`. */
function isIn(name: string, host: string): boolean {
  const letters = host.replace(/[^a-z0-9]/g, '');
  return fold(name)
    .split(/[^\p{L}]+/u)
    .every((word) => word.length < 2 || letters.includes(word));
}
