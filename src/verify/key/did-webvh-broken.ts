/** Why an entry does not stand; in the words of the specification's own checks, for developers. */
export class Broken extends Error {}

/** Throws `Broken` where something does not hold that an entry of a log needs. */
export function demand(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Broken(what);
}
