import { BlockList } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAddress } from '../../src/net/address.ts';
import { isInnerAddress } from '../../src/net/private-address.ts';

const codeOf = (address: string) => {
  const result = checkAddress(address);
  return result.ok ? 'allowed' : result.problem.code;
};

describe('checkAddress', () => {
  it.each([
    'https://www.credly.com/badges/1?x=y#z',
    'https://issuer.example.org:8443/a',
    'https://issuer.example/a',
    'https://xn--mnchen-3ya.de/',
    'https://93.184.216.34/a',
    'https://[2606:2800:220:1:248:1893:25c8:1946]/a',
    'https://internal.example.org/',
    'https://localhost.example.org/',
    'https://10.example.org/',
  ])('lets %s pass', (address) => {
    expect(codeOf(address)).toBe('allowed');
  });

  it.each([
    // loopback in every notation that the URL Standard knows
    'https://127.0.0.1/',
    'https://127.1/',
    'https://0x7f.0.0.1/',
    'https://0177.0.0.01/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://%31%32%37.0.0.1/',
    'https://127。0。0。1/',
    'https://127.0.0.1:8443/',
    'https://[::1]/',
    'https://[0:0:0:0:0:0:0:1]/',
    // IPv4 in disguise
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[::127.0.0.1]/',
    'https://[::ffff:8.8.8.8]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[64:ff9b:1::a00:1]/',
    'https://[2002:7f00:1::]/',
    'https://[2001:0:7f00:1::]/',
    // every block of inner addresses
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '100.127.255.255', '169.254.169.254', '172.16.0.1'].map(
      (host) => `https://${host}/`,
    ),
    ...['172.31.255.255', '192.0.0.8', '192.0.2.1', '192.88.99.1', '192.168.1.1', '198.18.0.1'].map(
      (host) => `https://${host}/`,
    ),
    ...['198.51.100.1', '203.0.113.9', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255'].map(
      (host) => `https://${host}/`,
    ),
    ...[
      '::',
      'fe80::1',
      'fc00::1',
      'fd12:3456::1',
      'ff02::1',
      'fec0::1',
      '2001:db8::1',
      '3fff::1',
      '100::1',
    ].map((host) => `https://[${host}]/`),
    // names of the inside
    'https://localhost/',
    'https://LOCALHOST/',
    'https://a.localhost/',
    'https://printer.local/',
    'https://vault.internal/',
    'https://router.home.arpa/',
    'https://nas.lan/',
    'https://site.test/',
    'https://expyuzz4wqqyqhjn.onion/',
    'https://intranet/',
    'https://com/',
  ])('refuses %s as private', (address) => {
    expect(codeOf(address)).toBe('private-host');
  });

  it.each([
    ['http://issuer.example.org/', 'not-https'],
    ['file:///etc/passwd', 'not-https'],
    ['javascript:alert(1)', 'not-https'],
    ['data:text/html,x', 'not-https'],
    ['ftp://issuer.example.org/', 'not-https'],
    ['blob:https://issuer.example.org/1', 'not-https'],
    ['https://user@issuer.example.org/', 'url-malformed'],
    ['https://www.credly.com:pass@issuer.example.org/', 'url-malformed'],
    ['https://localhost./', 'url-malformed'],
    ['https://issuer.example.org./', 'url-malformed'],
    ['https://', 'url-malformed'],
    ['not a url', 'url-malformed'],
    ['//issuer.example.org', 'url-malformed'],
    ['https://1.2.3.4.5/', 'url-malformed'],
    ['https://[::1', 'url-malformed'],
    [`https://issuer.example.org/${'a'.repeat(9000)}`, 'url-malformed'],
    ['https://issuer.example.org:22/', 'port-refused'],
    ['https://issuer.example.org:25/', 'port-refused'],
    ['https://issuer.example.org:6667/', 'port-refused'],
    ['https://issuer.example.org:80/', 'port-refused'],
  ])('refuses %s: %s', (address, code) => {
    expect(codeOf(address)).toBe(code);
  });

  it('sees through every way to write a number as a host', () => {
    const notations = [
      (value: number) => String(value),
      (value: number) => `0x${value.toString(16)}`,
      (value: number) => `0${value.toString(8)}`,
    ];
    const octet = fc.nat(255);
    fc.assert(
      fc.property(
        octet,
        octet,
        octet,
        fc.constantFrom(...notations),
        fc.boolean(),
        (b, c, d, write, whole) => {
          const number = ((127 * 256 + b) * 256 + c) * 256 + d;
          const host = whole ? write(number) : [127, b, c, d].map(write).join('.');
          expect(codeOf(`https://${host}/`)).toBe('private-host');
        },
      ),
    );
  });

  it('never lets through what the URL parser itself would call another host', () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['https'], withFragments: true }), fc.string(), (url, noise) => {
        for (const address of [url, `${url}${noise}`, `https://${noise}`]) {
          const result = checkAddress(address);
          if (!result.ok) continue;
          expect(result.value.href).toBe(new URL(address).href);
          expect(result.value.protocol).toBe('https:');
          expect(result.value.hostname).toMatch(/\.|:/);
        }
      }),
    );
  });
});

describe('isInnerAddress, for what a name resolves to', () => {
  /** Node's own arithmetic over the same registries. */
  const inner = new BlockList();
  for (const [network, bits] of [
    ...([
      ['0.0.0.0', 8],
      ['10.0.0.0', 8],
      ['100.64.0.0', 10],
      ['127.0.0.0', 8],
      ['169.254.0.0', 16],
    ] as const),
    ...([
      ['172.16.0.0', 12],
      ['192.0.0.0', 24],
      ['192.0.2.0', 24],
      ['192.88.99.0', 24],
    ] as const),
    ...([
      ['192.168.0.0', 16],
      ['198.18.0.0', 15],
      ['198.51.100.0', 24],
      ['203.0.113.0', 24],
    ] as const),
    ...([
      ['224.0.0.0', 4],
      ['240.0.0.0', 4],
    ] as const),
  ])
    inner.addSubnet(network, bits, 'ipv4');
  const global = new BlockList();
  global.addSubnet('2000::', 3, 'ipv6');
  const special = new BlockList();
  for (const [network, bits] of [
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['3fff::', 20],
  ] as const)
    special.addSubnet(network, bits, 'ipv6');

  it('agrees with the address blocks as Node reckons them, IPv4', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(isInnerAddress(address)).toBe(inner.check(address, 'ipv4'));
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with them for IPv6, in every spelling', () => {
    const group = fc.oneof(fc.constantFrom(0, 0x2001, 0x2002, 0xdb8, 0x3fff, 0x1ff, 0x200), fc.nat(0xffff));
    const address = fc
      .array(group, { minLength: 8, maxLength: 8 })
      .map((groups) => groups.map((g) => g.toString(16)).join(':'));
    fc.assert(
      fc.property(fc.oneof(fc.ipV6(), address), (text) => {
        fc.pre(!/^(0*64|64):0*ff9b(:|::)/i.test(text));
        const short = new URL(`https://[${text}]/`).hostname.slice(1, -1);
        const expected = !global.check(short, 'ipv6') || special.check(short, 'ipv6');
        expect([isInnerAddress(text), isInnerAddress(short)]).toEqual([expected, expected]);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['64:ff9b::8.8.8.8', false],
    ['64:ff9b::808:808', false],
    ['64:ff9b::10.0.0.1', true],
    ['64:ff9b::7f00:1', true],
    ['64:ff9b:1::808:808', true],
    ['::ffff:8.8.8.8', true],
    ['fe80::1%eth0', true],
    ['2606:4700::1', false],
    ['not an address', true],
    ['1:2:3', true],
    ['', true],
  ])('%s → %s', (address, expected) => {
    expect(isInnerAddress(address)).toBe(expected);
  });
});
