/** Credentials that `build/` issues for the occasion: one for every suite that is carried. */
import { createHash, randomBytes } from 'node:crypto';
import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { controllerDocument } from '../build/controller.ts';
import { deriveWith } from '../build/derived.ts';
import { ecdsaJcs, ed25519Signature2018 } from '../build/hand-signed.ts';
import { assertion, servers } from '../build/hosted-badge.ts';
import { badge, claimsOf, issueFor } from '../build/issue.ts';
import { home, key, signed } from '../build/signed-ob2.ts';
import { SUITES } from '../build/signer.ts';
import { type Source, shareOf } from './source.ts';

type Json = Record<string, unknown>;

const source = (name: string, value: unknown, documents: Source['documents'] = {}): Source => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return { name: `issued: ${name}`, text, documents, share: shareOf(text) };
};

/** All of them, with fresh keys. */
export async function issuedSources(): Promise<readonly Source[]> {
  const embedded = SUITES.map(async (suite) => source(suite, (await issueFor(suite)).credential));
  return Promise.all([
    ...embedded,
    deriveWith('ecdsa-sd-2023', badge).then((value) => source('ecdsa-sd-2023', value)),
    deriveWith('bbs-2023', badge).then((value) => source('bbs-2023', value)),
    ecdsaJcs().then((value) => source('ecdsa-jcs-2019', value)),
    ed25519Signature2018().then((value) => source('Ed25519Signature2018', value)),
    ...['RS256', 'RS512', 'PS256', 'PS384', 'ES256', 'ES384', 'ES512', 'EdDSA'].map((alg) => vcJwt(alg)),
    vcJwt('ES256', { typ: 'vc+jwt' }),
    vcClaimJwt(),
    sdJwt(),
    key.sign(signed()).then((token) => source('signed Open Badges 2.0', token, home())),
    Promise.resolve(source('hosted Open Badges 2.0', assertion(), servers())),
  ]);
}

const DID = 'did:web:university.example';
const KID = `${DID}#key-1`;

interface Signing {
  readonly documents: Source['documents'];
  sign(payload: Json, header?: Json): Promise<string>;
}

/** A key in a did:web document, and a hand that signs with it. */
async function didWebKey(alg: string): Promise<Signing> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const method = { id: KID, type: 'JsonWebKey', controller: DID, publicKeyJwk: await exportJWK(publicKey) };
  return {
    documents: { 'https://university.example/.well-known/did.json': controllerDocument(DID, [method]) },
    sign: (payload, header = {}) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
        .setProtectedHeader({ alg, typ: 'JWT', kid: KID, ...header } as never)
        .sign(privateKey),
  };
}

async function vcJwt(alg: string, header: Json = {}): Promise<Source> {
  const { documents, sign } = await didWebKey(alg);
  const credential = badge(DID);
  const payload = header.typ === undefined ? { ...credential, ...claimsOf(DID) } : { ...credential };
  return source(`${header.typ ?? 'VC-JWT'} ${alg}`, await sign(payload, header), documents);
}

/** VCDM 1.1 §6.3.1: the credential in the `vc` claim. */
async function vcClaimJwt(): Promise<Source> {
  const { documents, sign } = await didWebKey('EdDSA');
  const { validFrom, validUntil, ...rest } = badge(DID);
  const vc = {
    ...rest,
    '@context': [
      'https://www.w3.org/2018/credentials/v1',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json',
    ],
    issuanceDate: validFrom,
    expirationDate: validUntil,
  };
  return source('VC-JWT with a vc claim', await sign({ ...claimsOf(DID), vc }), documents);
}

/** RFC 9901 by its own words: two disclosures, one at the top and one in an object. */
async function sdJwt(): Promise<Source> {
  const { documents, sign } = await didWebKey('ES256');
  const disclose = (name: string, value: unknown): string =>
    Buffer.from(JSON.stringify([randomBytes(16).toString('base64url'), name, value])).toString('base64url');
  const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
  const shown = [
    disclose('given_name', 'Ann'),
    disclose('degree', 'Bachelor of Arts'),
    disclose('locality', 'Aldermoor'),
  ];
  const token = await sign(
    {
      iss: DID,
      sub: 'did:example:learner',
      vct: 'https://university.example/diploma',
      nbf: Date.parse('2026-01-15T00:00:00Z') / 1000,
      exp: Date.parse('2030-01-15T00:00:00Z') / 1000,
      _sd_alg: 'sha-256',
      _sd: [digest(shown[0] ?? ''), digest(shown[1] ?? ''), digest('decoy')],
      address: { country: 'XX', _sd: [digest(shown[2] ?? '')] },
    },
    { typ: 'dc+sd-jwt' },
  );
  return source('SD-JWT VC', `${[token, ...shown].join('~')}~`, documents);
}
