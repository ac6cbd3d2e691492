import * as v from 'valibot';

/** A stored or prescribed list, entry by entry: a malformed entry does not affect the others. */
export interface Entries<T> {
  readonly good: readonly T[];
  /** Places of the malformed entries, counted from 1; `whole` where it is no list at all. */
  readonly faulty: readonly number[] | 'whole';
}

/** Reads a list that somebody else may have written. A missing list is an empty one. */
export function readEntries<const S extends v.GenericSchema>(
  schema: S,
  value: unknown,
): Entries<v.InferOutput<S>> {
  if (value === undefined || value === null) return { good: [], faulty: [] };
  if (!Array.isArray(value)) return { good: [], faulty: 'whole' };
  const read = value.map((entry) => v.safeParse(schema, entry));
  return {
    good: read.flatMap((each) => (each.success ? [each.output] : [])),
    faulty: read.flatMap((each, index) => (each.success ? [] : [index + 1])),
  };
}
