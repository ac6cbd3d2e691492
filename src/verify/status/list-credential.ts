/** Status lists that are credentials themselves: signed, dated, by the same issuer (Bitstring Status List 1.0 §3.2). */

import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { hostnameOf } from '../../net/address.ts';
import { type Problem, problem } from '../../problem.ts';
import { fail, failWith, type Result, succeed } from '../../result.ts';
import { checkValidityPeriod } from '../check/validity-period.ts';
import { CLOCK_TOLERANCE_MS } from '../clock-tolerance.ts';
import { readCredentialText } from '../credential-text.ts';
import { checkSecuring } from '../proof/securing.ts';
import { holds } from '../report.ts';
import type { StatusQuestion } from './finding.ts';
import { type ListText, readList, staleness } from './list-source.ts';

/** The content of a list credential that is trusted. */
export interface ListCredential<T> {
  readonly content: T;
  readonly list: ListText;
  /** `status-list-other-issuer`: the issuer chose the address, but another party signed the list. */
  readonly notes: readonly Problem[];
}

export interface ListRequest<T> {
  readonly url: string;
  /** Types that the list credential may have. */
  readonly types: readonly string[];
  /** Reads all its subjects. */
  readonly read: (subjects: readonly JsonObject[]) => Promise<Result<T>>;
}

/**
 * Fetches a list credential. It is believed only if its proof holds and its key is its own issuer's. It must be
 * within its dates, and not withdrawn itself. Its id may differ from its address
 * (docs/decisions.md#dependencies-and-lists). Some services keep lists for many issuers. A list by another issuer
 * than the credential's is read, but always with a caution.
 * Codes: `status-list-unreachable`, `status-list-malformed`, `status-list-unverified`, `status-list-expired`,
 * `status-list-not-yet-valid`, `status-list-stale`, those of `read`; as a note `status-list-other-issuer`.
 */
export const fetchListCredential = <T>(
  request: ListRequest<T>,
  question: StatusQuestion,
): Promise<Result<ListCredential<T>>> =>
  readList(request.url, (list) => readCredentialList(list, request, question), question.ports);

async function readCredentialList<T>(
  list: ListText,
  { url, types, read }: ListRequest<T>,
  { issuerId, ports, withdrawn }: StatusQuestion,
): Promise<Result<ListCredential<T>>> {
  const params = { host: hostnameOf(url) };
  const parsed = await readCredentialText(list.text, url);
  if (!parsed.ok) return fail('status-list-malformed', { params, cause: parsed.problem });
  const { securing } = parsed.value;
  if (securing !== 'embedded' && securing !== 'enveloping')
    return fail('status-list-unverified', { params, cause: problem('no-proof') });
  const secured = await checkSecuring(parsed.value, ports);
  const { proof, keyBinding, undisclosed, record: credential = parsed.value } = secured;
  const unheld = [proof, keyBinding].find((outcome) => !holds(outcome));
  if (unheld) return failWith(unverified(params, unheld.problem));
  // Whoever serves a list may not keep back its end, or that it is withdrawn.
  if (undisclosed) return failWith(unverified(params, problem('statements-hidden')));
  const { document } = credential.source;
  const subjects = asArray<Json>(document.credentialSubject ?? undefined).filter(isJsonObject);
  if (subjects.length === 0 || !credential.types.some((type) => types.includes(type))) {
    return fail('status-list-malformed', { params, cause: problem('type-unknown', { at: '/type' }) });
  }
  // A list that is made when it is asked for begins now, by its maker's clock.
  const time = { record: credential, ports, tolerance: CLOCK_TOLERANCE_MS };
  const untimely = checkValidityPeriod(time).outcome;
  if (untimely.state !== 'passed') return failWith(outOfTime(untimely.problem, params));
  const stale = staleness(list, ttlOf(subjects), ports.clock.now());
  if (stale) return failWith(stale);
  const gone = await withdrawn(credential);
  if (gone) return failWith(unverified(params, gone));
  const content = await read(subjects);
  if (!content.ok) return content;
  const foreign = credential.issuer.id !== issuerId;
  const other = problem('status-list-other-issuer', {
    params: { ...params, issuer: credential.issuer.id ?? '' },
  });
  return succeed({ content: content.value, list, notes: foreign ? [other] : [] });
}

const unverified = (params: Readonly<Record<string, string>>, cause: Problem | undefined): Problem =>
  problem('status-list-unverified', { params, ...(cause && { cause }) });

function outOfTime(cause: Problem | undefined, params: Readonly<Record<string, string>>): Problem {
  if (cause?.code === 'not-yet-valid') return problem('status-list-not-yet-valid', { params, cause });
  if (cause?.code === 'expired') return problem('status-list-expired', { params, cause });
  return problem('status-list-malformed', { params, ...(cause && { cause }) });
}

/** Milliseconds (§2.2). Where there are several subjects, the shortest. */
function ttlOf(subjects: readonly JsonObject[]): number | null {
  const stated = subjects.flatMap(({ ttl }) => (typeof ttl === 'number' && ttl >= 0 ? [ttl] : []));
  return stated.length > 0 ? Math.min(...stated) : null;
}
