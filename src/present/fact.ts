/** A labelled value: a date, a number, what the page says. */
export interface FactView {
  readonly label: string;
  readonly value: string;
  /** Set where the value joins the record's words and ours: each runs in its own direction. */
  readonly parts?: readonly string[];
}
