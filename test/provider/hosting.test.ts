import { describe, expect, it } from 'vitest';
import { hosting } from '../../src/provider/hosting.ts';

const ID = '00000000-1111-4222-8333-444444444444';

describe('sameRecord', () => {
  it.each([
    [
      `https://api.credly.com/v1/obi/v2/badge_assertions/${ID}`,
      `https://www.credly.com/api/v1/obi/v2/badge_assertions/${ID}`,
    ],
    [
      `https://api.credly.com/v1/obi/v2/badge_assertions/${ID.toUpperCase()}`,
      `https://api.credly.com/v1/obi/v2/badge_assertions/${ID}`,
    ],
    [
      'https://api.badgr.io/public/assertions/AbCdEfGhIjKlMnOpQrStUv',
      'https://api.badgr.io/public/assertions/AbCdEfGhIjKlMnOpQrStUv.json?v=2_0&expand=badge',
    ],
    [
      'https://m.example/moodle/badges/assertion.php?b=0123456789abcdef0123456789abcdef01234567',
      'https://m.example/moodle/badges/assertion.php?b=0123456789abcdef0123456789abcdef01234567&obversion=2',
    ],
    ['https://issuer.example/a/1', 'https://issuer.example/a/1'],
  ])('knows %s and %s for one record', (one, other) => {
    expect(hosting.sameRecord(one, other)).toBe(true);
    expect(hosting.sameRecord(other, one)).toBe(true);
  });

  it.each([
    [
      `https://api.credly.com/v1/obi/v2/badge_assertions/${ID}`,
      `https://api.credly.com.evil.example/v1/obi/v2/badge_assertions/${ID}`,
    ],
    [
      `https://api.credly.com/v1/obi/v2/badge_assertions/${ID}`,
      `https://api.credly.com/v1/obi/v2/badge_assertions/${ID.replace('0', '1')}`,
    ],
    [
      'https://api.badgr.io/public/assertions/AbCdEfGhIjKlMnOpQrStUv',
      'https://api.badgr.io/public/assertions/abcdefghijklmnopqrstuv',
    ],
    [
      'https://api.badgr.io/public/assertions/AbCdEfGhIjKlMnOpQrStUv',
      'https://api.eu.badgr.io/public/assertions/AbCdEfGhIjKlMnOpQrStUv',
    ],
    [
      'https://api.badgr.io/public/assertions/AbCdEfGhIjKlMnOpQrStUv',
      'https://api.badgr.io/public/badges/AbCdEfGhIjKlMnOpQrStUv',
    ],
    [
      'https://one.example/badges/assertion.php?b=0123456789abcdef0123456789abcdef01234567',
      'https://two.example/badges/assertion.php?b=0123456789abcdef0123456789abcdef01234567',
    ],
    [
      `http://api.credly.com/v1/obi/v2/badge_assertions/${ID}`,
      `https://api.credly.com/v1/obi/v2/badge_assertions/${ID}`,
    ],
    ['https://issuer.example/a/1', 'https://issuer.example/a/1/'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(hosting.sameRecord(one, other)).toBe(false);
  });
});

describe('providerAt', () => {
  it('knows a platform by its own hosts only', () => {
    expect(hosting.providerAt('https://www.credly.com/badges/x')?.id).toBe('credly');
    expect(hosting.providerAt('https://credly.com/badges/x')?.id).toBe('credly');
    expect(hosting.providerAt('https://notcredly.com/badges/x')).toBeNull();
    expect(hosting.providerAt('https://credly.com.evil.example/')).toBeNull();
    expect(hosting.providerAt('https://person.example/badge.json')).toBeNull();
    expect(hosting.providerAt('not an address')).toBeNull();
  });
});
