/** The same page under the other addresses by which platforms let it be reached. */

const MOBILE = /^(?:m|mobile|touch)\./;
/** A language before everything else: `/fr/verify/ABC`, `/pt-br/verify/ABC`. */
const LANGUAGE = /^\/[a-z]{2}(?:[-_][a-z]{2,4})?(?=\/)/i;
/** What is left has a path of its own, or is a number that nobody gives to anything else. */
const TELLING = /^\/[^/]+\/[^/]|^\/(?=[^/]*[\d-])[\w-]{8,}/;

/**
 * Other spellings of a link, the likeliest first: with or without `www`, for the mobile host its usual one, without the
 * language that its path begins with, without doubled slashes. Only for hosts that the registry knows by name: what a
 * path means elsewhere, its server alone decides.
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
