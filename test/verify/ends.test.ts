/**
 * Every form of a credential, and every place where its end, its beginning or its withdrawal is said. The rules are those
 * of the form, so a form that shares a name with another is a row of its own.
 */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { endorsed, endorsementBy, type Json } from '../build/badge.ts';
import { allSet, entry, issuer, LIST, listOf, served, signed } from '../build/issued-list.ts';
import * as tokens from '../build/issued-token-list.ts';
import { unsignedBadge } from '../build/jwt-issuer.ts';
import * as ob2 from '../build/signed-ob2.ts';
import { createSigner, type Suite } from '../build/signer.ts';
import { inspectInClosedWorld } from '../fake/closed-world.ts';
import { knowingAll, NOW } from '../fake/ports.ts';

const now = NOW / 1000;
const DAY = 86_400;
const PAST = '2026-03-01T00:00:00Z';
const AHEAD = '2027-03-01T00:00:00Z';
/** A day alone, which ends with this very moment, and a moment of it. */
const TODAY = '2026-11-22';
const MORNING = '2026-11-22T08:00:00Z';
const TOKENS = 'https://lists.example/tokens';

/** The world in which all lists say "revoked". */
const documents = {
  ...ob2.home(),
  [LIST]: await signed(listOf({ encodedList: allSet })),
  [TOKENS]: tokens.served(
    await tokens.listToken({
      ...tokens.CLAIMS,
      sub: TOKENS,
      status_list: { bits: 1, lst: tokens.packed(1, { 5: 1 }) },
    }),
  ),
};

/** The status of the first row, and what is said of it. */
async function told(file: string | Json, world: Parameters<typeof inspectInClosedWorld>[1] = { documents }) {
  const [item] = await inspectInClosedWorld(file, { ports: knowingAll, ...world });
  const { status, reason } = item?.verdict ?? {};
  return `${status}${reason && reason !== 'issuer-name-differs' ? ` ${reason}` : ''}`;
}

const plain = (more: Json): Json => ({
  '@context': ['https://www.w3.org/2018/credentials/v1'],
  id: 'urn:uuid:00000000-0000-4000-8000-00000000000b',
  type: ['VerifiableCredential'],
  issuer: issuer.did,
  issuanceDate: '2026-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:ann' },
  ...more,
});
const badge = (more: Json): Json => unsignedBadge(issuer.did, more);
const endorsement = (more: Json): Json => endorsementBy(issuer.did, endorsed('https://a.example/1'), more);
const licence = (more: Json): Json => ({ iss: issuer.did, vct: 'https://types.example/licence', ...more });
const envelope = (token: string, type: string): Json => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: 'EnvelopedVerifiableCredential',
  id: `data:application/${type},${token}`,
});
const presented = (inner: Json): Json => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiablePresentation'],
  verifiableCredential: [inner],
});
const REGISTERED = { iss: issuer.did, sub: 'did:example:ann' };
const SHOWN_TO_ANOTHER = { iat: now - 9 * DAY, exp: now - 8 * DAY, aud: 'https://a.example', nonce: 'n' };
const keyBinding = await issuer.sign(SHOWN_TO_ANOTHER, { typ: 'kb+jwt' });

type Form = (body: Json, claims: Json) => Promise<string | Json>;
const as =
  (typ: string, of: (body: Json) => Json, after = ''): Form =>
  async (body, claims) =>
    `${await issuer.sign({ ...of(body), ...claims }, { typ })}${after}`;
const inVc: Form = (body, claims) =>
  issuer.sign({ ...REGISTERED, vc: plain(body), ...claims }, { typ: 'JWT' });
const whole: Form = as('JWT', (body) => {
  const said = badge(body);
  return { ...said, ...REGISTERED, jti: said.id, nbf: Date.parse(String(said.validFrom)) / 1000 };
});
const sdOfW3c = as('vc+sd-jwt', badge, '~');

/** `exp` and `nbf` are the credential's own times, or those of its signature. */
const OWN = ['expired expired', 'expired not-yet-valid'];
const END_ALONE = ['expired expired', 'failed claims-contradict'];
const SIGNATURE = ['failed proof-expired', 'failed proof-created-in-future'];

const FORMS: readonly [string, Form, readonly string[]][] = [
  ['a VC-JWT with the claim vc', inVc, END_ALONE],
  ['a VC-JWT that is an Open Badge', whole, END_ALONE],
  ['vc+jwt', as('vc+jwt', badge), SIGNATURE],
  ['vc+jwt of data model 1.1', as('vc+jwt', plain), SIGNATURE],
  ['vc+jwt of an endorsement', as('vc+jwt', endorsement), SIGNATURE],
  ['vc+sd-jwt of a W3C credential', sdOfW3c, SIGNATURE],
  ['the same with a key-binding token', as('vc+sd-jwt', badge, `~${keyBinding}`), SIGNATURE],
  [
    'dc+sd-jwt with a vct and a W3C credential',
    as('dc+sd-jwt', (more) => licence(badge(more)), '~'),
    SIGNATURE,
  ],
  ['an SD-JWT VC', as('dc+sd-jwt', licence, '~'), OWN],
  ['an SD-JWT VC by its former type', as('vc+sd-jwt', licence, '~'), OWN],
  ['an SD-JWT VC with a key-binding token', as('dc+sd-jwt', licence, `~${keyBinding}`), OWN],
  [
    'an enveloped vc+jwt',
    async (...said) => envelope(String(await as('vc+jwt', badge)(...said)), 'vc+jwt'),
    SIGNATURE,
  ],
  [
    'an SD-JWT that is presented',
    async (...said) => presented(envelope(String(await sdOfW3c(...said)), 'vc+sd-jwt')),
    SIGNATURE,
  ],
];

describe.each(FORMS)('%s', (_, form, [over, ahead]) => {
  const status = { status_list: { idx: 5, uri: TOKENS } };
  it.each<[string, Json, Json, string | undefined]>([
    ['nothing', {}, {}, 'signature-verified'],
    ['no end, by null', { validUntil: null }, { exp: null, iat: null }, 'signature-verified'],
    ['an end ahead', { validUntil: AHEAD }, { exp: Date.parse(AHEAD) / 1000 }, 'signature-verified'],
    ['validUntil', { validUntil: PAST }, {}, 'expired expired'],
    ['validUntil and exp', { validUntil: PAST }, { exp: Date.parse(PAST) / 1000 }, 'expired expired'],
    ['expirationDate', { expirationDate: PAST }, {}, 'expired expired'],
    ['expirationDate before validUntil', { expirationDate: PAST, validUntil: AHEAD }, {}, 'expired expired'],
    ['a day that is not over', { expirationDate: TODAY }, {}, 'signature-verified'],
    ['a moment of that day, too', { expirationDate: TODAY, validUntil: MORNING }, {}, 'expired expired'],
    [
      'that day, and its beginning as exp',
      { expirationDate: TODAY },
      { exp: Date.parse(TODAY) / 1000 },
      'expired expired',
    ],
    ['exp', {}, { exp: now - DAY }, over],
    ['exp beside an end of null', { validUntil: null }, { exp: now - DAY }, over],
    ['a beginning ahead', { validFrom: AHEAD }, {}, 'expired not-yet-valid'],
    ['nbf ahead', {}, { nbf: now + DAY }, ahead],
    ['iat ahead', {}, { iat: now + DAY }, 'failed proof-created-in-future'],
    ['credentialStatus', { credentialStatus: entry() }, {}, 'revoked revoked'],
    ['credentialStatus of several', { credentialStatus: [entry()] }, {}, 'revoked revoked'],
    ['credentialStatus among the claims', {}, { credentialStatus: entry() }, 'revoked revoked'],
    ['status', {}, { status }, 'revoked revoked'],
    ['status of an unknown kind', {}, { status: { other: {} } }, 'not-checked status-unsupported'],
  ])('says %s', async (_, body, claims, expected) => {
    expect(await told(await form(body, claims))).toBe(expected);
  });
});

describe.each<[Suite, (body: Json) => Json]>([
  ['eddsa-rdfc-2022', badge],
  ['eddsa-jcs-2022', badge],
  ['ecdsa-rdfc-2019 P-256', endorsement],
])('a proof by %s', async (suite, of) => {
  const signer = await createSigner(suite);
  const profile = { id: signer.controller, type: ['Profile'], name: 'Example' };
  it.each<[string, Json, string | undefined, string]>([
    ['nothing', {}, undefined, 'signature-verified'],
    ['an end ahead', { validUntil: AHEAD }, AHEAD, 'signature-verified'],
    ['validUntil', { validUntil: PAST }, undefined, 'expired expired'],
    ['a beginning ahead', { validFrom: AHEAD }, undefined, 'expired not-yet-valid'],
    ['the end of the proof', {}, PAST, 'failed proof-expired'],
    ['credentialStatus', { credentialStatus: entry() }, undefined, 'revoked revoked'],
  ])('says %s', async (_, body, expires, expected) => {
    const credential = of({ issuer: profile, ...body });
    const signing = expires === undefined ? {} : { expires };
    expect(await told(await signer.sign(credential, new Date('2026-02-01T00:00:00Z'), signing))).toBe(
      expected,
    );
  });
});

describe('a signed badge of Open Badges 2', () => {
  it.each<[string, Json, string]>([
    ['nothing', {}, 'signature-verified'],
    ['no end, by null', { expires: null, exp: null }, 'signature-verified'],
    ['times that hold', { iat: now - DAY, nbf: now - DAY, exp: now + DAY }, 'signature-verified'],
    ['expires', { expires: PAST }, 'expired expired'],
    ['expires and exp', { expires: PAST, exp: Date.parse(PAST) / 1000 }, 'expired expired'],
    ['a day that is not over', { expires: TODAY }, 'signature-verified'],
    [
      'that day, and its beginning as exp',
      { expires: TODAY, exp: Date.parse(TODAY) / 1000 },
      'expired expired',
    ],
    [
      'that day, and a moment of it as exp',
      { expires: TODAY, exp: Date.parse(MORNING) / 1000 },
      'failed proof-expired',
    ],
    ['issuedOn ahead', { issuedOn: AHEAD }, 'expired not-yet-valid'],
    ['revoked', { revoked: true }, 'revoked revoked'],
    // Signed as a JWT, it is over by the claims of one (RFC 7519 §4.1.4, §4.1.5).
    ['exp', { exp: now - DAY }, 'failed proof-expired'],
    ['nbf ahead', { nbf: now + DAY }, 'failed proof-created-in-future'],
    ['iat ahead', { iat: now + DAY }, 'failed proof-created-in-future'],
  ])('says %s', async (_, said, expected) => {
    expect(await told(await ob2.key.sign(ob2.signed(said as never)))).toBe(expected);
  });
});

describe('a list', () => {
  const times = { sub: TOKENS, iat: now - 2 * DAY, status_list: { bits: 1, lst: tokens.packed(1) } };
  const byToken = (said: Json) =>
    tokens
      .listToken({ ...times, ...said })
      .then((list) => ({ documents: { [TOKENS]: tokens.served(list) }, ports: knowingAll }));
  it.each<[string, Json, string]>([
    ['nothing', {}, 'signature-verified'],
    ['times that hold', { nbf: now - DAY, exp: now + DAY, ttl: DAY }, 'signature-verified'],
    ['exp', { exp: now - DAY }, 'unreachable status-list-expired'],
    ['exp as text', { exp: String(now + DAY) }, 'unreachable status-list-malformed'],
    ['nbf ahead', { nbf: now + DAY }, 'unreachable status-list-not-yet-valid'],
    ['nbf as text', { nbf: String(now - DAY) }, 'unreachable status-list-malformed'],
  ])('of tokens that says %s', async (_, said, expected) => {
    const card = await as(
      'dc+sd-jwt',
      licence,
      '~',
    )({}, { status: { status_list: { idx: 5, uri: TOKENS } } });
    expect(await told(card, await byToken(said))).toBe(expected);
  });

  it.each([
    ['vc+jwt', ''],
    ['vc+sd-jwt', '~'],
  ])('of bits that has ended as %s clears nobody', async (typ, after) => {
    const badgeWithEntry = await issuer.sign(badge({ credentialStatus: entry() }));
    const list = await issuer.sign({ ...listOf({}), exp: now - DAY }, { typ });
    const world = { documents: { [LIST]: served(`${list}${after}`) }, ports: knowingAll };
    expect(await told(badgeWithEntry, world)).toBe('unreachable status-list-unverified');
  });
});

it('a list of bits that keeps back a part of what was signed clears nobody', async () => {
  const shown = { ...listOf({}), validUntil: AHEAD };
  const hidden = { _sd: [createHash('sha256').update('its end').digest('base64url')] };
  const file = await issuer.sign(badge({ credentialStatus: entry() }));
  const by = async (list: Json) => {
    const token = await issuer.sign(list, { typ: 'vc+sd-jwt' });
    return told(file, { documents: { [LIST]: served(`${token}~`) }, ports: knowingAll });
  };
  expect(await by(shown)).toBe('signature-verified');
  expect(await by({ ...shown, ...hidden })).toBe('unreachable status-list-unverified');
});

describe('an SD-JWT whose holder keeps back a claim', () => {
  const clear = { status: { status_list: { idx: 6, uri: TOKENS } } };
  const hidden = { _sd: [createHash('sha256').update('kept back').digest('base64url')], _sd_alg: 'sha-256' };
  const until = { validUntil: AHEAD, validFrom: '2026-01-01T00:00:00Z' };
  const bits = signed(listOf({}));
  it.each<[string, string, Json, string]>([
    [
      'that may be another end than its exp',
      'dc+sd-jwt',
      licence({ ...until, exp: now + DAY }),
      'signature-verified statements-hidden',
    ],
    ['that may be its exp', 'dc+sd-jwt', licence(until), 'signature-verified statements-hidden'],
    [
      'that may be its exp, of a W3C credential',
      'vc+sd-jwt',
      badge({ ...until, credentialStatus: entry() }),
      'signature-verified statements-hidden',
    ],
  ])('%s', async (_, typ, said, expected) => {
    const token = await issuer.sign({ ...said, ...clear, ...hidden }, { typ });
    const world = { documents: { ...documents, [LIST]: await bits }, ports: knowingAll };
    expect(await told(`${token}~`, world)).toBe(expected);
  });
});
