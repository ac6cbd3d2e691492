/** Registered claims that a token leaves out, or that its credential says nothing about: what contradicts nothing holds. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/json.ts';
import type { VerifyPorts } from '../../../src/verify/ports.ts';
import { checkSecuring } from '../../../src/verify/proof/securing.ts';
import { didJwkOf } from '../../build/jwt.ts';
import { createJwtIssuer } from '../../build/jwt-issuer.ts';
import { credentialOf, verifyInClosedWorld } from '../../fake/closed-world.ts';
import { fakePorts, NOW } from '../../fake/ports.ts';

const { did: DID, key } = await createJwtIssuer();
const DAY = 86_400;
const now = NOW / 1000;

/** A credential of VCDM 2.0 that is no badge; `null` takes a member away. */
function plain(over: JsonObject = {}): JsonObject {
  const whole: JsonObject = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential'],
    id: 'urn:uuid:1',
    issuer: DID,
    validFrom: '2026-01-15T00:00:00Z',
    credentialSubject: { id: 'did:example:learner', degree: 'Master' },
    ...over,
  };
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== null));
}
const sign = (payload: JsonObject, typ = 'JWT') => key.sign(payload, { typ, kid: `${DID}#0` });
const outcomes = (token: string, changes: Partial<VerifyPorts> = {}) =>
  checkSecuring(credentialOf(token), fakePorts(changes));
async function told(payload: JsonObject, typ?: string): Promise<string> {
  const { proof } = await outcomes(await sign(payload, typ));
  return proof.problem ? `${proof.state} ${proof.problem.code} ${proof.problem.at}` : proof.state;
}

describe('a token', () => {
  it('of a credential that is no badge may leave out what Open Badges demand', async () => {
    expect(await told(plain())).toBe('passed');
  });

  it.each<[string, JsonObject, JsonObject]>([
    ['sub', { credentialSubject: { degree: 'Master' } }, { sub: 'did:example:learner' }],
    ['sub', { credentialSubject: { id: 7 as never, degree: 'Master' } }, { sub: 'did:example:learner' }],
    ['jti', { id: null }, { jti: 'urn:uuid:2' }],
    ['nbf', { validFrom: null }, { nbf: now - DAY }],
    ['exp', {}, { exp: now + DAY }],
  ])('may say %s where its credential says nothing of it', async (_, over, claims) => {
    expect(await told({ ...plain(over), ...claims })).toBe('passed');
  });

  it.each(['iss', 'sub', 'jti', 'nbf', 'exp', 'iat', 'vc', 'vp'])(
    'may write %s as null where it has none',
    async (claim) => {
      expect(await told({ ...plain(), [claim]: null })).toBe('passed');
    },
  );

  it.each(['nbf', 'exp'])('whose %s is no number is none to rely on', async (claim) => {
    for (const typ of ['JWT', 'vc+jwt'])
      for (const value of ['soon', '2030-01-15T00:00:00Z', `${now}`, [now], true])
        expect(await told({ ...plain(), [claim]: value }, typ)).toBe(`failed claims-contradict /${claim}`);
  });

  it('may leave out an end that its credential has', async () => {
    expect(await told(plain({ validUntil: '2030-01-15T00:00:00Z' }))).toBe('passed');
  });

  it('that presents may have an id of its own', async () => {
    const presentation = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiablePresentation'],
      id: 'urn:uuid:1',
      holder: DID,
    };
    expect(await told({ ...presentation, jti: 'urn:uuid:2' })).toBe('passed');
  });

  it('whose times differ from its credential’s is judged by them, where nothing forbids it', async () => {
    const end = { validUntil: '2030-01-15T00:00:00Z' };
    const with_ = (claims: JsonObject) => told({ ...plain(end), ...claims }, 'vc+jwt');
    expect(await with_({ nbf: now - DAY, exp: now + DAY })).toBe('passed');
    expect(await with_({ nbf: now + DAY })).toBe('failed proof-created-in-future /nbf');
    expect(await with_({ exp: now - DAY })).toBe('failed proof-expired /exp');
  });

  // VC-JOSE-COSE §3.1.1: a token SHOULD give its type. Without, the payload is a credential all the same.
  it.each(['JWT', ''])('of type %j that is a credential is judged by its own times', async (typ) => {
    const with_ = (claims: JsonObject) =>
      told({ ...plain({ validUntil: '2030-01-15T00:00:00Z' }), ...claims }, typ);
    expect(await with_({ nbf: now - DAY, exp: now + DAY })).toBe('passed');
    expect(await with_({ nbf: now + DAY })).toBe('failed proof-created-in-future /nbf');
    expect(await with_({ exp: now - DAY })).toBe('failed proof-expired /exp');
    expect(await with_({ jti: 'urn:uuid:2' })).toBe('warned claims-contradict /jti');
    expect(await with_({ sub: 'did:example:other' })).toBe('failed claims-contradict /sub');
  });

  it.each<[string, (vc: JsonObject) => JsonObject]>([
    ['in the claim vc', (vc) => ({ vc })],
    ['as an Open Badge', (vc) => ({ ...vc, type: ['VerifiableCredential', 'OpenBadgeCredential'] })],
    ['as a record of several', (vc) => ({ ...vc, type: ['VerifiableCredential', 'ClrCredential'] })],
  ])('that writes its credential %s has no other times', async (_, written) => {
    const vc = plain({ validUntil: '2030-01-15T00:00:00Z' });
    const nbf = Date.parse('2026-01-15T00:00:00Z') / 1000;
    const with_ = (claims: JsonObject) =>
      told({ iss: DID, sub: 'did:example:learner', jti: 'urn:uuid:1', nbf, ...written(vc), ...claims });
    expect(await with_({})).toBe('passed');
    expect(await with_({ nbf: now - DAY })).toBe('failed claims-contradict /nbf');
    expect(await with_({ exp: now + DAY })).toBe('failed claims-contradict /exp');
    expect(await with_({ jti: 'urn:uuid:2' })).toBe('failed claims-contradict /jti');
  });

  it.each(['JWT', 'vc+jwt', 'vc+sd-jwt'])(
    'of type %s is by its `iss` where its credential names no issuer, and only its form is at fault',
    async (typ) => {
      const judged = async (issuer: JsonObject, iss: string) => {
        const credential = await sign({ ...plain({ issuer: null }), ...issuer, iss }, typ);
        const { verdict, report } = await verifyInClosedWorld({ credential });
        return [verdict.status, verdict.standing, verdict.reason, report.outcomes['key-binding'].state];
      };
      expect(await judged({}, DID)).toEqual(['failed', 'caution', 'member-missing', 'passed']);
      const [status, standing] = await judged({ issuer: { name: 'Example University' } }, DID);
      expect([status, standing]).toEqual(['failed', 'caution']);
      const { did: stranger } = await createJwtIssuer();
      expect((await judged({}, stranger)).slice(0, 2)).toEqual(['failed', 'failed']);
    },
  );

  it('may repeat the members of a credential of VCDM 1.1 beside the claim vc, if each is the same', async () => {
    // The shape of did-jwt-vc and Veramo with `removeOriginalFields: false`.
    const { validFrom: issuanceDate, ...whole } = plain({
      '@context': ['https://www.w3.org/2018/credentials/v1'],
    });
    const { '@context': context, type, credentialSubject } = whole;
    const vc = { '@context': context, type, credentialSubject } as JsonObject;
    const nbf = Date.parse(String(issuanceDate)) / 1000;
    const expirationDate = '2030-01-15T00:00:00.500Z';
    const with_ = async (claims: JsonObject): Promise<string> => {
      const { verdict } = await verifyInClosedWorld({
        credential: await sign({
          ...({ ...whole, issuanceDate, expirationDate } as JsonObject),
          ...{ iss: DID, sub: 'did:example:learner', jti: 'urn:uuid:1', nbf },
          exp: Date.parse('2030-01-15T00:00:00Z') / 1000,
          vc,
          ...claims,
        }),
      });
      return `${verdict.status} ${verdict.reason}`;
    };
    expect(await with_({})).toBe('signature-verified issuer-unknown');
    expect(await with_({ issuer: 'did:web:other.example' })).toBe('failed key-not-bound');
    const contradicting: readonly JsonObject[] = [
      { type: ['VerifiableCredential', 'Degree'] },
      { credentialSubject: { id: 'did:example:learner', degree: 'Doctor' } },
      { expirationDate: '2029-01-15T00:00:00Z' },
      { vc: { ...vc, '@context': ['https://www.w3.org/ns/credentials/v2'] } },
    ];
    for (const claims of contradicting) expect(await with_(claims)).toBe('failed claims-contradict');
  });

  it('repeats a moment of its credential where it rounds that to a second, and not where it is a second off', async () => {
    const vc = { ...plain({ validFrom: '2026-01-15T00:00:00.600Z' }) };
    const at = Date.parse('2026-01-15T00:00:00Z') / 1000;
    expect(await told({ vc, nbf: at })).toBe('passed');
    expect(await told({ vc, nbf: at + 1 })).toBe('passed');
    expect(await told({ vc, nbf: at - 1 })).toBe('failed claims-contradict /nbf');
    expect(await told({ vc, nbf: at + 2 })).toBe('failed claims-contradict /nbf');
    const whole = plain({ validFrom: '2026-01-15T00:00:00Z' });
    expect(await told({ vc: whole, nbf: at + 1 })).toBe('failed claims-contradict /nbf');
  });

  it('that shows a W3C credential as an SD-JWT is over with its own end as any other', async () => {
    const said = (exp: number) => told({ ...plain(), exp }, 'vc+sd-jwt');
    expect(await said(now + DAY)).toBe('passed');
    expect(await said(now - DAY)).toBe('failed proof-expired /exp');
  });

  it.each<[string, JsonObject, JsonObject]>([
    ['beside its credential', {}, { validUntil: null }],
    ['in its credential', { validUntil: null }, {}],
    ['in its credential by the former name', { expirationDate: null }, {}],
  ])('that writes null for an end %s ends it by `exp`', async (_, over, beside) => {
    const { record, verdict } = await verifyInClosedWorld({
      credential: await sign({ vc: { ...plain(), ...over }, exp: now - DAY, ...beside }),
    });
    expect([verdict.status, record.validUntil?.instant]).toEqual(['expired', NOW - DAY * 1000]);
  });

  it('that ended with the first second of 1970 is over', async () => {
    expect(await told({ ...plain(), exp: 0 }, 'vc+jwt')).toBe('failed proof-expired /exp');
  });

  it('that was issued at what is no number says nothing of when', async () => {
    expect(await told({ ...plain(), iat: String(now + DAY) })).toBe('passed');
    expect(await told({ ...plain(), iat: now + DAY })).toBe('failed proof-created-in-future /iat');
  });

  it('is bound to nobody where its credential names no issuer, and is no presentation', async () => {
    const { keyBinding } = await outcomes(await sign(plain({ issuer: { name: 'Somebody' } })));
    expect(keyBinding).toMatchObject({ state: 'failed', problem: { code: 'key-not-bound' } });
  });

  it('that keeps nothing back has nothing to tell of disclosures', async () => {
    const { proof, undisclosed } = await outcomes(await sign({ ...plain(), _sd_alg: 'md5' }));
    expect([proof.state, proof.facts, undisclosed]).toEqual([
      'passed',
      { suite: 'vc-jwt', algorithm: 'ES256', verificationMethod: `${DID}#0` },
      undefined,
    ]);
  });

  it('with one fault names that one alone', async () => {
    const { proof } = await outcomes(await sign({ ...plain(), sub: 'did:example:other' }));
    expect(proof.problem?.at).toBe('/sub');
    expect(proof).not.toHaveProperty('others');
  });

  it('lays open what was signed where the signature fails and it is asked to, and never else', async () => {
    const token = await sign(plain());
    const [head, body, last = ''] = token.split('.');
    const bad = Buffer.from(last, 'base64url').map((byte, at) => (at === 7 ? byte ^ 1 : byte));
    const forged = [head, body, Buffer.from(bad).toString('base64url')].join('.');
    const cut = [head, body, last.slice(4)].join('.');
    expect((await outcomes(forged, { explain: true })).proof.facts).toHaveProperty('signing');
    expect((await outcomes(forged)).proof.facts).not.toHaveProperty('signing');
    const { proof } = await outcomes(cut, { explain: true });
    expect(proof.problem?.code).toBe('signature-malformed');
    expect(proof.facts).not.toHaveProperty('signing');
  });
});

describe('a token’s key', () => {
  it('that is no point of its curve is malformed, whatever the signature', async () => {
    const off = { ...key.publicJwk, y: Buffer.alloc(32, 1).toString('base64url') };
    const did = didJwkOf({ publicJwk: off });
    const token = await key.sign(plain({ issuer: did }), { typ: 'JWT', kid: `${did}#0` });
    expect((await outcomes(token)).proof.problem?.code).toBe('key-malformed');
  });
});
