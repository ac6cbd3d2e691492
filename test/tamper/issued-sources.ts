/** Credentials that other people's libraries issue for the occasion: one for every suite that is carried. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import canonicalize from 'canonicalize';
import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import jsonld from 'jsonld';
import { encodeBase58btc } from '../../src/encoding/base58btc.ts';
import type { JsonObject } from '../../src/json.ts';
import { deriveWith } from '../build/derived.ts';
import { createJwtKey } from '../build/jwt.ts';
import { loaderFor } from '../build/loader.ts';
import { assertion, badgeClass, CLASS, ISSUER, issuer, servers } from '../verify/proof/badge-world.ts';
import { badge, issueFor, SUITES_OF_OTHERS } from '../verify/proof/issue.ts';
import { type Source, shareOf } from './source.ts';

type Json = Record<string, unknown>;
const CREATED = '2026-02-01T00:00:00Z';

const source = (name: string, value: unknown, documents: Source['documents'] = {}): Source => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return { name: `issued: ${name}`, text, documents, share: shareOf(text) };
};

/** All of them, with fresh keys. */
export async function issuedSources(): Promise<readonly Source[]> {
  const embedded = SUITES_OF_OTHERS.map(async (suite) => source(suite, (await issueFor(suite)).credential));
  return Promise.all([
    ...embedded,
    deriveWith('ecdsa-sd-2023', badge).then((value) => source('ecdsa-sd-2023', value)),
    deriveWith('bbs-2023', badge).then((value) => source('bbs-2023', value)),
    ecdsaJcs().then((value) => source('ecdsa-jcs-2019', value)),
    ed25519Signature2018().then((value) => source('Ed25519Signature2018', value)),
    ...['RS256', 'PS256', 'ES256', 'ES384', 'ES512', 'EdDSA'].map((alg) => vcJwt(alg)),
    vcJwt('ES256', { typ: 'vc+jwt' }),
    vcClaimJwt(),
    sdJwt(),
    signedOb2(),
    Promise.resolve(source('hosted Open Badges 2.0', assertion(), servers())),
  ]);
}

/** VC-DI-ECDSA §3.3 by its own words, with Node's OpenSSL and a JCS library. */
async function ecdsaJcs(): Promise<Json> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const even = (Buffer.from(y, 'base64url').at(-1) ?? 0) % 2 === 0;
  const multikey = `z${encodeBase58btc(Buffer.concat([Buffer.from([0x80, 0x24, even ? 2 : 3]), Buffer.from(x, 'base64url')]))}`;
  const did = `did:key:${multikey}`;
  const document = badge(did);
  const config = proofConfig(`${did}#${multikey}`, { cryptosuite: 'ecdsa-jcs-2019' });
  const proof = { '@context': document['@context'], ...config };
  const data = Buffer.concat([sha256(canonicalize(proof) ?? ''), sha256(canonicalize(document) ?? '')]);
  const signature = sign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return { ...document, proof: { ...proof, proofValue: `z${encodeBase58btc(signature)}` } };
}

/** Ed25519Signature2018 by its own words: a detached JWS over two URDNA2015 hashes. */
export async function ed25519Signature2018(): Promise<Json> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const did = ed25519Did(publicKey);
  const context = [
    'https://www.w3.org/2018/credentials/v1',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json',
  ];
  const { validFrom, validUntil, ...rest } = badge(did);
  const document: Json = {
    ...rest,
    '@context': context,
    issuanceDate: validFrom,
    expirationDate: validUntil,
  };
  const config = {
    type: 'Ed25519Signature2018',
    created: CREATED,
    verificationMethod: `${did}#${did.slice(8)}`,
    proofPurpose: 'assertionMethod',
  };
  const canonical = (value: Json): Promise<string> =>
    jsonld.canonize(
      value as object,
      {
        algorithm: 'RDFC-1.0',
        format: 'application/n-quads',
        safe: true,
        documentLoader: loaderFor(),
      } as never,
    ) as unknown as Promise<string>;
  const hashes = [await canonical({ '@context': context, ...config }), await canonical(document)].map(sha256);
  const header = base64url(JSON.stringify({ alg: 'EdDSA', b64: false, crit: ['b64'] }));
  const signature = sign(null, Buffer.concat([Buffer.from(`${header}.`), ...hashes]), privateKey);
  return { ...document, proof: { ...config, jws: `${header}..${signature.toString('base64url')}` } };
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
const base64url = (text: string): string => Buffer.from(text).toString('base64url');
const ed25519Did = (key: KeyObject): string => {
  const raw = Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');
  return `did:key:z${encodeBase58btc(Buffer.concat([Buffer.from([0xed, 0x01]), raw]))}`;
};
const proofConfig = (verificationMethod: string, more: Json): Json => ({
  type: 'DataIntegrityProof',
  ...more,
  created: CREATED,
  verificationMethod,
  proofPurpose: 'assertionMethod',
});

const DID = 'did:web:university.example';
const KID = `${DID}#key-1`;
const claimsOf = (credential: JsonObject): Json => ({
  iss: DID,
  sub: 'did:example:learner',
  jti: credential.id,
  nbf: Date.parse('2026-01-15T00:00:00Z') / 1000,
  exp: Date.parse('2030-01-15T00:00:00Z') / 1000,
});

interface Signing {
  readonly documents: Source['documents'];
  sign(payload: Json, header?: Json): Promise<string>;
}

/** A key in a did:web document, and a hand that signs with it. */
async function didWebKey(alg: string): Promise<Signing> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const method = { id: KID, type: 'JsonWebKey', controller: DID, publicKeyJwk: await exportJWK(publicKey) };
  const body = { id: DID, verificationMethod: [method], assertionMethod: [KID] };
  return {
    documents: { 'https://university.example/.well-known/did.json': { body } },
    sign: (payload, header = {}) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
        .setProtectedHeader({ alg, typ: 'JWT', kid: KID, ...header } as never)
        .sign(privateKey),
  };
}

async function vcJwt(alg: string, header: Json = {}): Promise<Source> {
  const { documents, sign: signed } = await didWebKey(alg);
  const credential = badge(DID);
  const payload = header.typ === undefined ? { ...credential, ...claimsOf(credential) } : { ...credential };
  return source(`${header.typ ?? 'VC-JWT'} ${alg}`, await signed(payload, header), documents);
}

/** VCDM 1.1 §6.3.1: the credential in the `vc` claim. */
async function vcClaimJwt(): Promise<Source> {
  const { documents, sign: signed } = await didWebKey('EdDSA');
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
  return source('VC-JWT with a vc claim', await signed({ ...claimsOf(badge(DID)), vc }), documents);
}

/** RFC 9901 by its own words: two disclosures, one at the top and one in an object. */
async function sdJwt(): Promise<Source> {
  const { documents, sign: signed } = await didWebKey('ES256');
  const disclose = (name: string, value: unknown): string =>
    base64url(JSON.stringify([randomBytes(16).toString('base64url'), name, value]));
  const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
  const shown = [
    disclose('given_name', 'Ann'),
    disclose('degree', 'Bachelor of Arts'),
    disclose('locality', 'Aldermoor'),
  ];
  const token = await signed(
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

async function signedOb2(): Promise<Source> {
  const key = await createJwtKey('RS256');
  const address = 'https://badges.example.org/key.json';
  const body = {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'CryptographicKey',
    id: address,
    owner: ISSUER,
    publicKeyPem: key.publicPem,
  };
  const token = await key.sign(
    assertion({
      id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
      verification: { type: 'SignedBadge', creator: address },
    }),
  );
  const documents = {
    [CLASS]: { body: badgeClass() },
    [ISSUER]: { body: issuer({ publicKey: address }) },
    [address]: { body },
  };
  return source('signed Open Badges 2.0', token, documents);
}
