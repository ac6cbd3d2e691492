/**
 * A value that is made on first use and then kept. For tables and patterns that most starts of the worker do not
 * need.
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
