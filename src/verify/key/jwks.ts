import { rememberOf } from '../../encoding/remember.ts';
import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import type { Instant, Net } from '../../ports.ts';
import { type Problem, problem } from '../../problem.ts';
import { fail, type Result, succeed } from '../../result.ts';
import { fetchJson } from './fetch-json.ts';
import { endOfJwk, materialOfJwk, type PublicJwk, readJwk } from './jwk.ts';

/** A key in a set. */
export interface SetKey {
  readonly jwk: PublicJwk;
  /** Set where the set says that the key is revoked or past its end. */
  readonly ended: Problem | null;
}

/** A published JWK. Problems: those of readJwk. */
export function readSetKey(json: JsonObject, now: Instant): Result<SetKey> {
  const jwk = readJwk(json);
  return jwk.ok ? succeed({ jwk: jwk.value, ended: endOfJwk(json, now) }) : jwk;
}

/** Which keys of a set are wanted, and for which moment. */
interface Asked {
  /** The wanted `kid`s. Null and empty ones name no key; without any name, all keys are wanted. */
  readonly names: readonly (string | null)[];
  /** Whether a key without a `kid` may be the wanted one. */
  readonly namelessToo?: boolean;
  readonly now: Instant;
}

/**
 * The keys of a JWK Set (RFC 7517 §5): those with one of the wanted `kid`s, or all where none is wanted. No key is left
 * out, because its signatures would seem forged. The size of a set bounds their number.
 */
export function keysOfSet(
  set: JsonObject,
  { names, namelessToo = false, now }: Asked,
): readonly Result<SetKey>[] {
  const wanted = names.filter((kid) => kid !== null && kid !== '');
  const isWanted = ({ kid }: JsonObject): boolean =>
    typeof kid === 'string' ? wanted.includes(kid) : namelessToo && kid == null;
  return entriesOf(set)
    .filter((key) => wanted.length === 0 || isWanted(key))
    .map((key) => {
      const read = readSetKey(key, now);
      return read.ok ? succeed({ ...read.value, ended: endInSet(set, read.value.jwk, now) }) : read;
    });
}

const entriesOf = (set: JsonObject): readonly JsonObject[] => asArray<Json>(set.keys).filter(isJsonObject);

/** What a set says against a key, under any `kid` and for any use: `key-revoked`, `key-expired`, `key-private`. */
export function endInSet(set: JsonObject, jwk: PublicJwk, now: Instant): Problem | null {
  for (const copy of copiesIn(set).get(textOf(jwk)) ?? []) {
    const ended = endOfJwk(copy, now);
    if (ended) return ended;
  }
  return null;
}

/** The entries of a set by their key. Each key is asked for, so they are read once. */
const copiesIn = rememberOf((set: JsonObject): ReadonlyMap<string, readonly JsonObject[]> => {
  const copies = new Map<string, JsonObject[]>();
  for (const entry of entriesOf(set)) {
    const key = materialOfJwk(entry);
    if (!key.ok) continue;
    const known = copies.get(textOf(key.value));
    if (known === undefined) copies.set(textOf(key.value), [entry]);
    else known.push(entry);
  }
  return copies;
});

/** The members by which two keys are the same (RFC 7638). */
const textOf = ({ kty, crv, x, y, n, e }: PublicJwk): string => JSON.stringify([kty, crv, x, y, n, e]);

/** RFC 7517 §5: unusable members of a set are skipped. */
export const usable = (keys: readonly Result<SetKey>[]): readonly SetKey[] =>
  keys.flatMap((key) => (key.ok ? [key.value] : []));

/** Fetches a set (RFC 7517 §5). An answer without `keys` is none. Problems: those of fetchJson. */
export async function fetchSet(url: string, net: Net): Promise<Result<JsonObject>> {
  const set = await fetchJson(url, net);
  return set.ok && set.value.keys == null
    ? fail('key-unresolvable', { params: { url }, cause: problem('answer-not-understood') })
    : set;
}

/** Fetches a set and takes its usable keys. Problems: those of fetchJson. */
export async function fetchKeys(
  url: string,
  { net, ...asked }: Asked & { readonly net: Net },
): Promise<Result<readonly SetKey[]>> {
  const set = await fetchSet(url, net);
  return set.ok ? succeed(usable(keysOfSet(set.value, asked))) : set;
}
