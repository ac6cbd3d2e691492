/**
 * The entry of a list at a place that is known to be in it. The columns of a dataset are of one length, and its
 * tables have a row for each blank node. The compiler cannot know that.
 */
export const entryAt = <Entry>(column: readonly Entry[], place: number): Entry => column[place] as Entry;
