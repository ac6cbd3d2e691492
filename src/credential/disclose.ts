import { decodeBase64url, encodeBase64url } from '../encoding/base64url.ts';
import { JSON_LIMITS, parseJson } from '../encoding/json.ts';
import { sha3 } from '../encoding/sha3.ts';
import { sha256 } from '../encoding/sha256.ts';
import { sha384, sha512 } from '../encoding/sha512.ts';
import { decodeText, utf8 } from '../encoding/text.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { type Problem, problem } from '../problem.ts';

export interface Disclosed {
  /** The payload with each disclosed value in its place. No digests are left. */
  readonly payload: JsonObject;
  /** Each kind of defect once, even if it occurred several times. */
  readonly defects: readonly Problem[];
  /** For each disclosure, the top-level member that it is, or that it is inside. Members of `vc` are as in `closed`. */
  readonly opened: readonly (string | null)[];
  /**
   * For each digest without a disclosure, decoys included: the top-level member that contains it. Null at the top
   * itself. In a claim `vc`, which may be the credential, each member counts by itself: `vc`, or `vc/` and its name.
   */
  readonly closed: readonly (string | null)[];
}

const DEFECTS = {
  unbound: problem('selective-disclosure-unbound'),
  unread: problem('encoding-malformed', { params: { member: 'disclosure' } }),
  hash: problem('algorithm-unsupported', { at: '/_sd_alg' }),
  depth: problem('json-too-deep'),
} as const;
type Defect = keyof typeof DEFECTS;

/**
 * RFC 9901 §4.1.1: the default, and the other names of the registry (Named Information) whose digests are of 256 bits or
 * more and whole.
 */
const HASHES = new Map<string, (bytes: Uint8Array) => Uint8Array>([
  ['sha-256', sha256],
  ['sha-384', sha384],
  ['sha-512', sha512],
  ['sha3-256', sha3(256)],
  ['sha3-384', sha3(384)],
  ['sha3-512', sha3(512)],
]);

interface Disclosure {
  readonly name: string | null;
  readonly value: Json;
}

/**
 * Puts the disclosures of an SD-JWT in the places of their digests (RFC 9901 §7.1). A value is shown only if the issuer
 * signed its digest.
 *
 * Defects:
 * - `selective-disclosure-unbound` for a disclosure without a digest in the payload, and for one that is used twice.
 *   Also for one of the wrong kind for its place, or that would overwrite a member. Also for a digest in two places,
 *   and for a malformed digest or list of digests (§7.1 steps 3 and 4: "MUST be rejected", §4.1).
 * - `encoding-malformed` for a disclosure that cannot be read.
 * - `algorithm-unsupported` for an unknown `_sd_alg`.
 * - `json-too-deep` for disclosures nested too deeply.
 */
export function disclose(payload: JsonObject, disclosures: readonly string[]): Disclosed {
  const defects = new Set<Defect>();
  const algorithm = payload._sd_alg ?? 'sha-256';
  const hash = typeof algorithm === 'string' ? HASHES.get(algorithm.toLowerCase()) : undefined;
  if (hash === undefined) defects.add('hash');
  const open = new Map<string, Disclosure>();
  for (const text of disclosures) {
    const disclosure = readDisclosure(text);
    if (disclosure === null) defects.add('unread');
    else if (hash) {
      const digest = encodeBase64url(hash(utf8(text)));
      if (open.has(digest)) defects.add('unbound');
      open.set(digest, disclosure);
    }
  }
  const placer = new Placer(open, defects);
  const { _sd_alg, ...rest } = placer.object(payload, null);
  const { opened, closed } = placer;
  if (opened.length < open.size) defects.add('unbound');
  return { payload: rest, defects: [...defects].map((defect) => DEFECTS[defect]), opened, closed };
}

/**
 * Whether anything in a payload could be undisclosed, whatever the type of its token and however it is presented. A
 * holder may leave out every disclosure, and the `~` as well.
 */
export const mayKeepBack = (payload: JsonObject): boolean =>
  hasDigests(payload) && disclose(payload, []).closed.length > 0;

/** Whether a member that may hold digests occurs anywhere. Most tokens have none. */
const hasDigests = (value: Json | undefined): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).some(([name, one]) => name === '_sd' || name === '...' || hasDigests(one));

/** §4.2: base64url of `[salt, name, value]`, or `[salt, value]` for an element of an array. */
function readDisclosure(text: string): Disclosure | null {
  const bytes = decodeBase64url(text);
  const decoded = bytes.ok ? decodeText(bytes.value, 'utf-8') : bytes;
  const json = decoded.ok ? parseJson(decoded.value) : decoded;
  if (!json.ok || !Array.isArray(json.value) || typeof json.value[0] !== 'string') return null;
  const [, second, third] = json.value;
  if (json.value.length === 2 && second !== undefined) return { name: null, value: second };
  if (json.value.length !== 3 || typeof second !== 'string' || third === undefined) return null;
  return FORBIDDEN.has(second) ? null : { name: second, value: third };
}

export const isDisclosure = (text: string): boolean => readDisclosure(text) !== null;

/** §4.2.1: `_sd` and `...` would forge the mechanism itself. `__proto__` would change the object's prototype. */
const FORBIDDEN: ReadonlySet<string> = new Set(['_sd', '...', '__proto__']);

const memberOf = (top: string | null, name: string): string => {
  if (top === 'vc') return `vc/${name}`;
  return top ?? name;
};

/** Walks through the payload. `top` is the current top-level member, or null at the top itself. */
class Placer {
  readonly opened: (string | null)[] = [];
  readonly closed: (string | null)[] = [];
  readonly #open: ReadonlyMap<string, Disclosure>;
  readonly #defects: Set<Defect>;
  readonly #met = new Set<string>();
  /** The depth of nesting of the current value. The payload itself counts as one. */
  #depth = 1;

  constructor(open: ReadonlyMap<string, Disclosure>, defects: Set<Defect>) {
    this.#open = open;
    this.#defects = defects;
  }

  /** The object with its disclosed values beside its other members. */
  object(value: JsonObject, top: string | null): JsonObject {
    const { _sd, ...rest } = value;
    const result: Record<string, Json> = {};
    for (const [name, one] of Object.entries(rest))
      if (one !== undefined) result[name] = this.#place(one, memberOf(top, name));
    // §4.1: these names may hold digests and nothing else.
    if ((_sd !== undefined && !Array.isArray(_sd)) || Object.hasOwn(rest, '...')) this.#refuse();
    for (const digest of Array.isArray(_sd) ? _sd : []) {
      const disclosure = this.#take(digest, top);
      if (disclosure === null) continue;
      const { name } = disclosure;
      if (name === null || Object.hasOwn(result, name)) this.#refuse();
      else result[name] = this.#place(disclosure.value, memberOf(top, name));
    }
    return result;
  }

  /** Each disclosure is placed only once. Disclosures inside disclosures may be nested as deep as other JSON. */
  #place(value: Json, top: string | null): Json {
    const isList = Array.isArray(value);
    if (!isList && !isJsonObject(value)) return value;
    if (this.#depth >= JSON_LIMITS.maxDepth) {
      this.#defects.add('depth');
      return null;
    }
    this.#depth += 1;
    const placed = isList ? value.flatMap((one: Json) => this.#element(one, top)) : this.object(value, top);
    this.#depth -= 1;
    return placed;
  }

  #element(value: Json, top: string | null): readonly Json[] {
    if (!isJsonObject(value) || !Object.hasOwn(value, '...')) return [this.#place(value, top)];
    if (Object.keys(value).length > 1) this.#refuse();
    const disclosure = this.#take(value['...'], top);
    if (disclosure === null) return [];
    if (disclosure.name === null) return [this.#place(disclosure.value, top)];
    this.#refuse();
    return [];
  }

  /** The disclosure of a digest. Null for a decoy and for an undisclosed value. */
  #take(digest: Json | undefined, top: string | null): Disclosure | null {
    if (typeof digest !== 'string' || this.#met.has(digest)) return this.#refuse();
    this.#met.add(digest);
    const disclosure = this.#open.get(digest) ?? null;
    if (disclosure === null) this.closed.push(top);
    else this.opened.push(disclosure.name === null ? top : memberOf(top, disclosure.name));
    return disclosure;
  }

  #refuse(): null {
    this.#defects.add('unbound');
    return null;
  }
}
