import { lazy } from '../lazy.ts';
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

/**
 * The person whom a profile is about, from the title of the page. Null where the title names nobody. It is the page's
 * word, no finding.
 */
export function personOf({ url, title }: Pick<PageScan, 'url' | 'title'>): string | null {
  if (!URL.canParse(url)) return null;
  const { hostname, pathname } = new URL(url);
  const row = TITLES.find(({ host, path }) => host.test(hostname) && (path?.test(pathname) ?? true));
  const name =
    row
      ?.name()
      .exec(title.trim().slice(0, 4 * MAX_NAME_CHARACTERS))?.[1]
      ?.trim() ?? '';
  return name === '' || name.length > MAX_NAME_CHARACTERS ? null : name;
}
