/** What a document states under its signatures, by jsonld and rdf-canonize alone: the verifier has no part in it. */
import jsonld from 'jsonld';
import { loaderFor } from '../build/loader.ts';
import type { JsonObject } from './spellings.ts';

const SUITE_CONTEXTS = [
  null,
  'https://w3id.org/security/data-integrity/v2',
  'https://w3id.org/security/suites/ed25519-2020/v1',
  'https://w3id.org/security/suites/ed25519-2018/v1',
];

const load = loaderFor();
const documentLoader = async (url: string) => ({ ...(await load(url)), tag: 'static' });

const canonical = (value: JsonObject): Promise<string | null> =>
  (
    jsonld.canonize(structuredClone(value), {
      algorithm: 'RDFC-1.0',
      format: 'application/n-quads',
      safe: true,
      base: null,
      rdfDirection: 'i18n-datatype',
      documentLoader,
    } as never) as unknown as Promise<string>
  ).catch(() => null);

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
  const about = await canonical(document);
  if (about === null) return null;
  const { proofValue, jws, ...config } = one;
  const contexts = [document['@context'] ?? []].flat();
  for (const more of SUITE_CONTEXTS) {
    const said = await canonical({ ...config, '@context': more === null ? contexts : [...contexts, more] });
    if (said !== null) return [said, about, JSON.stringify(proofValue ?? jws)].join('\n');
  }
  return null;
}
