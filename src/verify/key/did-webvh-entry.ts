import { isDateTimeStamp, readDate } from '../../credential/date.ts';
import { parseJson } from '../../encoding/json.ts';
import { utf8 } from '../../encoding/text.ts';
import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import type { Instant } from '../../ports.ts';
import { CLOCK_TOLERANCE_MS } from '../clock-tolerance.ts';
import { didWebvhAddress } from './did-webvh-address.ts';
import { Broken, demand } from './did-webvh-broken.ts';
import { hashOf, isSignedBy, multihash } from './did-webvh-proof.ts';
import { readWitnessRule, type WitnessRule } from './did-webvh-witness-rule.ts';

const MAX_PROOFS = 8;

/** The parameters in force from one entry to the next (§3.7.1, DID Parameters). */
export interface State {
  readonly versionId: string;
  readonly time: Instant;
  readonly updateKeys: readonly string[];
  readonly nextKeyHashes: readonly string[];
  readonly portable: boolean;
  readonly deactivated: boolean;
  readonly witness: WitnessRule | null;
  readonly document: JsonObject;
}

export interface Step {
  readonly before: State | null;
  readonly did: string;
  readonly number: number;
  readonly now: Instant;
}

/**
 * The state after an entry (did:webvh 1.0 §3.6.2, Read). Witnesses are checked later. Throws `Broken` with a word for
 * the fault.
 */
export async function nextState(entry: JsonObject, { before, did, number, now }: Step): Promise<State> {
  const { versionId, versionTime, parameters, state: document, proof } = entry;
  if (!isJsonObject(parameters) || !isJsonObject(document) || typeof versionId !== 'string')
    throw new Broken('shape');
  demand(before?.deactivated !== true, 'deactivated');
  const time = typeof versionTime === 'string' && isUtc(versionTime) ? readDate(versionTime) : null;
  const instant = time?.instant ?? Number.NaN;
  demand(instant <= now + CLOCK_TOLERANCE_MS && (before === null || instant > before.time), 'versionTime');
  const scid = did.split(':')[2] ?? '';
  if (before === null) demand((await scidOf(entry, scid)) === scid && parameters.scid === scid, 'scid');
  else demand(parameters.scid === undefined || parameters.scid === scid, 'scid');
  const { proof: _, ...unsigned } = entry;
  const hash = await hashOf({ ...unsigned, versionId: before?.versionId ?? scid });
  demand(versionId === `${number}-${hash}`, 'versionId');
  const portable = portableAfter(parameters, before);
  demandPlace(document, before, { did, portable });
  const updateKeys = stringsOf(parameters.updateKeys) ?? before?.updateKeys ?? [];
  const witness = readWitnessRule(parameters.witness);
  await demandProof(unsigned, proof, await authorizedKeys(parameters, updateKeys, before));
  return {
    versionId,
    time: instant,
    updateKeys,
    nextKeyHashes: stringsOf(parameters.nextKeyHashes) ?? before?.nextKeyHashes ?? [],
    portable,
    deactivated: flagOf(parameters.deactivated) ?? false,
    witness: witness === undefined ? (before?.witness ?? null) : witness,
    document,
  };
}

/** §3.6.2, step 4: the time must have a zone, and the zone must be UTC. */
const isUtc = (text: string): boolean => isDateTimeStamp(text) && /(?:Z|\+00:00)$/i.test(text);

/** Absent: unchanged. `null` or an empty list: none. */
function stringsOf(value: Json | undefined): readonly string[] | null {
  if (value === undefined) return null;
  if (value === null) return [];
  const list: readonly Json[] = Array.isArray(value) ? value : [value];
  demand(
    list.every((one) => typeof one === 'string'),
    'parameters',
  );
  return list;
}

/** Absent: unchanged. `null`: no. Any value but a boolean is refused. */
function flagOf(value: Json | undefined): boolean | null {
  if (value === undefined) return null;
  demand(value === null || typeof value === 'boolean', 'parameters');
  return value === true;
}

/** §3.7.1: portability can only be set in the first entry. Once given up, it cannot be set again. */
function portableAfter({ portable }: JsonObject, before: State | null): boolean {
  const said = flagOf(portable);
  if (before === null) return said ?? false;
  demand(said !== true, 'portable');
  return before.portable && said === null;
}

/**
 * §3.7.6: only a DID that was portable from its first entry may move. It keeps its SCID, and its new document names the
 * former DID.
 */
function demandPlace(
  { id, alsoKnownAs }: JsonObject,
  before: State | null,
  { did, portable }: { readonly did: string; readonly portable: boolean },
): void {
  const prefix = did.split(':', 3).join(':');
  demand(typeof id === 'string' && id.startsWith(`${prefix}:`) && didWebvhAddress(id).ok, 'state');
  const former = before?.document.id ?? id;
  if (former === id) return;
  demand(portable, 'state');
  demand(Array.isArray(alsoKnownAs) && alsoKnownAs.includes(former), 'alsoKnownAs');
}

/** §3.7.4, §3.7.5: the keys that may sign an entry. The entry before lists them, or lists their hashes. */
async function authorizedKeys(
  parameters: JsonObject,
  updateKeys: readonly string[],
  before: State | null,
): Promise<readonly string[]> {
  if (before === null) return updateKeys;
  if (before.nextKeyHashes.length === 0) return before.updateKeys;
  demand(parameters.updateKeys !== undefined, 'updateKeys');
  demand(parameters.nextKeyHashes !== undefined, 'nextKeyHashes');
  for (const key of updateKeys)
    demand(before.nextKeyHashes.includes(await multihash(utf8(key))), 'nextKeyHashes');
  return updateKeys;
}

async function demandProof(unsigned: JsonObject, proof: Json | undefined, writers: readonly string[]) {
  const proofs = asArray<Json>(proof ?? undefined).filter(isJsonObject);
  demand(proofs.length > 0 && proofs.length <= MAX_PROOFS, 'proof');
  for (const each of proofs) demand(await isSignedBy(unsigned, each, writers), 'proof');
}

/** §3.7.2: the hash of the first entry without its proof. `{SCID}` replaces its version and each SCID in it. */
async function scidOf({ proof: _, ...entry }: JsonObject, scid: string): Promise<string> {
  const text = JSON.stringify({ ...entry, versionId: '{SCID}' }).replaceAll(scid, '{SCID}');
  const preliminary = parseJson(text);
  return preliminary.ok && isJsonObject(preliminary.value) ? hashOf(preliminary.value) : '';
}
