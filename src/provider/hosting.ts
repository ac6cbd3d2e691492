import { remember } from '../encoding/remember.ts';
import { lazy } from '../lazy.ts';
import type { Hosting } from '../ports.ts';
import type { Provider } from './provider.ts';
import { PROVIDERS } from './registry/index.ts';

/** The host of an address that a match pattern can cover: https, without port and user. Null for any other address. */
function plainHost(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isPlain = url?.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
  return isPlain ? url.hostname : null;
}

/** Whether a match pattern of the registry (`https://*.example.org/*`) covers a host. */
function covers(pattern: string, hostname: string): boolean {
  const host = pattern.slice('https://'.length, -'/*'.length);
  return host.startsWith('*.')
    ? hostname === host.slice(2) || hostname.endsWith(host.slice(1))
    : hostname === host;
}

/** Whether an address is on one of the hosts that the registry lists for a provider. */
export function isHostOf({ hosts }: Provider, address: string): boolean {
  const host = plainHost(address);
  return host !== null && hosts.some((pattern) => covers(pattern, host));
}

/** The credentials of a page are on few hosts. */
const MAX_HOSTS = 1_000;
const providerAt = remember(
  (host) => PROVIDERS.find(({ hosts }) => hosts.some((pattern) => covers(pattern, host))) ?? null,
  MAX_HOSTS,
);

function providerOf(address: string): Provider | null {
  const host = plainHost(address);
  return host === null ? null : providerAt(host);
}

const ALIASES = lazy(() => PROVIDERS.flatMap(({ aliases = [] }) => aliases));

/** Every alias is an address, or the id that a host's DID has of it. */
const MAY_BE_ALIAS = /^(?:https|did:web):/i;

/** The listed issuers are some hundred, and the addresses of a page are compared with all of them. */
const MAX_NAMES = 2_000;

/** What each alias that an address matches calls it. Hexadecimal ids compare in any case. */
const namesOf = remember(
  (address): readonly string[] =>
    (MAY_BE_ALIAS.test(address) ? ALIASES() : []).flatMap((alias, index) => {
      const groups = alias.exec(address)?.groups;
      if (!groups) return [];
      const name = Object.values(groups)
        .map((value) => (/^[0-9a-f-]+$/i.test(value) ? value.toLowerCase() : value))
        .join(' ');
      return [`${index} ${name}`];
    }),
  MAX_NAMES,
);

/** The names of the second are not looked for where the first has none. */
function haveOneName(one: string, other: string): boolean {
  const names = namesOf(one);
  return names.length > 0 && namesOf(other).some((name) => names.includes(name));
}

/** Whether an address is on a platform where many issue. Its host then does not tell who issued a badge. */
export const isOfManyIssuers = (address: string): boolean => providerOf(address)?.group === 'badge-platform';

/** The answers of the registry to what verifying asks about hosting. */
export const hosting: Hosting = {
  sameRecord: (one, other) => one === other || haveOneName(one, other),

  membersOnly(issuerId) {
    const provider = PROVIDERS.find(({ membersOnly }) => membersOnly?.issuers.test(issuerId));
    return provider?.membersOnly ? { name: provider.name, date: provider.membersOnly.date } : null;
  },

  notFound: (address) => providerOf(address)?.notFound ?? 'unknown',

  providerAt(address) {
    const provider = providerOf(address);
    return provider && { id: provider.id, name: provider.name };
  },
};
