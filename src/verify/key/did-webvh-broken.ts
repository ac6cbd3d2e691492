/** Why an entry is invalid, in the terms of the specification's own checks. The text is for developers. */
export class Broken extends Error {}

/** Throws `Broken` where a requirement for a log entry is not met. */
export function demand(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Broken(what);
}
