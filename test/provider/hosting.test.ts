import { describe, expect, it } from 'vitest';
import { hosting } from '../../src/provider/hosting.ts';

const ID = '00000000-1111-4222-8333-444444444444';
const CISCO = '74381078-44ac-4581-8471-36bd1ce495b7';

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

describe('voucherFor', () => {
  const answer = `https://api.credly.com/v1/obi/v2/badge_assertions/${ID}`;

  it.each([
    `did:web:www.credly.com:api:v1:obi:v3:issuers:${CISCO}`,
    `https://www.credly.com/api/v1/obi/v2/issuers/${CISCO}`,
    `https://api.credly.com/v1/obi/v2/issuers/${CISCO}.json`,
  ])('names the platform that vouches for %s, whichever form the id has', (issuerId) => {
    expect(hosting.voucherFor(answer, issuerId)).toEqual({
      id: 'credly',
      name: 'Credly',
      issuerName: 'Cisco',
    });
  });

  it.each([
    ['f4b8d042-0072-4a1a-8d00-260b513026e8', 'The Linux Foundation'],
    ['7b741b5c-231d-4925-8041-c64b6846f1c8', 'Amazon Web Services Training and Certification'],
  ])('knows %s by its id as %s', (uuid, issuerName) => {
    const issuerId = `https://www.credly.com/api/v1/obi/v2/issuers/${uuid}`;
    expect(hosting.voucherFor(answer, issuerId)).toMatchObject({ issuerName });
  });

  it.each([
    ['an issuer nobody listed', answer, `https://www.credly.com/api/v1/obi/v2/issuers/${ID}`],
    [
      'an issuer on a look-alike host',
      answer,
      `https://www.credly.com.evil.example/api/v1/obi/v2/issuers/${CISCO}`,
    ],
    [
      'an answer from elsewhere',
      `https://evil.example/${ID}`,
      `did:web:www.credly.com:api:v1:obi:v3:issuers:${CISCO}`,
    ],
    [
      'an answer without TLS',
      answer.replace('https', 'http'),
      `did:web:www.credly.com:api:v1:obi:v3:issuers:${CISCO}`,
    ],
    [
      'an answer from another port',
      answer.replace('.com', '.com:8443'),
      `did:web:www.credly.com:api:v1:obi:v3:issuers:${CISCO}`,
    ],
    ['a name instead of an id', answer, 'Cisco'],
  ])('vouches not for %s', (_, address, issuerId) => {
    expect(hosting.voucherFor(address, issuerId)).toBeNull();
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
