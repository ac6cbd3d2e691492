/** Token Status List: the list is itself a signed token. A `status` claim names its URI and an index. */

import type { EnvelopingSource } from '../../credential/model.ts';
import { decodeBase64url } from '../../encoding/base64url.ts';
import { splitCompactJws } from '../../encoding/compact-jws.ts';
import { parseJson } from '../../encoding/json.ts';
import { decodeText } from '../../encoding/text.ts';
import { isJsonObject, type JsonObject } from '../../json.ts';
import { hostnameOf } from '../../net/address.ts';
import { type Problem, type ProblemCode, problem } from '../../problem.ts';
import { fail, type Result, succeed } from '../../result.ts';
import { CLOCK_TOLERANCE_MS } from '../clock-tolerance.ts';
import { findJoseKeys } from '../key/jose-keys.ts';
import type { VerifyPorts } from '../ports.ts';
import { verifyCompactJws } from '../proof/jws.ts';
import type { Facts } from '../report.ts';
import { clear, type LookUp, type StatusFinding, set, unknown } from './finding.ts';
import { type ListText, readList, staleness, unpackList } from './list-source.ts';

/** 2²⁰ statuses of 8 bits. */
const MAX_INFLATED_BYTES = 1_048_576;
const SIZES: ReadonlySet<unknown> = new Set([1, 2, 4, 8]);

/** §7.1 Status Types. Values that applications define themselves mean nothing to others. */
const SAYS: ReadonlyMap<number, ProblemCode> = new Map([
  [1, 'revoked'],
  [2, 'suspended'],
]);

/**
 * Looks up `status_list` (Token Status List §8.3). The list token's signature must be by its issuer's key, and its
 * `sub` must be the requested URI. Its times must hold, and it must contain the index.
 * Codes: `status-malformed`, `status-list-unreachable`, `status-list-malformed`, `status-list-unverified`,
 * `status-list-expired`, `status-list-not-yet-valid`, `status-list-stale`, `status-index-out-of-range`,
 * `status-unsupported` (unknown); `revoked`, `suspended` (set); `status-list-other-issuer` as a note.
 */
export const lookUpTokenStatus: LookUp = async ({ entry, issuerId, ports }) => {
  const { uri, idx } = entry.json;
  const malformed = (member: string) =>
    unknown(problem('status-malformed', { at: `${entry.at}/${member}`, params: { member } }));
  if (typeof uri !== 'string' || !URL.canParse(uri)) return malformed('uri');
  if (typeof idx !== 'number' || !Number.isSafeInteger(idx) || idx < 0) return malformed('idx');
  const facts: Facts = { type: entry.type, index: idx, list: uri };
  const list = await readList(uri, (text) => readListToken(text, { uri, issuerId }, ports), ports);
  if (!list.ok) return unknown({ ...list.problem, at: entry.at }, facts);
  const { statuses, bits, note, at } = list.value;
  const perByte = 8 / bits;
  const byte = statuses[Math.floor(idx / perByte)];
  if (byte === undefined)
    return unknown(problem('status-index-out-of-range', { at: entry.at, params: { index: idx } }), facts);
  // §4.1: from the least significant bit of each byte upwards.
  const value = (byte >> ((idx % perByte) * bits)) & (2 ** bits - 1);
  const finding = findingOf(value, entry.at, { ...facts, value, asOf: new Date(at).toISOString() });
  return { ...finding, notes: note ? [{ ...note, at: entry.at }] : [] };
};

function findingOf(value: number, at: string, facts: Facts): StatusFinding {
  if (value === 0) return clear(facts);
  const code = SAYS.get(value);
  if (code) return set(problem(code, { at }), facts);
  return unknown(problem('status-unsupported', { at, params: { type: `status ${value}` } }), facts);
}

interface ListToken {
  readonly statuses: Uint8Array;
  readonly bits: number;
  readonly note: Problem | null;
  readonly at: number;
}

interface KeptList {
  readonly uri: string;
  readonly issuerId: string | null;
}

async function readListToken(
  list: ListText,
  { uri, issuerId }: KeptList,
  ports: VerifyPorts,
): Promise<Result<ListToken>> {
  const params = { host: hostnameOf(uri) };
  const source = readToken(list.text.trim());
  if (!source.ok) return fail('status-list-malformed', { params, cause: source.problem });
  const { payload } = source.value;
  // §5.1: the list names an issuer only if another party keeps it.
  const keeper = typeof payload.iss === 'string' ? payload.iss : issuerId;
  const unverified = await verifyListToken(source.value, keeper, ports);
  if (unverified) return fail('status-list-unverified', { params, cause: unverified });
  // The list's own status is not looked up, because nobody is known to keep lists of lists.
  if (payload.status !== undefined)
    return fail('status-list-unverified', {
      params,
      cause: problem('status-unsupported', { params: { type: 'status' } }),
    });
  const trouble = claimTrouble(payload, { uri, list, now: ports.clock.now() });
  if (trouble) return { ok: false, problem: trouble };
  const { bits, lst } = isJsonObject(payload.status_list) ? payload.status_list : {};
  const packed = typeof lst === 'string' ? decodeBase64url(lst) : fail('encoding-malformed');
  const statuses = packed.ok
    ? await unpackList(packed.value, { format: 'deflate', maxBytes: MAX_INFLATED_BYTES }, ports)
    : packed;
  if (!statuses.ok || typeof bits !== 'number' || !SIZES.has(bits))
    return fail('status-list-malformed', { params, ...(!statuses.ok && { cause: statuses.problem }) });
  const other = problem('status-list-other-issuer', { params: { ...params, issuer: keeper ?? '' } });
  const note = keeper === issuerId ? null : other;
  return succeed({ statuses: statuses.value, bits, note, at: list.at });
}

/**
 * §5.1: a compact JWS of type `statuslist+jwt`. A token of another type was signed for another purpose (RFC 8725
 * §3.11).
 */
function readToken(token: string): Result<EnvelopingSource> {
  const jws = splitCompactJws(token);
  if (!jws.ok) return jws;
  const { header } = jws.value;
  if (!/^(?:application\/)?statuslist\+jwt$/i.test(String(header.typ)))
    return fail('type-unknown', { params: { expected: 'statuslist+jwt' } });
  const text = decodeText(jws.value.payload, 'utf-8');
  const json = text.ok ? parseJson(text.value) : text;
  if (!json.ok) return json;
  if (!isJsonObject(json.value)) return fail('jwt-malformed');
  const payload = json.value;
  return succeed({
    securing: 'enveloping',
    flavour: 'sd-jwt-vc',
    token,
    header,
    payload,
    claims: payload,
    document: payload,
    disclosures: [],
  });
}

/** §8.3, §11.3: the key must be one that the issuer publishes, found like the credential's key. Null, or why not. */
async function verifyListToken(
  source: EnvelopingSource,
  keeper: string | null,
  ports: VerifyPorts,
): Promise<Problem | null> {
  const keys = await findJoseKeys(source, keeper, ports);
  if (!keys.ok) return keys.problem;
  const verified = await verifyCompactJws({
    token: source.token,
    keys: keys.value.map(({ jwk }) => jwk),
    work: ports.workBudget,
  });
  if (!verified.ok) return verified.problem;
  const used = keys.value.find(({ jwk }) => jwk === verified.value.jwk);
  const bound = await used?.bind();
  if (bound?.ok) return null;
  return bound ? bound.problem : problem('key-not-bound');
}

/**
 * §5.1 and §8.3: `sub` is the URI, `iat` is present and past, `exp` is not past, `ttl` is positive. As in every token,
 * `nbf` is not ahead (RFC 7519 §4.1.5).
 */
function claimTrouble(
  { sub, iat, nbf = iat, exp, ttl }: JsonObject,
  { uri, list, now }: { readonly uri: string; readonly list: ListText; readonly now: number },
): Problem | null {
  const params = { host: hostnameOf(uri) };
  const seconds = ttl === undefined ? null : ttl;
  if (sub !== uri || typeof iat !== 'number' || typeof nbf !== 'number')
    return problem('status-list-malformed', { params });
  if (!(exp === undefined || typeof exp === 'number')) return problem('status-list-malformed', { params });
  if (!(seconds === null || (typeof seconds === 'number' && seconds > 0)))
    return problem('status-list-malformed', { params });
  if (Math.max(iat, nbf) * 1000 > now + CLOCK_TOLERANCE_MS)
    return problem('status-list-not-yet-valid', { params });
  if (typeof exp === 'number' && exp * 1000 <= now) return problem('status-list-expired', { params });
  return staleness(list, seconds === null ? null : seconds * 1000, now);
}
