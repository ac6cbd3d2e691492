/** Who shows profiles. Knowledge of a site is data, and never needed to find a link. */
export interface Site {
  /**
   * Entries that claim a credential each, with or without a link: something in the entry, the entry round it, and what
   * the entry must stand in, if anything. (Three plain selectors: browsers answer `:has()`, and `a b` asked of one
   * element, by reading the whole page.)
   */
  readonly entries: readonly { readonly mark: string; readonly entry: string; readonly within?: string }[];
}
