import { rememberOf } from '../encoding/remember.ts';
import { lighten, withoutLongTexts } from './lighten.ts';
import type { Page } from './page.ts';

/** The most characters that one page may store. All tabs share 10 MB, so no page may push the others out. */
const MAX_PAGE_CHARACTERS = 3_000_000;

/**
 * The page in the fullest form that leaves room for other tabs. The sources go first: the answers to long embedded
 * texts stay, and those texts are read again at the next scan. What the reader asked about has its own bound
 * (candidates.ts).
 */
export function withinBounds(page: Page): Page {
  if (fits(page)) return page;
  const read = withoutLongTexts(page);
  return [read, ...lighten(read)].find(fits) ?? read;
}

const fits = ({ state, source }: Page): boolean =>
  [...state.rows, ...(source ? [source.scan] : [])].reduce((sum, part) => sum + charactersOf(part), 0) <=
  MAX_PAGE_CHARACTERS;

/** Rows and scans are never changed in place, so each is measured once. */
const charactersOf = rememberOf((part: object) => JSON.stringify(part).length);
