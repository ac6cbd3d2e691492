/**
 * Where an OB 2 issuer may host (OB 2.0 §HostedBadge, §VerificationObject). Pure. Addresses are compared as URLs, never
 * as text.
 */
import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { asServersRead, comparableAddress, sameTenant, tenantOf } from '../../net/tenant.ts';

/** What one `verification` entry of a profile allows. */
interface Rule {
  /** Normalised prefixes. Null where it names none. */
  readonly startsWith: readonly URL[] | null;
  /** Allowed hosts or origins, normalised. Null where it names none. */
  readonly allowedOrigins: readonly string[] | null;
}

/** What the issuer profile allows. The profile was fetched from its own id. */
export interface HostingScope {
  /** Every entry with a rule. All of them must allow an address. */
  readonly rules: readonly Rule[];
  /** The issuer id. Where the profile has no rule, the party that controls this id is the rule. */
  readonly issuer: URL;
}

/** Reads the rule from a fetched profile. `issuer` is the address that the profile was fetched from. */
export function scopeOf(profile: JsonObject, issuer: URL): HostingScope {
  const entries = asArray<Json>(profile.verification ?? undefined).filter(isJsonObject);
  const rules = entries
    .map((entry): Rule => {
      const startsWith = textsOf(entry.startsWith);
      const allowedOrigins = textsOf(entry.allowedOrigins);
      return {
        startsWith: startsWith?.map(comparableAddress).filter((prefix) => prefix !== null) ?? null,
        allowedOrigins: allowedOrigins?.map(originOf).filter((origin) => origin !== null) ?? null,
      };
    })
    .filter(({ startsWith, allowedOrigins }) => startsWith !== null || allowedOrigins !== null);
  return { issuer, rules };
}

/**
 * Where an address lies. `neighbour`: the rule covers it, but on a shared host it is below another tenant's path. OB
 * 2.0 goes by origins, so that disproves nothing. But anybody may have written what is there.
 */
export type Place = 'inside' | 'neighbour' | 'outside';

/** The place of a record at this address, or of a redirect that ends there. Every rule of the profile must allow it. */
export function placeIn({ rules, issuer }: HostingScope, address: string): Place {
  const asked = comparableAddress(address);
  if (asked === null) return 'outside';
  if (rules.length === 0) return placed(asked.origin === issuer.origin, sameTenant(address, issuer.href));
  const places = rules.map((rule) => placeUnder(rule, asked, issuer));
  return PLACES.find((place) => places.includes(place)) ?? 'inside';
}

/** The worst first. */
const PLACES: readonly Place[] = ['outside', 'neighbour', 'inside'];

const placed = (allowed: boolean, controlled: boolean): Place => {
  if (!allowed) return 'outside';
  return controlled ? 'inside' : 'neighbour';
};

/** A rule may allow the issuer's own addresses and hosts of a single party. It may also name the path of a tenant. */
function placeUnder({ startsWith, allowedOrigins }: Rule, asked: URL, issuer: URL): Place {
  const covering = startsWith?.filter((prefix) => isUnder(asked, prefix)) ?? null;
  const allowed =
    (covering === null || covering.length > 0) &&
    (allowedOrigins === null || allowedOrigins.includes(asked.origin));
  const path = tenantOf(asked.href)?.path ?? '';
  const named = path === '/' || (covering ?? []).some((prefix) => pathOf(prefix).startsWith(path));
  return placed(allowed, named || sameTenant(asked.href, issuer.href));
}

/** `https://example.org/a` covers `/a`, `/a/b` and `/a?b`, and neither `/abc` nor `https://example.org.evil.example/a`. */
function isUnder(address: URL, prefix: URL): boolean {
  if (address.origin !== prefix.origin) return false;
  // A server may read `..%2F` and `..;` where a URL parser does not: such an address can lead out of its own prefix.
  return [pathOf, servedPathOf].every((read) => beginsWith(read(address), read(prefix)));
}

function beginsWith(path: string, start: string): boolean {
  const next = path.charAt(start.length);
  const ends = next === '' || /[/?]/.test(next) || !/[\p{L}\p{N}%]$/u.test(start);
  return path.startsWith(start) && ends;
}

const pathOf = ({ pathname, search }: URL): string => pathname + search;
const servedPathOf = (address: URL): string => asServersRead(address) + address.search;

/** OB 2.0 §VerificationObject: `allowedOrigins` are hosts (`example.org`). Some profiles have whole origins. */
function originOf(text: string): string | null {
  const whole = text.includes('://') ? comparableAddress(text) : comparableAddress(`https://${text}`);
  return whole && whole.pathname === '/' && whole.search === '' ? whole.origin : null;
}

/** A rule of the wrong type allows nothing; an absent one is none. */
function textsOf(value: Json | undefined): readonly string[] | null {
  if (value === undefined || value === null) return null;
  return asArray<Json>(value).filter((text) => typeof text === 'string');
}
