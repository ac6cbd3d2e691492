import type { Hosting } from '../ports.ts';
import type { Provider } from './provider.ts';
import { PROVIDERS } from './registry/index.ts';

/**
 * Whether a match pattern of the registry (`https://*.example.org/*`) covers an address. Exact scheme, no port, no
 * user.
 */
function covers(pattern: string, url: URL): boolean {
  const host = pattern.slice('https://'.length, -'/*'.length);
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '')
    return false;
  return host.startsWith('*.')
    ? url.hostname === host.slice(2) || url.hostname.endsWith(host.slice(1))
    : url.hostname === host;
}

/** Whether an address is on one of the hosts that the registry lists for a provider. */
export const isHostOf = ({ hosts }: Provider, address: string): boolean =>
  URL.canParse(address) && hosts.some((pattern) => covers(pattern, new URL(address)));

const providerOf = (address: string): Provider | null =>
  PROVIDERS.find((provider) => isHostOf(provider, address)) ?? null;

/** The named groups of the first alias that an address matches. Hexadecimal ids compare in any case. */
function nameOf(address: string, alias: RegExp): string | null {
  const groups = alias.exec(address)?.groups;
  if (!groups) return null;
  return Object.values(groups)
    .map((value) => (/^[0-9a-f-]+$/i.test(value) ? value.toLowerCase() : value))
    .join(' ');
}

const aliased = (provider: Provider, one: string, other: string): boolean =>
  (provider.aliases ?? []).some((alias) => {
    const name = nameOf(one, alias);
    return name !== null && name === nameOf(other, alias);
  });

/** Whether an address is on a platform where many issue. Its host then does not tell who issued a badge. */
export const isOfManyIssuers = (address: string): boolean => providerOf(address)?.group === 'badge-platform';

/** The answers of the registry to what verifying asks about hosting. */
export const hosting: Hosting = {
  sameRecord: (one, other) => one === other || PROVIDERS.some((provider) => aliased(provider, one, other)),

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
