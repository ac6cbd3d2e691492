/** Status lists that are credentials themselves: signed, dated, by the same issuer (Bitstring Status List 1.0 §3.2). */
import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { type Problem, problem } from '../../problem.ts';
import { fail, failWith, type Result, succeed } from '../../result.ts';
import { checkValidityPeriod } from '../check/validity-period.ts';
import { readCredentialText } from '../credential-text.ts';
import type { VerifyPorts } from '../ports.ts';
import { checkSecuring } from '../proof/securing.ts';
import { fetchList, hostOf, type ListText, staleness } from './list-source.ts';

export interface ListCredential {
  readonly url: string;
  /** `credentialSubject` of the list. */
  readonly subject: JsonObject;
  readonly list: ListText;
  /** `status-list-other-issuer`: the address is the issuer's choice, the signature somebody else's. */
  readonly notes: readonly Problem[];
}

export interface ListRequest {
  readonly url: string;
  /** Types that the list credential may have. */
  readonly types: readonly string[];
  /** The issuer of the credential whose status is asked. */
  readonly issuerId: string | null;
}

/**
 * Fetches a list credential and believes it only if its proof holds, its key is its own issuer's and it is within its
 * dates. Its id may differ from its address (rulings.md). An issuer other than the credential's is met where one
 * service keeps lists for many, named by the signed credential: read, and never without a caution.
 * Codes: `status-list-unreachable`, `status-list-malformed`, `status-list-unverified`, `status-list-expired`,
 * `status-list-not-yet-valid`, `status-list-stale`; as a note `status-list-other-issuer`.
 */
export async function fetchListCredential(
  request: ListRequest,
  ports: VerifyPorts,
): Promise<Result<ListCredential>> {
  const { url, types, issuerId } = request;
  const params = { host: hostOf(url) };
  const list = await fetchList(url, ports);
  if (!list.ok) return list;
  const read = await readCredentialText(list.value.text, url);
  if (!read.ok) return fail('status-list-malformed', { params, cause: read.problem });
  const credential = read.value;
  const { document } = credential.source;
  const [subject] = asArray<Json>(document.credentialSubject ?? undefined).filter(isJsonObject);
  if (!subject || !credential.types.some((type) => types.includes(type))) {
    return fail('status-list-malformed', { params, cause: problem('type-unknown', { at: '/type' }) });
  }
  if (credential.source.securing !== 'embedded' && credential.source.securing !== 'enveloping') {
    return fail('status-list-unverified', { params, cause: problem('no-proof') });
  }
  const { proof, keyBinding } = await checkSecuring(credential, ports);
  const unheld = [proof, keyBinding].find(({ state }) => state !== 'passed' && state !== 'warned');
  if (unheld) return failWith(unverified(params, unheld.problem));
  const untimely = checkValidityPeriod({ record: credential, ports }).outcome;
  if (untimely.state !== 'passed') return failWith(outOfTime(untimely.problem, params));
  const stale = staleness(list.value, ttlOf(subject), ports.clock.now());
  if (stale) return failWith(stale);
  const foreign = credential.issuer.id !== issuerId;
  const other = problem('status-list-other-issuer', {
    params: { ...params, issuer: credential.issuer.id ?? '' },
  });
  return succeed({ url, subject, list: list.value, notes: foreign ? [other] : [] });
}

const unverified = (params: Readonly<Record<string, string>>, cause: Problem | undefined): Problem =>
  problem('status-list-unverified', { params, ...(cause && { cause }) });

function outOfTime(cause: Problem | undefined, params: Readonly<Record<string, string>>): Problem {
  if (cause?.code === 'not-yet-valid') return problem('status-list-not-yet-valid', { params, cause });
  if (cause?.code === 'expired') return problem('status-list-expired', { params, cause });
  return problem('status-list-malformed', { params, ...(cause && { cause }) });
}

/** Milliseconds (§2.2). */
const ttlOf = ({ ttl }: JsonObject): number | null => (typeof ttl === 'number' && ttl >= 0 ? ttl : null);
