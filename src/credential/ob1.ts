import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts';
import { namesContext } from './shape/context-shape.ts';
import { readTypes } from './text.ts';

/** The three parts of a badge before Open Badges 3.0, inline or fetched. */
export interface Parts {
  readonly assertion: JsonObject;
  readonly badge: JsonObject | null;
  readonly issuer: JsonObject | null;
}

const OB2_CONTEXT = /openbadge(?:s|spec\.org)\/v2|\/ob\/v2p/;
/** The drafts had the address `standard/1.1`. */
const OB1_CONTEXT = /openbadge(?:s|spec\.org)\/v[01]|openbadges\.org\/standard\/1/;

/** OB 2.0 §5: every 2.x document names the 2.x context. Version 1.1 names its own, and earlier versions name none. */
export function isOb1(assertion: JsonObject): boolean {
  if (namesContext(assertion, (url) => OB2_CONTEXT.test(url))) return false;
  if (namesContext(assertion, (url) => OB1_CONTEXT.test(url))) return true;
  if (assertion['@context'] !== undefined) return false;
  return !readTypes(assertion).includes('Assertion') && !isTombstone(assertion);
}

/**
 * Whether an issuer's profile is of 1.x, so that `verify.url` may name its key. Such a profile names only 1.x contexts
 * (1.1), or no context and no type (1.0, which is no JSON-LD). It has none of the members in which 2.0 says where the
 * keys and badges are.
 */
export function isOb1Issuer(profile: JsonObject): boolean {
  const contexts = asArray<Json>(profile['@context'] ?? undefined);
  const types = readTypes(profile);
  return (
    contexts.every((context) => typeof context === 'string' && OB1_CONTEXT.test(context)) &&
    (contexts.length > 0 ? !types.includes('Profile') : types.length === 0) &&
    profile.publicKey === undefined &&
    profile.verification === undefined
  );
}

const isTombstone = (assertion: JsonObject): boolean =>
  assertion.revoked === true && assertion.badge === undefined;

/**
 * Turns Open Badges 0.5, 1.0 and 1.1 into the form of 2.0 (OB 2.0 §8, "Upgrading").
 * - `verify` becomes `verification`, and its `url` becomes the id.
 * - `issued_on` becomes `issuedOn`.
 * - A 0.5 recipient (a string, with `salt` beside it) becomes an IdentityObject.
 * - A 0.5 issuer is known by its `origin` alone.
 *
 * Nothing is invented. What is missing stays missing, and is a defect.
 */
export function upgradeOb1({ assertion, badge, issuer }: Parts): Parts {
  const { recipient, salt, verify, verification, issued_on, ...rest } = assertion;
  const how = verification ?? verify;
  const inlineBadge = badge ?? (isJsonObject(rest.badge) ? rest.badge : null);
  const inlineIssuer = issuer ?? (isJsonObject(inlineBadge?.issuer) ? inlineBadge.issuer : null);
  const era = isEra05(assertion) ? '0.5' : '1';
  return {
    assertion: {
      ...rest,
      type: rest.type ?? 'Assertion',
      ...present('id', idOf(assertion, how)),
      ...present('recipient', upgradeRecipient(recipient, { salt, era })),
      // 0.5 had only hosted badges (OB 0.5.0, Assertion specification).
      ...present('verification', how ?? (era === '0.5' ? { type: 'hosted' } : undefined)),
      ...present('issuedOn', upgradeDate(rest.issuedOn ?? issued_on)),
      ...present('expires', upgradeDate(rest.expires)),
    },
    badge: inlineBadge && upgradeBadge(inlineBadge),
    issuer: inlineIssuer && upgradeIssuer(inlineIssuer),
  };
}

const present = (name: string, value: Json | undefined): JsonObject =>
  value === undefined || value === null ? {} : { [name]: value };

/** 0.5: badge and issuer are inline, and nothing says how to verify the badge. */
const isEra05 = (assertion: JsonObject): boolean =>
  assertion['@context'] === undefined &&
  isJsonObject(assertion.badge) &&
  (assertion.verify ?? assertion.verification ?? null) === null;

/** A 1.0 assertion has no id. Its `verify.url` is its address, which is what an id is. */
function idOf(assertion: JsonObject, how: Json | undefined): Json | undefined {
  const id = assertion.id ?? assertion['@id'];
  if (typeof id === 'string') return id;
  const verify = asArray(how).find((one): one is JsonObject => isJsonObject(one));
  return verify?.type === 'hosted' && typeof verify.url === 'string' ? verify.url : undefined;
}

const HASHED = /^[0-9a-z]+\$[0-9a-f]+$/i;

interface Era {
  readonly salt: Json | undefined;
  readonly era: '0.5' | '1';
}

function upgradeRecipient(recipient: Json | undefined, { salt, era }: Era): Json | undefined {
  if (typeof recipient !== 'string') return recipient;
  // A plain string is an e-mail address only in 0.5. A hash with `salt` beside it is also found in 1.0.
  const hashed = HASHED.test(recipient);
  if (!hashed && era !== '0.5') return recipient;
  return { type: 'email', identity: recipient, hashed, ...(hashed ? present('salt', salt) : {}) };
}

/**
 * OB 1.1 §DateTime: ISO 8601, or "a standard 10-digit Unix timestamp", as a number or as text. A longer number counts
 * something else, such as milliseconds. In seconds, an end long past would lie thousands of years ahead.
 */
function upgradeDate(value: Json | undefined): Json | undefined {
  if (typeof value === 'number') return value < MAX_TIMESTAMP ? value : String(value);
  return typeof value === 'string' && /^\d{9,10}$/.test(value) ? Number(value) : value;
}
const MAX_TIMESTAMP = 10_000_000_000;

function upgradeBadge(badge: JsonObject): JsonObject {
  return { ...badge, type: badge.type ?? 'BadgeClass' };
}

function upgradeIssuer(issuer: JsonObject): JsonObject {
  const { origin, contact, org, ...rest } = issuer;
  return {
    ...rest,
    type: issuer.type ?? 'Issuer',
    ...present('url', rest.url ?? origin),
    ...present('email', rest.email ?? contact),
    ...present('description', rest.description ?? org),
  };
}
