/** Documents signed by a hand of the tests' own, and what is said of documents with embedded proofs. */
import { createHash, generateKeyPairSync, sign as signBytes } from 'node:crypto';
import serialize from 'canonicalize';
import jsonld from 'jsonld';
import { readStated } from '../../../src/credential/read.ts';
import { encodeBase58btc } from '../../../src/encoding/base58btc.ts';
import type { JsonObject } from '../../../src/json.ts';
import type { VerifyPorts } from '../../../src/verify/ports.ts';
import { checkEmbedded } from '../../../src/verify/proof/data-integrity.ts';
import { loaderFor } from '../../build/loader.ts';
import { fakePorts } from '../../fake/ports.ts';

const DATA_INTEGRITY = 'https://w3id.org/security/data-integrity/v2';

/** What is said of a document with embedded proofs. */
export async function toldOf(document: JsonObject, changes: Partial<VerifyPorts> = {}) {
  const credential = { ...readStated(document), source: { securing: 'embedded', document } as const };
  const securing = await checkEmbedded(credential, fakePorts(changes));
  const said = ({ state, problem }: (typeof securing)['proof']): string =>
    problem ? `${state} ${problem.code} ${problem.at ?? ''}`.trim() : state;
  return {
    proof: said(securing.proof),
    binding: said(securing.keyBinding),
    facts: securing.proof.facts,
    outcome: securing.proof,
  };
}

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

/** A document signed by that hand. */
export async function sign(
  document: JsonObject,
  cryptosuite: string,
  more: JsonObject = {},
): Promise<JsonObject> {
  const proof: JsonObject = {
    type: 'DataIntegrityProof',
    cryptosuite,
    created: '2026-02-01T00:00:00Z',
    verificationMethod: `${DID}#${multikey}`,
    proofPurpose: 'assertionMethod',
    ...more,
  };
  const isJcs = cryptosuite.includes('jcs');
  const contexts = document['@context'] as readonly string[];
  const config = isJcs
    ? String(serialize(proof))
    : await rdf({ ...proof, '@context': [...contexts, DATA_INTEGRITY] });
  const body = isJcs ? String(serialize(document)) : await rdf(document);
  const bytes = signBytes(null, Buffer.concat([sha256(config), sha256(body)]), pair.privateKey);
  return { ...document, proof: { ...proof, proofValue: `z${encodeBase58btc(bytes)}` } };
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
