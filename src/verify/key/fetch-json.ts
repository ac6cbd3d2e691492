import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { readJsonAnswer, readTextAnswer } from '../../net/answer.ts';
import { answeredBySame } from '../../net/tenant.ts';
import type { Instant, Net, NetAnswer, NetRequest } from '../../ports.ts';
import { natureOf, type Problem, problem } from '../../problem.ts';
import { type Failure, fail, failWith, type Result, succeed } from '../../result.ts';

const MAX_BYTES = 256 * 1024;

/**
 * A JSON object that says something about keys. Every way of not getting it is `key-unresolvable` with the cause.
 * Only a missing permission and a refused address stay what they are. A 404 says nothing about the credential
 * (docs/decisions.md#dependencies-and-lists).
 */
export async function fetchJson(url: string, net: Net): Promise<Result<JsonObject>> {
  const answer = await askParty(
    {
      url,
      accept: 'application/did+json, application/did+ld+json, application/ld+json, application/json',
      maxBytes: MAX_BYTES,
    },
    net,
  );
  if (!answer.ok) return answer;
  const json = readOnce(answer.value);
  if (!json.ok) return unresolvable(url, json.problem);
  const said = alone(json.value);
  return isJsonObject(said) ? succeed(said) : fail('key-unresolvable', { params: { url } });
}

/** JSON-LD 1.1 §8.1: a document is an object, or an array of them. An array of one says what that one says. */
const alone = (json: Json): Json => (Array.isArray(json) && json.length === 1 ? (json[0] ?? null) : json);

/**
 * Whether a document about keys is that of an identifier. One that names nobody is an answer of another shape, and
 * disproves nothing. Problems: `key-document-mismatch` (it is another's), `key-unresolvable`.
 */
export function belongsTo(id: string, named: Json | undefined): Problem | null {
  if (named === id) return null;
  return typeof named === 'string'
    ? problem('key-document-mismatch', { params: { expected: id, found: named } })
    : problem('key-unresolvable', { params: { url: id }, cause: problem('answer-not-understood') });
}

const READ = new WeakMap<Uint8Array, Result<Json>>();

/** The credentials of one issuer share its document. It is parsed once, as long as the net remembers the answer. */
function readOnce(answer: NetAnswer): Result<Json> {
  const json = READ.get(answer.bytes) ?? readJsonAnswer(answer);
  READ.set(answer.bytes, json);
  return json;
}

/** A text about keys, and when it was answered. Problems as for fetchJson. */
export async function fetchKeyText(
  request: NetRequest,
  net: Net,
): Promise<Result<{ readonly text: string; readonly at: Instant }>> {
  const answer = await askParty(request, net);
  if (!answer.ok) return answer;
  const text = readTextAnswer(answer.value);
  return text.ok
    ? succeed({ text: text.value, at: answer.value.at })
    : unresolvable(request.url, text.problem);
}

async function askParty(request: NetRequest, net: Net): Promise<Result<NetAnswer>> {
  const { url } = request;
  const answer = await net.get(request);
  if (!answer.ok) return unresolvable(url, answer.problem);
  // Anybody could use an open redirector, so a redirect to another party proves nothing.
  if (!answeredBySame(url, answer.value.finalUrl)) {
    return fail('key-unresolvable', { params: { url, redirectedTo: new URL(answer.value.finalUrl).host } });
  }
  return answer;
}

function unresolvable(url: string, cause: Problem): Failure {
  return natureOf(cause) === 'permission'
    ? failWith(cause)
    : fail('key-unresolvable', { params: { url }, cause });
}
