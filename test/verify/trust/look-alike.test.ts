import { describe, expect, it } from 'vitest';
import { lookAlikeOf } from '../../../src/verify/trust/look-alike.ts';
import { WELL_KNOWN_DOMAINS } from '../../../src/verify/trust/well-known.ts';

describe('look-alikes', () => {
  const host = (address: string): string => new URL(`https://${address}/`).hostname;
  it.each([
    ['credIy.com'.replace('I', 'i'), 'credly.com'],
    ['cred1y.com', 'credly.com'],
    ['www.c0ursera.org', 'coursera.org'],
    ['rnicrosoft.com', 'microsoft.com'],
    ['credly.com.evil.example', 'credly.com'],
    ['www.credly.com.badges.example', 'credly.com'],
    ['сredly.com', 'credly.com'],
    ['gооgle.com', 'google.com'],
    ['crédly.com', 'credly.com'],
    ['coursrea.org', 'coursera.org'],
    ['stanfrod.edu', 'stanford.edu'],
    ['badges.credly.co', 'credly.com'],
    ['credly.cm', 'credly.com'],
    ['credly.ocm', 'credly.com'],
    ['ехаmple-school.org', null],
    ['badges.courses.cоursera.org', 'coursera.org'],
    ['www.carn.ac.uk', 'cam.ac.uk'],
    ['ᏟᎡᎬᎠᏞᎩ.com', 'credly.com'],
    ['ꓚꓣꓰꓓꓡꓬ.com', 'credly.com'],
    ['ухо.com', null],
    ['ꓡꓲꓢꓴ-ꓢꓳꓳꓡ.org', null],
  ])('%s is one of %s', (address, resembles) => {
    expect(lookAlikeOf(host(address))).toMatchObject({ resembles });
  });

  it.each([
    'credly.com',
    'api.credly.com',
    'a.example',
    'münchen.de',
    'школа.рф',
    'ухо.рф',
    'сосна.com',
    'са.com',
    'δοκιμή.example',
    'بطاقة.com',
    'מבחן.com',
    '日本語.jp',
    'ตัวอย่าง.com',
    'example.org',
    'mit.edu',
    'cmu.edu',
    'localhost',
    'badges.credly.org',
    'credlys.co',
    'cisco.co',
    'oregonstate.edu',
    'coursera.org.example.coursera.org',
    'ac.uk',
    '192.0.2.1',
    `${'a.'.repeat(200)}credly.com.evil.example`,
  ])('%s is none', (address) => {
    expect(lookAlikeOf(host(address))).toBeNull();
  });

  it.each(WELL_KNOWN_DOMAINS)('%s itself is never taken for a look-alike', (domain) => {
    expect(lookAlikeOf(domain)).toBeNull();
    expect(lookAlikeOf(`www.${domain}`)).toBeNull();
  });
});

it('a short name has honest neighbours one letter away, a long one has not', () => {
  expect(lookAlikeOf('ibn.com')).toBeNull();
  expect(lookAlikeOf('micrasoft.com')?.resembles).toBe('microsoft.com');
});
