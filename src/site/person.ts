import type { PageScan } from './sighting.ts';

/** How a site writes the person's name into the title of their page. Nothing else in a title is taken for a name. */
const TITLES: readonly { readonly host: RegExp; readonly name: RegExp }[] = [
  // "(3) Ada Lovelace | LinkedIn", "Ada Lovelace - Engineer | LinkedIn"
  {
    host: /(?:^|\.)linkedin\.com$/,
    name: /^(?:\(\d+\+?\)\s*)?([^|–—-]+?)(?:\s+[–—-]\s[^|]*)?\s*\|\s*LinkedIn\s*$/u,
  },
  // "Ada Lovelace (0000-0002-1825-0097) - ORCID"
  { host: /(?:^|\.)orcid\.org$/, name: /^(.+?)\s*\(\d{4}-\d{4}-\d{4}-\d{3}[\dX]\)/u },
  // "ada (Ada Lovelace) · GitHub"
  { host: /^github\.com$/, name: /^[\w-]+\s+\((.+)\)(?:\s+·\s+GitHub)?\s*$/u },
];
const MAX_NAME_CHARACTERS = 80;

/** The person whom a profile is about, by the title of the page; null where the title names nobody. The page's word, no finding. */
export function personOf({ url, title }: Pick<PageScan, 'url' | 'title'>): string | null {
  if (!URL.canParse(url)) return null;
  const { hostname } = new URL(url);
  const row = TITLES.find(({ host }) => host.test(hostname));
  const name = row?.name.exec(title.trim().slice(0, 4 * MAX_NAME_CHARACTERS))?.[1]?.trim() ?? '';
  return name === '' || name.length > MAX_NAME_CHARACTERS ? null : name;
}
