import { parseJson } from '../../encoding/json.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import type { Instant } from '../../ports.ts';
import { fail, type Result, succeed } from '../../result.ts';
import { Broken } from './did-webvh-broken.ts';
import { nextState, type State } from './did-webvh-entry.ts';
import type { WitnessRule } from './did-webvh-witness-rule.ts';

const METHODS: ReadonlySet<unknown> = new Set(['did:webvh:1.0']);
const MAX_ENTRIES = 500;

/** A log in which every entry follows from the one before. Its witnesses are not checked yet. */
export interface DidLog {
  readonly last: State;
  readonly versions: readonly LogVersion[];
}
export interface LogVersion {
  readonly versionId: string;
  /** The DID of this version's document. */
  readonly name: string;
  /** Which witnesses must approve this version; null where none has to. */
  readonly witnessRule: WitnessRule | null;
}

/**
 * Reads a log from its beginning (§3.6.2, Read). The SCID is the hash of the first entry. Each version is the hash of its
 * entry and of the version before. Each proof is by a key that was allowed to sign the entry, and each time is later.
 *
 * Problems: `did-log-invalid` (with the entry and what is wrong), `did-log-unsupported` (another version of the method).
 */
export async function readDidLog(text: string, did: string, now: Instant): Promise<Result<DidLog>> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length > MAX_ENTRIES) return invalid(0, 'length');
  let state: State | null = null;
  const versions: LogVersion[] = [];
  for (const [index, line] of lines.entries()) {
    const json = parseJson(line);
    if (!json.ok || !isJsonObject(json.value)) return invalid(index + 1, 'json');
    const { parameters } = json.value;
    const method: Json | undefined = isJsonObject(parameters) ? parameters.method : undefined;
    if ((state === null || method !== undefined) && !METHODS.has(method)) return unsupported(String(method));
    const before: State | null = state;
    try {
      state = await nextState(json.value, { before, did, number: index + 1, now });
    } catch (trouble) {
      if (!(trouble instanceof Broken)) throw trouble;
      return invalid(index + 1, trouble.message);
    }
    // §3.7.1, witness: the witnesses in force before an entry must approve it. The first list must approve the entry that introduces it.
    const witnessRule: WitnessRule | null = before?.witness ?? state.witness;
    versions.push({ versionId: state.versionId, name: String(state.document.id), witnessRule });
  }
  return state === null ? invalid(0, 'length') : succeed({ last: state, versions });
}

/**
 * The document for a DID in a log whose witnesses have been checked.
 *
 * Problems: `key-revoked` (deactivated), `key-document-mismatch` (it is another DID's), `did-log-unsupported` (the
 * request used a former DID).
 */
export function documentIn({ last, versions }: DidLog, did: string): Result<JsonObject> {
  if (last.deactivated) return fail('key-revoked', { params: { date: new Date(last.time).toISOString() } });
  const { id } = last.document;
  if (id === did) return succeed(last.document);
  // §3.7.6: the log has moved to another DID. A document under another id binds no key to the former DID (Controlled
  // Identifiers 1.0 §3.3), and the former domain no longer counts (Security Note).
  if (versions.some(({ name }) => name === did)) return unsupported('moved');
  return fail('key-document-mismatch', { params: { expected: did, found: String(id) } });
}

const unsupported = (what: string): Result<never> => fail('did-log-unsupported', { params: { what } });

const invalid = (entry: number, what: string): Result<never> =>
  fail('did-log-invalid', { params: { entry, what } });
