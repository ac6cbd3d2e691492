/** A piece of a script that goes, and what comes in its place. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

/** The script with all edits made. None reaches into another; of several at one place, the last stands first. */
export const edited = (code: string, edits: readonly Edit[]): string =>
  edits
    .toSorted((one, other) => other.from - one.from)
    .reduce((text, { from, to, by }) => text.slice(0, from) + by + text.slice(to), code);
