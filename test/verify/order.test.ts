/** What was verified before changes no answer: contexts, keys, documents, dates and lists are kept, answers are not. */
import { describe, expect, it } from 'vitest';
import { inspectDocument } from '../../src/inspect.ts';
import type { JsonObject } from '../../src/json.ts';
import { createNet } from '../../src/net/guard.ts';
import { succeed } from '../../src/result.ts';
import { fileOf } from '../build/file.ts';
import { DID, multikey, sign } from '../build/hand-signed.ts';
import { badge } from '../build/issue.ts';
import { LIST as TOKEN_LIST } from '../build/issued-list.ts';
import { CLAIMS, card, listToken, packed } from '../build/issued-token-list.ts';
import { createJwtIssuer } from '../build/jwt-issuer.ts';
import { type FakeDocument, fakeNet } from '../fake/net.ts';
import { fakePorts, NOW } from '../fake/ports.ts';

const WEB = 'did:web:college.example';
const ENDED = 'did:web:ended.example';
const ELSEWHERE = 'did:web:elsewhere.example';
const LIST = 'https://college.example/revoked';
const OTHER_ID = 'urn:uuid:6a5a3b6c-3c3f-4a56-9a3c-0d4a8f7b1c2e';
const RDFC = 'eddsa-rdfc-2022';
const JCS = 'eddsa-jcs-2022';

const withContext = (context: object, more: JsonObject = {}): JsonObject => {
  const whole = badge(DID);
  return { ...whole, ...more, '@context': [...(whole['@context'] as string[]), context as JsonObject] };
};
const named = (issuer: string, more: JsonObject = {}): JsonObject => ({ ...badge(issuer), ...more });
const by = (owner: string): JsonObject => ({ verificationMethod: `${owner}#k` });
const listed = (more: JsonObject = {}): JsonObject => ({
  ...named(DID, { credentialStatus: { id: LIST, type: '1EdTechRevocationList' } }),
  ...more,
});
const one = { word: 'https://words.example/one' };
const two = { word: 'https://words.example/two' };
const [good, worded, vocabulary] = await Promise.all([
  sign(badge(DID), RDFC),
  sign(withContext(one, { word: 'x' }), RDFC),
  sign(withContext({ '@vocab': 'https://words.example/' }, { other: 'x' }), RDFC),
]);

/** Documents that have much in common, each with its answer. */
const DOCUMENTS: readonly (readonly [JsonObject, string])[] = [
  [good, 'signature-verified'],
  [{ ...good, name: 'Analysis II' }, 'failed signature-invalid'],
  [worded, 'signature-verified'],
  [{ ...worded, '@context': withContext(two)['@context'] as JsonObject }, 'failed signature-invalid'],
  [await sign(withContext(two, { word: 'x' }), RDFC), 'signature-verified'],
  [
    { ...good, '@context': withContext({ name: one.word })['@context'] as JsonObject },
    'failed context-redefines-terms',
  ],
  [vocabulary, 'signature-verified'],
  [{ ...vocabulary, '@context': good['@context'] as JsonObject }, 'failed term-undefined'],
  [await sign(named(DID, { validUntil: '2026-02-01T00:00:00Z' }), RDFC), 'expired expired'],
  [await sign(named(WEB), JCS, by(WEB)), 'signature-verified'],
  [await sign(named(WEB), JCS, by(ELSEWHERE)), 'failed key-not-bound'],
  [await sign(named(ENDED), JCS, by(ENDED)), 'failed key-revoked'],
  [await sign(listed(), JCS), 'revoked revoked'],
  [await sign(listed({ id: OTHER_ID }), JCS), 'signature-verified'],
  [await sign(listed({ issuer: WEB }), JCS, by(WEB)), 'unreachable status-list-other-issuer'],
];

const document = (id: string, more: JsonObject = {}, controller = id): FakeDocument => ({
  body: {
    id,
    verificationMethod: [
      { id: `${id}#k`, type: 'Multikey', controller, publicKeyMultibase: multikey, ...more },
    ],
    assertionMethod: [`${id}#k`],
  },
});
const WORLD: Readonly<Record<string, FakeDocument>> = {
  'https://college.example/.well-known/did.json': document(WEB),
  'https://ended.example/.well-known/did.json': document(ENDED, { revoked: '2026-01-20T00:00:00Z' }),
  'https://elsewhere.example/.well-known/did.json': document(ELSEWHERE, {}, WEB),
  [LIST]: {
    body: { id: LIST, type: '1EdTechRevocationList', issuer: DID, revokedCredential: [String(good.id)] },
  },
};

describe('the answers to documents that have much in common', () => {
  const places = DOCUMENTS.map((_, place) => place);
  const shuffled = places.map((place) => (place * 7) % places.length);
  it.each([
    ['in one order', places],
    ['in the other', places.toReversed()],
    ['in no order', shuffled],
  ])('are what they are alone, %s', async (_, order) => {
    const ports = fakePorts({ net: fakeNet(WORLD, NOW) });
    const told: string[] = [];
    for (const place of order) {
      const [json] = DOCUMENTS[place] ?? [];
      const bytes = new TextEncoder().encode(JSON.stringify(json));
      const read = { content: bytes, contentType: null, charset: null, url: null, origin: 'file' } as const;
      const items = await inspectDocument(read, ports);
      told[place] = items
        .map(({ verdict: { status, reason } }) =>
          status === 'signature-verified' ? status : `${status} ${reason}`,
        )
        .join();
    }
    expect(told).toEqual(DOCUMENTS.map(([, answer]) => answer));
  });
});

describe('a server that has a list as a token and as JSON', () => {
  it('gives the token, although a stranger’s badge has asked it for the JSON before', async () => {
    const token = await listToken({ ...CLAIMS, status_list: { bits: 1, lst: packed(1, { 5: 1 }) } });
    const net = createNet({
      clock: { now: () => NOW },
      transport: {
        hops: 'visible',
        get: async ({ url, accept }) => {
          const isToken = accept.includes('statuslist+jwt');
          const headers = new Headers({
            'content-type': isToken ? 'application/statuslist+jwt' : 'application/json',
          });
          return succeed({ url, status: 200, headers, body: new Blob([isToken ? token : '{}']).stream() });
        },
      },
    });
    const stranger = await createJwtIssuer();
    const asking = await stranger.badge({ credentialSchema: [{ id: TOKEN_LIST, type: 'JsonSchema' }] });
    const told: string[] = [];
    for (const text of [asking, await card()])
      for (const { verdict } of await inspectDocument(fileOf(text), fakePorts({ net })))
        told.push(verdict.status);
    expect(told).toEqual(['signature-verified', 'revoked']);
  });
});
