/** Credentials signed by other people's libraries. */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { Ed25519VerificationKey2020 } from '@digitalbazaar/ed25519-verification-key-2020';
import { createSignCryptosuite as eddsaJcs } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue } from '@digitalbazaar/vc';
import type { Credential } from '../../../src/credential/model.ts';
import { readCredential } from '../../../src/credential/read.ts';
import type { JsonObject } from '../../../src/json.ts';
import { BUNDLED } from '../../../src/json-ld/context/bundled/all.ts';
import { checkSecuring } from '../../../src/verify/proof/securing.ts';
import { ANALYSIS } from '../../build/badge.ts';
import { fakePorts } from '../../fake/ports.ts';

export const SUITES_OF_OTHERS = [
  'Ed25519Signature2020',
  'eddsa-rdfc-2022',
  'eddsa-jcs-2022',
  'ecdsa-rdfc-2019 P-256',
  'ecdsa-rdfc-2019 P-384',
] as const;
export type SuiteOfOthers = (typeof SUITES_OF_OTHERS)[number];

const V2 = 'https://www.w3.org/ns/credentials/v2';
const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

/** The claims that OB 3.0 §8.2.4 demands of a token with this badge in it. */
export const claimsOf = (issuer: string): JsonObject => ({
  iss: issuer,
  sub: 'did:example:learner',
  jti: String(badge(issuer).id),
  nbf: Date.parse('2026-01-15T00:00:00Z') / 1000,
  exp: Date.parse('2030-01-15T00:00:00Z') / 1000,
});

/** An Open Badge with a member of every kind: nested objects, arrays, numbers, dates, blank nodes. */
export const badge = (issuer: string): JsonObject => ({
  '@context': [V2, OB, 'https://w3id.org/security/suites/ed25519-2020/v1'],
  id: 'urn:uuid:6a5a3b6c-3c3f-4a56-9a3c-0d4a8f7b1c2d',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: issuer, type: ['Profile'], name: 'Example University' },
  name: 'Analysis I',
  validFrom: '2026-01-15T00:00:00Z',
  validUntil: '2030-01-15T00:00:00Z',
  credentialSubject: {
    id: 'did:example:learner',
    type: ['AchievementSubject'],
    achievement: {
      ...ANALYSIS,
      alignment: [
        { type: ['Alignment'], targetName: 'Calculus', targetUrl: 'https://skills.example/calculus' },
        { type: ['Alignment'], targetName: 'Proof', targetUrl: 'https://skills.example/proof' },
      ],
      tag: ['mathematics', 'analysis'],
      creditsAvailable: 7.5,
    },
  },
});

/** Loads bundled contexts: of several published contents the named one, else the first. */
const loaderOf = (name?: string) => async (url: string) => {
  const snapshots = BUNDLED.get(url);
  const snapshot = snapshots?.find((one) => one.name === name) ?? snapshots?.[0];
  if (!snapshot) throw new Error(`no context ${url}`);
  return { documentUrl: url, document: snapshot.document, contextUrl: null };
};

export interface Issued {
  readonly credential: JsonObject;
  /** The verification method, as a controller document would list it. */
  readonly method: JsonObject;
  readonly controller: string;
}

/** Signs a credential with a fresh key of the suite's kind: a did:key, or a key of the given controller. */
export async function issueFor(
  name: SuiteOfOthers,
  {
    controller,
    credentialOf = badge,
    issuer,
    snapshot,
    expires,
  }: {
    controller?: string;
    /** When the proof ends. */
    expires?: string;
    issuer?: string;
    snapshot?: string;
    credentialOf?: (issuer: string) => JsonObject;
  } = {},
): Promise<Issued> {
  const key = await KEYS[name]();
  const did = controller ?? `did:key:${key.publicKeyMultibase}`;
  key.controller = did;
  key.id = `${did}#${controller ? 'key-1' : key.publicKeyMultibase}`;
  const credential = await issue({
    credential: structuredClone(credentialOf(issuer ?? did)),
    suite: Object.assign(SIGNERS[name](key) as object, expires !== undefined && { proof: { expires } }),
    documentLoader: loaderOf(snapshot),
  });
  const type = name === 'Ed25519Signature2020' ? 'Ed25519VerificationKey2020' : 'Multikey';
  const method = { id: key.id, type, controller: did, publicKeyMultibase: key.publicKeyMultibase };
  return { credential: credential as JsonObject, method, controller: did };
}

export const issueWith = async (name: SuiteOfOthers): Promise<JsonObject> =>
  (await issueFor(name)).credential;

interface Key {
  controller: string;
  id: string;
  readonly publicKeyMultibase: string;
  signer(): unknown;
}
const asKey = async (generated: Promise<unknown>): Promise<Key> => (await generated) as Key;

const KEYS: Record<SuiteOfOthers, () => Promise<Key>> = {
  Ed25519Signature2020: () => asKey(Ed25519VerificationKey2020.generate()),
  'eddsa-rdfc-2022': () => asKey(Ed25519Multikey.generate({})),
  'eddsa-jcs-2022': () => asKey(Ed25519Multikey.generate({})),
  'ecdsa-rdfc-2019 P-256': () => asKey(EcdsaMultikey.generate({ curve: 'P-256' })),
  'ecdsa-rdfc-2019 P-384': () => asKey(EcdsaMultikey.generate({ curve: 'P-384' })),
};

const CREATED = '2026-02-01T00:00:00Z';
const dataIntegrity =
  (cryptosuite: unknown) =>
  (key: Key): unknown =>
    new DataIntegrityProof({ signer: key.signer(), cryptosuite, date: CREATED } as never);

const SIGNERS: Record<SuiteOfOthers, (key: Key) => unknown> = {
  Ed25519Signature2020: (key) => new Ed25519Signature2020({ key, date: CREATED } as never),
  'eddsa-rdfc-2022': dataIntegrity(eddsaRdfc),
  'eddsa-jcs-2022': dataIntegrity(eddsaJcs()),
  'ecdsa-rdfc-2019 P-256': dataIntegrity(ecdsaRdfc),
  'ecdsa-rdfc-2019 P-384': dataIntegrity(ecdsaRdfc),
};

/** Reads a credential, or throws: these are well-formed. */
export function credentialOf(value: JsonObject | string): Credential {
  const read = readCredential(value, null);
  if (!read.ok) throw new Error(`not read: ${read.problem.code} ${read.problem.at ?? ''}`);
  return read.value;
}

/** What is said of its proof. */
export async function proofSaid(value: JsonObject): Promise<string> {
  const { proof } = await checkSecuring(credentialOf(value), fakePorts());
  return proof.problem ? `${proof.state} ${proof.problem.code}` : proof.state;
}
