/**
 * The entry of a list at a place that is in it: a column of a dataset at a place of another one, or a table with a row
 * for each blank node. The compiler cannot know that, and a check at each of some thousand places would cost more.
 */
export const entryAt = <Entry>(column: readonly Entry[], place: number): Entry => column[place] as Entry;
