import { readDate } from '../../credential/date.ts';
import type { Credential } from '../../credential/model.ts';
import { asArray, isJsonObject, type Json, type JsonObject, sameJson } from '../../json.ts';
import { readTextAnswer } from '../../net/answer.ts';
import { answeredBySame } from '../../net/tenant.ts';
import type { Instant, Net } from '../../ports.ts';
import { problem } from '../../problem.ts';
import { fail, type Result } from '../../result.ts';
import { authenticate } from '../authenticate.ts';
import type { Authentication, CheckContext, CheckResult } from '../check-context.ts';
import { readCredentialText } from '../credential-text.ts';
import type { Undisclosed } from '../proof/disclosure.ts';
import { holds, inconclusive, passed, warned } from '../report.ts';
import { checkConformance } from './conformance.ts';

/**
 * Asks for the newer copy that a record names (OB 3.0 §Refresh), once. It replaces the original only if all of this
 * holds. The same party serves it; it is authentic, not older and not malformed; it has the same issuer, id and subject.
 * The original's own status is looked up as well: a newer copy does not take back that the issuer withdrew this one.
 * Codes: `refresh-failed`, `refresh-unsupported` (inconclusive), `refreshed-copy-rejected` (warned).
 */
export async function readRefreshedCopy(context: CheckContext): Promise<CheckResult> {
  const { record, ports } = context;
  const service = record.refreshServices.find(isOurs);
  if (typeof service?.id !== 'string') {
    const type = record.refreshServices.map((each) => String(each.type)).join(', ');
    return { outcome: inconclusive(problem('refresh-unsupported', { params: { type } })) };
  }
  const copy = await fetchCopy(service.id, ports.net);
  if (!copy.ok) return { outcome: inconclusive(problem('refresh-failed', { cause: copy.problem })) };
  const rejected = problem('refreshed-copy-rejected', { params: { host: new URL(service.id).hostname } });
  const authentication = await authenticate(copy.value, ports);
  const authentic = holds(authentication.proof) && holds(authentication.keyBinding);
  if (!authentic)
    return { outcome: warned({ ...rejected, cause: causeOf(authentication) ?? problem('no-proof') }) };
  // The authenticated record is compared, because the copy that came may be another record.
  if (!isSameCredential(authentication.record, record) || isOlder(authentication.record, record))
    return { outcome: warned(rejected) };
  const form = await checkConformance(authentication.record, ports, {
    undisclosed: authentication.undisclosed,
  });
  if (form.state === 'failed') return { outcome: warned({ ...rejected, cause: form.problem }) };
  const said = authentication.record.statuses;
  const replaced = record.statuses.filter(({ json }) => !said.some((each) => sameJson(each.json, json)));
  return {
    outcome: passed({ from: service.id }),
    authentication: {
      ...authentication,
      undisclosed: stillUndisclosed(authentication, context),
      replacedStatuses: replaced,
    },
  };
}

/** A status that the holder of the original keeps back is not answered by the newer copy either. */
const stillUndisclosed = (copy: Authentication, original: CheckContext): Undisclosed | undefined =>
  original.undisclosed?.status ? { ...(copy.undisclosed ?? NOTHING), status: true } : copy.undisclosed;

const NOTHING: Undisclosed = { places: new Set(), dates: false, status: false };

/** Whether both have the same issuer, id and subject. A subject without an id is known by its identifiers. */
function isSameCredential(copy: Credential, record: Credential): boolean {
  const sameSubject =
    copy.recipient.id === record.recipient.id &&
    (copy.recipient.id !== null || identifiersOf(copy) === identifiersOf(record));
  return (
    copy.issuer.id !== null &&
    copy.issuer.id === record.issuer.id &&
    copy.id !== null &&
    copy.id === record.id &&
    sameSubject
  );
}

const identifiersOf = ({ recipient }: Credential): string =>
  JSON.stringify(
    recipient.identifiers
      .map(({ identityType, identity, salt }) => [identityType, identity, salt ?? ''])
      .sort(),
  );

/**
 * Whether the copy is older, or cannot be compared: by the start of its validity, then by its time of signing. A copy
 * without that time may be older than a record that has one.
 */
function isOlder(copy: Credential, record: Credential): boolean {
  const [from, wasFrom] = [copy.validFrom?.instant ?? null, record.validFrom?.instant ?? null];
  if (from === null || wasFrom === null || from < wasFrom) return true;
  const [signed, wasSigned] = [signedAt(copy), signedAt(record)];
  return wasSigned !== null && (signed === null || signed < wasSigned);
}

/** `iat` of a token, or `created` of the proof that covers the record. Null where nothing states it. */
function signedAt({ source }: Credential): Instant | null {
  if (source.securing === 'enveloping')
    return typeof source.payload.iat === 'number' ? source.payload.iat * 1000 : null;
  const [proof] = asArray<Json>(source.document.proof ?? undefined);
  return isJsonObject(proof) ? (readDate(proof.created)?.instant ?? null) : null;
}

const causeOf = ({ proof, keyBinding }: Authentication) => proof.problem ?? keyBinding.problem;

const isOurs = ({ type, id }: JsonObject): boolean =>
  (Array.isArray(type) ? type : [type]).includes('1EdTechCredentialRefresh') &&
  typeof id === 'string' &&
  URL.canParse(id);

/** Fetches a credential, JSON or compact JWS. */
async function fetchCopy(url: string, net: Net): Promise<Result<Credential>> {
  const answer = await net.get({ url, accept: 'application/vc+jwt, application/ld+json, application/json' });
  if (!answer.ok) return answer;
  const { finalUrl } = answer.value;
  if (!answeredBySame(url, finalUrl)) {
    const params = { host: new URL(url).hostname, target: new URL(finalUrl).hostname };
    return fail('redirected-elsewhere', { params });
  }
  const text = readTextAnswer(answer.value);
  return text.ok ? readCredentialText(text.value, finalUrl) : text;
}
