/** Who shows profiles. Knowledge of a site is data, and never needed to find a link. */
export interface Site {
  readonly id: string;
  readonly name: string;
  /** Match patterns of its pages. */
  readonly matches: readonly string[];
  /** Selectors of the entries that claim a credential each, with or without a link. */
  readonly entries: readonly string[];
}
