import { describe, expect, test } from 'vitest';
import { composeOb2 } from '../../src/credential/ob2.ts';
import type { Json, JsonObject } from '../../src/json.ts';
import { badgeClass, defectsOf, issuer, ob2, ob05, readOne } from './samples.ts';

const OB1 = 'https://w3id.org/openbadges/v1';
const OB2 = 'https://w3id.org/openbadges/v2';
const ob1 = (override: JsonObject = {}): JsonObject => ({
  '@context': OB1,
  type: 'Assertion',
  id: 'https://old.example.org/assertions/1',
  recipient: { type: 'email', hashed: false, identity: 'ann@example.org' },
  badge: 'https://old.example.org/class',
  verify: { type: 'hosted', url: 'https://old.example.org/assertions/1' },
  ...override,
});

describe('which rules hold', () => {
  test.each<[string, Json]>([
    ['the contexts of two versions', [OB1, OB2]],
    ['a context of nobody', 'https://nobody.example/context'],
  ])('with %s are those of 2.0, which demand more', async (_, context) => {
    const { type: _type, ...untyped } = ob1({ '@context': context });
    expect((await readOne(untyped)).format).toBe('ob2');
  });

  test('for what is left of a revoked 1.1 badge are few', async () => {
    expect(await defectsOf({ '@context': OB1, id: 'https://old.example.org/1', revoked: true })).toEqual([]);
  });
});

describe('the upgrade', () => {
  test('keeps the id that a badge states, whatever address it says to ask', async () => {
    const verify = { type: 'hosted', url: 'https://elsewhere.example/1' };
    expect((await readOne(ob1({ verify }))).id).toBe('https://old.example.org/assertions/1');
  });

  test('keeps a recipient that is an object already', async () => {
    const { salt: _salt, ...unsalted } = ob05();
    const recipient = { type: 'email', hashed: true, salt: 'sea', identity: `sha256$${'0a'.repeat(32)}` };
    expect((await readOne({ ...unsalted, recipient })).recipient.identifiers).toEqual([
      { identityType: 'email', hashed: true, salt: 'sea', identity: recipient.identity },
    ]);
  });

  test('invents no member that is not there, or is null', async () => {
    const { assembled } = await readOne(ob05({ recipient: null, issued_on: undefined as never }));
    expect(Object.keys(assembled ?? {}).sort()).toEqual(['badge', 'type', 'verification']);
    const badge = assembled?.badge as JsonObject;
    expect(Object.keys(badge.issuer as JsonObject).sort()).toEqual(['email', 'name', 'type', 'url']);
  });
});

describe('an assertion', () => {
  test('is composed of nothing else', () => {
    for (const assertion of [badgeClass(), issuer(), {}]) {
      const composed = composeOb2({ assertion, badge: null, issuer: null, retrievedFrom: null });
      expect(composed.ok ? 'ok' : composed.problem.code).toBe('no-credential-found');
    }
  });

  test('that says nothing of its verification is given no word for it', async () => {
    const { verification: _verification, ...unverified } = ob2();
    expect((await readOne(unverified)).assembled).toStrictEqual(unverified);
  });

  test('brings badge and issuer along, with what they say and who endorses them', async () => {
    const endorsement = (id: string): JsonObject => ({ type: 'Endorsement', id });
    const by = issuer({ endorsement: endorsement('urn:e:issuer') });
    const badge = badgeClass({ issuer: by, endorsement: endorsement('urn:e:badge') });
    const read = await readOne(ob2({ badge, endorsement: endorsement('urn:e:all') }));
    expect(read.issuer.name).toBe('Example Bakery');
    expect(read.endorsements.map(({ at, about }) => [at, about])).toEqual([
      ['/endorsement', [ob2().id, badge.id, by.id]],
      ['/badge/endorsement', [badge.id]],
      ['/badge/issuer/endorsement', [by.id]],
    ]);
    expect(read.achievements[0]?.evidence).toEqual([]);
  });

  test.each<[string, JsonObject, readonly Json[]]>([
    ['hashed in words', { type: 'email', hashed: 'true', identity: 'sha256$0a' }, [['sha256$0a', true]]],
    ['of no text', { type: 'email', hashed: false, identity: 7 }, []],
  ])('for an identity %s', async (_, recipient, expected) => {
    const { recipient: read } = await readOne(ob2({ recipient }));
    expect(read.identifiers.map(({ identity, hashed }) => [identity, hashed])).toEqual(expected);
  });

  test('whose hash is missing is told that once', async () => {
    expect(await defectsOf(ob2({ recipient: { type: 'email', hashed: true } }))).toEqual([
      'member-missing /recipient/identity',
    ]);
  });
});
