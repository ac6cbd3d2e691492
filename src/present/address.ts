import { MAX_HOST_CHARACTERS } from '../net/address.ts';

/** The address itself if a person may safely follow it (http or https, no user name in it); null otherwise. */
export function safeLink(address: string | null): string | null {
  const url = address === null ? null : readUrl(address);
  const web = url?.protocol === 'https:' || url?.protocol === 'http:';
  return url !== null && web && url.username === '' && url.password === '' ? url.href : null;
}

/** The host of an address, ASCII form; null where it has none. */
export function hostOf(address: string | null): string | null {
  return (address === null ? null : readUrl(address)?.host) || null;
}

/** Host and path, without query and fragment: those may carry secrets (wallet pins, e-mail addresses). */
export function withoutSecrets(address: string): string {
  const url = readUrl(address);
  return url === null || url.host === '' ? (address.split(/[?#]/, 1)[0] ?? '') : `${url.host}${url.pathname}`;
}

/** No address is longer: the guard asks no longer ones, and a text cut for showing is longer still. */
const MAX_ADDRESS_CHARACTERS = 8192;

function readUrl(address: string): URL | null {
  if (address.length > MAX_ADDRESS_CHARACTERS || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.hostname.length > MAX_HOST_CHARACTERS ? null : url;
}

/** A link that may be followed, and the host that it leads to. */
export interface LinkView {
  readonly href: string;
  readonly host: string;
}

/** Null for what is no address that a page may link to. */
export const linkView = (address: string | null): LinkView | null => {
  const href = safeLink(address);
  const host = hostOf(href);
  return href === null || host === null ? null : { href, host };
};
