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
  /** Headings, word for word, over lists whose every entry claims a credential: words outlive a redesign. */
  readonly headings?: RegExp;
}

export interface EntryMark {
  readonly mark: string;
  readonly entry: string;
  readonly within?: string;
  /** What one row of the entry must be, where only such entries claim a credential. */
  readonly says?: RegExp;
  /** Where the entry's heading is not the credential's name but the issuer's: he is the first group, of the first such row. */
  readonly issuer?: RegExp;
}
