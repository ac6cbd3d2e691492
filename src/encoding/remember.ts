/** Longer keys are not cached, so that nobody can fill the memory with them. They seldom occur twice. */
const MAX_KEY_CHARACTERS = 2048;

/**
 * Caches a pure function. At most `most` (two or more) results are kept, each with a key of a few kilobytes. What was
 * not asked for lately goes first: each half of the results is dropped once the other half is full. So a known result
 * is found without writing anything.
 */
export function remember<T>(make: (key: string) => T, most: number): (key: string) => T {
  let recent = new Map<string, { readonly value: T }>();
  let former: typeof recent = new Map();
  return (key) => {
    if (key.length > MAX_KEY_CHARACTERS) return make(key);
    const known = recent.get(key);
    if (known !== undefined) return known.value;
    const result = former.get(key) ?? { value: make(key) };
    if (recent.size >= Math.floor(most / 2)) [recent, former] = [new Map(), recent];
    recent.set(key, result);
    return result.value;
  };
}

/** Caches a pure function of an object that is never changed. A result is kept as long as somebody holds the object. */
export function rememberOf<Thing extends object, T>(make: (thing: Thing) => T): (thing: Thing) => T {
  const made = new WeakMap<Thing, { readonly value: T }>();
  return (thing) => {
    const known = made.get(thing);
    if (known !== undefined) return known.value;
    const value = make(thing);
    made.set(thing, { value });
    return value;
  };
}
