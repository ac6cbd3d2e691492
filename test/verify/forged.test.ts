/** What a forger with the source tries, kind by kind: somebody recognised is not made to have issued what he has not. */

import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { keyOfMethod } from '../../src/verify/key/method.ts';
import { type Json, ob3 } from '../build/badge.ts';
import { bareJwk, controllerDocument } from '../build/controller.ts';
import { DID as HAND, sign as signByHand } from '../build/hand-signed.ts';
import { createJwtKey, didJwkOf, type JwtKey } from '../build/jwt.ts';
import { createSigner, type Signer } from '../build/signer.ts';
import { inspectInClosedWorld } from '../fake/closed-world.ts';
import type { FakeDocument } from '../fake/net.ts';
import { knowing } from '../fake/ports.ts';

const AT = new Date('2026-02-01T00:00:00Z');
const VICTIM = 'did:web:victim.example';
const PROFILE = 'https://victim.example/issuer';
const EVIL = 'did:web:evil.example';
const VICTIM_DOCUMENT = 'https://victim.example/.well-known/did.json';
const VICTIM_KEYS = 'https://victim.example/.well-known/jwks.json';
const EVIL_DOCUMENT = 'https://evil.example/.well-known/did.json';

const badge = (issuer: string, more: Json = {}): Json => ({
  ...ob3({
    id: 'urn:uuid:00000000-0000-4000-8000-0000000000b1',
    issuer: { id: issuer, name: 'Known' },
    course: { id: 'https://victim.example/a/1', name: 'Analysis', description: 'd', criteria: 'c' },
    subject: { id: 'did:example:eve' },
    from: '2026-01-01T00:00:00Z',
  }),
  ...more,
});
const documentOf = (id: string, { method }: Signer, over: Json = {}): FakeDocument =>
  controllerDocument(id, [method], over);

interface Cast {
  /** The one whom readers know, and the forger under three names. */
  readonly victim: Signer;
  readonly forger: Signer;
  readonly asVictim: Signer;
  readonly evil: Signer;
  readonly key: JwtKey;
  readonly victimKey: JwtKey;
  /** The forger's own key: in a header, and as a DID. */
  readonly jwk: Json;
  readonly did: string;
  readonly genuine: Json;
}
let cast: Cast;
beforeAll(async () => {
  const [victim, forger, asVictim, evil] = await Promise.all([
    createSigner('eddsa-rdfc-2022', VICTIM),
    createSigner('eddsa-rdfc-2022'),
    createSigner('eddsa-rdfc-2022', VICTIM),
    createSigner('eddsa-rdfc-2022', EVIL),
  ]);
  const [key, victimKey] = await Promise.all([createJwtKey('ES256'), createJwtKey('ES256')]);
  const jwk = bareJwk(key);
  const did = didJwkOf(key);
  const genuine = await victim.sign(badge(VICTIM), AT);
  cast = { victim, forger, asVictim, evil, key, victimKey, jwk, did, genuine };
});

/** What becomes of a document: its first row. */
async function told(value: Json | string, over: Record<string, FakeDocument> = {}): Promise<string> {
  const [item] = await inspected(value, over);
  const { status, standing } = item?.verdict ?? {};
  return `${status} ${standing}`;
}

async function inspected(value: Json | string, over: Record<string, FakeDocument> = {}) {
  const documents = {
    [VICTIM_DOCUMENT]: documentOf(VICTIM, cast.victim),
    [VICTIM_KEYS]: { body: { keys: [{ ...bareJwk(cast.victimKey), kid: 'k' }] } as JsonObject },
    [PROFILE]: { body: { id: PROFILE, type: 'Profile', name: 'Known' } },
    [EVIL_DOCUMENT]: documentOf(EVIL, cast.evil),
    'https://evil.example/.well-known/jwks.json': {
      body: { keys: [{ ...cast.jwk, kid: 'k' }] } as JsonObject,
    },
    ...over,
  };
  return inspectInClosedWorld(value, { documents, ports: knowing(VICTIM, PROFILE) });
}
const token = (payload: Json, header: Json, by = cast.key): Promise<string> =>
  by.sign(payload, { typ: 'vc+jwt', kid: undefined, ...header } as never);

const FAILED = 'failed failed';
const OPEN = ['not-checked inconclusive', 'unreachable inconclusive'];

it('the victim’s own badge is verified', async () => {
  expect(await told(cast.genuine)).toBe('signature-verified verified');
  expect(await told(await token(badge(PROFILE), { kid: 'k' }, cast.victimKey))).toBe(
    'signature-verified verified',
  );
});

describe('pitfall 47: a graph signed by a forger is not the victim’s', () => {
  it.each<[string, () => Promise<Json>]>([
    ['with his own did:key', () => cast.forger.sign(badge(VICTIM), AT)],
    ['with a key of his under the victim’s name', () => cast.asVictim.sign(badge(VICTIM), AT)],
    ['with a method of his own domain', () => cast.evil.sign(badge(VICTIM), AT)],
    ['with the host in capitals', () => cast.forger.sign(badge('did:web:VICTIM.example'), AT)],
    ['with another port', () => cast.forger.sign(badge('did:web:victim.example%3A8443'), AT)],
    ['with a path that climbs', () => cast.evil.sign(badge(`${EVIL}:..:..:victim.example`), AT)],
    ['with a user name', () => cast.evil.sign(badge('did:web:victim.example@evil.example'), AT)],
    ['with a fragment', () => cast.forger.sign(badge(`${VICTIM}#x`), AT)],
    ['with a query', () => cast.forger.sign(badge(`${VICTIM}?x`), AT)],
    ['with another name', async () => ({ ...cast.genuine, name: 'Forged' })],
    [
      'with a proof whose end is a list',
      async () => ({
        ...cast.genuine,
        proof: { ...(cast.genuine.proof as Json), expires: ['2020-01-01T00:00:00Z'] },
      }),
    ],
    [
      'with two purposes',
      async () => ({
        ...cast.genuine,
        proof: { ...(cast.genuine.proof as Json), proofPurpose: ['assertionMethod', 'authentication'] },
      }),
    ],
    [
      'told the other way round',
      async () => ({ ...cast.genuine, '@reverse': { 'https://x.example/p': { id: 'urn:q' } } }),
    ],
  ])('%s', async (_, make) => {
    expect(await told(await make())).toBe(FAILED);
  });

  it.each<[string, Json | string | null]>([
    ['a catch-all for words', { '@vocab': 'https://x.example/' }],
    ['a language', { '@language': 'xx' }],
    ['a content in a data address', 'data:application/ld+json,{"@context":{}}'],
    ['a name for nothing', { n: '@nest' }],
  ])('that brings %s says no more than before', async (_, context) => {
    const contexts = [...(cast.genuine['@context'] as Json[]), context];
    const changed = {
      ...cast.genuine,
      '@context': contexts,
      n: { validUntil: '2040-01-01T00:00:00Z' },
      extra: 'y',
    };
    expect([FAILED, ...OPEN]).toContain(await told(changed));
  });

  it('in a set with the victim’s proof over something else is in doubt at best', async () => {
    const mine = await cast.forger.sign(badge(cast.forger.controller), AT);
    const both = { ...cast.genuine, proof: [cast.genuine.proof, mine.proof] };
    expect(await told(both)).toBe('failed caution');
    expect(await told({ ...both, issuer: mine.issuer })).toBe('failed caution');
  });
});

describe('pitfall 53: a proof speaks for the record that it covers, and for no other', () => {
  /** As text it is a badge of his own. As a graph it is the victim’s, of which his own is the evidence. */
  const twofold = (): JsonObject => {
    const { '@context': contexts, ...victims } = badge(VICTIM);
    const { id, ...own } = badge(HAND, { id: 'urn:x:own' });
    const included = [{ ...victims, evidence: [{ id: id ?? null }] }];
    return { ...own, '@context': contexts, id, '@included': included } as JsonObject;
  };

  it.each([
    ['the text first', ['eddsa-jcs-2022', 'eddsa-rdfc-2022']],
    ['the graph first', ['eddsa-rdfc-2022', 'eddsa-jcs-2022']],
  ])('%s', async (_, suites) => {
    const signed = await Promise.all(suites.map((suite) => signByHand(twofold(), suite)));
    const [item] = await inspected({ ...twofold(), proof: signed.map(({ proof }) => proof) });
    expect(item?.report.issuer.id).toBe(HAND);
    expect(item?.verdict.standing).not.toBe('verified');
    expect(await Promise.all(signed.map((one) => told(one)))).toContain(FAILED);
  });
});

describe('pitfall 48: a token signed by a forger is not the victim’s', () => {
  it.each<[string, string, () => Json]>([
    ['by a key in its header', VICTIM, () => ({ jwk: cast.jwk })],
    ['by a key of another’s domain', VICTIM, () => ({ kid: `${EVIL}#k` })],
    ['by a key that is a DID', VICTIM, () => ({ kid: `${cast.did}#0` })],
    ['by the victim’s name and a key in its header', VICTIM, () => ({ kid: `${VICTIM}#k`, jwk: cast.jwk })],
    ['by a name with a blank before it', VICTIM, () => ({ kid: ` ${VICTIM}#k` })],
    ['by the name of the victim’s key', PROFILE, () => ({ kid: 'k' })],
    ['by the place of the victim’s key', PROFILE, () => ({ kid: `${VICTIM_KEYS}#k` })],
    ['by another’s set', PROFILE, () => ({ kid: 'https://evil.example/.well-known/jwks.json#k' })],
    ['by jku', PROFILE, () => ({ kid: 'k', jku: 'https://evil.example/.well-known/jwks.json' })],
    ['by x5u', PROFILE, () => ({ kid: 'k', x5u: 'https://evil.example/x' })],
    ['by a port', 'https://victim.example:443/issuer', () => ({ jwk: cast.jwk })],
    ['by two slashes', 'https://victim.example//issuer', () => ({ jwk: cast.jwk })],
    ['without TLS', 'http://victim.example/issuer', () => ({ jwk: cast.jwk })],
    ['by a tab in the host', 'https://vic\ttim.example/issuer', () => ({ kid: 'k' })],
    ['by wide letters', 'https://ｖictim.example/issuer', () => ({ kid: 'k' })],
    ['by a DID in capitals', 'DID:WEB:victim.example', () => ({ kid: `${cast.did}#0` })],
  ])('%s', async (_, issuer, header) => {
    expect(await told(await token(badge(issuer), header()))).toBe(FAILED);
  });

  it.each(['https://victim.example@evil.example/', 'https://victim.example.evil.example/'])(
    'by a set at %s',
    async (place) => {
      const kid = `${place}.well-known/jwks.json#k`;
      expect(OPEN).toContain(await told(await token(badge(PROFILE), { kid })));
    },
  );

  it.each<[string, () => Json]>([
    ['iss and issuer', () => ({ ...badge(VICTIM), iss: cast.did })],
    [
      'the claim vc and what stands beside it',
      () => ({ ...badge(cast.did), iss: cast.did, vc: badge(VICTIM) }),
    ],
    ['a list of issuers', () => ({ ...badge(cast.did), issuer: { id: [VICTIM, cast.did] } })],
    ['an end that is past', () => ({ ...badge(cast.did), exp: 1_500_000_000 })],
    ['an end that is a text', () => ({ ...badge(cast.did), exp: '2020' })],
    ['a beginning yet to come', () => ({ ...badge(cast.did), nbf: 4_000_000_000 })],
  ])('whose parts contradict: %s', async (_, payload) => {
    expect(await told(await token(payload(), { kid: `${cast.did}#0` }))).toBe(FAILED);
  });

  it.each<[string, Json, string]>([
    ['a status that is a text', { credentialStatus: 'https://x.example/s' }, 'failed caution'],
    ['two ends', { validUntil: ['2020-01-01T00:00:00Z', '2040-01-01T00:00:00Z'] }, 'failed caution'],
    ['an end that is an object', { validUntil: { '@value': '2020-01-01T00:00:00Z' } }, 'failed caution'],
    ['a zone that is none', { validUntil: '2026-11-22T23:59:59-23:59' }, 'failed caution'],
    ['the end of the older data model', { expirationDate: '2020-01-01T00:00:00Z' }, 'expired caution'],
  ])('which may have ended is never good: %s', async (_, more, said) => {
    expect(await told(await token(badge(cast.did, more), { kid: `${cast.did}#0` }))).toBe(said);
  });
});

describe('pitfall 49: documents about a victim’s keys', () => {
  it.each<[string, () => Promise<Json | string>, () => Record<string, FakeDocument>]>([
    [
      'that let the forger authenticate',
      () => cast.evil.sign(badge(VICTIM), AT),
      () => ({
        [VICTIM_DOCUMENT]: documentOf(VICTIM, cast.victim, {
          authentication: [cast.evil.verificationMethod],
        }),
      }),
    ],
    [
      'that another’s domain serves',
      () => cast.evil.sign(badge(VICTIM), AT),
      () => ({ [EVIL_DOCUMENT]: documentOf(VICTIM, cast.evil) }),
    ],
    [
      'that name the victim as the controller of the forger’s key',
      () => cast.evil.sign(badge(VICTIM), AT),
      () => ({
        [EVIL_DOCUMENT]: documentOf(EVIL, {
          ...cast.evil,
          method: { ...cast.evil.method, controller: VICTIM },
        }),
      }),
    ],
    [
      'that have two keys of one name',
      () => cast.asVictim.sign(badge(VICTIM), AT),
      () => {
        const { publicKeyMultibase } = cast.asVictim.method;
        const verificationMethod = [cast.victim.method, { ...cast.victim.method, publicKeyMultibase }];
        return { [VICTIM_DOCUMENT]: documentOf(VICTIM, cast.victim, { verificationMethod }) };
      },
    ],
    [
      'that have the forger’s key for encryption',
      () => token(badge(PROFILE), { kid: 'k' }),
      () => {
        const keys = [
          { ...bareJwk(cast.victimKey), kid: 'k' },
          { ...cast.jwk, kid: 'k', use: 'enc' },
        ];
        return { [VICTIM_KEYS]: { body: { keys } as JsonObject } };
      },
    ],
    [
      'that say that it is deactivated',
      async () => cast.genuine,
      () => ({ [VICTIM_DOCUMENT]: documentOf(VICTIM, cast.victim, { deactivated: true }) }),
    ],
    ...[true, ['2020-01-01T00:00:00Z'], { '@value': '2020-01-01T00:00:00Z' }].map(
      (revoked): [string, () => Promise<Json>, () => Record<string, FakeDocument>] => [
        `that say revoked: ${JSON.stringify(revoked)} of the key`,
        async () => cast.genuine,
        () => {
          const verificationMethod = [{ ...cast.victim.method, revoked }];
          return { [VICTIM_DOCUMENT]: documentOf(VICTIM, cast.victim, { verificationMethod }) };
        },
      ],
    ),
    ...[{ revoked: 'yes' }, { exp: 0 }, { exp: [1] }].map(
      (over): [string, () => Promise<string>, () => Record<string, FakeDocument>] => [
        `that say ${JSON.stringify(over)} of a key in a set`,
        () => token(badge(PROFILE), { kid: 'k' }, cast.victimKey),
        () => ({
          [VICTIM_KEYS]: {
            body: { keys: [{ ...bareJwk(cast.victimKey), kid: 'k', ...over }] } as JsonObject,
          },
        }),
      ],
    ),
  ])('%s', async (_, make, documents) => {
    expect(await told(await make(), documents())).toBe(FAILED);
  });

  it('that end a key in the victim’s set end it for the proof in a document as well', async () => {
    const own = await createSigner('ecdsa-rdfc-2019 P-256', PROFILE);
    const genuine = await own.sign(badge(PROFILE), AT);
    const key = keyOfMethod(own.method as JsonObject);
    if (!key.ok) expect.fail(key.problem.code);
    const documents = (over: Json): Record<string, FakeDocument> => ({
      [PROFILE]: documentOf(PROFILE, own),
      [VICTIM_KEYS]: { body: { keys: [{ ...key.value, kid: 'k', ...over }] } as JsonObject },
    });
    expect(await told(genuine, documents({}))).toBe('signature-verified verified');
    expect(await told(genuine, documents({ revoked: true }))).toBe(FAILED);
    expect(await told(genuine, documents({ exp: 1 }))).toBe(FAILED);
  });

  it('from another host after a redirect are not believed', async () => {
    const forged = await cast.asVictim.sign(badge(VICTIM), AT);
    const moved = { ...documentOf(VICTIM, cast.asVictim), finalUrl: 'https://evil.example/did.json' };
    expect(await told(forged, { [VICTIM_DOCUMENT]: moved })).toBe('unreachable inconclusive');
  });

  it('that say revoked: false say nothing against a key', async () => {
    const verificationMethod = [{ ...cast.victim.method, revoked: false }];
    const documents = { [VICTIM_DOCUMENT]: documentOf(VICTIM, cast.victim, { verificationMethod }) };
    expect(await told(cast.genuine, documents)).toBe('signature-verified verified');
  });
});
