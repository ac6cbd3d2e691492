/** Where an OB 2 issuer may host (OB 2.0 §HostedBadge, §VerificationObject). Pure; addresses are compared as URLs, never as text. */
import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';

/** What one `verification` entry of a profile allows. */
interface Rule {
  /** Normalised prefixes; null where it names none. */
  readonly startsWith: readonly URL[] | null;
  /** Allowed hosts or origins, normalised; null where it names none. */
  readonly allowedOrigins: readonly string[] | null;
}

/** What the issuer profile, fetched from its own id, allows. */
export interface HostingScope {
  /** Every entry that says something; all of them must allow an address. */
  readonly rules: readonly Rule[];
  /** The issuer id: its origin is the rule where the profile names none. */
  readonly issuer: URL;
}

/**
 * Parses an http(s) address for comparing: `http` on its own port counts as `https` (we only ever ask by TLS, and the
 * host is the same party), user names are never part of an address, fragments name no other document.
 */
export function comparable(address: string): URL | null {
  const parsed = URL.canParse(address) ? new URL(address) : null;
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol)) return null;
  if (parsed.username !== '' || parsed.password !== '') return null;
  if (parsed.protocol === 'http:' && parsed.port === '') parsed.protocol = 'https:';
  parsed.hash = '';
  return parsed;
}

/** Whether two addresses are the same one. Case matters in paths, not in hosts; query strings are part of it. */
export function sameAddress(one: string, other: string): boolean {
  const [first, second] = [comparable(one), comparable(other)];
  return first !== null && second !== null && first.href === second.href;
}

/** Reads the rule from a fetched profile. `issuer` is the address that the profile was fetched from. */
export function scopeOf(profile: JsonObject, issuer: URL): HostingScope {
  const entries = asArray<Json>(profile.verification ?? undefined).filter(isJsonObject);
  const rules = entries
    .map((entry): Rule => {
      const startsWith = textsOf(entry.startsWith);
      const allowedOrigins = textsOf(entry.allowedOrigins);
      return {
        startsWith: startsWith?.map(comparable).filter((prefix) => prefix !== null) ?? null,
        allowedOrigins: allowedOrigins?.map(originOf).filter((origin) => origin !== null) ?? null,
      };
    })
    .filter(({ startsWith, allowedOrigins }) => startsWith !== null || allowedOrigins !== null);
  return { issuer, rules };
}

/** Whether a record at this address is within the scope. Every rule that the profile states must hold. */
export function inScope(scope: HostingScope, address: string): boolean {
  const asked = comparable(address);
  if (asked === null) return false;
  const { rules, issuer } = scope;
  if (rules.length === 0) return asked.origin === issuer.origin;
  return rules.every(
    ({ startsWith, allowedOrigins }) =>
      (startsWith === null || startsWith.some((prefix) => isUnder(asked, prefix))) &&
      (allowedOrigins === null || allowedOrigins.includes(asked.origin)),
  );
}

/** Whether a redirect may end here: on an origin that the rule names. The path is the server's own business. */
export function originInScope(scope: HostingScope, finalAddress: string): boolean {
  const final = comparable(finalAddress);
  if (final === null) return false;
  const { rules, issuer } = scope;
  if (rules.length === 0) return final.origin === issuer.origin;
  return rules.every(({ startsWith, allowedOrigins }) =>
    allowedOrigins !== null
      ? allowedOrigins.includes(final.origin)
      : startsWith?.some((prefix) => prefix.origin === final.origin),
  );
}

/** `https://example.org/a` covers `/a`, `/a/b` and `/a?b`, and neither `/abc` nor `https://example.org.evil.example/a`. */
function isUnder(address: URL, prefix: URL): boolean {
  if (address.origin !== prefix.origin) return false;
  const [path, start] = [pathOf(address), pathOf(prefix)];
  // A server may decode `..%2F` where a URL parser does not: such an address can lead out of its own prefix.
  if (!path.startsWith(start) || /%2f|%5c/i.test(address.pathname)) return false;
  const next = path.charAt(start.length);
  return next === '' || /[/?]/.test(next) || !/[\p{L}\p{N}%]$/u.test(start);
}

const pathOf = ({ pathname, search }: URL): string => pathname + search;

/** OB 2.0 §VerificationObject: `allowedOrigins` are hosts (`example.org`); whole origins are met in the wild. */
function originOf(text: string): string | null {
  const whole = text.includes('://') ? comparable(text) : comparable(`https://${text}`);
  return whole && whole.pathname === '/' && whole.search === '' ? whole.origin : null;
}

/** A rule of the wrong type allows nothing; an absent one is none. */
function textsOf(value: Json | undefined): readonly string[] | null {
  if (value === undefined || value === null) return null;
  return asArray<Json>(value).filter((text) => typeof text === 'string');
}
