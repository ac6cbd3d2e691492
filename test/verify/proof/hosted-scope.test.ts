import { describe, expect, it } from 'vitest';
import { sameAddress } from '../../../src/net/tenant.ts';
import { placeIn, scopeOf } from '../../../src/verify/proof/hosted-scope.ts';

const ISSUER = new URL('https://example.org/issuer.json');
const inScope = (...asked: Parameters<typeof placeIn>): boolean => placeIn(...asked) === 'inside';
const within = (rule: object | undefined, address: string): boolean =>
  inScope(scopeOf(rule ? { verification: rule as never } : {}, ISSUER), address);

describe('pitfall 6: where an issuer may host', () => {
  it.each([
    // no rule: the issuer's own origin
    [undefined, 'https://example.org/anything/1', true],
    [undefined, 'https://EXAMPLE.org/1', true],
    [undefined, 'https://example.org:443/1', true],
    [undefined, 'http://example.org/1', true],
    [undefined, 'https://example.org:8443/1', false],
    [undefined, 'https://www.example.org/1', false],
    [undefined, 'https://example.org.evil.example/1', false],
    [undefined, 'https://evil.example/?https://example.org/', false],
    [undefined, 'https://example.org@evil.example/1', false],
    [undefined, 'https://user:secret@example.org/1', false],
    [undefined, 'https://user@example.org/1', false],
    [undefined, 'https://:secret@example.org/1', false],
    [{ startsWith: null }, 'https://example.org/1', true],
    [{ allowedOrigins: null, startsWith: null }, 'https://elsewhere.example/1', false],
    [{ startsWith: 7 }, 'https://example.org/1', false],
    [{ allowedOrigins: 'https://badges.example.org/?a' }, 'https://badges.example.org/1', false],
    [{ allowedOrigins: 'no host at all' }, 'https://example.org/1', false],
    [undefined, 'https://еxample.org/1', false],
    [undefined, 'ftp://example.org/1', false],
    [undefined, 'urn:uuid:1', false],
    [undefined, 'not an address', false],
    // startsWith
    [{ startsWith: 'https://example.org/a' }, 'https://example.org/a', true],
    [{ startsWith: 'https://example.org/a' }, 'https://example.org/a/1', true],
    [{ startsWith: 'https://example.org/a' }, 'https://example.org/a?id=1', true],
    [{ startsWith: 'https://example.org/a' }, 'https://example.org/abc', false],
    [{ startsWith: 'https://example.org/a/' }, 'https://example.org/a/1', true],
    [{ startsWith: 'https://example.org/a/' }, 'https://example.org/a', false],
    [{ startsWith: 'https://example.org/a/' }, 'https://example.org/A/1', false],
    [{ startsWith: 'https://example.org/a/' }, 'https://example.org/a/../b/1', false],
    [{ startsWith: 'https://example.org/a/' }, 'https://example.org/a/%2e%2e/b/1', false],
    [{ startsWith: 'https://example.org/a/' }, 'https://example.org/a/..%2fb/1', false],
    [{ startsWith: 'https://example.org/a/' }, 'https://example.org/a\\..\\b', false],
    [{ startsWith: 'https://example.org/badge_' }, 'https://example.org/badge_7', true],
    [{ startsWith: 'https://example.org/v?id=' }, 'https://example.org/v?id=7', true],
    [{ startsWith: 'https://good.org' }, 'https://good.org.evil.com/1', false],
    [{ startsWith: 'https://good.org' }, 'https://good.org/1', true],
    [{ startsWith: 'https://good.org' }, 'https://good.org@evil.com/1', false],
    [{ startsWith: 'https://good.org' }, 'https://good.org:444/1', false],
    [{ startsWith: 'https://good.org' }, 'https://example.org/1', false],
    [{ startsWith: ['https://one.org/x', 'https://two.org/y'] }, 'https://two.org/y/1', true],
    [{ startsWith: ['https://one.org/x', 'https://two.org/y'] }, 'https://two.org/x/1', false],
    [{ startsWith: 'https://müller.example/' }, 'https://xn--mller-kva.example/1', true],
    // a rule that names nothing allows nothing
    [{ startsWith: [] }, 'https://example.org/1', false],
    [{ startsWith: '' }, 'https://example.org/1', false],
    [{ startsWith: 'h' }, 'https://example.org/1', false],
    [{ startsWith: 7 }, 'https://example.org/1', false],
    // allowedOrigins: hosts, or whole origins
    [{ allowedOrigins: 'badges.org' }, 'https://badges.org/1', true],
    [{ allowedOrigins: 'https://badges.org' }, 'https://badges.org/1', true],
    [{ allowedOrigins: ['a.org', 'badges.org'] }, 'https://badges.org/1', true],
    [{ allowedOrigins: 'badges.org' }, 'https://sub.badges.org/1', false],
    [{ allowedOrigins: 'badges.org' }, 'https://badges.org.evil.com/1', false],
    [{ allowedOrigins: 'badges.org' }, 'https://badges.org:8443/1', false],
    [{ allowedOrigins: 'badges.org:8443' }, 'https://badges.org:8443/1', true],
    [{ allowedOrigins: 'badges.org' }, 'https://example.org/1', false],
    [{ allowedOrigins: 'https://badges.org/path' }, 'https://badges.org/path/1', false],
    [{ allowedOrigins: '*' }, 'https://example.org/1', false],
    // both: both must hold
    [{ allowedOrigins: 'badges.org', startsWith: 'https://badges.org/a/' }, 'https://badges.org/a/1', true],
    [{ allowedOrigins: 'badges.org', startsWith: 'https://badges.org/a/' }, 'https://badges.org/b/1', false],
    [{ allowedOrigins: 'other.org', startsWith: 'https://badges.org/a/' }, 'https://badges.org/a/1', false],
  ] as const)('%j and %s: %s', (rule, address, expected) => {
    expect(within(rule, address)).toBe(expected);
  });

  it('several verification entries must all allow an address, wherever the one that forbids it stands', () => {
    const narrow = { startsWith: 'https://badges.org/a/' };
    const wide = { allowedOrigins: ['badges.org', 'other.org'] };
    const elsewhere = { allowedOrigins: 'evil.example' };
    for (const verification of [
      [wide, narrow],
      [narrow, wide],
      [{ type: 'hosted' }, narrow, wide],
    ]) {
      const scope = scopeOf({ verification }, ISSUER);
      expect(inScope(scope, 'https://badges.org/a/1')).toBe(true);
      expect(inScope(scope, 'https://badges.org/b/1')).toBe(false);
      expect(inScope(scope, 'https://other.org/a/1')).toBe(false);
    }
    const none = scopeOf({ verification: [wide, elsewhere] }, ISSUER);
    expect(['https://badges.org/1', 'https://evil.example/1'].map((each) => inScope(none, each))).toEqual([
      false,
      false,
    ]);
    expect(
      inScope(scopeOf({ verification: ['https://a.example/rule', {}] }, ISSUER), 'https://example.org/1'),
    ).toBe(true);
  });

  it.each([
    ['https://a.example/x', 'HTTPS://A.example:443/x', true],
    ['http://a.example/x', 'https://a.example/x', true],
    ['http://a.example:8080/x', 'https://a.example:8080/x', false],
    ['https://a.example/x#one', 'https://a.example/x', true],
    ['https://a.example/x', 'https://a.example/X', false],
    ['https://a.example/x', 'https://a.example/x/', false],
    ['https://a.example/x?v=2', 'https://a.example/x', false],
    ['https://a.example/~x', 'https://a.example/%7ex', true],
    ['https://a.example/%c3%a9?q=%c3%a9', 'https://a.example/é?q=é', true],
    ['https://a.example/a%2Fb', 'https://a.example/a/b', false],
    ['https://a.example/a%3Fb', 'https://a.example/a?b', false],
    ['https://a.example/%2541', 'https://a.example/%41', false],
    ['urn:x', 'urn:x', false],
  ])('%s and %s are the same address: %s', (one, other, expected) => {
    expect(sameAddress(one, other)).toBe(expected);
  });
});

const HOST = 'https://raw.githubusercontent.com';
const TENANT = `${HOST}/college/badges/main`;

describe('pitfall 21: where an issuer on a shared host may host', () => {
  it.each([
    // no rule: the path of the tenant
    [undefined, `${TENANT}/a.json`, 'inside'],
    [undefined, `${HOST}/mallory/x/main/a.json`, 'neighbour'],
    [undefined, 'https://mallory.example/a.json', 'outside'],
    // a rule that names the host speaks for strangers, and is not taken for it
    [{ allowedOrigins: 'raw.githubusercontent.com' }, `${TENANT}/a.json`, 'inside'],
    [{ allowedOrigins: 'raw.githubusercontent.com' }, `${HOST}/mallory/x/main/a.json`, 'neighbour'],
    [{ startsWith: `${HOST}/` }, `${HOST}/mallory/x/main/a.json`, 'neighbour'],
    [{ startsWith: `${HOST}/college/` }, `${HOST}/college/badges/0000000/a.json`, 'neighbour'],
    // a tenant that it names, or a path below one
    [{ startsWith: `${HOST}/other/badges/main/` }, `${HOST}/other/badges/main/a.json`, 'inside'],
    [{ startsWith: `${TENANT}/2026/` }, `${TENANT}/2026/a.json`, 'inside'],
    [{ startsWith: `${TENANT}/2026/` }, `${TENANT}/2025/a.json`, 'outside'],
    [{ startsWith: `${TENANT}/2026/` }, `${HOST}/mallory/x/main/a.json`, 'outside'],
  ] as const)('by %j: %s is %s', (rule, address, place) => {
    const issuer = new URL(`${TENANT}/issuer.json`);
    expect(placeIn(scopeOf(rule ? { verification: rule as never } : {}, issuer), address)).toBe(place);
  });
});
