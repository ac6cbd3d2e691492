/** OB 1 and OB 2 records whose proof is that their issuer's own server returns them, now, over TLS (OB 2.0 §HostedBadge). */
import type { Credential } from '../../credential/model.ts';
import { composeOb2 } from '../../credential/ob2.ts';
import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { problemOfStatus } from '../../net/answer.ts';
import type { Hosting, NetAnswer } from '../../ports.ts';
import { natureOf, type Problem, problem } from '../../problem.ts';
import type { Establishment } from '../inquiry.ts';
import type { VerifyPorts } from '../ports.ts';
import { failed, inconclusive, notRun, type Outcome, passed, warned } from '../report.ts';
import { ask, objectIn } from './dependency.ts';
import { comparable, inScope, originInScope, sameAddress, scopeOf } from './hosted-scope.ts';
import { fetchPart, hostOf, type Part } from './ob2-parts.ts';

/**
 * Establishes a hosted record: the copy that came in only names the address; what that address serves is the record.
 *
 * Proof: the address answered with a record that names this very address, and its BadgeClass was had from its own.
 * Key binding: assertion and BadgeClass lie where the issuer profile, fetched from its own id, allows.
 * Codes: `verification-type-mismatch`, `id-mismatch`, `record-not-found`, `hosting-out-of-scope`,
 * `badge-class-out-of-scope` (failed); `no-hosted-id`, `record-gone`, `record-absent-or-private`, `badge-class-unreachable`,
 * `issuer-unreachable`, those of net/ (inconclusive).
 */
export async function establishHosted(copy: Credential, ports: VerifyPorts): Promise<Establishment> {
  const { document, retrievedFrom } = sourceOf(copy);
  const kind = verificationKind(document);
  if (kind !== 'hosted') return unproved(copy, kind);
  const address = addressOf(copy, document, retrievedFrom, ports.hosting);
  if (address === null) return unproved(copy, inconclusive(problem('no-hosted-id', { at: '/id' })));
  const answer = await ask(ports.net, address);
  if (!answer.ok) return unproved(copy, inconclusive(answer.problem), address);
  return readAnswer({ copy, address, answer: answer.value, ports });
}

interface Asked {
  readonly copy: Credential;
  readonly address: string;
  readonly answer: NetAnswer;
  readonly ports: VerifyPorts;
}

async function readAnswer(asked: Asked): Promise<Establishment> {
  const { copy, address, answer, ports } = asked;
  const object = objectIn(answer);
  const body = object.ok ? object.value.object : null;
  if (answer.status === 410) return gone(asked, body);
  const refused = answer.status === 404 ? missing(address, ports.hosting) : statusTrouble(answer);
  if (refused) return unproved(copy, refused, address);
  if (!object.ok) return unproved(copy, inconclusive(object.problem), address);
  const assertion = object.value.object;
  const identity = identityOf(assertion);
  if (identity !== null && !sameAddress(identity, address) && !ports.hosting.sameRecord(identity, address)) {
    const mismatch = problem('id-mismatch', { at: '/id', params: { id: identity, address } });
    return unproved(copy, failed(mismatch), address);
  }
  const revoked = revocationIn(assertion);
  if (!looksLikeAssertion(assertion)) {
    // OB 2.0 §Revocation: a revoked hosted assertion may hold nothing but its id and `revoked`.
    const why = revoked ? inconclusive(revoked) : notUnderstood(address);
    return { ...unproved(copy, why, address), hosting: { address, revoked } };
  }
  return { ...(await confirm(asked, assertion)), hosting: { address, revoked } };
}

/** The record is what its address says it is. Its parts, and whether it lies where its issuer allows, are still open. */
async function confirm(
  { copy, address, answer, ports }: Asked,
  assertion: JsonObject,
): Promise<Establishment> {
  const { net, hosting } = ports;
  const badge = await fetchPart(
    { reference: assertion.badge, at: '/badge', missing: 'badge-class-unreachable' },
    net,
    hosting,
  );
  const badgeDocument = badge.ok ? badge.value.document : objectOrNull(assertion.badge);
  const issuerReference = badgeDocument?.issuer;
  const issuer = await fetchPart(
    { reference: issuerReference, at: '/badge/issuer', missing: 'issuer-unreachable' },
    net,
    hosting,
  );
  const issuerDocument = issuer.ok ? issuer.value.document : objectOrNull(issuerReference);
  const composed = composeOb2({
    assertion,
    badge: badgeDocument,
    issuer: issuerDocument,
    retrievedFrom: address,
  });
  if (!composed.ok) return unproved(copy, notUnderstood(address), address);
  const proof = badge.ok
    ? withOddity(passed({ mechanism: 'hosted', address, host: hostOf(answer.finalUrl) }), badge.value)
    : outcomeOf(badge.problem);
  const keyBinding = !badge.ok
    ? notRun('proof')
    : issuer.ok
      ? withOddity(
          bindingOf({ address, answer, badge: badge.value, issuer: issuer.value, hosting }),
          issuer.value,
        )
      : outcomeOf(issuer.problem);
  // OB 2.0 §Issuer: `revocationList` is for signed badges; a hosted one is withdrawn by its own address.
  return { record: { ...composed.value, statuses: [] }, proof, keyBinding, hosting: null };
}

interface Binding {
  readonly address: string;
  readonly answer: NetAnswer;
  readonly badge: Part;
  readonly issuer: Part;
  readonly hosting: Hosting;
}

/** Whether assertion and BadgeClass lie within the issuer's scope, and nothing was redirected out of it. */
function bindingOf({ address, answer, badge, issuer, hosting }: Binding): Outcome {
  const issuerAddress = issuer.address ?? originClaim(issuer.document);
  const issuerUrl = issuerAddress === null ? null : comparable(issuerAddress);
  if (issuerUrl === null) return inconclusive(problem('no-hosted-id', { at: '/badge/issuer' }));
  const profile = issuer.address === null ? {} : issuer.document;
  if (issuer.finalUrl !== null && comparable(issuer.finalUrl)?.origin !== issuerUrl.origin) {
    // An open redirect on the issuer's host would otherwise let anybody write its profile.
    const params = { host: hostOf(issuer.finalUrl) };
    return inconclusive(problem('issuer-unreachable', { at: '/badge/issuer', params }));
  }
  const scope = scopeOf(profile, issuerUrl);
  const lands = (final: string, asked: string) =>
    originInScope(scope, final) || hosting.sameRecord(final, asked);
  const params = { host: hostOf(answer.finalUrl), issuerHost: issuerUrl.hostname };
  if (!inScope(scope, address) || !lands(answer.finalUrl, address)) {
    return failed(problem('hosting-out-of-scope', { at: '/id', params }));
  }
  const strayed =
    badge.address !== null &&
    (!inScope(scope, badge.address) || !lands(badge.finalUrl ?? badge.address, badge.address));
  if (strayed) {
    const host = hostOf(badge.finalUrl ?? badge.address ?? '');
    return failed(problem('badge-class-out-of-scope', { at: '/badge', params: { ...params, host } }));
  }
  return passed({ issuer: issuerUrl.href, host: issuerUrl.hostname });
}

const unproved = (record: Credential, proof: Outcome, address?: string): Establishment => ({
  record,
  proof,
  keyBinding: notRun('proof'),
  hosting: address === undefined ? null : { address, revoked: null },
});

/** 410: the issuer has withdrawn it. A body that is a whole record replaces the copy, anything else does not. */
function gone({ copy, address }: Asked, body: JsonObject | null): Establishment {
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
  const why = (body && revocationIn(body)) ?? problem('record-gone', { params: { host: hostOf(address) } });
  return {
    ...unproved(whole?.ok ? whole.value : copy, inconclusive(problem('record-gone')), address),
    hosting: { address, revoked: why },
  };
}

/** A 404 disproves only where the platform is known not to hide private records behind it (rulings.md). */
function missing(address: string, hosting: Hosting): Outcome {
  const params = { host: hostOf(address) };
  return hosting.notFound?.(address) === 'absent'
    ? failed(problem('record-not-found', { params }))
    : inconclusive(problem('record-absent-or-private', { params }));
}

const statusTrouble = (answer: NetAnswer): Outcome | null => {
  const trouble = problemOfStatus(answer);
  return trouble && inconclusive(trouble);
};

/** A part that contradicts the record disproves it; one that cannot be had leaves the question open. */
const outcomeOf = (trouble: Problem): Outcome =>
  natureOf(trouble) === 'disproved' ? failed(trouble) : inconclusive(trouble);

const withOddity = (outcome: Outcome, { oddity }: Part): Outcome =>
  oddity && outcome.state === 'passed' ? warned(oddity, outcome.facts) : outcome;

function sourceOf({ source }: Credential): { document: JsonObject; retrievedFrom: string | null } {
  if (source.securing !== 'hosted') throw new Error('not a hosted record');
  return source;
}

/** `hosted`, or the outcome of a record that demands to be verified in another way. */
function verificationKind(document: JsonObject): 'hosted' | Outcome {
  const stated = verificationOf(document);
  const types = asArray<Json>(stated?.type ?? undefined).filter((type) => typeof type === 'string');
  if (types.some((type) => /^(obi:)?(signed|SignedBadge)$/i.test(type))) {
    // OB 2.0 §SignedBadge: such a badge is a JWS; its payload as plain JSON is nobody's word.
    return failed(problem('verification-type-mismatch', { at: '/verification/type' }));
  }
  const known = types.length === 0 || types.some((type) => /^(obi:)?(hosted|HostedBadge)$/i.test(type));
  return known
    ? 'hosted'
    : inconclusive(problem('suite-unsupported', { params: { suite: types.join(', ') } }));
}

/** `verification` (OB 2.0), `verify` (OB 1.x, and Moodle ever since). */
const verificationOf = (document: JsonObject): JsonObject | null =>
  [...asArray<Json>(document.verification ?? undefined), ...asArray<Json>(document.verify ?? undefined)].find(
    isJsonObject,
  ) ?? null;

/** Where the record says that it is served: its id, else (OB 1.0) `verify.url`. */
function identityOf(document: JsonObject): string | null {
  const id = document.id ?? document['@id'];
  if (typeof id === 'string' && comparable(id) !== null) return id;
  const url = verificationOf(document)?.url;
  return typeof url === 'string' && comparable(url) !== null ? url : null;
}

/** The address to ask. One that served this copy is preferred where the provider says that it names the same record. */
function addressOf(
  { format }: Credential,
  document: JsonObject,
  retrievedFrom: string | null,
  hosting: Hosting,
): string | null {
  const identity = identityOf(document);
  // OB 0.5 and 1.0 have records without any id: there the address that serves them is all there is.
  if (identity === null) return format === 'ob1' ? retrievedFrom : null;
  return retrievedFrom !== null && hosting.sameRecord(identity, retrievedFrom) ? retrievedFrom : identity;
}

/** Some JSON that is no assertion is an answer that we do not understand, not a false badge. */
const notUnderstood = (address: string): Outcome =>
  inconclusive(problem('answer-not-understood', { params: { host: hostOf(address) } }));

const looksLikeAssertion = (document: JsonObject): boolean => document.badge !== undefined;

function revocationIn(document: JsonObject): Problem | null {
  if (document.revoked !== true && document.revoked !== 'true') return null;
  const reason = document.revocationReason;
  return problem('revoked', typeof reason === 'string' ? { params: { reason } } : {});
}

const objectOrNull = (value: Json | undefined): JsonObject | null => (isJsonObject(value) ? value : null);

/** OB 0.5 §Badge issuer: `origin` is all that identifies the issuer; it has no profile to fetch. */
const originClaim = ({ origin }: JsonObject): string | null => (typeof origin === 'string' ? origin : null);
