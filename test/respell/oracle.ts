/** What a document states under its signatures, by jsonld and rdf-canonize alone: the verifier has no part in it. */
import { loaderFor } from '../build/loader.ts';
import { statedBy } from '../build/rdfc.ts';
import type { JsonObject } from './spellings.ts';

const load = loaderFor();
const documentLoader = async (url: string) => ({ ...(await load(url)), tag: 'static' });

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One text for each object with a proof, outermost first; null for one that states nothing, since part of it is unsaid. */
export async function statedIn(value: unknown): Promise<readonly (string | null)[]> {
  if (Array.isArray(value)) return (await Promise.all(value.map(statedIn))).flat();
  if (!isObject(value)) return [];
  const own = value.proof === undefined ? [] : [await stated(value)];
  const below = await Promise.all(Object.values(value).map(statedIn));
  return [...own, ...below.flat()];
}

async function stated({ proof = null, ...document }: JsonObject): Promise<string | null> {
  const proofs = [proof].flat(3);
  const [one, ...others] = new Map(proofs.map((each) => [JSON.stringify(each), each])).values();
  if (!isObject(one) || others.length > 0) return null;
  const { proofValue, jws, ...config } = one;
  const said = await statedBy(documentLoader, document, config);
  return said && [...said, JSON.stringify(proofValue ?? jws)].join('\n');
}
