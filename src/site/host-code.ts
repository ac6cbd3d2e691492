/**
 * A host in four letters: the page's script knows the platforms' domains by these alone, for their names would fill a
 * tenth of it. One other host in some ten thousand has the code of a platform: its links get a second look, in the
 * worker, and that is all.
 */
export function hostCode(host: string): string {
  let code = 0;
  for (let at = 0; at < host.length; at += 1) code = (code * 33 + host.charCodeAt(at)) % MAX_CODE;
  return (code + FIRST).toString(36);
}
/** The numbers that four letters write. */
const FIRST = 36 ** 3;
const MAX_CODE = 36 ** 4 - FIRST;
