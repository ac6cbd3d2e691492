/**
 * The match pattern of an address's origin: `https://host/*`. Match patterns have no port, so one host is one grant.
 * null for anything but https.
 */
export function originPattern(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' && hostname !== '' ? `https://${hostname}/*` : null;
}
