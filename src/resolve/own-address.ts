/**
 * An address that a page only repeats: a canonical link, a share button, the way back from a login. Any answer may
 * carry it, even "not found" with status 200. So an id that stands only there is no evidence.
 */

/** Path and query of an address, without a slash at the end of the path. Empty where the address is its host alone. */
export function ownPath(address: string): string {
  if (!URL.canParse(address)) return '';
  const { pathname, search } = new URL(address);
  return decoded(pathname.replace(/\/$/, '') + search);
}

/** Whether a value is this address or contains it whole. A longer path below it is another address, and evidence. */
export function repeats(value: string, own: string): boolean {
  if (own === '') return false;
  const text = decoded(value);
  const at = text.indexOf(own);
  return at >= 0 && /^\/?(?:$|[?#&"'\s])/.test(text.slice(at + own.length, at + own.length + 2));
}

/** An address within an address is encoded once; one within that, twice. */
function decoded(text: string): string {
  try {
    const once = decodeURIComponent(text);
    return once.includes('%') ? decodeURIComponent(once) : once;
  } catch {
    return text;
  }
}
