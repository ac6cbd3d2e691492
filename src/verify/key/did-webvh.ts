import { isDateTimeStamp, readDate } from '../../credential/date.ts';
import { encodeBase58btc } from '../../encoding/base58btc.ts';
import { parseJson } from '../../encoding/json.ts';
import { decodeMultibase } from '../../encoding/multibase.ts';
import { utf8 } from '../../encoding/text.ts';
import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import type { Instant } from '../../ports.ts';
import { fail, type Result, succeed } from '../../result.ts';
import { concatBytes, digest } from '../proof/digest.ts';
import { canonizeJson } from '../proof/jcs.ts';
import { verifySignature } from '../proof/signature.ts';
import { didWebAddress } from './did-web.ts';
import { readMultikey } from './multikey.ts';

/** The address of a did:webvh's log (did:webvh 1.0 §3.4): as did:web behind the SCID, `did.jsonl`. */
export function didWebvhAddress(did: string): Result<string> {
  const [, scid, place] = /^did:webvh:([^:]*):(.+)$/.exec(did) ?? [];
  if (scid === undefined || place === undefined || !HASH.test(scid)) return fail('key-malformed');
  const address = didWebAddress(`did:web:${place}`);
  return address.ok ? succeed(`${address.value}l`) : address;
}

/** A SHA-256 multihash in base58btc. */
const HASH = /^Qm[1-9A-HJ-NP-Za-km-z]{44}$/;
const METHODS: ReadonlySet<unknown> = new Set(['did:webvh:1.0']);
const MAX_ENTRIES = 500;
/** How far another's clock may be ahead. */
const SKEW = 300_000;

/** What holds from one entry to the next (§3.7.1, DID Parameters). */
interface State {
  readonly versionId: string;
  readonly time: Instant;
  readonly updateKeys: readonly string[];
  readonly nextKeyHashes: readonly string[];
  readonly portable: boolean;
  readonly deactivated: boolean;
  readonly witnessed: boolean;
  readonly document: JsonObject;
  /** Every DID that the log has had. */
  readonly names: readonly string[];
}

/** Why an entry does not stand; in the words of the specification's own checks, for developers. */
class Broken extends Error {}
const demand = (holds: boolean, what: string): void => {
  if (!holds) throw new Broken(what);
};

/**
 * The document that a log leads to, every entry of which follows from the one before (§3.6.2, Read): its SCID is the
 * hash of its beginning, its version the hash of the entry after the one before it, its proof by a key that was
 * allowed to write it, its time later.
 *
 * Problems: `did-log-invalid` (with the entry and what is wrong), `key-document-mismatch` (it ends at another DID),
 * `key-revoked` (deactivated), `did-log-unsupported` (another version of the method; witnesses, whose own proofs are
 * not looked at; a DID that has moved on and is asked for by its former name).
 */
export async function readDidLog(text: string, did: string, now: Instant): Promise<Result<JsonObject>> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length > MAX_ENTRIES) return invalid(0, 'length');
  let state: State | null = null;
  for (const [index, line] of lines.entries()) {
    const json = parseJson(line);
    if (!json.ok || !isJsonObject(json.value)) return invalid(index + 1, 'json');
    const { parameters } = json.value;
    const method: Json | undefined = isJsonObject(parameters) ? parameters.method : undefined;
    if ((state === null || method !== undefined) && !METHODS.has(method)) return unsupported(String(method));
    try {
      state = await follow(json.value, { before: state, did, number: index + 1, now });
    } catch (trouble) {
      if (!(trouble instanceof Broken)) throw trouble;
      return invalid(index + 1, trouble.message);
    }
    if (state.witnessed) return unsupported('witness');
  }
  if (state === null) return invalid(0, 'length');
  if (state.deactivated) return fail('key-revoked', { params: { date: new Date(state.time).toISOString() } });
  const { id } = state.document;
  if (id === did) return succeed(state.document);
  // §3.7.6: the DID was this log's own, and lives elsewhere now. What holds there is not said here.
  if (state.names.includes(did)) return unsupported('moved');
  return fail('key-document-mismatch', { params: { expected: did, found: String(id) } });
}

const unsupported = (what: string): Result<JsonObject> => fail('did-log-unsupported', { params: { what } });

const invalid = (entry: number, what: string): Result<JsonObject> =>
  fail('did-log-invalid', { params: { entry, what } });

interface Step {
  readonly before: State | null;
  readonly did: string;
  readonly number: number;
  readonly now: Instant;
}

async function follow(entry: JsonObject, { before, did, number, now }: Step): Promise<State> {
  const { versionId, versionTime, parameters, state: document, proof } = entry;
  if (!isJsonObject(parameters) || !isJsonObject(document) || typeof versionId !== 'string')
    throw new Broken('shape');
  demand(before?.deactivated !== true, 'deactivated');
  const time = typeof versionTime === 'string' && isDateTimeStamp(versionTime) ? readDate(versionTime) : null;
  const instant = time?.instant ?? Number.NaN;
  demand(instant <= now + SKEW && (before === null || instant > before.time), 'versionTime');
  const scid = did.split(':')[2] ?? '';
  if (before === null) demand((await scidOf(entry, scid)) === scid && parameters.scid === scid, 'scid');
  else demand(parameters.scid === undefined || parameters.scid === scid, 'scid');
  const { proof: _, ...unsigned } = entry;
  const hash = await hashOf({ ...unsigned, versionId: before?.versionId ?? scid });
  demand(versionId === `${number}-${hash}`, 'versionId');
  const portable = before === null ? parameters.portable === true : before.portable;
  demand(isSamePlace(document, before, { did, portable }), 'state');
  const updateKeys = stringsOf(parameters.updateKeys) ?? before?.updateKeys ?? [];
  await demandProof(unsigned, proof, await writersOf(parameters, updateKeys, before));
  return {
    versionId,
    time: instant,
    updateKeys,
    nextKeyHashes: stringsOf(parameters.nextKeyHashes) ?? before?.nextKeyHashes ?? [],
    portable: portable && parameters.portable !== false,
    deactivated: parameters.deactivated === true,
    witnessed: isWitnessed(parameters.witness) ?? before?.witnessed ?? false,
    document,
    names: [...(before?.names ?? []), String(document.id)],
  };
}

/** Absent: as before. `null` and an empty list: none. */
function stringsOf(value: Json | undefined): readonly string[] | null {
  if (value === undefined) return null;
  if (value === null) return [];
  const list: readonly Json[] = Array.isArray(value) ? value : [value];
  demand(
    list.every((one) => typeof one === 'string'),
    'parameters',
  );
  return list as readonly string[];
}

/** §3.7.8: `{}` is none. What has another form than an object asks for something, too. */
const isWitnessed = (witness: Json | undefined): boolean | null =>
  witness === undefined
    ? null
    : witness !== null && !(isJsonObject(witness) && Object.keys(witness).length === 0);

/** §3.7.6: only a DID that was portable from its beginning may come to another place, under the same SCID. */
function isSamePlace(
  { id }: JsonObject,
  before: State | null,
  { did, portable }: { readonly did: string; readonly portable: boolean },
): boolean {
  const prefix = did.split(':', 3).join(':');
  if (typeof id !== 'string' || !id.startsWith(`${prefix}:`)) return false;
  return before === null || before.document.id === id || portable;
}

/** §3.7.4, §3.7.5: an entry's writer was named by the entry before it, or, where keys were promised, is one of those. */
async function writersOf(
  parameters: JsonObject,
  updateKeys: readonly string[],
  before: State | null,
): Promise<readonly string[]> {
  if (before === null) return updateKeys;
  if (before.nextKeyHashes.length === 0) return before.updateKeys;
  demand(parameters.updateKeys !== undefined, 'updateKeys');
  for (const key of updateKeys)
    demand(before.nextKeyHashes.includes(await multihash(utf8(key))), 'nextKeyHashes');
  return updateKeys;
}

async function demandProof(unsigned: JsonObject, proof: Json | undefined, writers: readonly string[]) {
  const proofs = asArray<Json>(proof ?? undefined).filter(isJsonObject);
  demand(proofs.length > 0 && proofs.length <= 8, 'proof');
  for (const each of proofs) demand(await isSignedBy(unsigned, each, writers), 'proof');
}

/** VC-DI-EDDSA §3.3, by a did:key that may write. */
async function isSignedBy(
  unsigned: JsonObject,
  proof: JsonObject,
  writers: readonly string[],
): Promise<boolean> {
  const { proofValue, ...options } = proof;
  const { type, cryptosuite, proofPurpose, verificationMethod } = options;
  if (type !== 'DataIntegrityProof' || cryptosuite !== 'eddsa-jcs-2022') return false;
  const writer = writers.find((key) => verificationMethod === `did:key:${key}#${key}`);
  if (writer === undefined || proofPurpose !== 'assertionMethod' || typeof proofValue !== 'string')
    return false;
  const [key, signature] = [readMultikey(writer), decodeMultibase(proofValue)];
  if (!key.ok || !signature.ok || !proofValue.startsWith('z')) return false;
  const data = concatBytes(await jcsDigest(options), await jcsDigest(unsigned));
  const signed = { algorithm: 'Ed25519', jwk: key.value, data, signature: signature.value } as const;
  return (await verifySignature(signed)).ok;
}

/** §3.7.2: the hash of the first entry without its proof, with `{SCID}` for its version and for each SCID in it. */
async function scidOf({ proof: _, ...entry }: JsonObject, scid: string): Promise<string> {
  const text = JSON.stringify({ ...entry, versionId: '{SCID}' }).replaceAll(scid, '{SCID}');
  const preliminary = parseJson(text);
  return preliminary.ok && isJsonObject(preliminary.value) ? hashOf(preliminary.value) : '';
}

const hashOf = async (value: JsonObject): Promise<string> => hashText(await jcsDigest(value));

const multihash = async (bytes: Uint8Array): Promise<string> => hashText(await digest('sha256', bytes));

/** Multihash 0x12: SHA-256, of 32 bytes. */
const hashText = (sha256: Uint8Array): string =>
  encodeBase58btc(concatBytes(Uint8Array.of(0x12, sha256.length), sha256));

async function jcsDigest(value: JsonObject): Promise<Uint8Array> {
  const canonical = canonizeJson(value);
  if (!canonical.ok) throw new Broken('json');
  return digest('sha256', utf8(canonical.value));
}
