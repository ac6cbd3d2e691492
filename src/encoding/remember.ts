/** Longer keys are not cached, so that nobody can fill the memory with them. They seldom occur twice. */
const MAX_KEY_CHARACTERS = 2048;

/**
 * Caches a pure function. At most `most` results are kept, each with a key of a few kilobytes. The least recently used
 * goes first.
 */
export function remember<T>(make: (key: string) => T, most: number): (key: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (key) => {
    if (key.length > MAX_KEY_CHARACTERS) return make(key);
    const result = known.get(key) ?? { value: make(key) };
    known.delete(key);
    known.set(key, result);
    dropOldest(known, most);
    return result.value;
  };
}

/** Takes the entry that was set first off a map that holds more than `most`. */
export function dropOldest(known: Map<string, unknown>, most: number): void {
  if (known.size <= most) return;
  const [oldest] = known.keys();
  if (oldest !== undefined) known.delete(oldest);
}
