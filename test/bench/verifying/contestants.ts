/** Who verifies, each warm and without a network. All throw where the answer is not the expected one. */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { createVerifyCryptosuite as eddsaJcs2022 } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as eddsaRdfc2022 } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { verifyCredential } from '@digitalcredentials/verifier-core';
import canonicalJson from 'canonicalize';
import { compactVerify, importJWK } from 'jose';
import jsonld from 'jsonld';
import { decodeMultibase } from '../../../src/encoding/multibase.ts';
import type { Json } from '../../build/badge.ts';
import { didKeyLoader } from '../../build/did-key-loader.ts';
import type { JwtKey } from '../../build/jwt.ts';
import { loaderFor } from '../../build/loader.ts';
import { bbsVerifyingSuite } from './badges.ts';

/** One piece of work, done once. */
export type Work = () => Promise<unknown>;

/** The library as it is built, which is what people run. */
export interface Touchstone {
  createVerifier(): {
    verify(input: string | object): Promise<{ readonly items: readonly { readonly status: string }[] }>;
  };
}

const expect = (isRight: boolean, who: string): void => {
  if (!isRight) throw new Error(`${who} says otherwise`);
};

export function ours(touchstone: Touchstone, inputs: readonly (Json | string)[], good = true): Work {
  const verifier = touchstone.createVerifier();
  return async () => {
    for (const input of inputs) {
      const { items } = await verifier.verify(input);
      expect(
        items.length > 0 && items.every(({ status }) => (status === 'signature-verified') === good),
        'touchstone',
      );
    }
  };
}

/** It asks for contexts that it has not. It asks for the schema of each badge as well, and gets one that allows all. */
export const verifierCore = (credentials: readonly Json[], good = true): Work =>
  unheard(async () => {
    for (const credential of credentials) {
      const { log = [] } = await verifyCredential({
        credential: credential as never,
        knownDIDRegistries: [],
      });
      expect(
        log.some(({ id, valid }) => id === 'valid_signature' && valid === true) === good,
        'verifier-core',
      );
    }
  });

const contexts = loaderFor();

/** Without what it prints, and with no way out. */
const unheard =
  (work: Work): Work =>
  async () => {
    const { error, log } = console;
    const ask = globalThis.fetch;
    Object.assign(console, { error: () => undefined, log: () => undefined });
    globalThis.fetch = async (input) => Response.json(await answerTo(new Request(input).url));
    try {
      await work();
    } finally {
      Object.assign(console, { error, log });
      globalThis.fetch = ask;
    }
  };

const answerTo = async (url: string): Promise<unknown> =>
  url.includes('/schema/') ? {} : (await contexts(url)).document;

const SUITES = {
  rdfc: () => new DataIntegrityProof({ cryptosuite: eddsaRdfc2022 }),
  jcs: () => new DataIntegrityProof({ cryptosuite: eddsaJcs2022() }),
  bbs: bbsVerifyingSuite,
} as const;

export function digitalBazaar(
  credentials: readonly Json[],
  { suite = 'rdfc', good = true }: { suite?: keyof typeof SUITES; good?: boolean } = {},
): Work {
  const documentLoader = didKeyLoader(() => undefined);
  const verifying = SUITES[suite]();
  return async () => {
    for (const credential of credentials) {
      const { verified } = await vc.verifyCredential({ credential, suite: verifying, documentLoader });
      expect(verified === good, '@digitalbazaar/vc');
    }
  };
}

/** A token with a key that is imported already. */
export async function joseWith(token: string, key: JwtKey): Promise<Work> {
  const imported = await importJWK(key.publicJwk, key.alg);
  return () => compactVerify(token, imported);
}

/** What nobody can do without: the digests of what is signed, in canonical form, and the signature. */
export async function floorOf(credentials: readonly Json[], form: 'rdfc' | 'jcs' = 'rdfc'): Promise<Work> {
  const signed = await Promise.all(credentials.map((each) => signedParts(each, form)));
  return async () => {
    for (const { halves, key, signature } of signed) {
      const digests = await Promise.all(halves.map((half) => crypto.subtle.digest('SHA-256', half)));
      const data = Buffer.concat(digests.map((digest) => Buffer.from(digest)));
      expect(await crypto.subtle.verify('Ed25519', key, signature, data), 'the floor');
    }
  };
}

async function signedParts({ proof, ...document }: Json, form: 'rdfc' | 'jcs') {
  const { proofValue, ...options } = proof as Json & { proofValue: string; verificationMethod: string };
  const config = { ...options, '@context': document['@context'] };
  const bytes = async (each: Json): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(Buffer.from(form === 'jcs' ? (canonicalJson(each) ?? '') : await canonicalGraph(each)));
  const multikey = decoded(options.verificationMethod.split('#')[1] ?? '');
  return {
    halves: [await bytes(config), await bytes(document)],
    key: await crypto.subtle.importKey('raw', multikey.slice(2), 'Ed25519', false, ['verify']),
    signature: decoded(proofValue),
  };
}

const canonicalGraph = (document: Json): Promise<string> =>
  jsonld.canonize(document as never, { algorithm: 'RDFC-1.0', documentLoader: contexts } as never) as never;

function decoded(multibase: string): Uint8Array<ArrayBuffer> {
  const bytes = decodeMultibase(multibase);
  if (!bytes.ok) throw new Error(bytes.problem.code);
  return new Uint8Array(bytes.value);
}
