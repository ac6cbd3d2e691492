/** Open Badges 2.0 is JSON-LD: a list of one value is that value, in the assertion and in each of its parts. */
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
} from '../../build/hosted-badge.ts';
import { home, KEY, key, keyDocument, signed } from '../../build/signed-ob2.ts';
import { inspectInClosedWorld } from '../../fake/closed-world.ts';
import type { FakeDocument } from '../../fake/net.ts';

async function told(file: JsonObject | string, documents: Record<string, FakeDocument>) {
  const items = await inspectInClosedWorld(file, { documents });
  return items.map(({ verdict }) => `${verdict.status} ${verdict.reason}`);
}

/** The same object, with each member in turn as a list of one. */
const withLists = (object: JsonObject): (readonly [string, JsonObject])[] =>
  Object.entries(object).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, { ...object, [name]: [value] }] as const],
  );

const CONFIRMED = ['issuer-confirmed issuer-unknown'];
const SIGNED = ['signature-verified issuer-unknown'];
const LIST = 'https://badges.example.org/revoked.json';

describe('a hosted badge with lists of one', () => {
  it.each(withLists(assertion()))('for its %s is confirmed', async (_name, listed) => {
    expect(await told(listed, servers({ [ASSERTION]: { body: listed } }))).toEqual(CONFIRMED);
  });

  it.each(withLists(assertion().recipient as JsonObject))(
    'for the %s of its recipient is confirmed',
    async (_name, recipient) => {
      const listed = assertion({ recipient });
      expect(await told(listed, servers({ [ASSERTION]: { body: listed } }))).toEqual(CONFIRMED);
    },
  );

  it.each(withLists(badgeClass()))('for the %s of its class is confirmed', async (_name, body) => {
    expect(await told(assertion(), servers({ [CLASS]: { body } }))).toEqual(CONFIRMED);
  });

  it.each(withLists(issuer({ verification: { allowedOrigins: 'badges.example.org' } })))(
    'for the %s of its issuer is confirmed',
    async (_name, body) => {
      expect(await told(assertion(), servers({ [ISSUER]: { body } }))).toEqual(CONFIRMED);
    },
  );

  it('around its parts is confirmed', async () => {
    const listed = assertion({ badge: [badgeClass({ issuer: [issuer()] })] });
    expect(await told(listed, servers({ [ASSERTION]: { body: listed } }))).toEqual(CONFIRMED);
  });

  it('is revoked and expires as without them', async () => {
    const revoked = assertion({ badge: [CLASS], revoked: [true] });
    expect(await told(assertion(), servers({ [ASSERTION]: { body: revoked } }))).toEqual(['revoked revoked']);
    const over = assertion({ badge: [CLASS], expires: ['2026-02-01T00:00:00Z'] });
    expect(await told(assertion(), servers({ [ASSERTION]: { body: over } }))).toEqual(['expired expired']);
  });

  it('in an extension, whose schema asks for a list, breaks nothing', async () => {
    const extension = {
      '@context': 'https://w3id.org/openbadges/extensions/accessibilityExtension/context.json',
      type: ['Extension', 'extensions:AccessibilityExtension'],
      accessMode: ['textual'],
    };
    const of = async (more: JsonObject) => {
      const listed = assertion({ 'extensions:accessibility': { ...extension, ...more } });
      return told(listed, servers({ [ASSERTION]: { body: listed } }));
    };
    expect(await of({})).toEqual(await of({ accessMode: ['textual', 'visual'] }));
  });

  it('of two values is none', async () => {
    const listed = assertion({ badge: [CLASS, 'https://badges.example.org/other.json'] });
    expect(await told(listed, servers({ [ASSERTION]: { body: listed } }))).not.toEqual(CONFIRMED);
  });
});

describe('a signed badge with lists of one', () => {
  it.each(withLists(signed()))('for its %s is verified', async (_name, listed) => {
    expect(await told(await key.sign(listed), home())).toEqual(SIGNED);
  });

  it.each(withLists(keyDocument()))('for the %s of its key is verified', async (_name, body) => {
    expect(await told(await key.sign(signed()), home({ [KEY]: { body } }))).toEqual(SIGNED);
  });

  const revoking = async (entry: JsonObject) =>
    told(
      await key.sign(signed()),
      home({
        [ISSUER]: { body: issuer({ publicKey: KEY, revocationList: [LIST] }) },
        [LIST]: { body: { type: 'RevocationList', id: LIST, issuer: ISSUER, revokedAssertions: [entry] } },
      }),
    );

  it('in its entry of the revocation list is revoked, or reinstated, as without them', async () => {
    const id = signed().id ?? '';
    expect(await revoking({ id: [id] })).toEqual(['revoked revoked']);
    expect(await revoking({ id: [id], revoked: [false] })).toEqual(SIGNED);
  });
});
