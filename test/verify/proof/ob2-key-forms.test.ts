/** How a profile may list the key of a signed OB 2 badge, and what the key's own document may say. */
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../src/json.ts';
import { badgeClass, CLASS, ISSUER, issuer } from '../../build/hosted-badge.ts';
import { createJwtKey } from '../../build/jwt.ts';
import { home, KEY, key, keyDocument, signed, stranger } from '../../build/signed-ob2.ts';
import type { FakeDocument } from '../../fake/net.ts';
import { verifyBadge, verifySigned } from './told.ts';

const es = await createJwtKey('ES256');

async function told(
  publicKey: Json | undefined,
  at: FakeDocument | null = { body: keyDocument() },
  by = key,
): Promise<string> {
  const creator = publicKey === KEY ? { creator: KEY } : {};
  const documents = {
    [CLASS]: { body: badgeClass() },
    [ISSUER]: { body: issuer({ publicKey } as JsonObject) },
    ...(at && { [KEY]: at }),
  };
  const { stateOf } = await verifySigned(
    documents,
    signed({ verification: { type: 'SignedBadge', ...creator } }),
    by,
  );
  return `${stateOf('proof')}, ${stateOf('key-binding')}`;
}
const createPrivatePem = (): string =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
    type: 'pkcs8',
    format: 'pem',
  }) as string;

const CERTIFICATE = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';

const HOLDS = 'passed, passed';
const UNRESOLVED = 'inconclusive key-unresolvable, not-run';
const pem = (body: string): FakeDocument => ({ body, contentType: 'application/x-pem-file' });

type Bytes = Uint8Array | readonly number[];
const [INTEGER, BIT_STRING, OCTET_STRING, OID, SEQUENCE, SET] = [2, 3, 4, 6, 0x30, 0x31];
/** X.690 §8.1. */
function der(tag: number, ...parts: readonly Bytes[]): Uint8Array {
  const bytes = parts.flatMap((part) => [...part]);
  const { length } = bytes;
  const size = length < 0x80 ? [length] : [0x82, length >> 8, length & 0xff];
  return Uint8Array.of(tag, ...size, ...bytes);
}
const NULL = der(5);
const hex = (digits: string): Uint8Array => Buffer.from(digits, 'hex');
const spki = (bytes: Uint8Array): FakeDocument =>
  pem(`-----BEGIN PUBLIC KEY-----\n${Buffer.from(bytes).toString('base64')}\n-----END PUBLIC KEY-----`);

describe('the key of a signed Open Badge', () => {
  it('may be named by its address, stand in the profile, or have its owner as an object', async () => {
    expect(await told(KEY)).toBe(HOLDS);
    expect(await told(keyDocument())).toBe(HOLDS);
    expect(await told(KEY, { body: keyDocument({ owner: { id: ISSUER, type: 'Issuer' } }) })).toBe(HOLDS);
    const { publicKeyPem: _, ...bare } = keyDocument();
    expect(await told({ ...bare, publicKeyJwk: key.publicJwk as JsonObject }, null)).toBe(HOLDS);
  });

  it('may be spelled with another address of the same place', async () => {
    expect(await told(KEY, { body: keyDocument({ id: 'HTTPS://Badges.Example.ORG:443/key.json' }) })).toBe(
      HOLDS,
    );
    expect(await told(KEY, { body: keyDocument({ id: `${KEY}2` }) })).toBe(
      'passed, failed key-document-mismatch',
    );
  });

  it('is nobody’s with another owner, and with none', async () => {
    for (const owner of ['https://evil.example/issuer', undefined, { name: 'x' }, 7])
      expect(await told(KEY, { body: keyDocument({ owner } as JsonObject) })).toBe(
        'passed, failed key-owner-mismatch',
      );
  });

  it.each<[string, FakeDocument | null]>([
    ['does not answer', null],
    ['answers 404', { status: 404 }],
    ['answers with a page', { body: '<html>', contentType: 'text/html' }],
    ['answers with a list', { body: [] }],
  ])('is open where its address %s', async (_, answer) => {
    expect(await told(KEY, answer)).toBe(UNRESOLVED);
  });

  it.each([404, 410, 500])('is open where its address shows it with status %i', async (status) => {
    expect(await told(KEY, { status, body: keyDocument() })).toBe(UNRESOLVED);
  });

  it('is open where the profile lists none', async () => {
    expect(await told(undefined)).toBe(UNRESOLVED);
    expect(await told([])).toBe(UNRESOLVED);
  });

  it('that is neither an address nor a key is malformed', async () => {
    expect(await told([{ type: 'CryptographicKey' }])).toMatch(/key-malformed, not-run$/);
  });

  it('holds by the one of several that signed', async () => {
    const other = keyDocument({ id: `${KEY}2`, publicKeyPem: stranger.publicPem });
    expect(await told([other, keyDocument()])).toBe(HOLDS);
    expect(await told([other])).toBe('failed signature-invalid, not-run');
  });

  it('is the one that the badge names, among keys of one profile, of no address and of no name', async () => {
    const others = ['#other', undefined].map((id) =>
      keyDocument({ id: id && ISSUER + id, publicKeyPem: stranger.publicPem }),
    );
    const by = async (id: string, creator: string) => {
      const publicKey = [...others, keyDocument({ id })];
      const badge = signed({ verification: { type: 'SignedBadge', creator } });
      const { stateOf } = await verifySigned(home({ [ISSUER]: { body: issuer({ publicKey }) } }), badge);
      return `${stateOf('proof')}, ${stateOf('key-binding')}`;
    };
    expect(await by(`${ISSUER}#mine`, `${ISSUER}#mine`)).toBe(HOLDS);
    expect(await by(`${ISSUER}#mine`, `${ISSUER.replace('badges.example', 'Badges.Example')}#mine`)).toBe(
      HOLDS,
    );
    expect(await by('urn:x:key', 'urn:x:key')).toBe(HOLDS);
    expect(await by(`${ISSUER}#mine`, `${ISSUER}#other`)).toBe('failed signature-invalid, not-run');
  });

  it('may be a PEM of either form, and of an elliptic curve', async () => {
    const pkcs1 = createPublicKey(key.publicPem).export({ type: 'pkcs1', format: 'pem' }) as string;
    expect(await told(KEY, pem(pkcs1))).toBe(HOLDS);
    expect(await told(KEY, pem(`\n ${key.publicPem}`))).toBe(HOLDS);
    expect(await told(KEY, pem(es.publicPem), es)).toBe(HOLDS);
    expect(await told(KEY, pem(stranger.publicPem))).toBe('failed signature-invalid, not-run');
  });

  it.each<[string, string, string]>([
    ['cut short', key.publicPem.slice(0, 200), 'key-malformed'],
    [
      'of letters that are no base64',
      '-----BEGIN PUBLIC KEY-----\n!\n-----END PUBLIC KEY-----',
      'key-malformed',
    ],
    [
      'of base64 that is no key',
      '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----',
      'key-malformed',
    ],
    ['of a private key', createPrivatePem(), 'key-private'],
    ['of a certificate', CERTIFICATE, 'key-method-unsupported'],
    ['of a certificate and its private key', CERTIFICATE + createPrivatePem(), 'key-private'],
    ['without its last line', key.publicPem.split('-----END', 1)[0] ?? '', 'key-malformed'],
  ])('that is a PEM %s is none', async (_, text, code) => {
    expect(await told(KEY, pem(text))).toMatch(new RegExp(`${code}, not-run$`));
  });

  // X.690, RFC 5280 §4.1.2.7, RFC 8017 §A.1.1: by hand, because no library writes them otherwise.
  const [N, E] = [key.publicJwk.n, key.publicJwk.e].map((text = '') => Buffer.from(text, 'base64url')) as [
    Buffer,
    Buffer,
  ];
  const numbers = [der(INTEGER, [0, ...N]), der(INTEGER, E)];
  const rsa = der(SEQUENCE, der(OID, hex('2a864886f70d010101')), NULL);
  const bitsOf = (bytes: Bytes): Uint8Array => der(BIT_STRING, [0], bytes);
  const pkcs1 = der(SEQUENCE, ...numbers);
  const bits = bitsOf(pkcs1);
  const whole = der(SEQUENCE, rsa, bits);
  const EC = der(OID, hex('2a8648ce3d0201'));
  const P256 = der(OID, hex('2a8648ce3d030107'));
  const point = [
    4,
    ...[es.publicJwk.x, es.publicJwk.y].flatMap((text = '') => [...Buffer.from(text, 'base64url')]),
  ];

  it('is read out of the bytes that hold it', async () => {
    expect(await told(KEY, spki(whole))).toBe(HOLDS);
    expect(await told(KEY, spki(der(SEQUENCE, der(SEQUENCE, EC, P256), bitsOf(point))), es)).toBe(HOLDS);
  });

  it.each<[string, Uint8Array]>([
    ['more behind the key', der(SEQUENCE, rsa, bits, NULL)],
    ['more behind the whole', Uint8Array.of(...whole, 0)],
    ['a set in place of the sequence', der(SET, rsa, bits)],
    ['no algorithm', der(SEQUENCE, der(SEQUENCE), bits)],
    ['other octets in place of the bits', der(SEQUENCE, rsa, der(OCTET_STRING, [0], pkcs1))],
    ['bits that are not used', der(SEQUENCE, rsa, der(BIT_STRING, [1], pkcs1))],
    ['a part that goes beyond the end', der(SEQUENCE, rsa, [BIT_STRING, 0x82, 0x0f, 0xff, 0], pkcs1)],
    ['a part that has no length', der(SEQUENCE, rsa, bits, [0])],
    ['a part whose length is nowhere', der(SEQUENCE, rsa, bits, [0, 0xff])],
    ['an RSA key of three numbers', der(SEQUENCE, rsa, bitsOf(der(SEQUENCE, ...numbers, numbers[1] ?? [])))],
    [
      'an RSA key whose first number is none',
      der(SEQUENCE, rsa, bitsOf(der(SEQUENCE, der(OCTET_STRING, N), der(INTEGER, E)))),
    ],
    [
      'an RSA key whose second number is none',
      der(SEQUENCE, rsa, bitsOf(der(SEQUENCE, der(INTEGER, [0, ...N]), der(OCTET_STRING, E)))),
    ],
    [
      'a point that begins as none does',
      der(SEQUENCE, der(SEQUENCE, EC, P256), bitsOf([6, ...point.slice(1)])),
    ],
    ['half a point', der(SEQUENCE, der(SEQUENCE, EC, P256), bitsOf(point.slice(0, 33)))],
  ])('is malformed with %s', async (_, bytes) => {
    expect(await told(KEY, spki(bytes))).toMatch(/key-malformed, not-run$/);
  });

  it.each<[string, Uint8Array]>([
    ['an elliptic curve that nobody names', der(SEQUENCE, EC)],
    ['another elliptic curve', der(SEQUENCE, EC, der(OID, hex('2b2403030208010107')))],
    ['another use of a curve, agreeing on secrets', der(SEQUENCE, der(OID, hex('2b8104010c')), P256)],
  ])('is of a kind that is not read here with %s', async (_, algorithm) => {
    expect(await told(KEY, spki(der(SEQUENCE, algorithm, bitsOf(point))), es)).toMatch(
      /key-method-unsupported, not-run$/,
    );
  });
});

describe('a key of a signed Open Badge whose private part is public', () => {
  const ENDED = 'passed, failed key-private';
  const secret = createPrivatePem();
  const OTHER = `${KEY}2`;
  const { publicKeyPem: _, ...bare } = keyDocument();
  const leaked: JsonObject = { ...(key.publicJwk as JsonObject), d: 'AAAA' };

  it.each<[string, FakeDocument]>([
    ['in its file', pem(`${secret}${key.publicPem}`)],
    ['in the text of its document', { body: keyDocument({ publicKeyPem: `${key.publicPem}${secret}` }) }],
    ['beside it in its document', { body: keyDocument({ privateKeyPem: secret }) }],
    ['in its JWK', { body: { ...bare, publicKeyJwk: leaked } }],
  ])('%s has ended', async (_what, document) => {
    expect(await told(KEY, document)).toBe(ENDED);
  });

  it.each<[string, Json]>([
    ['in the profile as a JWK', { ...bare, id: OTHER, publicKeyJwk: leaked }],
    ['in the profile as text', keyDocument({ id: OTHER, publicKeyPem: `${key.publicPem}${secret}` }) as Json],
    ['at another address', OTHER],
  ])('%s, under another name, has ended', async (_what, other) => {
    const documents = home({
      [ISSUER]: { body: issuer({ publicKey: [KEY, other] }) },
      [OTHER]: pem(`${secret}${key.publicPem}`),
    });
    expect((await verifySigned(documents)).verdict).toMatchObject({
      status: 'failed',
      reason: 'key-private',
    });
  });

  it('may be the one of which the profile lists the private part alone', async () => {
    const documents = home({
      [ISSUER]: { body: issuer({ publicKey: [KEY, OTHER] }) },
      [OTHER]: pem(secret),
    });
    expect((await verifySigned(documents)).verdict.status).toBe('unreachable');
  });

  it('is not one whose document has an empty place for it', async () => {
    expect(await told(KEY, { body: keyDocument({ privateKeyPem: null }) })).toBe(HOLDS);
  });
});

describe('a signed badge', () => {
  it('whose key is listed as an object with nothing but an address has its key from there', async () => {
    const documents = home({ [ISSUER]: { body: issuer({ publicKey: { id: KEY } as never }) } });
    expect((await verifySigned(documents)).verdict.status).toBe('signature-verified');
  });

  it.each([
    ['two PEMs', () => ({ publicKeyPem: [key.publicPem, key.publicPem] }), 'failed key-malformed'],
    ['no key', () => ({ publicKeyPem: undefined }), 'failed key-malformed'],
  ])('does not hold by a document with %s', async (_, over, proof) => {
    expect((await verifySigned(home({ [KEY]: { body: keyDocument(over()) } }))).stateOf('proof')).toBe(proof);
  });

  it('is not bound by a key with two owners, and is by one whose id is no name', async () => {
    const owners = await verifySigned(
      home({ [KEY]: { body: keyDocument({ owner: [ISSUER, 'https://badges.example.org/other'] }) } }),
    );
    expect(owners.stateOf('key-binding')).toBe('failed key-owner-mismatch');
    const numbered = await verifySigned(home({ [KEY]: { body: keyDocument({ id: 7 }) } }));
    expect(numbered.stateOf('key-binding')).toBe('passed');
    const inline = issuer({ publicKey: keyDocument({ id: { id: 'https://badges.example.org/other' } }) });
    const unaddressed = await verifySigned(
      home({ [ISSUER]: { body: inline } }),
      signed({ verification: { type: 'signed' } }),
    );
    expect(unaddressed.stateOf('key-binding')).toBe('passed');
  });

  it('is not bound by a key at home that its profile does not list, not even where that lists none', async () => {
    for (const profile of [issuer(), issuer({ '@context': 'https://w3id.org/openbadges/v1' })]) {
      const { stateOf, verdict } = await verifySigned(home({ [ISSUER]: { body: profile } }));
      expect([stateOf('proof'), stateOf('key-binding')]).toEqual(['passed', 'failed key-not-bound']);
      expect(verdict.status).toBe('failed');
    }
  });

  it('shows the issuer as its profile says, and warns where the badge says otherwise', async () => {
    const badge = badgeClass({ issuer: issuer({ name: 'Another Issuer' }) });
    const { stateOf, record } = await verifySigned(home(), signed({ badge }));
    expect([stateOf('proof'), record.issuer.name]).toEqual(['warned inlined-differs', 'Example Issuer']);
  });

  it('does not have its key at the address of its verification, as one of OB 1 has', async () => {
    const url = 'https://badges.example.org/assertions/1.json';
    const { verdict } = await verifySigned(home(), signed({ verification: { type: 'signed', url } }));
    expect(verdict.status).toBe('signature-verified');
  });

  it('asks its provider about addresses alone: a key without an owner is nobody’s', async () => {
    const sameRecord = (one: string, two: string) => one.toLowerCase() === two.toLowerCase();
    const { stateOf } = await verifyBadge({
      copy: await key.sign(signed()),
      documents: home({ [KEY]: { body: keyDocument({ owner: undefined }) } }),
      hosting: { sameRecord },
    });
    expect(stateOf('key-binding')).toBe('failed key-owner-mismatch');
  });
});
