/** Status lists as texts. They are fetched whole, and kept as long as docs/decisions.md#dependencies-and-lists allows. */

import { inflate } from '../../encoding/inflate.ts';
import { hostnameOf } from '../../net/address.ts';
import { readTextAnswer } from '../../net/answer.ts';
import { askByHttps } from '../../net/by-https.ts';
import { answeredBySame } from '../../net/tenant.ts';
import type { Instant, Net, NetAnswer, NetRequest, Store } from '../../ports.ts';
import { type Problem, type ProblemCode, problem } from '../../problem.ts';
import { fail, type Result, succeed } from '../../result.ts';
import type { VerifyPorts } from '../ports.ts';

/** A list as it was received. Its reader checks signature, dates and shape again, cached or not. */
export interface ListText {
  readonly url: string;
  readonly text: string;
  /** What it was read from: one object for all who share an answer. Null where it was kept. */
  readonly bytes: Uint8Array | null;
  /** When it was fetched. */
  readonly at: Instant;
  /** Why this copy comes from the cache. Null where it is fresh. */
  readonly insteadOf: Problem | null;
}

const ACCEPT =
  'application/vc+jwt, application/statuslist+jwt, application/ld+json, application/json;q=0.9, */*;q=0.1';
/** The largest list in use: 2²⁰ entries of 8 bits, compressed and in base64. */
export const MAX_LIST_BYTES = 4_000_000;
const DAY = 86_400_000;

/** The request for the list at an address. */
export const listRequest = (url: string): NetRequest => ({ url, accept: ACCEPT, maxBytes: MAX_LIST_BYTES });

/** Unpacking so many bytes costs as much as a character of JSON-LD. */
const BYTES_OF_WORK = 256;

/**
 * The bytes of a packed list. A few letters may unpack to megabytes, and each of five hundred credentials may name twenty
 * lists. So it counts as work on their document. Problems: those of inflate; `inflated-too-large` where that is spent.
 */
export async function unpackList(
  packed: Uint8Array,
  { format, maxBytes }: { readonly format: 'gzip' | 'deflate'; readonly maxBytes: number },
  { workBudget }: Pick<VerifyPorts, 'workBudget'>,
): Promise<Result<Uint8Array>> {
  const spent = fail('inflated-too-large', { params: { limit: maxBytes } });
  if (workBudget?.isSpent()) return spent;
  const unpacked = await inflate(packed, format, maxBytes);
  const cost = unpacked.ok ? unpacked.value.length : maxBytes;
  return workBudget && !workBudget.spend(Math.ceil(cost / BYTES_OF_WORK)) ? spent : unpacked;
}

/** Reading so many characters of a list costs as much as one of JSON-LD. */
const CHARACTERS_OF_WORK = 64;

const storageKeyOf = (url: string): string => `status-list:${url}`;

/** Reads a list. The result for a cached copy must be the same. */
export type ListReader<T> = (list: ListText) => Promise<Result<T>>;

/**
 * Reads the list at an address. Only a readable list is cached. If no list can be fetched, or the answer is no list,
 * the cached one is read instead. A list that was read but is not trusted is not replaced.
 * Codes: `status-list-unreachable` with its cause (a 404 or 410 of a list is no revocation), `url-malformed`,
 * `status-list-malformed` where its document may cost no more work, and those of the reader.
 */
export async function readList<T>(
  url: string,
  read: ListReader<T>,
  { net, store, workBudget }: VerifyPorts,
): Promise<Result<T>> {
  const spent = fail('status-list-malformed', {
    params: { host: hostnameOf(url) },
    cause: problem('json-too-large'),
  });
  // Five hundred credentials may each name twenty lists. So reading them counts as work on their document.
  const readCounted: ListReader<T> = async (list) =>
    workBudget?.spend(Math.ceil(list.text.length / CHARACTERS_OF_WORK)) === false ? spent : read(list);
  if (workBudget?.isSpent()) return spent;
  const fetched = await fetchList(url, net);
  const outcome = fetched.ok ? await readCounted(fetched.value) : fetched;
  if (outcome.ok) {
    if (fetched.ok) await store.set(storageKeyOf(url), { text: fetched.value.text, at: fetched.value.at });
    return outcome;
  }
  if (!NO_LIST.has(outcome.problem.code)) return outcome;
  const kept = await recall(url, store);
  const insteadOf = fetched.ok ? outcome.problem : (outcome.problem.cause ?? outcome.problem);
  return kept ? readCounted({ url, ...kept, bytes: null, insteadOf }) : outcome;
}

const NO_LIST: ReadonlySet<ProblemCode> = new Set(['status-list-unreachable', 'status-list-malformed']);

async function fetchList(url: string, net: Net): Promise<Result<ListText>> {
  const answer = await askByHttps(net, listRequest(url));
  const text = answer.ok ? textOf(url, answer.value) : answer;
  if (answer.ok && text.ok) {
    const { at, bytes } = answer.value;
    return succeed({ url, text: text.value, bytes, at, insteadOf: null });
  }
  const cause = text.ok ? problem('network-failed') : text.problem;
  return fail('status-list-unreachable', { params: { host: hostnameOf(url) }, cause });
}

/** The party that a credential names as keeper of its list must answer itself. A redirect may lead to anybody. */
function textOf(url: string, answer: NetAnswer): Result<string> {
  const { finalUrl } = answer;
  if (answeredBySame(url, finalUrl)) return readTextAnswer(answer);
  return fail('redirected-elsewhere', { params: { host: hostnameOf(url), target: hostnameOf(finalUrl) } });
}

/**
 * Whether a copy may still be used: within its ttl, 24 hours, and its validUntil (checked with the list's own dates). A
 * copy that was just fetched may always be used. Out: null, or `status-list-stale` with its age.
 */
export function staleness(list: ListText, ttl: number | null, now: Instant): Problem | null {
  if (list.insteadOf === null) return null;
  const age = now - list.at;
  if (age >= 0 && age <= Math.min(ttl ?? DAY, DAY)) return null;
  const params = { minutes: Math.round(age / 60_000), host: hostnameOf(list.url) };
  return problem('status-list-stale', { params, cause: list.insteadOf });
}

async function recall(url: string, store: Store): Promise<{ text: string; at: Instant } | null> {
  const kept = await store.get(storageKeyOf(url)).catch(() => null);
  if (typeof kept !== 'object' || kept === null || !('text' in kept) || !('at' in kept)) return null;
  return typeof kept.text === 'string' && typeof kept.at === 'number'
    ? { text: kept.text, at: kept.at }
    : null;
}
