/**
 * A host in four characters. The page's script knows the platforms' domains only by these, because their names would
 * fill a tenth of it. About one other host in ten thousand has the code of a platform. The worker then takes a second
 * look at its links; nothing else follows.
 */
export function hostCode(host: string): string {
  let code = 0;
  for (let at = 0; at < host.length; at += 1) code = (code * 33 + host.charCodeAt(at)) % MAX_CODE;
  return (code + FIRST).toString(36);
}
/** The numbers that four characters write. */
const FIRST = 36 ** 3;
const MAX_CODE = 36 ** 4 - FIRST;
