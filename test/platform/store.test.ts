import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type FakeBrowser, fakeBrowser } from './fake-browser.ts';

const world = vi.hoisted(() => ({ browser: {} as FakeBrowser }));
vi.mock('webextension-polyfill', () => ({
  get default() {
    return world.browser;
  },
}));

import { untilChanged } from '../../src/background/until-changed.ts';
import { readListFaults } from '../../src/platform/list-faults.ts';
import { onPolicyChanged } from '../../src/platform/policy.ts';
import { readSites } from '../../src/platform/sites.ts';
import { cacheStore, forgetAll, localStore, pastCache, sessionArea } from '../../src/platform/store.ts';
import {
  addFederation,
  forgetIssuer,
  parseFederation,
  parseTrusted,
  readFederations,
  readPolicyFederations,
  readPolicyTrusted,
  readPolicyUniversities,
  readTrusted,
  readUniversities,
  recogniseIssuer,
  removeFederation,
  writeUniversities,
} from '../../src/platform/trusted.ts';
import { anchorIn } from '../../src/verify/trust/federation.ts';

beforeEach(() => {
  world.browser = fakeBrowser();
});

describe('the keys of the session', () => {
  it('are asked for alone, where the browser tells them', async () => {
    await sessionArea.set({ 'page:7': {}, 'row:7:a': 'x' });
    const { session } = world.browser.storage;
    const read = vi.spyOn(session, 'get');
    Object.assign(session, { getKeys: async () => [...session.held.keys()] });
    expect([await sessionArea.keys(), read.mock.calls]).toEqual([['page:7', 'row:7:a'], []]);
  });

  it('are found where it does not', async () => {
    await sessionArea.set({ 'page:7': {}, 'row:7:a': 'x' });
    expect(await sessionArea.keys()).toEqual(['page:7', 'row:7:a']);
  });
});

describe('cached keys and lists', () => {
  it('never push out settings: over the quota the cache is dropped and the new entry kept', async () => {
    await localStore.set('trusted', [{ id: 'did:web:a.example', name: 'A' }]);
    await cacheStore.set('old', 'x'.repeat(400));
    world.browser.storage.local.quota = 700;
    await cacheStore.set('new', 'y'.repeat(400));
    expect(await cacheStore.get('old')).toBeUndefined();
    expect(await cacheStore.get('new')).toBe('y'.repeat(400));
    expect(await readTrusted()).toHaveLength(1);
  });

  it('that are larger than the quota are simply not remembered', async () => {
    world.browser.storage.local.quota = 100;
    await expect(cacheStore.set('huge', 'x'.repeat(400))).resolves.toBeUndefined();
    expect(await cacheStore.get('huge')).toBeUndefined();
  });

  it('are not found by a check past every cache, and found again afterwards', async () => {
    const past = pastCache(cacheStore);
    await cacheStore.set('key', 1);
    expect(await past.get('key')).toBeUndefined();
    await past.set('key', 2);
    expect(await cacheStore.get('key')).toBe(2);
  });

  it('are cleared without the settings', async () => {
    await localStore.set('sites', []);
    await cacheStore.set('key', 1);
    await forgetAll('cache:');
    expect([...world.browser.storage.local.held.keys()]).toEqual(['sites']);
  });
});

describe('lists of trusted issuers', () => {
  it('keep every change of several at once', async () => {
    const [a, b] = ['a', 'b'].map((name) => ({ id: `did:web:${name}.example`, name }));
    await recogniseIssuer({ id: 'did:web:old.example', name: 'Old' });
    await Promise.all(
      [a, b].map((each) => each && recogniseIssuer(each)).concat(forgetIssuer('did:web:old.example')),
    );
    expect(await readTrusted()).toEqual([a, b]);
  });

  it('are empty where the organisation has no policy and the browser rejects the question', async () => {
    world.browser.storage.managed.get = () => Promise.reject(new Error('Managed storage manifest not found'));
    expect(await readPolicyTrusted()).toEqual([]);
  });

  it('come from the policy where there is one', async () => {
    await world.browser.storage.managed.set({ trustedIssuers: [{ id: 'did:web:a.example', name: 'A' }] });
    expect(await readPolicyTrusted()).toEqual([{ id: 'did:web:a.example', name: 'A' }]);
  });

  it('of the policy are told and read again when the organisation changes it', async () => {
    const { managed } = world.browser.storage;
    await managed.set({ trustedIssuers: [{ id: 'did:web:a.example', name: 'A' }] });
    const told = vi.fn();
    onPolicyChanged(told);
    const listed = untilChanged(readPolicyTrusted, onPolicyChanged);
    await listed();
    await managed.set({ trustedIssuers: [{ id: 'did:web:b.example', name: 'B' }] });
    expect(told).toHaveBeenCalledOnce();
    expect(await listed()).toEqual([{ id: 'did:web:b.example', name: 'B' }]);
  });

  it('of the policy are read where the browser never tells that it changed', async () => {
    const { managed } = world.browser.storage;
    await managed.set({ trustedIssuers: [{ id: 'did:web:a.example', name: 'A' }] });
    Object.assign(managed, { onChanged: undefined });
    const listed = untilChanged(readPolicyTrusted, onPolicyChanged);
    expect(await listed()).toEqual([{ id: 'did:web:a.example', name: 'A' }]);
  });

  it('of the policy are read without what is no issuer’s id', async () => {
    const trustedIssuers = [
      { id: 'Harbour College', name: 'A' },
      { id: 'did:web:a.example', name: 'A' },
    ];
    await world.browser.storage.managed.set({ trustedIssuers });
    expect(await readPolicyTrusted()).toEqual([{ id: 'did:web:a.example', name: 'A' }]);
  });

  it.each(['{', '{}', '[{"name":"no id"}]', '[{"id":"","name":"empty id"}]', '["did:web:a.example"]'])(
    'are not read from %s',
    (text) => {
      expect(parseTrusted(text)).toBeNull();
    },
  );
});

describe('universities', () => {
  it('are recognised by the reader only after he said so', async () => {
    expect(await readUniversities()).toBe(false);
    await writeUniversities(true);
    expect(await readUniversities()).toBe(true);
    await writeUniversities(false);
    expect(await readUniversities()).toBe(false);
  });

  it.each([
    [{}, false],
    [{ recogniseUniversities: true }, true],
    [{ recogniseUniversities: false }, false],
    [{ recogniseUniversities: 'true' }, false],
  ])('are by the policy %j: %s', async (policy, recognised) => {
    await world.browser.storage.managed.set(policy);
    expect(await readPolicyUniversities()).toBe(recognised);
  });

  it('are not by a policy that cannot be asked', async () => {
    world.browser.storage.managed.get = () => Promise.reject(new Error('Managed storage manifest not found'));
    expect(await readPolicyUniversities()).toBe(false);
  });
});

describe('federations', () => {
  const key = { kty: 'EC', crv: 'P-256', x: 'a', y: 'b' };
  const pinned = { federation: 'https://anchor.example', name: 'Example', jwks: { keys: [key] } };

  it('are pinned once their host may be asked, by their public keys alone', async () => {
    const given = { ...pinned, jwks: { keys: [{ ...key, d: 'secret' }] } };
    const entry = parseFederation(JSON.stringify(given));
    expect(entry).toEqual(pinned);
    world.browser.permissions.request = async () => true;
    expect(await addFederation(pinned)).toBe(true);
    expect(await addFederation({ ...pinned, name: 'Example, renamed' })).toBe(true);
    expect(await readFederations()).toEqual([{ ...pinned, name: 'Example, renamed' }]);
    await removeFederation(pinned.federation);
    expect(await readFederations()).toEqual([]);
  });

  it.each([
    ['past its end', { exp: 1_600_000_000 }],
    ['revoked', { revoked: { revoked_at: 1_600_000_000 } }],
    ['for no signatures', { key_ops: ['encrypt'] }],
  ])('are none where the key is %s, as on the command line', (_what, more) => {
    const usable = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
    const isAnchor = (jwk: object) => {
      const entry = parseFederation(JSON.stringify({ ...pinned, jwks: { keys: [jwk] } }));
      return entry !== null && anchorIn(entry, Date.parse('2026-06-01T00:00:00Z')) !== null;
    };
    expect([isAnchor(usable), isAnchor({ ...usable, ...more })]).toEqual([true, false]);
  });

  it('are not pinned where the reader refuses', async () => {
    world.browser.permissions.request = async () => false;
    expect(await addFederation(pinned)).toBe(false);
    expect(await readFederations()).toEqual([]);
  });

  it.each(['', '[]', '{}', '{"federation": 1}', '{"federation": "https://a.example", "name": "A"}'])(
    'are none in %j',
    (text) => {
      expect(parseFederation(text)).toBeNull();
    },
  );

  it('are also the policy’s, entry by entry', async () => {
    world.browser.storage.managed.held.set('federations', [pinned, { federation: 'x' }]);
    expect(await readPolicyFederations()).toEqual([pinned]);
  });
});

describe('a list with a malformed entry', () => {
  const NOW = Date.parse('2026-06-01T00:00:00Z');
  const good = { id: 'did:web:a.example', name: 'A' };

  it('keeps the others, and says which could not be read', async () => {
    await localStore.set('trusted', [{ id: 7 }, good, 'x']);
    await localStore.set('sites', ['https://github.com/*', 'http://plain.example/*']);
    world.browser.storage.managed.held.set('trustedIssuers', [good, { id: 'no address', name: 'B' }, null]);
    expect(await readTrusted()).toEqual([good]);
    expect(await readSites()).toEqual(['https://github.com/*']);
    expect(await readPolicyTrusted()).toEqual([good]);
    expect(await readListFaults(NOW)).toEqual([
      { list: 'trusted', faulty: [1, 3] },
      { list: 'sites', faulty: [2] },
      { list: 'policy', faulty: [2, 3] },
    ]);
  });

  it('of federations keeps the anchors, and says which entries are none', async () => {
    const key = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
    const anchor = { federation: 'https://a.example', name: 'A', jwks: { keys: [key] } };
    const entries = [
      { ...anchor, federation: 'http://a.example' },
      anchor,
      { ...anchor, jwks: { keys: [] } },
      { ...anchor, jwks: { keys: [{ kty: 'oct', k: 'AAAA' }] } },
      { federation: 'https://b.example' },
    ];
    await localStore.set('trusted-federations', entries);
    world.browser.storage.managed.held.set('federations', { entries });
    expect(await readListFaults(NOW)).toEqual([
      { list: 'federations', faulty: [1, 3, 4, 5] },
      { list: 'policyFederations', faulty: 'whole' },
    ]);
    world.browser.storage.managed.held.set('federations', entries);
    expect(await readPolicyFederations()).toContainEqual(anchor);
    expect(await readListFaults(NOW)).toContainEqual({ list: 'policyFederations', faulty: [1, 3, 4, 5] });
  });

  it('that is none at all is told so, and one that is not there is no fault', async () => {
    expect(await readListFaults(NOW)).toEqual([]);
    await localStore.set('trusted', { id: good });
    expect(await readTrusted()).toEqual([]);
    expect(await readListFaults(NOW)).toEqual([{ list: 'trusted', faulty: 'whole' }]);
  });
});
