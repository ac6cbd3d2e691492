import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import type { Net } from '../../ports.ts';
import { type Result, succeed } from '../../result.ts';
import { fetchJson } from './fetch-json.ts';
import { type PublicJwk, readJwk } from './jwk.ts';

/**
 * The keys of a JWK Set (RFC 7517 §5), those with one of the wanted `kid`s, or all where none is wanted. All of them:
 * a key that was not looked at would make its signature look like nobody's, and a set is no longer than its 256 kB.
 */
export function keysOfSet(set: JsonObject, wanted: readonly (string | null)[]): readonly Result<PublicJwk>[] {
  const names = wanted.filter((kid) => kid !== null && kid !== '');
  return asArray<Json>(set.keys as Json)
    .filter((key): key is JsonObject => isJsonObject(key))
    .filter((key) => names.length === 0 || (typeof key.kid === 'string' && names.includes(key.kid)))
    .map(readJwk);
}

/** RFC 7517 §5: members of a set that one cannot use are passed over. */
export const usable = (keys: readonly Result<PublicJwk>[]): readonly PublicJwk[] =>
  keys.flatMap((key) => (key.ok ? [key.value] : []));

/** Fetches a set and takes its usable keys. Problems: those of fetchJson. */
export async function fetchKeys(
  url: string,
  { net, kid }: { readonly net: Net; readonly kid: string | null },
): Promise<Result<readonly PublicJwk[]>> {
  const set = await fetchJson(url, net);
  return set.ok ? succeed(usable(keysOfSet(set.value, [kid]))) : set;
}
