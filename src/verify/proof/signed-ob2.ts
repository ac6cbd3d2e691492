/** OB 1 and OB 2 badges that their issuer has signed: a compact JWS over the assertion (OB 2.0 §SignedBadge). */

import type { Credential, EnvelopingSource } from '../../credential/model.ts';
import { isOb1Issuer } from '../../credential/ob1.ts';
import { readOb2 } from '../../credential/ob2.ts';
import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { hostnameOf } from '../../net/address.ts';
import { answeredBySame, comparableWebId, sameAddress, sameTenant } from '../../net/tenant.ts';
import type { Hosting, Instant } from '../../ports.ts';
import { type Problem, problem } from '../../problem.ts';
import { fail, type Result, succeed } from '../../result.ts';
import type { Authentication } from '../check-context.ts';
import { unanswered } from '../key/ended-by-issuer.ts';
import { type PublicJwk, sameKey } from '../key/jwk.ts';
import { endOfMethod } from '../key/method.ts';
import type { VerifyPorts } from '../ports.ts';
import { failed, type Outcome, passed, warned } from '../report.ts';
import { outOfTime } from './claims.ts';
import { revocationIn, verificationOf } from './hosted-document.ts';
import { inlinedDiffers } from './inlined.ts';
import { verifyCompactJws } from './jws.ts';
import { fetchOb2Key, type KeyWorld, type Ob2Key, readOb2Key } from './ob2-key.ts';
import { BADGE, fetchPart, ISSUER, type Part, type PartPlace } from './ob2-parts.ts';
import { isToTrace, outcomeOf, unproved } from './outcome.ts';
import { traceJws } from './signing-trace.ts';

/** The most keys that are tried. Each may be a request. No issuer rotates through so many. */
const MAX_KEYS = 20;

/**
 * Authenticates a signed badge. Keys come only from the issuer profile that was fetched from its own id. `creator` must
 * be among them, and the key's `owner` must name the profile.
 * Codes: proof: those of JWS verification, `key-unresolvable`, `verification-type-mismatch`, `badge-class-unreachable`,
 * `issuer-unreachable`, `proof-expired`, `proof-created-in-future`, `claims-contradict`; key binding: `key-not-bound`,
 * `key-owner-mismatch`, `key-document-mismatch`, `key-revoked`, `key-expired`, `key-unresolvable`.
 */
export async function authenticateSignedOb2(
  credential: Credential,
  ports: VerifyPorts,
): Promise<Authentication> {
  const source = sourceOf(credential);
  const assertion = source.document;
  const verification = verificationOf(assertion) ?? {};
  if (
    !asArray<Json>(verification.type ?? undefined).some((type) =>
      /^(obi:)?(signed|SignedBadge)$/i.test(String(type)),
    )
  ) {
    const mismatch = problem('verification-type-mismatch', { at: '/verification/type' });
    return unproved(credential, failed(mismatch));
  }
  const badge = await badgeOf(assertion, ports);
  if (!badge.ok) return unproved(credential, outcomeOf(badge.problem));
  const issuer = await profileOf(badge.value, ports);
  if (!issuer.ok) return unproved(credential, outcomeOf(issuer.problem));
  const composed = readOb2({ assertion, badge: badge.value, issuer: issuer.value.document }, source);
  const record: Credential = { ...composed, statuses: withUid(composed.statuses, assertion.uid) };
  const keys = keysOf(issuer.value, verification, credential.format);
  const { signer, tried, trouble } = await verifyWithAny({ token: source.token, keys }, ports);
  if (signer === null) {
    const facts = isToTrace(trouble, ports) && { signing: traceJws(source.token, source.header, tried) };
    return unproved(record, { ...outcomeOf(trouble), ...(facts && { facts }) });
  }
  const { reference } = signer;
  const ended = signer.key.ended ?? (await endedByProfile(signer, issuer.value, ports));
  const key = { ...signer.key, ended };
  const facts = { mechanism: 'ob2-jws', algorithm: String(source.header.alg) };
  // The inline BadgeClass is signed. Its inline issuer is only a claim, and the fetched profile is shown.
  const differs = inlinedDiffers(badge.value, { badge: badge.value, issuer: issuer.value.document });
  // Many programs sign it as a JWT, and end that by `exp` (RFC 7519 §4.1.4).
  const [over] = outOfTime({ ...record, source }, ports.clock.now());
  const holds = differs ? warned(differs, facts) : passed(facts);
  return {
    record,
    proof: over ? failed(over, facts) : holds,
    keyBinding: bindingOf({ key, reference, issuer: issuer.value, hosting: ports.hosting }),
    hosting: null,
    withdrawal: revocationIn(assertion),
  };
}

/** A reference to a key, and whether it comes from the issuer's profile. */
interface KeyReference {
  readonly address: string | null;
  readonly inline: JsonObject | null;
  /** What the profile says about the key beside its address, with the key or without it. */
  readonly said: JsonObject;
  readonly listed: boolean;
}

/** An inline BadgeClass is signed with the assertion. If it is only named, it is what that address serves. */
async function badgeOf({ badge }: JsonObject, ports: VerifyPorts): Promise<Result<JsonObject>> {
  if (isJsonObject(badge)) return succeed(badge);
  const part = await servedPart(badge, BADGE, ports);
  return part.ok ? succeed(part.value.document) : part;
}

/** The profile as its own address serves it. An inline profile is only a claim. */
const profileOf = ({ issuer }: JsonObject, ports: VerifyPorts): Promise<Result<Part>> =>
  servedPart(issuer, ISSUER, ports);

/** A part from its own address. One from elsewhere proves nothing. */
async function servedPart(
  reference: Json | undefined,
  place: PartPlace,
  ports: VerifyPorts,
): Promise<Result<Part>> {
  const part = await fetchPart(reference, place, ports);
  if (!part.ok) return part;
  const { address, finalUrl } = part.value;
  return address !== null && finalUrl !== null && answeredBySame(address, finalUrl)
    ? part
    : fail(place.missing, { at: place.at, params: { host: hostnameOf(finalUrl ?? '') } });
}

/**
 * The keys to try: the `creator` alone, or else the keys of the profile (OB 2.0 §VerificationObject). OB 1.x profiles
 * list no keys. There `verify.url` on the issuer's own origin is the key (OB 1.1 §VerificationObject). A 2.0 issuer's
 * profile says where its keys are. So a badge in 1.x form may not choose another key for it.
 */
function keysOf(
  issuer: Part,
  verification: JsonObject,
  format: Credential['format'],
): readonly KeyReference[] {
  const listed = listedIn(issuer);
  const creator = referenceOf(
    verification.creator ?? (format === 'ob1' ? (verification.url ?? null) : null),
  ).address;
  if (creator === null) return listed;
  // Keys inside one profile differ in their fragments alone.
  const own = listed.find(isNamed(sameId, creator)) ?? listed.find(isNamed(sameAddress, creator));
  if (own) return [own];
  const atHome =
    format === 'ob1' && isOb1Issuer(issuer.document) && sameTenant(creator, issuer.address ?? '');
  return [{ address: creator, inline: null, said: {}, listed: atHome }];
}

const isNamed =
  (same: (one: string, other: string) => boolean, creator: string) =>
  ({ address }: KeyReference): boolean =>
    address !== null && same(address, creator);

function sameId(one: string, other: string): boolean {
  const id = comparableWebId(one);
  return one === other || (id !== null && id === comparableWebId(other));
}

const listedIn = ({ document }: Part): readonly KeyReference[] =>
  asArray<Json>(document.publicKey ?? undefined).map(referenceOf);

function referenceOf(value: Json): KeyReference {
  const id = isJsonObject(value) ? value.id : value;
  const holdsKey =
    isJsonObject(value) && (value.publicKeyPem !== undefined || value.publicKeyJwk !== undefined);
  return {
    address: typeof id === 'string' ? id : null,
    inline: holdsKey ? value : null,
    said: isJsonObject(value) ? value : {},
    listed: true,
  };
}

const UNRESOLVED = problem('key-unresolvable', { at: '/badge/issuer/publicKey' });

interface Signer {
  readonly key: Ob2Key;
  readonly reference: KeyReference;
}
type Tried = { readonly tried: readonly PublicJwk[] } & (
  | { readonly signer: Signer; readonly trouble: null }
  | { readonly signer: null; readonly trouble: Problem }
);

/**
 * The first key with which the signature holds, and the keys that were tried. If none holds, a key that could not be
 * fetched decides, because it may be the right one. Only if all were tried does the last problem decide.
 */
async function verifyWithAny(
  { token, keys }: { token: string; keys: readonly KeyReference[] },
  { net, clock }: VerifyPorts,
): Promise<Tried> {
  const tried: PublicJwk[] = [];
  const now = clock.now();
  let open: Problem | null = keys.length === 0 || keys.length > MAX_KEYS ? UNRESOLVED : null;
  let trouble: Problem | null = null;
  for (const reference of keys.slice(0, MAX_KEYS)) {
    const key = await keyAt(reference, { net, now });
    if (key.ok) tried.push(key.value.jwk);
    const verified = key.ok ? await verifyCompactJws({ token, jwk: key.value.jwk }) : key;
    if (key.ok && verified.ok) return { signer: { key: key.value, reference }, tried, trouble: null };
    if (verified.ok) continue;
    if (outcomeOf(verified.problem).state === 'inconclusive') open ??= verified.problem;
    trouble = verified.problem;
  }
  return { signer: null, tried, trouble: open ?? trouble ?? UNRESOLVED };
}

/**
 * What another entry of the issuer's profile says against the same key: `key-revoked`, `key-expired`, `key-private`. The
 * signer chose the entry, so all entries count. `key-unresolvable` where one was not asked for or did not answer, because
 * it may say so.
 */
async function endedByProfile(signer: Signer, issuer: Part, ports: VerifyPorts): Promise<Problem | null> {
  const listed = listedIn(issuer);
  const world = { net: ports.net, now: ports.clock.now() };
  return endedByEntry(signer, listed, world.now) ?? endedAtAddress(signer, listed, world);
}

const isOfSigner = ({ reference }: Signer, { address }: KeyReference): boolean =>
  address !== null && address === reference.address;

/** What stands in the profile itself. */
function endedByEntry(signer: Signer, listed: readonly KeyReference[], now: Instant): Problem | null {
  for (const other of listed) {
    // Only an entry that ends its key is compared, because reading a key takes time.
    const ended = endOfMethod(other.said, now);
    if (ended === null) continue;
    if (isOfSigner(signer, other)) return ended;
    const read = other.inline === null ? null : readOb2Key(other.inline, now);
    if (read?.ok && sameKey(read.value.jwk, signer.key.jwk)) return ended;
  }
  return null;
}

/** What stands at the addresses that the profile names. */
async function endedAtAddress(
  signer: Signer,
  listed: readonly KeyReference[],
  world: KeyWorld,
): Promise<Problem | null> {
  const named = listed.filter((other) => other.inline === null && !isOfSigner(signer, other));
  let open: Problem | null = named.length > MAX_KEYS ? UNRESOLVED : null;
  for (const other of named.slice(0, MAX_KEYS)) {
    const read = await keyAt(other, world);
    if (read.ok) {
      const ended = read.value.ended ?? endOfMethod(other.said, world.now);
      if (ended && sameKey(read.value.jwk, signer.key.jwk)) return ended;
      continue;
    }
    // Of a file with nothing but a private key nobody can say here whose it is.
    open ??= read.problem.code === 'key-private' ? UNRESOLVED : unanswered(read.problem);
  }
  return open;
}

async function keyAt({ inline, address }: KeyReference, world: KeyWorld): Promise<Result<Ob2Key>> {
  if (inline) return readOb2Key(inline, world.now);
  return address === null ? fail('key-malformed') : fetchOb2Key(address, world);
}

interface Binding {
  readonly key: Ob2Key;
  readonly reference: KeyReference;
  readonly issuer: Part;
  readonly hosting: Hosting;
}

function bindingOf({ key, reference, issuer, hosting }: Binding): Outcome {
  const params = { key: reference.address ?? '', issuer: issuer.address ?? '' };
  // An issuer that moved by redirects is known by both addresses.
  const names = (one: string | null, ...others: readonly (string | null)[]): boolean =>
    one !== null &&
    others.some(
      (other) =>
        other !== null && (one === other || sameAddress(one, other) || hosting.sameRecord(one, other)),
    );
  const isListed = reference.listed || listedIn(issuer).some(({ address }) => names(key.servedAt, address));
  if (!isListed) return failed(problem('key-not-bound', { params }));
  if (key.id !== null && reference.address !== null && !names(key.id, reference.address, key.servedAt)) {
    return failed(problem('key-document-mismatch', { params }));
  }
  // A PEM file cannot name its owner. It is enough that the profile (or, in OB 1, the issuer's origin) lists it.
  if (!key.bare && !names(key.owner, issuer.address, issuer.finalUrl))
    return failed(problem('key-owner-mismatch', { params }));
  if (key.ended) return outcomeOf(key.ended);
  return passed({ issuer: issuer.address, key: reference.address });
}

function sourceOf({ source }: Credential): EnvelopingSource {
  if (source.securing !== 'enveloping') throw new Error('not a signed badge');
  return source;
}

/** OB 2.0 §RevocationList: revoked by "id or uid"; in Open Badges 1 by uid. */
const withUid = (statuses: Credential['statuses'], uid: Json | undefined): Credential['statuses'] =>
  typeof uid === 'string' || typeof uid === 'number'
    ? statuses.map((entry) => ({ ...entry, json: { ...entry.json, uid } }))
    : statuses;
