import { describe, expect, it } from 'vitest';
import { storeUnlessPrivate } from '../../src/background/store-unless-private.ts';
import type { Store } from '../../src/ports.ts';

describe('keys and status lists', () => {
  const over = (isPrivate: boolean) => {
    const held = new Map<string, unknown>([['before', 'list']]);
    const store: Store = {
      get: async (key) => held.get(key),
      set: async (key, value) => void held.set(key, value),
      remove: async (key) => void held.delete(key),
    };
    return { held, store: storeUnlessPrivate(store, async () => isPrivate) };
  };

  it('that a page in a private window needed are not written down', async () => {
    const { held, store } = over(true);
    await store.set('https://issuer.example/list', 'list');
    expect([...held.keys()]).toEqual(['before']);
    expect(await store.get('before')).toBe('list');
  });

  it('that any other page needed are', async () => {
    const { held, store } = over(false);
    await store.set('https://issuer.example/list', 'list');
    expect([...held.keys()]).toEqual(['before', 'https://issuer.example/list']);
  });
});
