import type { JsonObject } from '../json.ts';
import { endOf, readDate } from './date.ts';
import type { DateText, EnvelopingSource } from './model.ts';

/** The claims that say something. Many programs write null for what they lack: that is no issuer, no end and no id. */
export const saidClaims = (claims: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== null));

/** Those of a token. The disclosed claims of an SD-JWT count like those in the open (RFC 9901 §7.1 step 6). */
export const claimsOf = ({ flavour, payload, document }: EnvelopingSource): JsonObject =>
  saidClaims(flavour === 'sd-jwt-vc' ? document : payload);

/**
 * A day alone ends with the day, unless the token's `exp` is the beginning of that day: on or after that moment, nobody
 * may accept the token (RFC 7519 §4.1.4).
 */
export function endInToken(source: EnvelopingSource, end: DateText): DateText {
  const { exp } = claimsOf(source);
  const isSaid = end.instant !== null && exp === end.instant / 1000 && endOf(end) !== end.instant;
  return isSaid ? (readDate(new Date(end.instant).toISOString()) ?? end) : end;
}
