/** Who shows profiles. Knowledge of a site is data, and never needed to find a link. */
export interface Site {
  readonly id: string;
  readonly name: string;
  /** Match patterns of its pages. */
  readonly matches: readonly string[];
  /**
   * Entries that claim a credential each, with or without a link: something in the entry, and the entry round it.
   * (Two plain selectors: `:has()` reads the whole page again for every element.)
   */
  readonly entries: readonly { readonly mark: string; readonly entry: string }[];
}
