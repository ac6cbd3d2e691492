import type { Item } from '../item.ts';
import type { Instant } from '../ports.ts';
import type { Problem } from '../problem.ts';

/** What a page has, or the reader asked about, that stands in no row. */
export type Gap =
  /** The page could not be read; the rows are what the reader asked about. */
  | { readonly code: 'page-not-readable'; readonly why: string }
  /** The page draws its list only while people scroll. */
  | { readonly code: 'list-not-drawn' }
  /** Links of the page that there is no room to list. */
  | { readonly code: 'links-not-listed'; readonly count: number }
  /** What the reader asked about, and there was no room to keep. */
  | { readonly code: 'asked-not-kept'; readonly names: readonly string[] };

export interface ExaminedPage {
  readonly url: string | null;
  readonly title: string;
  /** The person that the page says it is about. */
  readonly person?: string | null;
  /** Why the page itself could not be read, where it could not. */
  readonly problem?: Problem;
  /** What of it stands in no row. */
  readonly gaps?: readonly Gap[];
}

/** What was looked at, and with what result: every report is made from it. */
export interface Examination {
  /** The page that was inspected; null for a credential by itself, and where several things were looked at. */
  readonly page: ExaminedPage | null;
  /** Every page that was inspected, where several things were looked at. */
  readonly pages?: readonly (ExaminedPage & { readonly source: string })[];
  readonly items: readonly Item[];
  /** The moment as of which everything was judged. */
  readonly at: Instant;
  /** Contexts that whoever ran the command vouches for. */
  readonly contexts: readonly string[];
  /** Whether every problem comes with its words. */
  readonly explain: boolean;
}
