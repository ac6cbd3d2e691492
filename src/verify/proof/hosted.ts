/**
 * OB 1 and OB 2 records that are proved by their issuer's own server: it returns them now, over TLS (OB 2.0
 * §HostedBadge).
 */

import type { Credential } from '../../credential/model.ts';
import { composeOb2 } from '../../credential/ob2.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { hostnameOf } from '../../net/address.ts';
import { problemOfStatus } from '../../net/answer.ts';
import { answeredBySame, sameAddress } from '../../net/tenant.ts';
import type { Hosting, NetAnswer } from '../../ports.ts';
import { type Problem, problem } from '../../problem.ts';
import type { Authentication } from '../check-context.ts';
import type { VerifyPorts } from '../ports.ts';
import { failed, holds, inconclusive, notRun, type Outcome, passed, warned } from '../report.ts';
import { getDependency, objectIn } from './dependency.ts';
import { bindingOf } from './hosted-binding.ts';
import {
  addressOf,
  hasOtherId,
  identityOf,
  looksLikeAssertion,
  revocationIn,
  verificationKind,
} from './hosted-document.ts';
import { inlinedDiffers } from './inlined.ts';
import { BADGE, fetchPart, ISSUER } from './ob2-parts.ts';
import { outcomeOf, unproved } from './outcome.ts';

/**
 * Authenticates a hosted record. The copy that came in only names the address. What that address serves is the record.
 *
 * Proof: the address answered with a record that names this very address, and the BadgeClass came from its own address.
 * Key binding: assertion and BadgeClass lie where the issuer profile allows. The profile comes from the issuer's own id.
 * Codes: `verification-type-mismatch`, `id-mismatch`, `record-not-found`, `hosting-out-of-scope`,
 * `badge-class-out-of-scope` (failed); `no-hosted-id`, `record-gone`, `record-absent-or-private`, `badge-class-unreachable`,
 * `issuer-unreachable`, those of net/ (inconclusive).
 */
export async function authenticateHosted(copy: Credential, ports: VerifyPorts): Promise<Authentication> {
  const { document, retrievedFrom } = sourceOf(copy);
  const kind = verificationKind(document);
  if (kind !== 'hosted') return unproved(copy, kind);
  const address = addressOf(copy, document, retrievedFrom, ports.hosting);
  if (address === null) return unproved(copy, inconclusive(problem('no-hosted-id', { at: '/id' })));
  const answer = await getDependency(ports.net, address);
  if (!answer.ok) return unproved(copy, inconclusive(answer.problem), address);
  return readAnswer({ copy, address, answer: answer.value, ports });
}

interface Asked {
  readonly copy: Credential;
  readonly address: string;
  readonly answer: NetAnswer;
  readonly ports: VerifyPorts;
}

async function readAnswer(asked: Asked): Promise<Authentication> {
  const { copy, address, answer, ports } = asked;
  const object = objectIn(answer);
  const body = object.ok ? object.value.object : null;
  const stranger = strangerIn(asked);
  if (stranger && (answer.status === 404 || answer.status === 410))
    return unproved(copy, inconclusive(stranger), address);
  if (answer.status === 410) return gone(asked, body);
  const refused = answer.status === 404 ? missing(address, ports.hosting) : statusTrouble(answer);
  if (refused) return unproved(copy, refused, address);
  if (!object.ok) return unproved(copy, inconclusive(object.problem), address);
  const assertion = object.value.object;
  const identity = identityOf(assertion);
  const own = addressesOf(asked).find(
    (each) => identity === null || sameAddress(identity, each) || ports.hosting.sameRecord(identity, each),
  );
  if (own === undefined) {
    const mismatch = problem('id-mismatch', { at: '/id', params: { id: identity ?? '', address } });
    return unproved(copy, failed(mismatch), address);
  }
  const withdrawal = revocationIn(assertion);
  if (!looksLikeAssertion(assertion)) {
    if (stranger) return unproved(copy, inconclusive(stranger), address);
    // OB 2.0 §Revocation: a revoked hosted assertion may hold nothing but its id and `revoked`.
    const why = withdrawal ? inconclusive(withdrawal) : notUnderstood(address);
    return { ...unproved(copy, why, address), withdrawal };
  }
  const stated = verificationKind(assertion);
  // OB 2.0 §Assertion.id: a hosted record's id is its address. One with another id is not known to be this address's.
  const isUnknown = stated === 'hosted' && hasOtherId(assertion, own);
  const kind = isUnknown ? inconclusive(problem('no-hosted-id', { at: '/id' })) : stated;
  const confirmed =
    kind === 'hosted' ? await confirm({ ...asked, address: own }, assertion) : unproved(copy, kind, address);
  const isIssuers = stranger === null || holds(confirmed.keyBinding);
  return { ...confirmed, hosting: { address: own }, withdrawal: isIssuers ? withdrawal : null };
}

/** The addresses of which a record may have one as its id: the one that was asked, and where its party moved it. */
const addressesOf = ({ address, answer: { finalUrl } }: Asked): readonly string[] =>
  answeredBySame(address, finalUrl) ? [address, finalUrl] : [address];

/**
 * `redirected-elsewhere` where another party answers in the end. Only a record that lies where its issuer allows shows
 * that this party speaks for the issuer. An answer without a record shows nothing: hosts that are given up lead anywhere.
 */
function strangerIn({ address, answer: { finalUrl }, ports: { hosting } }: Asked): Problem | null {
  if (answeredBySame(address, finalUrl) || hosting.sameRecord(finalUrl, address)) return null;
  const params = { host: hostnameOf(address), target: hostnameOf(finalUrl) };
  return problem('redirected-elsewhere', { params });
}

/**
 * The record is what its address says it is. Its parts, and whether it lies where its issuer allows, are not checked
 * yet.
 */
async function confirm(
  { copy, address, answer, ports }: Asked,
  assertion: JsonObject,
): Promise<Authentication> {
  const { hosting } = ports;
  const badge = await fetchPart(assertion.badge, BADGE, ports);
  const badgeDocument = badge.ok ? badge.value.document : objectOrNull(assertion.badge);
  const issuerReference = badgeDocument?.issuer;
  const issuer = await fetchPart(issuerReference, ISSUER, ports);
  const issuerDocument = issuer.ok ? issuer.value.document : objectOrNull(issuerReference);
  const composed = composeOb2({
    assertion,
    badge: badgeDocument,
    issuer: issuerDocument,
    retrievedFrom: address,
  });
  if (!composed.ok) return unproved(copy, notUnderstood(address), address);
  const served = badge.ok
    ? { badge: badge.value.document, issuer: issuer.ok ? issuer.value.document : null }
    : null;
  // The record, its BadgeClass and the copy may each have inline parts. People may have seen any of them, so all are
  // compared.
  const inlined = [assertion.badge, served?.badge, sourceOf(copy).document.badge].map((each) =>
    served === null ? null : inlinedDiffers(each, served),
  );
  const proof = badge.ok
    ? withOddities(passed({ mechanism: 'hosted', address, host: hostnameOf(answer.finalUrl) }), [
        badge.value.oddity,
        ...inlined,
      ])
    : outcomeOf(badge.problem);
  // OB 2.0 §Issuer: `revocationList` is for signed badges; a hosted one is withdrawn by its own address.
  const established = { record: { ...composed.value, statuses: [] }, proof, hosting: null };
  if (!badge.ok) return { ...established, keyBinding: notRun('proof') };
  if (!issuer.ok) return { ...established, keyBinding: outcomeOf(issuer.problem) };
  const identity = identityOf(assertion);
  const own = identity !== null && hosting.sameRecord(identity, address) ? [address, identity] : [address];
  const binding = bindingOf({ addresses: own, answer, badge: badge.value, issuer: issuer.value, hosting });
  return { ...established, keyBinding: withOddities(binding, [issuer.value.oddity]) };
}

/** 410: the issuer has withdrawn it. A body that is a whole record replaces the copy, and no other body does. */
function gone({ copy, address }: Asked, body: JsonObject | null): Authentication {
  const identity = body && identityOf(body);
  const whole =
    body && looksLikeAssertion(body) && (identity === null || sameAddress(identity, address))
      ? composeOb2({
          assertion: body,
          badge: objectOrNull(body.badge),
          issuer: objectOrNull(objectOrNull(body.badge)?.issuer),
          retrievedFrom: address,
        })
      : null;
  const said = body && revocationIn(body);
  const withdrawal =
    said?.code === 'revoked' ? said : problem('record-gone', { params: { host: hostnameOf(address) } });
  return {
    ...unproved(whole?.ok ? whole.value : copy, inconclusive(problem('record-gone')), address),
    withdrawal,
  };
}

/**
 * A 404 disproves a record only if the platform is known not to hide private records behind it
 * (docs/decisions.md#status-and-standing).
 */
function missing(address: string, hosting: Hosting): Outcome {
  const params = { host: hostnameOf(address) };
  return hosting.notFound?.(address) === 'absent'
    ? failed(problem('record-not-found', { params }))
    : inconclusive(problem('record-absent-or-private', { params }));
}

const statusTrouble = (answer: NetAnswer): Outcome | null => {
  const trouble = problemOfStatus(answer);
  return trouble && inconclusive(trouble);
};

function withOddities(outcome: Outcome, found: readonly (Problem | null)[]): Outcome {
  const [first, ...others] = found.filter((each) => each !== null);
  if (!first || outcome.state !== 'passed') return outcome;
  return { ...warned(first, outcome.facts), ...(others.length > 0 && { others }) };
}

function sourceOf({ source }: Credential): { document: JsonObject; retrievedFrom: string | null } {
  if (source.securing !== 'hosted') throw new Error('not a hosted record');
  return source;
}

/** JSON that is no assertion is an answer that we do not understand. It does not disprove the badge. */
const notUnderstood = (address: string): Outcome =>
  inconclusive(problem('answer-not-understood', { params: { host: hostnameOf(address) } }));

const objectOrNull = (value: Json | undefined): JsonObject | null => (isJsonObject(value) ? value : null);
