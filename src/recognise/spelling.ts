/** Other addresses under which platforms serve the same page. */

const MOBILE = /^(?:m|mobile|touch)\./;
/** A language at the start of the path: `/fr/verify/ABC`, `/pt-br/verify/ABC`. */
const LANGUAGE = /^\/[a-z]{2}(?:[-_][a-z]{2,4})?(?=\/)/i;
/** The remaining path has several parts, or is a number that nothing else has. */
const TELLING = /^\/[^/]+\/[^/]|^\/(?=[^/]*[\d-])[\w-]{8,}/;

/**
 * Other spellings of a link, the likeliest first: with or without `www`, the usual host for a mobile one, without the
 * path's leading language, without doubled slashes. Only for hosts that the registry knows by name: elsewhere only the
 * server decides what a path means.
 */
export function spellingsOf({ protocol, hostname, pathname, search, hash }: URL): readonly string[] {
  const bare = hostname.replace(MOBILE, '').replace(/^www\./, '');
  const single = pathname.replace(/\/{2,}/g, '/');
  const plain = single.replace(LANGUAGE, '');
  const paths = TELLING.test(plain) ? [single, plain] : [single];
  const hosts = [hostname, `www.${bare}`, bare];
  const own = hostname + pathname;
  return [...new Set(paths.flatMap((path) => hosts.map((host) => host + path)))]
    .filter((spelling) => spelling !== own)
    .map((spelling) => `${protocol}//${spelling}${search}${hash}`);
}
