/** Names the one function that may be wrong. The builds for Node put `canParse` in the place of all others. */
const { canParse: canNodeParse } = URL;

/** All that Node reads wrongly: a text in which each character is a byte, and some are not ASCII. */
const LATIN_1 = /[\x80-\xff]/;

/**
 * `URL.canParse` (URL Standard §6.1). That of Node 20 refuses `https://münchen.example/` once it has been compiled, which
 * is after some thousand calls: it then takes the bytes of Latin-1 for UTF-8.
 */
export function canParse(address: string, base?: string): boolean {
  if (!LATIN_1.test(address) && !LATIN_1.test(base ?? '')) return canNodeParse(address, base);
  try {
    new URL(address, base);
    return true;
  } catch {
    return false;
  }
}
