import type { ReaderId } from './sighting.ts';

/** A site that shows profiles. A site is data. Links are found without it. */
export interface Site {
  /** Addresses of the pages on which its entries are looked for; absent: on every page. */
  readonly pages?: RegExp;
  /**
   * Entries that claim a credential each, with or without a link: something in the entry, the entry around it, and what
   * the entry must stand in, if anything. These are three plain selectors, because browsers answer `:has()`, and `a b`
   * asked of one element, by reading the whole page.
   */
  readonly entries?: readonly EntryMark[];
  /** Lists in which every row is an entry: the innermost match, and the mark of a row where it has one. */
  readonly lists?: { readonly mark: string; readonly row: string };
  /** Headings, word for word, over lists in which every entry claims a credential. Words outlive a redesign. */
  readonly headings?: RegExp;
  readonly reader?: ReaderId;
}

export interface EntryMark {
  readonly mark: string;
  /** Absent: the mark is the entry. */
  readonly entry?: string;
  readonly within?: string;
}
