import type { EnvelopingSource } from '../../credential/model.ts';
import { decodeBase64url, encodeBase64url } from '../../encoding/base64url.ts';
import { parseJson } from '../../encoding/json.ts';
import { decodeText, utf8 } from '../../encoding/text.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { fail, type Result, succeed } from '../../result.ts';
import { type DigestName, digest } from './digest.ts';

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
}: EnvelopingSource): Promise<Result<{ readonly disclosed: number; readonly undisclosed: number }>> {
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
  return succeed({ disclosed: walk.used, undisclosed: walk.seen.size - walk.used });
}

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
  used = 0;
  broken = false;
  readonly #disclosures: ReadonlyMap<string, Disclosure>;

  constructor(disclosures: ReadonlyMap<string, Disclosure>) {
    this.#disclosures = disclosures;
  }

  value(value: Json | undefined): void {
    if (Array.isArray(value)) for (const entry of value as readonly Json[]) this.#element(entry);
    else if (isJsonObject(value)) this.#object(value);
  }

  #element(entry: Json): void {
    if (!isJsonObject(entry) || entry['...'] === undefined) {
      this.value(entry);
      return;
    }
    if (Object.keys(entry).length !== 1) this.broken = true;
    const disclosure = this.#open(entry['...']);
    if (!disclosure) return;
    if (disclosure.name !== null) this.broken = true;
    this.value(disclosure.value);
  }

  #object(object: JsonObject): void {
    const names = new Set(Object.keys(object));
    const { _sd: digests, ...members } = object;
    for (const member of Object.values(members)) this.value(member);
    if (digests === undefined) return;
    if (!Array.isArray(digests)) {
      this.broken = true;
      return;
    }
    for (const entry of digests as readonly Json[]) {
      const disclosure = this.#open(entry);
      if (!disclosure) continue;
      if (disclosure.name === null || names.has(disclosure.name)) this.broken = true;
      else names.add(disclosure.name);
      this.value(disclosure.value);
    }
  }

  #open(hash: Json | undefined): Disclosure | undefined {
    if (typeof hash !== 'string' || this.seen.has(hash)) {
      this.broken = true;
      return undefined;
    }
    this.seen.add(hash);
    const disclosure = this.#disclosures.get(hash);
    if (disclosure) this.used++;
    return disclosure;
  }
}
