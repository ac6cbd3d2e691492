/** A bound of ours says nothing about a record: what is beyond one was not looked into, and nobody is accused. */
import { generateKeyPairSync } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { CredentialContent, Document } from '../../src/credential/model.ts';
import { inspectDocument } from '../../src/inspect.ts';
import { comparePage } from '../../src/verify/check/page-claim.ts';
import { DID, sign } from '../build/hand-signed.ts';
import { badge } from '../build/issue.ts';
import { LIST } from '../build/issued-list.ts';
import { badgeOf, DID as COLLEGE, DID_ADDRESS } from '../build/issued-token.ts';
import { CLAIMS, card } from '../build/issued-token-list.ts';
import { createJwtIssuer, unsignedBadge } from '../build/jwt-issuer.ts';
import { inspectInClosedWorld, verifyInClosedWorld } from '../fake/closed-world.ts';
import { fakePorts } from '../fake/ports.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const json = (value: unknown): Uint8Array => bytes(JSON.stringify(value));
const signed = await sign(badge(DID), 'eddsa-rdfc-2022');
const contexts = signed['@context'] as readonly string[];
const issuerKey = await createJwtIssuer();

/** A PNG of nothing but a compressed text; its check sums are left out, as nobody looks at them. */
function bakedBomb(): Uint8Array {
  const data = Buffer.concat([
    Buffer.from('openbadgecredential\0\x01\0\0\0', 'latin1'),
    deflateSync(Buffer.alloc(3_000_000, ' ')),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    ...[length, Buffer.from('iTXt', 'latin1'), data, Buffer.alloc(8), Buffer.from('IEND', 'latin1')],
    Buffer.alloc(4),
  ]);
}

it.each<[string, Uint8Array, string]>([
  ['of three million characters', json({ ...signed, name: 'x'.repeat(3_000_000) }), 'json-too-large'],
  ['of a hundred levels', bytes(`${'['.repeat(100)}${']'.repeat(100)}`), 'json-too-deep'],
  ['with a list of six thousand', json({ ...signed, tag: Array(6_000).fill('x') }), 'json-too-many-entries'],
  ['that unpacks to three million bytes', bakedBomb(), 'inflated-too-large'],
  [
    'with eleven contexts',
    json({
      ...signed,
      '@context': [...contexts, ...Array.from({ length: 8 }, (_, place) => `https://a.example/${place}`)],
    }),
    'context-too-large',
  ],
])('a badge %s is not checked, and not failed', async (_what, content, code) => {
  const told = async (origin: Document['origin']) => {
    const url = origin === 'fetched' ? 'https://a.example/badge' : null;
    const items = await inspectDocument(
      { content, contentType: null, charset: null, url, origin },
      fakePorts(),
    );
    return items.map(({ verdict }) => [verdict.status, verdict.standing, verdict.reason]);
  };
  expect(await told('file')).toEqual([['not-checked', 'inconclusive', code]]);
  expect((await told('fetched'))[0]?.slice(1)).toEqual(['inconclusive', code]);
});

describe('a name that is longer than any name', () => {
  const issuer = { id: issuerKey.did, type: ['Profile'] };
  const named = (name: string) => issuerKey.badge({ issuer: { ...issuer, name } });
  const by = (creator: string) => {
    const { credentialSubject: subject } = unsignedBadge(issuerKey.did) as { credentialSubject: object };
    const achievement = {
      ...(subject as { achievement: object }).achievement,
      creator: { id: 'https://a.example/', type: ['Profile'], name: creator },
    };
    return issuerKey.badge({ credentialSubject: { ...subject, achievement } });
  };

  it.each([
    ['of brackets that nobody closes', '('.repeat(400_000)],
    ['of letters that stand for eighteen', '\ufdfa'.repeat(300_000)],
  ])('is compared before the reader has gone: %s', async (_, name) => {
    for (const token of [await named(name), await by(name)]) {
      const { verdict } = await verifyInClosedWorld({ credential: token });
      expect(verdict.status).toBe('signature-verified');
    }
  });

  it('is held against a page before the reader has gone', async () => {
    const { report } = await verifyInClosedWorld({ credential: await issuerKey.badge() });
    const record = { ...report.credential, name: '1'.repeat(800_000), achievements: [] };
    const claim = { title: 'Welding', issuer: null, issued: null, expires: null, credentialId: null };
    const { outcome } = comparePage(claim, record as CredentialContent);
    expect(outcome.problem?.code).toBe('claim-title-differs');
  });

  it.each(['\u200b', ' ', '\u0301'])('does not hide whose it is behind %j', async (sign) => {
    const { stateOf } = await verifyInClosedWorld({ credential: await named(`${sign.repeat(3_000)}Cisco`) });
    expect(stateOf('issuer-trust')).toBe('warned issuer-name-of-another');
  });
});

describe('many credentials of one document', () => {
  it('have no more lists read for them than so many', async () => {
    const LIST = 'https://lists.example/';
    const body = JSON.stringify({
      id: LIST,
      issuer: issuerKey.did,
      revokedCredential: [],
      note: 'x'.repeat(1_900_000),
    });
    const statuses = Array.from({ length: 20 }, (_, place) => ({
      id: `${LIST}${place}`,
      type: '1EdTechRevocationList',
    }));
    const documents = Object.fromEntries(statuses.map(({ id }) => [id, { body }]));
    const token = await issuerKey.badge({ credentialStatus: statuses });
    const items = await inspectInClosedWorld(Array(6).fill(token), { documents });
    const told = items.map(({ verdict }) => verdict.status);
    expect([told[0], told.at(-1)]).toEqual(['signature-verified', 'unreachable']);
  });

  it('have no more keys tried for them, or for their lists, than so many', async () => {
    const methods = Array.from({ length: 250 }, (_, place) => ({
      id: `${COLLEGE}#${place}`,
      type: 'JsonWebKey',
      controller: COLLEGE,
      publicKeyJwk: generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }),
    }));
    const documents = {
      [DID_ADDRESS]: {
        body: { id: COLLEGE, verificationMethod: methods, assertionMethod: methods.map(({ id }) => id) },
      },
    };
    const stranger = await createJwtIssuer('EdDSA');
    const token = await stranger.sign(badgeOf(COLLEGE), { kid: undefined, typ: 'JWT' });
    const items = await inspectInClosedWorld(Array(30).fill(token), { documents });
    const told = items.map(({ verdict }) => verdict.status);
    expect([told[0], told.at(-1)]).toEqual(['failed', 'unreachable']);
    const forged = await stranger.sign(
      { ...CLAIMS, iss: COLLEGE },
      { kid: undefined, typ: 'statuslist+jwt' },
    );
    const cards = await inspectInClosedWorld(Array(30).fill(await card()), {
      documents: { ...documents, [LIST]: { body: forged, contentType: 'application/statuslist+jwt' } },
    });
    const why = cards.map(({ report }) => report.outcomes.revocation.problem?.cause?.code);
    expect([why[0], why.at(-1)]).toEqual(['signature-invalid', 'json-too-large']);
  });
});
