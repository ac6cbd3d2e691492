/** What a document states under its signatures, by jsonld, rdf-canonize and canonicalize alone: the verifier has no part in it. */
import serialize from 'canonicalize';
import { loaderFor } from '../build/loader.ts';
import { statedBy } from '../build/rdfc.ts';
import type { JsonObject } from './spellings.ts';

const load = loaderFor();
const documentLoader = async (url: string) => ({ ...(await load(url)), tag: 'static' });

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an object states under each of its proofs. Null under one that states nothing, since part of it is unsaid. */
export type Stated = readonly (string | null)[];

/** For each object with a proof, outermost first. */
export async function statedIn(value: unknown): Promise<readonly Stated[]> {
  if (Array.isArray(value)) return (await Promise.all(value.map(statedIn))).flat();
  if (!isObject(value)) return [];
  const own = value.proof === undefined ? [] : [await stated(value)];
  const below = await Promise.all(Object.values(value).map(statedIn));
  return [...own, ...below.flat()];
}

function stated({ proof = null, ...document }: JsonObject): Promise<Stated> {
  const proofs = new Map([proof].flat(3).map((each) => [JSON.stringify(each), each])).values();
  return Promise.all([...proofs].map((one) => (isObject(one) ? statedUnder(one, document) : null)));
}

async function statedUnder(proof: JsonObject, document: JsonObject): Promise<string | null> {
  const { proofValue, jws, ...config } = proof;
  const isText = String(proof.cryptosuite).includes('jcs');
  const said = isText
    ? [serialize(config), serialize(document)]
    : await statedBy(documentLoader, document, config);
  return said && [...said, JSON.stringify(proofValue ?? jws)].join('\n');
}
