import type { ReaderId } from './sighting.ts';

/** Who shows profiles. Knowledge of a site is data, and never needed to find a link. */
export interface Site {
  /** Addresses of the pages on which its entries are looked for; absent: on every page. */
  readonly pages?: RegExp;
  /**
   * Entries that claim a credential each, with or without a link: something in the entry, the entry round it, and what
   * the entry must stand in, if anything. (Three plain selectors: browsers answer `:has()`, and `a b` asked of one
   * element, by reading the whole page.)
   */
  readonly entries?: readonly EntryMark[];
  /** Lists whose every row is an entry: the innermost of those that match, and the mark of a row where it has one. */
  readonly lists?: { readonly mark: string; readonly row: string };
  /** Headings, word for word, over lists whose every entry claims a credential: words outlive a redesign. */
  readonly headings?: RegExp;
  readonly reader?: ReaderId;
}

export interface EntryMark {
  readonly mark: string;
  readonly entry: string;
  readonly within?: string;
}
