/**
 * Address blocks in which no credential is published. From the IANA special-purpose registries (RFC 6890 and its
 * updates).
 */
const INNER_IPV4: readonly (readonly [network: string, bits: number])[] = [
  // this network
  ['0.0.0.0', 8],
  // private
  ['10.0.0.0', 8],
  // carrier-grade NAT
  ['100.64.0.0', 10],
  // loopback
  ['127.0.0.0', 8],
  // link-local, cloud metadata
  ['169.254.0.0', 16],
  // private
  ['172.16.0.0', 12],
  // IETF protocol assignments
  ['192.0.0.0', 24],
  // documentation
  ['192.0.2.0', 24],
  // 6to4 relays
  ['192.88.99.0', 24],
  // private
  ['192.168.0.0', 16],
  // benchmarking
  ['198.18.0.0', 15],
  // documentation
  ['198.51.100.0', 24],
  // documentation
  ['203.0.113.0', 24],
  // multicast
  ['224.0.0.0', 4],
  // reserved, broadcast
  ['240.0.0.0', 4],
];

/** Blocks within 2000::/3, the only block of global unicast. Everything outside 2000::/3 is refused as a whole. */
const INNER_IPV6: readonly (readonly [groups: readonly number[], bits: number])[] = [
  // IETF protocol assignments, Teredo with its embedded IPv4
  [[0x2001, 0x0000], 23],
  // documentation
  [[0x2001, 0x0db8], 32],
  // 6to4: contains an IPv4 address
  [[0x2002], 16],
  // documentation
  [[0x3fff, 0x0000], 20],
];

/** True for a dotted IPv4 address in one of these blocks, and for anything that is no IPv4 address. */
export function isInnerIpv4(address: string): boolean {
  const value = ipv4Value(address);
  if (value === null) return true;
  return INNER_IPV4.some(([network, bits]) => {
    const size = 2 ** (32 - bits);
    return Math.floor(value / size) === Math.floor((ipv4Value(network) ?? 0) / size);
  });
}

/**
 * True for anything but an IPv6 address of global unicast outside these blocks. An address that contains an IPv4
 * address (mapped, translated, 6to4) is never global.
 */
export function isInnerIpv6(address: string): boolean {
  const groups = ipv6Groups(address);
  if (groups === null || (groups[0] ?? 0) >> 13 !== 0b001) return true;
  return INNER_IPV6.some(([network, bits]) => samePrefix(groups, network, bits));
}

/**
 * True where a resolved name leads to an inner address. Behind a DNS64 resolver (RFC 6147), every IPv4-only host
 * resolves into 64:ff9b::/96. There the contained IPv4 address decides.
 */
export function isInnerAddress(address: string): boolean {
  if (!address.includes(':')) return isInnerIpv4(address);
  const groups = ipv6Groups(address);
  if (groups === null) return true;
  const translated = [0x64, 0xff9b, 0, 0, 0, 0].every((group, index) => groups[index] === group);
  if (!translated) return isInnerIpv6(address);
  const [high = 0, low = 0] = groups.slice(6);
  return isInnerIpv4([high >> 8, high & 255, low >> 8, low & 255].join('.'));
}

function ipv4Value(address: string): number | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address);
  const bytes = match?.slice(1).map(Number) ?? [];
  if (bytes.length !== 4 || bytes.some((byte) => byte > 255)) return null;
  return bytes.reduce((value, byte) => value * 256 + byte, 0);
}

/** The eight groups of an address in any spelling of RFC 4291 §2.2. A zone index is removed. */
function ipv6Groups(address: string): readonly number[] | null {
  const text = address.replace(/%.*$/, '').replace(/(\d+\.\d+\.\d+\.\d+)$/, (dotted) => {
    const value = ipv4Value(dotted);
    return value === null ? 'x' : `${Math.floor(value / 65536).toString(16)}:${(value % 65536).toString(16)}`;
  });
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const [front = [], back = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - front.length - back.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const groups = [...front, ...Array<string>(missing).fill('0'), ...back];
  if (groups.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return null;
  return groups.map((group) => Number.parseInt(group, 16));
}

function samePrefix(groups: readonly number[], network: readonly number[], bits: number): boolean {
  for (let index = 0; index * 16 < bits; index++) {
    const shift = Math.max(0, 16 - (bits - index * 16));
    if ((groups[index] ?? 0) >> shift !== (network[index] ?? 0) >> shift) return false;
  }
  return true;
}
