/** Issuers that a federation names, by a chain that ends at a key which the reader has pinned (OpenID Federation 1.0). */
import { parseJson } from '../../encoding/json.ts';
import { decodeText } from '../../encoding/text.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { readTextAnswer } from '../../net/answer.ts';
import type { Clock, Instant, Net, Recognition } from '../../ports.ts';
import { failWith, type Result, succeed } from '../../result.ts';
import { CLOCK_TOLERANCE_MS } from '../clock-tolerance.ts';
import type { PublicJwk } from '../key/jwk.ts';
import { keysOfSet, usable } from '../key/jwks.ts';
import { verifyCompactJws } from '../proof/jws.ts';
import { isIssuerId } from './issuer-id.ts';

export interface FederationAnchor {
  /** The anchor's entity identifier: an https address. */
  readonly id: string;
  /** The name of the federation that readers know. */
  readonly name: string;
  /** The user pinned these keys. No key that the anchor publishes is trusted. */
  readonly keys: readonly PublicJwk[];
}

interface Asking {
  readonly net: Net;
  readonly clock: Clock;
}

const MAX_NAME_CHARACTERS = 200;

/**
 * The anchor in `{"federation": "https://…", "name": "…", "jwks": {"keys": […]}}`. Null for another form, and where no
 * key can be used now.
 */
export function anchorIn({ federation: id, name, jwks }: JsonObject, now: Instant): FederationAnchor | null {
  if (typeof id !== 'string' || typeof name !== 'string' || !/^https:/.test(id) || !isIssuerId(id))
    return null;
  const set = isJsonObject(jwks) ? usable(keysOfSet(jwks, { names: [], now })) : [];
  const keys = set.flatMap(({ jwk, ended }) => (ended === null ? [jwk] : []));
  return keys.length > 0 ? { id, name, keys } : null;
}

/** What the federations say of an issuer id. A problem counts only where none of them names it. */
export async function inFederations(
  issuerId: string,
  anchors: readonly FederationAnchor[],
  asking: Asking,
): Promise<Result<readonly Recognition[]>> {
  const found = await Promise.all(anchors.map((anchor) => federatedIssuer(issuerId, anchor, asking)));
  const named = found.flatMap((each) => (each.ok ? each.value : []));
  return named.length > 0 ? succeed(named) : (found.find(({ ok }) => !ok) ?? succeed([]));
}

/**
 * What an anchor says of an issuer id. Its statement about itself names the endpoint, and its statement about the
 * issuer names the organisation (§3.1, §8.1). Both must be signed by a pinned key, for this very subject, and be
 * current. Anything else proves nothing: no entry, another subject, a forgery, or further authorities in between.
 * Problems: those of `net`, and of a status other than 2xx and 404.
 */
export async function federatedIssuer(
  issuerId: string,
  anchor: FederationAnchor,
  asking: Asking,
): Promise<Result<readonly Recognition[]>> {
  const own = await statementAt(`${anchor.id.replace(/\/$/, '')}/.well-known/openid-federation`, anchor.id, {
    anchor,
    asking,
  });
  if (!own.ok) return own;
  const endpoint = own.value && textIn(own.value, 'federation_fetch_endpoint');
  if (!endpoint || !isOfAnchor(endpoint, anchor)) return succeed([]);
  const address = new URL(endpoint);
  address.searchParams.set('sub', issuerId);
  const statement = await statementAt(address.href, issuerId, { anchor, asking });
  if (!statement.ok) return statement;
  const name = statement.value && textIn(statement.value, 'organization_name');
  if (!name || name.length > MAX_NAME_CHARACTERS) return succeed([]);
  const date = new Date(Number(statement.value?.iat) * 1000).toISOString().slice(0, 10);
  return succeed([{ source: anchor.name, name, date }]);
}

const isOfAnchor = (endpoint: string, { id }: FederationAnchor): boolean =>
  URL.canParse(endpoint) && new URL(endpoint).origin === new URL(id).origin;

/** A verified statement of the anchor about `subject`. Null where the answer is none. */
async function statementAt(
  url: string,
  subject: string,
  { anchor, asking: { net, clock } }: { readonly anchor: FederationAnchor; readonly asking: Asking },
): Promise<Result<JsonObject | null>> {
  const answer = await net.get({ url, accept: 'application/entity-statement+jwt' });
  if (!answer.ok) return answer;
  if (answer.value.status === 404) return succeed(null);
  const text = readTextAnswer(answer.value);
  if (!text.ok) return failWith(text.problem);
  const verified = await verifyCompactJws({ token: text.value.trim(), keys: anchor.keys });
  // §3.1: because of the type, a token for another purpose cannot pass for a statement.
  if (!verified.ok || verified.value.header.typ !== 'entity-statement+jwt') return succeed(null);
  const payload = payloadOf(verified.value.payload);
  return succeed(
    payload && isStatement(payload, { iss: anchor.id, sub: subject }, clock.now()) ? payload : null,
  );
}

function payloadOf(bytes: Uint8Array): JsonObject | null {
  const text = decodeText(bytes, 'utf-8');
  const json = text.ok ? parseJson(text.value) : text;
  return json.ok && isJsonObject(json.value) ? json.value : null;
}

/**
 * The statement must be about this subject, by this authority, and current. An unknown critical claim makes it
 * unusable.
 */
const isStatement = (
  { iss, sub, iat, exp, crit }: JsonObject,
  wanted: { readonly iss: string; readonly sub: string },
  now: Instant,
): boolean =>
  iss === wanted.iss &&
  sub === wanted.sub &&
  crit === undefined &&
  isInstant(iat) &&
  iat * 1000 <= now + CLOCK_TOLERANCE_MS &&
  isInstant(exp) &&
  exp * 1000 > now;

const isInstant = (value: Json | undefined): value is number =>
  typeof value === 'number' && value > 0 && value < 1e11;

/** A text in the federation metadata of the subject (§5.1.1), which may be empty. */
function textIn({ metadata }: JsonObject, name: string): string | null {
  const entity = isJsonObject(metadata) ? metadata.federation_entity : undefined;
  const value = isJsonObject(entity) ? entity[name] : undefined;
  return typeof value === 'string' ? value.trim() : null;
}
