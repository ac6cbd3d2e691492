import type { Store } from '../ports.ts';

/** Enough for a hundred status lists of the usual size. */
const MAX_CHARACTERS = 64 * 1024 * 1024;

/** A store for one run. Nothing is left on the machine. The oldest entry is dropped first. */
export function memoryStore(most = MAX_CHARACTERS): Store {
  const values = new Map<string, { readonly value: unknown; readonly letters: number }>();
  let letters = 0;
  const remove = (key: string): void => {
    letters -= values.get(key)?.letters ?? 0;
    values.delete(key);
  };
  return {
    get: async (key) => values.get(key)?.value,
    async set(key, value) {
      remove(key);
      const kept = { value: structuredClone(value), letters: key.length + JSON.stringify(value).length };
      values.set(key, kept);
      letters += kept.letters;
      for (const [first] of values) {
        if (letters <= most) return;
        remove(first);
      }
    },
    remove: async (key) => remove(key),
  };
}
