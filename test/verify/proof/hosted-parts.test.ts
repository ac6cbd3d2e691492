import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import {
  ASSERTION,
  assertion,
  badgeClass,
  CLASS,
  ISSUER,
  issuer,
  servers,
  verifyBadge,
} from './badge-world.ts';

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

describe('an issuer that stands in the record', () => {
  const HOME = 'https://badges.example.org';

  it('is bound by its origin (OB 0.5), and by no origin but that', async () => {
    expect(await binding(whole({ name: 'Example', origin: HOME }))).toBe('passed');
    expect(await binding(whole({ name: 'Example', origin: 'https://mit.example' }))).toBe(
      'failed hosting-out-of-scope',
    );
    expect(await binding(whole({ name: 'Example' }))).toBe('inconclusive no-hosted-id');
    expect(await binding(whole({ name: 'Example', origin: [HOME] }))).toBe('inconclusive no-hosted-id');
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
});

describe('a class whose address leads elsewhere', () => {
  it('is out of scope, though the address itself is within', async () => {
    const documents = servers({
      [CLASS]: { body: badgeClass(), finalUrl: 'https://evil.example/class.json' },
    });
    expect((await verifyBadge({ documents })).stateOf('key-binding')).toBe('failed badge-class-out-of-scope');
  });

  it('may lead to where the profile allows', async () => {
    const rule = { verification: { allowedOrigins: ['badges.example.org', 'cdn.example.org'] } };
    const documents = servers({
      [ISSUER]: { body: issuer(rule) },
      [CLASS]: { body: badgeClass(), finalUrl: 'https://cdn.example.org/class.json' },
    });
    expect((await verifyBadge({ documents })).stateOf('key-binding')).toBe('passed');
    const elsewhere = { ...documents, [CLASS]: { body: badgeClass(), finalUrl: 'https://evil.example/c' } };
    expect((await verifyBadge({ documents: elsewhere })).stateOf('key-binding')).toBe(
      'failed badge-class-out-of-scope',
    );
  });
});

describe('a part that its server takes back while it shows it', () => {
  it.each([404, 410, 500])('with status %i is not had', async (status) => {
    const told = async (over: Parameters<typeof servers>[0]) => {
      const { stateOf } = await verifyBadge({ documents: servers(over) });
      return [stateOf('proof'), stateOf('key-binding')];
    };
    expect(await told({ [CLASS]: { status, body: badgeClass() } })).toEqual([
      'inconclusive badge-class-unreachable',
      'not-run',
    ]);
    expect(await told({ [ISSUER]: { status, body: issuer() } })).toEqual([
      'passed',
      'inconclusive issuer-unreachable',
    ]);
  });
});

describe('a record that its address says is gone', () => {
  const gone = async (body: JsonObject) => {
    const { record, stateOf } = await verifyBadge({
      copy: assertion({ recipient: { type: 'email', hashed: false, identity: 'eve@example.com' } }),
      documents: servers({ [ASSERTION]: { status: 410, body } }),
    });
    return [stateOf('revocation'), record.recipient.identifiers[0]?.identity];
  };

  it('replaces the copy where it comes whole, with its own id or none', async () => {
    const inline = { badge: badgeClass({ issuer: issuer() }) };
    expect(await gone(assertion(inline))).toEqual(['failed record-gone', 'ann@example.com']);
    expect(await gone(assertion({ ...inline, id: undefined }))).toEqual([
      'failed record-gone',
      'ann@example.com',
    ]);
    expect(await gone(assertion({ ...inline, id: `${ASSERTION}2` }))).toEqual([
      'failed record-gone',
      'eve@example.com',
    ]);
    expect(await gone({ id: ASSERTION, revoked: true })).toEqual(['failed revoked', 'eve@example.com']);
  });
});
