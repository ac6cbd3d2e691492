/** Words, names and dates that are nearly those of a record, and are others all the same. */
import { describe, expect, it } from 'vitest';
import { readClaimedDate } from '../../../src/verify/check/claim-date.ts';
import { matchNames } from '../../../src/verify/check/name-match.ts';
import { issuersAgree, titlesAgree } from '../../../src/verify/check/title-match.ts';
import { isOneSlipAway } from '../../../src/verify/text-match.ts';
import { domainOf } from '../../../src/verify/trust/issuer-domain.ts';
import { lookAlikeOf } from '../../../src/verify/trust/look-alike.ts';

describe('a date', () => {
  it.each(['٢٠٢٦-٠٤-١٤', '۲۰۲۶-۰۴-۱۴', '२०२६-०४-१४'])('in other digits is that date: %s', (text) => {
    expect(readClaimedDate(text)).toEqual({ year: 2026, months: [4], day: 14 });
  });

  it('has no day where it names no month: a number beside a year is any number', () => {
    expect(readClaimedDate('2026, 12 hours')).toEqual({ year: 2026, months: [], day: null });
  });
});

describe('two people', () => {
  it.each([
    ['Ann Beth Smith', 'Ann C. Smith'],
    ['Amy Cork', 'Roy Mack'],
  ])('are not one by another initial, nor by the same letters: %s, %s', (one, other) => {
    expect([matchNames(one, other), matchNames(other, one)]).toEqual(['differs', 'differs']);
  });
});

describe('two titles', () => {
  it.each([
    ['Food', 'Flood'],
    ['Module7', 'Modules'],
    ['PM', 'Python Masterclass'],
  ])('are not one by a slip in a short word or in a number, nor by two initials: %s, %s', (one, other) => {
    expect([titlesAgree(one, other), titlesAgree(other, one)]).toEqual([false, false]);
  });
});

it('an issuer may be called by much more than the record calls it', () => {
  const long = 'Michigan University Press Office Online Learning Division';
  expect(issuersAgree(long, 'Michigan University')).toBe(true);
  expect(issuersAgree('Michigan University', long)).toBe(true);
});

it.each([
  ['abcd', 'xacd'],
  ['abcd', 'xycd'],
  ['abcd', 'baxy'],
])('%s and %s are no swap apart, either way', (one, other) => {
  expect([isOneSlipAway(one, other), isOneSlipAway(other, one)]).toEqual([false, false]);
});

it('a host is a domain where it serves the web', () => {
  expect([domainOf('ftp://a.example/'), domainOf('https://a.example/')]).toEqual([null, 'a.example']);
});

it('a short name has honest neighbours one letter away, a long one has not', () => {
  expect(lookAlikeOf('ibn.com')).toBeNull();
  expect(lookAlikeOf('micrasoft.com')?.resembles).toBe('microsoft.com');
});
