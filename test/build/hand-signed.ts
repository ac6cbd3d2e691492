/** Documents signed by a hand of the tests' own. */
import { createHash, generateKeyPairSync, sign as signBytes } from 'node:crypto';
import serialize from 'canonicalize';
import jsonld from 'jsonld';
import { encodeBase58btc } from '../../src/encoding/base58btc.ts';
import type { JsonObject } from '../../src/json.ts';
import { OB_3_0_1, VC_1 } from './contexts.ts';
import { badge } from './issue.ts';
import { loaderFor } from './loader.ts';

const CREATED = '2026-02-01T00:00:00Z';
const DATA_INTEGRITY = 'https://w3id.org/security/data-integrity/v2';

/** The hand: what other people’s libraries refuse to sign, it signs. */
const pair = generateKeyPairSync('ed25519');
const raw = Buffer.from(String(pair.publicKey.export({ format: 'jwk' }).x), 'base64url');
export const multikey = `z${encodeBase58btc(Uint8Array.from([0xed, 0x01, ...raw]))}`;
export const DID = `did:key:${multikey}`;
const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
const rdf = async (document: object): Promise<string> =>
  String(
    await jsonld.canonize(
      document as never,
      { documentLoader: loaderFor(), safe: true, base: null } as never,
    ),
  );

/** A document signed by that hand. A graph is canonicalised by the given library. */
export async function sign(
  document: JsonObject,
  cryptosuite: string,
  more: JsonObject = {},
  canonize = rdf,
): Promise<JsonObject> {
  const proof: JsonObject = {
    type: 'DataIntegrityProof',
    cryptosuite,
    created: CREATED,
    verificationMethod: `${DID}#${multikey}`,
    proofPurpose: 'assertionMethod',
    ...more,
  };
  const isJcs = cryptosuite.includes('jcs');
  const contexts = document['@context'] as readonly string[];
  const config = isJcs
    ? String(serialize(proof))
    : await canonize({ ...proof, '@context': [...contexts, DATA_INTEGRITY] });
  const body = isJcs ? String(serialize(document)) : await canonize(document);
  const bytes = signBytes(null, Buffer.concat([sha256(config), sha256(body)]), pair.privateKey);
  return { ...document, proof: { ...proof, proofValue: `z${encodeBase58btc(bytes)}` } };
}

/** VC-DI-ECDSA §3.3 by its own words, with Node's OpenSSL and a JCS library. */
export async function ecdsaJcs(): Promise<JsonObject> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const even = (Buffer.from(y, 'base64url').at(-1) ?? 0) % 2 === 0;
  const multikey = `z${encodeBase58btc(Buffer.concat([Buffer.from([0x80, 0x24, even ? 2 : 3]), Buffer.from(x, 'base64url')]))}`;
  const did = `did:key:${multikey}`;
  const document = badge(did);
  const config = {
    type: 'DataIntegrityProof',
    cryptosuite: 'ecdsa-jcs-2019',
    created: CREATED,
    verificationMethod: `${did}#${multikey}`,
    proofPurpose: 'assertionMethod',
  };
  const proof = { '@context': document['@context'], ...config };
  const data = Buffer.concat([sha256(serialize(proof) ?? ''), sha256(serialize(document) ?? '')]);
  const signature = signBytes('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return { ...document, proof: { ...proof, proofValue: `z${encodeBase58btc(signature)}` } };
}

/** Ed25519Signature2018 by its own words: a detached JWS over two URDNA2015 hashes. */
export async function ed25519Signature2018(): Promise<JsonObject> {
  const context = [VC_1, OB_3_0_1];
  const { validFrom, validUntil, ...rest } = badge(DID);
  const document = {
    ...rest,
    '@context': context,
    issuanceDate: validFrom,
    expirationDate: validUntil,
  } as JsonObject;
  const config = {
    type: 'Ed25519Signature2018',
    created: CREATED,
    verificationMethod: `${DID}#${multikey}`,
    proofPurpose: 'assertionMethod',
  };
  const hashes = [await rdf({ '@context': context, ...config }), await rdf(document)].map(sha256);
  const header = Buffer.from(JSON.stringify({ alg: 'EdDSA', b64: false, crit: ['b64'] })).toString(
    'base64url',
  );
  const signature = signBytes(null, Buffer.concat([Buffer.from(`${header}.`), ...hashes]), pair.privateKey);
  return { ...document, proof: { ...config, jws: `${header}..${signature.toString('base64url')}` } };
}

export const proofOf = (credential: JsonObject): JsonObject => credential.proof as JsonObject;
export const achievementOf = (credential: JsonObject): JsonObject =>
  (credential.credentialSubject as JsonObject).achievement as JsonObject;
/** The same with other members in its achievement. */
export const withAchievement = (credential: JsonObject, more: object): JsonObject =>
  ({
    ...credential,
    credentialSubject: {
      ...(credential.credentialSubject as JsonObject),
      achievement: { ...achievementOf(credential), ...more },
    },
  }) as JsonObject;
