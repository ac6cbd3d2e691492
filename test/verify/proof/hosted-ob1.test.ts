/** Hosted badges of Open Badges 0.5 and 1, whose records need neither an id nor an issuer with an address. */
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../src/json.ts';
import { ASSERTION, assertion, badgeClass, CLASS, servers } from '../../build/hosted-badge.ts';
import { verifyBadge } from './told.ts';

describe('older badges', () => {
  const url = 'https://old.example/a.json';
  const old = {
    uid: 'abc',
    recipient: { type: 'email', hashed: false, identity: 'ann@example.com' },
    badge: 'https://old.example/b.json',
    verify: { type: 'hosted', url },
    issuedOn: 1700000000,
  };
  const badge = {
    name: 'B',
    description: 'd',
    image: 'https://old.example/b.png',
    criteria: 'https://old.example/c',
    issuer: 'https://old.example/i.json',
  };
  const documents = {
    [url]: { body: old },
    'https://old.example/b.json': { body: badge },
    'https://old.example/i.json': { body: { name: 'Old', url: 'https://old.example' } },
  };

  it('an OB 1.0 badge is confirmed at verify.url', async () => {
    const { verdict, record } = await verifyBadge({ copy: old, documents });
    expect(verdict.status).toBe('issuer-confirmed');
    expect(record.issuer).toMatchObject({ name: 'Old', id: 'https://old.example/i.json' });
  });

  it.each<[string, Json, string]>([
    ['in seconds ahead of us', 1900000000, 'passed'],
    ['in seconds that are past', 1750000000, 'failed expired'],
    ['in seconds as text', '1750000000', 'failed expired'],
    ['in milliseconds, which are no timestamp', 1750000000000, 'inconclusive date-malformed'],
    ['in milliseconds as text', '1750000000000', 'inconclusive date-malformed'],
  ])('an OB 1.0 badge may end by a timestamp of ten digits: %s', async (_, expires, said) => {
    const ending = { ...old, expires };
    const { stateOf } = await verifyBadge({
      copy: ending,
      documents: { ...documents, [url]: { body: ending } },
    });
    expect(stateOf('validity-period')).toBe(said);
  });

  it('an OB 1.0 badge without any address of its own is confirmed where it was fetched from', async () => {
    const nameless = { ...old, verify: { type: 'hosted' } };
    const served = { ...documents, [url]: { body: nameless } };
    const { verdict, asked } = await verifyBadge({ copy: nameless, documents: served, retrievedFrom: url });
    expect([asked[0], verdict.status]).toEqual([url, 'issuer-confirmed']);
    expect((await verifyBadge({ copy: nameless, documents: served })).verdict.status).not.toBe(
      'issuer-confirmed',
    );
  });

  it('an OB 1.0 badge whose server names another verify.url is id-mismatch', async () => {
    const moved = { ...old, verify: { type: 'hosted', url: 'https://old.example/other.json' } };
    const { stateOf } = await verifyBadge({ copy: old, documents: { ...documents, [url]: { body: moved } } });
    expect(stateOf('proof')).toBe('failed id-mismatch');
  });

  it('an OB 1.0 badge whose issuer is on another origin is out of scope', async () => {
    const foreign = { ...badge, issuer: 'https://good.example/i.json' };
    const { stateOf } = await verifyBadge({
      copy: old,
      documents: {
        ...documents,
        'https://old.example/b.json': { body: foreign },
        'https://good.example/i.json': { body: { name: 'Good', url: 'https://good.example' } },
      },
    });
    expect(stateOf('key-binding')).toBe('failed hosting-out-of-scope');
  });
});

describe('a hosted badge', () => {
  // A record of Open Badges 1 has no id.
  const OLD = 'https://badges.example.org/old/1.json';
  const old = (over: object = {}) => ({
    uid: '1',
    badge: CLASS,
    recipient: { type: 'email', hashed: false, identity: 'ann@example.com' },
    issuedOn: '2026-01-15',
    verify: { type: 'hosted', url: OLD },
    ...over,
  });

  it.each([[[ASSERTION]], [5], ['urn:uuid:1']])('is not found by the id %j', async (id) => {
    const documents = servers({ [OLD]: { body: old({ id }) } });
    const { asked } = await verifyBadge({ copy: old({ id }), documents });
    expect(asked[0]).toBe(OLD);
  });

  it.each([[[OLD]], ['nowhere'], [5]])(
    'of OB 1 whose address is %j is asked for where it came from',
    async (url) => {
      const copy = old({ verify: { type: 'hosted', url } });
      const { asked } = await verifyBadge({
        copy,
        documents: servers({ [OLD]: { body: copy } }),
        retrievedFrom: OLD,
      });
      expect(asked[0]).toBe(OLD);
    },
  );
});

describe('an issuer that stands in the record', () => {
  /** A record whose class and issuer stand in it, without addresses of their own. */
  const whole = (profile: JsonObject, over: JsonObject = {}): JsonObject => {
    const { id: _, ...inline } = badgeClass({ issuer: profile });
    return assertion({ badge: inline, ...over });
  };
  const binding = async (record: JsonObject): Promise<string> => {
    const address = String(record.id);
    const { stateOf } = await verifyBadge({ copy: record, documents: { [address]: { body: record } } });
    return stateOf('key-binding');
  };
  const HOME = 'https://badges.example.org';

  it('is bound by its origin (OB 0.5), and by no origin but that', async () => {
    expect(await binding(whole({ name: 'Example', origin: HOME }))).toBe('passed');
    expect(await binding(whole({ name: 'Example', origin: 'https://mit.example' }))).toBe(
      'failed hosting-out-of-scope',
    );
    expect(await binding(whole({ name: 'Example' }))).toBe('inconclusive no-hosted-id');
    expect(await binding(whole({ name: 'Example', origin: [HOME, HOME] }))).toBe('inconclusive no-hosted-id');
  });

  it('cannot widen its own scope: only a fetched profile says where an issuer hosts', async () => {
    for (const rule of [{ allowedOrigins: 'evil.example' }, { startsWith: 'https://evil.example/' }]) {
      const profile = { name: 'MIT', origin: 'https://mit.example', verification: rule };
      expect(await binding(whole(profile, { id: 'https://evil.example/1.json' }))).toBe(
        'failed hosting-out-of-scope',
      );
    }
  });

  it('that is known by another id is not bound by an origin beside it', async () => {
    const profile = { id: 'did:web:mit.example', name: 'MIT', origin: HOME };
    expect(await binding(whole(profile))).toBe('inconclusive no-hosted-id');
  });

  it.each([{ id: 'did:web:good.example' }, { '@id': 'https://good.example/issuer' }])(
    'an origin beside an issuer’s id binds that id to nobody: %o',
    async (identity) => {
      const forged = {
        type: 'Issuer',
        name: 'Good',
        url: 'https://good.example',
        email: 'badges@good.example',
        origin: new URL(ASSERTION).origin,
        ...identity,
      };
      const copy = assertion({ badge: badgeClass({ id: 'urn:uuid:1', issuer: forged }) });
      const { stateOf, verdict } = await verifyBadge({ copy, documents: { [ASSERTION]: { body: copy } } });
      expect(stateOf('key-binding')).toMatch(/^inconclusive (?:no-hosted-id|issuer-unreachable)$/);
      expect(verdict.status).not.toBe('issuer-confirmed');
    },
  );
});
