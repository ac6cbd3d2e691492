import { parseJson } from '../../encoding/json.ts';
import type { Json, JsonObject } from '../../json.ts';
import type { Net } from '../../ports.ts';
import { natureOf, type Problem } from '../../problem.ts';
import { type Failure, fail, type Result, succeed } from '../../result.ts';
import { didWebvhAddress } from './did-webvh-address.ts';
import { documentIn, readDidLog } from './did-webvh-log.ts';
import { checkWitnesses, needsWitnesses } from './did-webvh-witness.ts';
import { fetchKeyText } from './fetch-json.ts';

/** Enough for a log of five hundred versions. */
const MAX_LOG_BYTES = 2_000_000;
/** Enough for about 2,500 proofs. */
const MAX_WITNESS_BYTES = 1_000_000;

/**
 * The document of a did:webvh, with the host that serves it. The log must be valid, and its witnesses, if it names any,
 * must have approved it (did:webvh 1.0 §3.6.2, Read).
 *
 * Problems: those of fetchKeyText, readDidLog, checkWitnesses and documentIn; `did-witness-unresolvable` where the file
 * of the witnesses' proofs could not be fetched or read.
 */
export async function loadDidWebvh(
  did: string,
  net: Net,
): Promise<Result<{ readonly json: JsonObject; readonly domain: string }>> {
  const address = didWebvhAddress(did);
  if (!address.ok) return address;
  const request = { url: address.value, accept: 'text/jsonl, */*;q=0.5', maxBytes: MAX_LOG_BYTES };
  const text = await fetchKeyText(request, net);
  if (!text.ok) return text;
  const log = await readDidLog(text.value.text, did, text.value.at);
  if (!log.ok) return log;
  const { versions } = log.value;
  if (needsWitnesses(versions)) {
    const file = await fetchWitnesses(address.value, net);
    if (!file.ok) return file;
    const approved = await checkWitnesses(versions, file.value, text.value.at);
    if (!approved.ok) return approved;
  }
  // The document is read only now: a log that its witnesses did not approve cannot end a key either.
  const json = documentIn(log.value, did);
  return json.ok ? succeed({ json: json.value, domain: new URL(address.value).host }) : json;
}

/** §3.4: `did-witness.json`, next to the log's `did.jsonl`. */
async function fetchWitnesses(log: string, net: Net): Promise<Result<readonly Json[]>> {
  const url = new URL('did-witness.json', log).href;
  const text = await fetchKeyText({ url, accept: 'application/json', maxBytes: MAX_WITNESS_BYTES }, net);
  if (!text.ok)
    return natureOf(text.problem) === 'permission' ? text : unheard(url, text.problem.cause ?? text.problem);
  const json = parseJson(text.value.text);
  if (!json.ok) return unheard(url, json.problem);
  return Array.isArray(json.value) ? succeed(json.value) : unheard(url);
}

const unheard = (url: string, cause?: Problem): Failure =>
  fail('did-witness-unresolvable', { params: { url }, cause });
