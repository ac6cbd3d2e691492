/** One question to the network, and what a missing record means. */

import { hostnameOf } from '../net/address.ts';
import { problemOfStatus } from '../net/answer.ts';
import { askByHttps } from '../net/by-https.ts';
import { answeredBySame } from '../net/tenant.ts';
import type { Net, NetAnswer } from '../ports.ts';
import type { Problem } from '../problem.ts';
import { PAGE_ACCEPT, RECORD_ACCEPT } from '../provider/accept.ts';
import { isHostOf } from '../provider/hosting.ts';
import type { Route } from '../provider/provider.ts';
import type { Candidate } from '../recognise/candidate.ts';
import { fail, failWith, type Result } from '../result.ts';
import { objectIn } from '../verify/proof/dependency.ts';
import { revocationIn } from '../verify/proof/hosted-document.ts';

export interface Asking {
  readonly candidate: Candidate;
  readonly net: Net;
}

export type AskedRoute = Exclude<Route, { via: 'none' | 'follow' }>;

const ACCEPT: { readonly [Via in Exclude<AskedRoute['via'], 'award' | 'list'>]: string } = {
  record: 'application/json',
  pointer: 'application/json',
  api: 'application/json',
  direct: RECORD_ACCEPT,
  page: PAGE_ACCEPT,
};

/** A 2xx answer, or what prevented one: the problems of `net` and of `problemOfStatus`, with their meaning here. */
export async function getRecord(
  address: string,
  route: AskedRoute,
  { candidate, net }: Asking,
): Promise<Result<NetAnswer>> {
  const accept = acceptOf(route);
  let answer = await askByHttps(net, { url: address, accept });
  // RFC 9110 §15.5.7: the server has only other forms than those asked for. A page may hold its record, or name it.
  if (answer.ok && answer.value.status === 406 && route.via === 'direct')
    answer = await askByHttps(net, { url: address, accept: PAGE_ACCEPT });
  if (!answer.ok) return answer;
  if (isSignIn(answer.value))
    return fail('sign-in-needed', { params: { host: new URL(answer.value.finalUrl).hostname } });
  const isParty = isFromAsked(answer.value, candidate);
  const withdrawn = withdrawalIn(answer.value, isParty);
  if (withdrawn) return failWith(withdrawn);
  const trouble = problemOfStatus(answer.value);
  const said = 'says' in route ? route.says?.[answer.value.status] : undefined;
  if (trouble && said) return failWith({ ...trouble, code: said });
  if (trouble === null) return answer;
  return failWith(isRecord(route, candidate) && isParty ? ofRecord(trouble, candidate) : ofPage(trouble));
}

/** Whether the answer is of the party that was asked, or of the platform: a redirect may lead to anybody. */
const isFromAsked = ({ url, finalUrl }: NetAnswer, { provider }: Candidate): boolean =>
  answeredBySame(url, finalUrl) || (provider !== null && isHostOf(provider, finalUrl));

/** Where web programs usually send people who are not logged in: the last or only step of a path. */
const SIGN_IN = /\/(?:log-?in|sign-?in|users\/sign_in|sso|authorize)(?:\.\w+|\/index\.\w+)?\/?$/i;

/**
 * Whether the asked address redirected to a sign-in page. What stands behind it is open to others, not to the reader.
 */
const isSignIn = ({ url, finalUrl, contentType, status }: NetAnswer): boolean =>
  status < 300 &&
  contentType === 'text/html' &&
  new URL(finalUrl).pathname !== new URL(url).pathname &&
  SIGN_IN.test(new URL(finalUrl).pathname) &&
  !SIGN_IN.test(new URL(url).pathname);

/**
 * `revoked`, with the issuer's reason, where a 410 says so in words that only a badge's record has (OB 2.0
 * §Revocation). Then it need not be known beforehand what the address leads to. An answer about a record elsewhere does
 * not count, and neither does one of another party.
 */
export function withdrawalIn(
  answer: NetAnswer,
  isParty = answeredBySame(answer.url, answer.finalUrl),
): Problem | null {
  const body = isParty && answer.status === 410 ? objectIn(answer) : null;
  if (!body?.ok) return null;
  const { id } = body.value.object;
  const elsewhere =
    typeof id === 'string' && /^https?:/i.test(id) && hostnameOf(id) !== hostnameOf(answer.url);
  return elsewhere ? null : revocationIn(body.value.object);
}

function acceptOf(route: AskedRoute): string {
  if (route.via === 'award' || route.via === 'list') {
    const { kind } = route.via === 'award' ? route.reading.of : route.of;
    return kind === 'json' ? ACCEPT.api : PAGE_ACCEPT;
  }
  return ('accept' in route ? route.accept : undefined) ?? ACCEPT[route.via];
}

/** Whether the route asks for the award's own record. */
const isRecord = (route: AskedRoute, { kind }: Candidate): boolean =>
  route.via !== 'page' && !('perhapsPage' in route) && !NO_RECORD.has(kind);

const NO_RECORD: ReadonlySet<Candidate['kind']> = new Set(['image', 'file', 'collection']);

/** A missing record says something only on platforms that do not hide private records that way. */
const ofRecord = (trouble: Problem, { provider }: Candidate): Problem =>
  trouble.code === 'record-not-found' && provider?.notFound !== 'absent'
    ? { ...trouble, code: 'record-absent-or-private' }
    : trouble;

/** Some addresses say nothing by being missing: a page for people, a picture, a short link, or an unknown address. */
export const ofPage = (trouble: Problem): Problem =>
  trouble.code === 'record-not-found' || trouble.code === 'record-gone'
    ? { ...trouble, code: 'record-absent-or-private' }
    : trouble;
