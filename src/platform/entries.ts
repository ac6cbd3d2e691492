import * as v from 'valibot';

/** A stored or prescribed list, entry by entry: one that is malformed takes no other with it. */
export interface Entries<T> {
  readonly good: readonly T[];
  /** Places of the entries that are none, counted from 1; `whole` where it is no list at all. */
  readonly faulty: readonly number[] | 'whole';
}

/** Reads what somebody else may have written. A list that is not there is an empty one. */
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
