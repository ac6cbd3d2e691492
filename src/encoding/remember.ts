/** Longer keys are met once: what they are made of is computed anew, and nobody fills the memory with them. */
const MAX_KEY_CHARACTERS = 2048;

/**
 * A pure function that is asked the same over and over, remembered: what was asked least lately goes first. So no more
 * than `most` results are held, each with a key of some kilobytes at most.
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
