/** Status lists as texts: fetched whole, kept for as long as rulings.md allows (Dependencies, lists, caches). */
import { readTextAnswer } from '../../net/answer.ts';
import { answeredBySame } from '../../net/tenant.ts';
import type { Instant, NetAnswer, Store } from '../../ports.ts';
import { type Problem, problem } from '../../problem.ts';
import { fail, type Result, succeed } from '../../result.ts';
import type { VerifyPorts } from '../ports.ts';
import { ask } from '../proof/dependency.ts';

/** A list as it was received. Whoever reads it checks its signature, dates and shape again, cached or not. */
export interface ListText {
  readonly url: string;
  readonly text: string;
  /** When it was fetched. */
  readonly at: Instant;
  /** Set where no fresh copy was to be had and this one comes from the cache: why. */
  readonly insteadOf: Problem | null;
}

const ACCEPT =
  'application/vc+jwt, application/statuslist+jwt, application/ld+json, application/json;q=0.9, */*;q=0.1';
/** Largest list in use: 2²⁰ entries of 8 bits, compressed and in base64. */
const MAX_BYTES = 4_000_000;
const DAY = 86_400_000;

const keyOf = (url: string): string => `status-list:${url}`;

/**
 * The list at an address. Codes: `status-list-unreachable` with its cause (a 404 or 410 of a list is no revocation),
 * `url-malformed`.
 */
export async function fetchList(url: string, { net, store }: VerifyPorts): Promise<Result<ListText>> {
  const answer = await ask(net, url, { accept: ACCEPT, maxBytes: MAX_BYTES });
  const text = answer.ok ? textOf(url, answer.value) : answer;
  if (answer.ok && text.ok) {
    const { at } = answer.value;
    await store.set(keyOf(url), { text: text.value, at });
    return succeed({ url, text: text.value, at, insteadOf: null });
  }
  const kept = await recall(url, store);
  const cause = text.ok ? problem('network-failed') : text.problem;
  if (kept) return succeed({ url, ...kept, insteadOf: cause });
  return fail('status-list-unreachable', { params: { host: hostOf(url) }, cause });
}

/** Whom a credential names as keeper of its list must answer for it: what a redirector leads to may be anybody's. */
function textOf(url: string, answer: NetAnswer): Result<string> {
  const { finalUrl } = answer;
  if (answeredBySame(url, finalUrl)) return readTextAnswer(answer);
  return fail('redirected-elsewhere', { params: { host: hostOf(url), target: hostOf(finalUrl) } });
}

/**
 * Whether a copy may still serve: no longer than its ttl, 24 hours, and (checked with the list's own dates) its
 * validUntil. A copy just fetched always may. Null, or `status-list-stale` with its age.
 */
export function staleness(list: ListText, ttl: number | null, now: Instant): Problem | null {
  if (list.insteadOf === null) return null;
  const age = now - list.at;
  if (age >= 0 && age <= Math.min(ttl ?? DAY, DAY)) return null;
  const params = { minutes: Math.round(age / 60_000), host: hostOf(list.url) };
  return problem('status-list-stale', { params, cause: list.insteadOf });
}

async function recall(url: string, store: Store): Promise<{ text: string; at: Instant } | null> {
  const kept = await store.get(keyOf(url)).catch(() => null);
  if (typeof kept !== 'object' || kept === null || !('text' in kept) || !('at' in kept)) return null;
  return typeof kept.text === 'string' && typeof kept.at === 'number'
    ? { text: kept.text, at: kept.at }
    : null;
}

export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : '');
