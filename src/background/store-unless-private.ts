import type { Store } from '../ports.ts';

/** A store to which nothing is written from a private window. What other windows have written may be read there. */
export const storeUnlessPrivate = (store: Store, isPrivate: () => Promise<boolean>): Store => ({
  ...store,
  async set(key, value) {
    if (!(await isPrivate())) await store.set(key, value);
  },
});
