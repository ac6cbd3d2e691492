/** Longer keys are not cached, so that nobody can fill the memory with them. They seldom occur twice. */
const MAX_KEY_CHARACTERS = 2048;

/**
 * Caches a pure function. At most `most` results are kept, each with a key of a few kilobytes. The least recently used
 * goes first.
 */
export function remember<T>(make: (key: string) => T, most: number): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    if (key.length > MAX_KEY_CHARACTERS) return make(key);
    const isKnown = known.has(key);
    const value = isKnown ? (known.get(key) as T) : make(key);
    known.delete(key);
    known.set(key, value);
    if (known.size > most) known.delete(known.keys().next().value as string);
    return value;
  };
}
