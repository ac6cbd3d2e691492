/**
 * An address that a page only repeats: a canonical link, a share button, the way back from a login. Whatever a server
 * answers, also "not found" with status 200, may carry it, so that an id which stands there alone is no evidence.
 */

/** Path and query of an address, without the slash that may end the path; empty where the address is its host alone. */
export function ownPath(address: string): string {
  if (!URL.canParse(address)) return '';
  const { pathname, search } = new URL(address);
  return decoded(pathname.replace(/\/$/, '') + search);
}

/** Whether a value is this address, or holds it whole. One below it says that there is something, and is another. */
export function repeats(value: string, own: string): boolean {
  if (own === '') return false;
  const text = decoded(value);
  const at = text.indexOf(own);
  return at >= 0 && /^\/?(?:$|[?#&"'\s])/.test(text.slice(at + own.length, at + own.length + 2));
}

/** An address within an address is encoded once, one within that twice. */
function decoded(text: string): string {
  try {
    const once = decodeURIComponent(text);
    return once.includes('%') ? decodeURIComponent(once) : once;
  } catch {
    return text;
  }
}
