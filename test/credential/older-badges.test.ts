/** Open Badges 0.5 to 1.1: how they are told from 2.0, and what is made of them. */
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../src/json.ts';
import { ob2, ob05 } from '../build/samples.ts';
import { defectsOf, readOne } from './reading.ts';

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

describe('Open Badges 0.5 to 1.1', () => {
  test('0.5 is upgraded: recipient, dates, issuer', async () => {
    const badge = await readOne(ob05());
    expect(badge).toMatchObject({
      format: 'ob1',
      name: 'Reveler',
      issued: { text: '2012-11-10' },
      issuer: { id: null, name: 'Old Example', url: 'https://old.example.org', email: 'old@example.org' },
      recipient: { identifiers: [{ identityType: 'email', hashed: true, salt: 'flour' }] },
      defects: [],
    });
  });

  test('a plain 0.5 recipient is an e-mail address without a salt', async () => {
    const badge = await readOne(ob05({ recipient: 'ada@example.org' }));
    expect(badge.recipient.identifiers).toEqual([
      { identityType: 'email', identity: 'ada@example.org', hashed: false, salt: null },
    ]);
  });

  test('1.0 lives where `verify.url` says, and its dates may be Unix seconds', async () => {
    const badge = await readOne({
      uid: 'abc',
      recipient: { type: 'email', identity: 'ada@example.org', hashed: false },
      badge: 'https://a.example/class',
      issuedOn: 1359217910,
      expires: '1459217910',
      verify: { type: 'hosted', url: 'https://a.example/1' },
    });
    expect([badge.format, badge.id, badge.issued?.instant, badge.validUntil?.instant, badge.defects]).toEqual(
      ['ob1', 'https://a.example/1', 1359217910000, 1459217910000, []],
    );
  });

  test("the address of a signed 1.0 assertion's key is not the assertion's id", async () => {
    const badge = await readOne({
      uid: 'abc',
      recipient: { type: 'email', identity: 'ada@example.org', hashed: false },
      badge: 'https://a.example/class',
      issuedOn: 1359217910,
      verify: { type: 'signed', url: 'https://a.example/key.pem' },
    });
    expect(badge.id).toBeNull();
  });

  test('a plain recipient in 1.0 is a defect, as it always was', async () => {
    const defects = await defectsOf({
      uid: '1',
      recipient: 'ada@example.org',
      badge: 'https://a.example/c',
      issuedOn: '2015-04-30',
      verify: { type: 'hosted', url: 'https://a.example/1' },
    });
    expect(defects).toEqual(['member-malformed /recipient']);
  });
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

describe('the version of an older badge', () => {
  const inline = ob05().badge as JsonObject;
  const bare = { id: 'https://old.example.org/1', badge: 'https://old.example.org/class' };

  test.each<[string, JsonObject, string]>([
    ['2.0 by its type', { ...bare, type: 'Assertion' }, 'ob2'],
    ['2.0 where it is revoked and no badge is left', { id: bare.id, revoked: true }, 'ob2'],
    ['1 where it is revoked and its badge is there', ob05({ revoked: true }), 'ob1'],
    ['1 where only its address is left', { verify: { type: 'hosted', url: bare.id } }, 'ob1'],
    ['2.0 with a context of nobody', { ...bare, recipient: 'a', '@context': 'https://a.example' }, 'ob2'],
    ['2.0 with a list for a context', { ...bare, recipient: 'a', '@context': [[OB1]] }, 'ob2'],
  ])('is %s', async (_, assertion, format) => {
    expect((await readOne(assertion)).format).toBe(format);
  });

  test.each<[string, JsonObject]>([
    ['names a context', { '@context': OB1, badge: inline }],
    ['has its badge elsewhere', { badge: 'https://old.example.org/class' }],
  ])('is not 0.5, which needs no word of its verification, where it %s', async (_, member) => {
    const recipient = { type: 'email', hashed: false, identity: 'ann@example.org' };
    expect(await defectsOf({ recipient, issued_on: '2012-11-10', ...member })).toContain(
      'member-missing /verification',
    );
  });

  test('is not 0.5, where an e-mail address was enough, where it says how to verify', async () => {
    const verify = { type: 'hosted', url: 'https://old.example.org/1' };
    expect(await defectsOf(ob05({ recipient: 'ann@example.org', verify }))).toContain(
      'member-malformed /recipient',
    );
  });
});

describe('the upgrade of an older badge', () => {
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

  test('takes a hash with its salt for an e-mail address in 1.x as well', async () => {
    const verify = { type: 'hosted', url: 'https://old.example.org/1' };
    const { identifiers } = (await readOne(ob05({ verify }))).recipient;
    expect(identifiers).toEqual([
      { identityType: 'email', identity: ob05().recipient, hashed: true, salt: 'flour' },
    ]);
  });

  test('invents no member that is not there, or is null', async () => {
    const { assembled } = await readOne(ob05({ recipient: null, issued_on: undefined as never }));
    expect(Object.keys(assembled ?? {}).sort()).toEqual(['badge', 'type', 'verification']);
    const badge = assembled?.badge as JsonObject;
    expect(Object.keys(badge.issuer as JsonObject).sort()).toEqual(['email', 'name', 'type', 'url']);
  });

  test('makes no id of what is no address, and no date of a list', async () => {
    const { assembled, defects } = await readOne(
      ob05({ verify: { type: 'hosted', url: 7 }, issued_on: ['1352505600'] }),
    );
    expect(assembled).not.toHaveProperty('id');
    expect(defects.map(({ code, at }) => `${code} ${at}`)).toEqual(['date-malformed /issuedOn']);
  });

  test('is for older badges only: what 2.0 demands is demanded', async () => {
    expect(await defectsOf(ob2({ recipient: `sha256$${'0a'.repeat(32)}` }))).toContain(
      'member-malformed /recipient',
    );
  });
});
