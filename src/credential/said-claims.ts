import { isJsonObject, type JsonObject, sameJson } from '../json.ts';
import { endOf, readDate } from './date.ts';
import type { DateText, EnvelopingSource } from './model.ts';
import { readVersion } from './shape/context-shape.ts';

/** The claims that say something. Many programs write null for what they lack: that is no issuer, no end and no id. */
export const saidClaims = (claims: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== null));

/** Those of a token. The disclosed claims of an SD-JWT count like those in the open (RFC 9901 §7.1 step 6). */
export const claimsOf = ({ claims }: EnvelopingSource): JsonObject => saidClaims(claims);

/**
 * Whether the members of the credential in the claim `vc` are written beside it too, each with the same value, as Veramo
 * and did-jwt-vc do it on request. VCDM 1.1 §6.3.1 allows claims beside `vc`. In the other model no token may have both
 * (VC-JOSE-COSE §3.1.1).
 */
export const isRepeated = (claims: JsonObject): boolean =>
  isJsonObject(claims.vc) &&
  readVersion(claims.vc) === '1.1' &&
  Object.entries(claims.vc).every(([name, value]) => sameJson(claims[name] ?? value, value));

/**
 * A day alone ends with the day, unless the token's `exp` is the beginning of that day: on or after that moment, nobody
 * may accept the token (RFC 7519 §4.1.4).
 */
export function endInToken(source: EnvelopingSource, end: DateText): DateText {
  const { exp } = claimsOf(source);
  const isSaid = end.instant !== null && exp === end.instant / 1000 && endOf(end) !== end.instant;
  return isSaid ? (readDate(new Date(end.instant).toISOString()) ?? end) : end;
}
