/**
 * A value that is made on first use and kept: a table or a pattern of which most starts of the worker need nothing.
 *
 * In: a pure function. Out: a function that always returns the same value.
 */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
