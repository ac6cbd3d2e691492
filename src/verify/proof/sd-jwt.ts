import type { EnvelopingSource } from '../../credential/model.ts';
import { decodeBase64url, encodeBase64url } from '../../encoding/base64url.ts';
import { parseJson } from '../../encoding/json.ts';
import { decodeText, utf8 } from '../../encoding/text.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { fail, type Result, succeed } from '../../result.ts';
import { type DigestName, digest } from './digest.ts';
import type { Disclosure as Disclosed, Hidden } from './disclosure.ts';

/** RFC 9901 §4.1.1, the IANA names of the digests. */
const DIGESTS: ReadonlyMap<string, DigestName> = new Map([
  ['sha-256', 'sha256'],
  ['sha-384', 'sha384'],
  ['sha-512', 'sha512'],
]);
const RESERVED: ReadonlySet<unknown> = new Set(['_sd', '...']);

interface Disclosure {
  /** Null for an element of an array. */
  readonly name: string | null;
  readonly value: Json;
}

/**
 * Holds every disclosure to a digest in what was signed, at any depth (RFC 9901 §7.1). Out: how many were shown, and
 * how many digests stay closed (undisclosed claims and decoys cannot be told apart).
 * Problems: `selective-disclosure-unbound` (a disclosure with no digest, a digest used twice, a claim that is there
 * already), `algorithm-unsupported` (`_sd_alg`).
 */
export async function verifyDisclosures({
  payload,
  disclosures,
}: EnvelopingSource): Promise<Result<Disclosed>> {
  const name = payload._sd_alg ?? 'sha-256';
  const algorithm = typeof name === 'string' ? DIGESTS.get(name) : undefined;
  if (!algorithm) return fail('algorithm-unsupported', { params: { algorithm: String(name) } });
  const byDigest = new Map<string, Disclosure>();
  for (const text of disclosures) {
    const disclosure = readDisclosure(text);
    const hash = encodeBase64url(await digest(algorithm, utf8(text)));
    if (disclosure === null || byDigest.has(hash)) return fail('selective-disclosure-unbound');
    byDigest.set(hash, disclosure);
  }
  const walk = new DigestWalk(byDigest);
  walk.value(payload);
  if (walk.broken || walk.used !== byDigest.size) return fail('selective-disclosure-unbound');
  return succeed({
    facts: { disclosed: walk.used, undisclosed: walk.seen.size - walk.used },
    hidden: hiddenIn(payload, walk.closed),
  });
}

/**
 * What closed digests may stand for, by the top-level member that they stand in (null: at the top). SD-JWT VC §3.2.2.2
 * keeps `nbf`, `exp` and `status` of its own credentials out of disclosures; W3C credentials have no such rule.
 */
function hiddenIn(payload: JsonObject, closed: ReadonlySet<string | null>): Hidden | undefined {
  if (closed.size === 0) return undefined;
  if (typeof payload.vct === 'string')
    return { dates: false, status: STATUSES.some((name) => closed.has(name)) };
  return { dates: closed.has(null), status: [null, ...STATUSES].some((name) => closed.has(name)) };
}
const STATUSES = ['credentialStatus', 'status'];

function readDisclosure(text: string): Disclosure | null {
  const bytes = decodeBase64url(text);
  const decoded = bytes.ok ? decodeText(bytes.value, 'utf-8') : bytes;
  const json = decoded.ok ? parseJson(decoded.value) : decoded;
  if (!json.ok || !Array.isArray(json.value)) return null;
  const parts = json.value as readonly Json[];
  if (typeof parts[0] !== 'string' || (parts.length !== 2 && parts.length !== 3)) return null;
  const [name, value] = parts.length === 3 ? [parts[1], parts[2]] : [null, parts[1]];
  if (value === undefined || (name !== null && typeof name !== 'string') || RESERVED.has(name)) return null;
  return { name: name ?? null, value };
}

class DigestWalk {
  readonly seen = new Set<string>();
  /** Top-level members in which digests stay closed; null for the top itself. */
  readonly closed = new Set<string | null>();
  used = 0;
  broken = false;
  readonly #disclosures: ReadonlyMap<string, Disclosure>;

  constructor(disclosures: ReadonlyMap<string, Disclosure>) {
    this.#disclosures = disclosures;
  }

  value(value: Json | undefined, top: string | null = null): void {
    if (Array.isArray(value)) for (const entry of value as readonly Json[]) this.#element(entry, top);
    else if (isJsonObject(value)) this.#object(value, top);
  }

  #element(entry: Json, top: string | null): void {
    if (!isJsonObject(entry) || entry['...'] === undefined) {
      this.value(entry, top);
      return;
    }
    if (Object.keys(entry).length !== 1) this.broken = true;
    const disclosure = this.#open(entry['...'], top);
    if (!disclosure) return;
    if (disclosure.name !== null) this.broken = true;
    this.value(disclosure.value, top);
  }

  #object(object: JsonObject, top: string | null): void {
    const names = new Set(Object.keys(object));
    const { _sd: digests, ...members } = object;
    for (const [name, member] of Object.entries(members)) this.value(member, top ?? name);
    if (digests === undefined) return;
    if (!Array.isArray(digests)) {
      this.broken = true;
      return;
    }
    for (const entry of digests as readonly Json[]) {
      const disclosure = this.#open(entry, top);
      if (!disclosure) continue;
      if (disclosure.name === null || names.has(disclosure.name)) this.broken = true;
      else names.add(disclosure.name);
      this.value(disclosure.value, top ?? disclosure.name);
    }
  }

  #open(hash: Json | undefined, top: string | null): Disclosure | undefined {
    if (typeof hash !== 'string' || this.seen.has(hash)) {
      this.broken = true;
      return undefined;
    }
    this.seen.add(hash);
    const disclosure = this.#disclosures.get(hash);
    if (disclosure) this.used++;
    else this.closed.add(top);
    return disclosure;
  }
}
