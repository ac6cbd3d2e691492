import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Credential } from '../../../src/credential/model.ts';
import { canMean, readClaimedDate } from '../../../src/verify/check/claim-date.ts';
import { checkPageClaim } from '../../../src/verify/check/page-claim.ts';
import { issuersAgree, titlesAgree } from '../../../src/verify/check/title-match.ts';
import type { Inquiry } from '../../../src/verify/inquiry.ts';
import { fakePorts } from '../../fake/ports.ts';

describe('titles', () => {
  it.each([
    ['AWS Certified Solutions Architect – Associate', 'AWS Certified Solutions Architect - Associate', true],
    ['AWS Solutions Architect', 'AWS Certified Solutions Architect – Associate', true],
    [
      'AWS Certified Solutions Architect – Professional',
      'AWS Certified Solutions Architect – Associate',
      false,
    ],
    ['Scrum Master Expert', 'Scrum Master', false],
    ['ITIL Expert', 'ITIL Foundation', false],
    ['Azure Fundamentals', 'Azure Fundamental', true],
    [
      'Microsoft Certified: Azure Administrator (AZ-104)',
      'Microsoft Certified: Azure Administrator Associate',
      true,
    ],
    ['AZ-204', 'AZ-104 Azure Administrator', false],
    ['Blue Team Level 2', 'Blue Team Level 1', false],
    ['Professional Scrum Master II', 'Professional Scrum Master I', false],
    ['Machine Learning', 'Deep Learning Specialization', false],
    ['Project Management Professional (PMP)®', 'Project Management Professional', true],
    ['PMP', 'Project Management Professional', true],
    ['Café Management', 'CAFE MANAGEMENT', true],
    ['Brain surgery', 'Welding', false],
    ['Certificate', 'Welding', false],
    ['Certificate', 'Certificate', true],
    ['...', 'Welding', true],
    ['Welding', '...', true],
    ['The Certificate of Welding', 'Welding', true],
    ['Level 2', 'Level 1 and 2', true],
    ['Level 1 and 3', 'Level 1', true],
    ['Python 3', 'Python', true],
  ])('the page says %s, the record %s: agree %s', (claimed, recorded, expected) => {
    expect(titlesAgree(claimed, recorded)).toBe(expected);
  });

  it('always agree with themselves', () => {
    fc.assert(fc.property(fc.string(), (title) => titlesAgree(title, title)));
  });
});

describe('issuers', () => {
  it.each([
    ['Amazon Web Services (AWS)', 'Amazon Web Services Training and Certification', true],
    ['AWS', 'Amazon Web Services', true],
    ['Microsoft', 'Microsoft Corporation', true],
    ['The Inc.', 'Harvard University', true],
    ['Harvard University', 'The Ltd', true],
    ['Data Camp', 'DataCamp', true],
    ['Harvard University', 'Stanford University', false],
    ['Google', 'Goggle Ltd', false],
    ['IBM', 'Oracle', false],
  ])('the page says %s, the record %s: agree %s', (claimed, recorded, expected) => {
    expect(issuersAgree(claimed, recorded)).toBe(expected);
  });
});

describe('dates as pages write them', () => {
  const AT = Date.parse('2026-03-14T10:00:00Z');
  it.each([
    '2026-03-14',
    '2026-03',
    'Issued Mar 2026',
    'March 14, 2026',
    '14 March 2026',
    '14. März 2026',
    'Ausgestellt: März 2026',
    '14 mars 2026',
    '14 de marzo de 2026',
    '14 marzo 2026',
    '14 de março de 2026',
    '14 maart 2026',
    '14 marca 2026',
    '14. března 2026',
    '14. mars 2026',
    '14 mart 2026',
    '14 марта 2026',
    'март 2026',
    '14 березня 2026',
    '2026年3月14日',
    '2026년 3월',
    '14/03/2026',
    '03/14/2026',
    '14.03.2026',
    '03/2026',
    '2026',
    '١٤ مارس ٢٠٢٦',
    '14 मार्च 2026',
    'tháng 3 năm 2026',
    'thg 3 2026',
  ])('%s is in March 2026', (text) => {
    const date = readClaimedDate(text);
    expect(date).not.toBeNull();
    expect(date && canMean(date, AT)).toBe(true);
  });

  it.each([
    '2026-04-14',
    'Apr 2026',
    '14 avril 2026',
    '2025',
    '2026年4月',
    '20 March 2026',
    '05/2026',
    '04/05/2026',
  ])('%s is not', (text) => {
    const date = readClaimedDate(text);
    expect(date && canMean(date, AT)).toBe(false);
  });

  it('an evening on one side of the earth is a morning on the other', () => {
    const date = readClaimedDate('March 13, 2026');
    expect(date && canMean(date, Date.parse('2026-03-14T01:00:00Z'))).toBe(true);
  });

  it.each(['No expiration', 'soon', '', '12', '99'])(
    '%j names no year and is compared with nothing',
    (text) => {
      expect(readClaimedDate(text)).toBeNull();
    },
  );

  it.each(['31/31/2026', '00/2026', '2026-13-14'])('%s names no month, and its year is left', (text) => {
    const date = readClaimedDate(text);
    expect([date?.year, date?.months]).toEqual([2026, []]);
  });

  it('no text breaks it', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void readClaimedDate(text)));
  });
});

describe('a page beside its record', () => {
  const date = (text: string) => ({ text, instant: Date.parse(text) });
  const record = {
    name: 'AWS Certified Developer – Associate',
    achievements: [],
    issuer: { name: 'Amazon Web Services' },
    issued: date('2026-03-14T00:00:00Z'),
    validFrom: date('2026-03-14T00:00:00Z'),
    validUntil: date('2029-03-14T00:00:00Z'),
  } as unknown as Credential;
  const NOTHING = { title: null, issuer: null, issued: null, expires: null, credentialId: null };
  const ask = (claim: object | null) => {
    const inquiry = { record, claim: claim && { ...NOTHING, ...claim }, ports: fakePorts(), hosting: null };
    const { outcome } = checkPageClaim(inquiry as unknown as Inquiry);
    return [
      outcome.state,
      ...[outcome.problem, ...(outcome.others ?? [])].flatMap((one) => (one ? [one.code] : [])),
    ];
  };

  it('that says the same passes', () => {
    expect(
      ask({ title: 'AWS Developer Associate', issuer: 'AWS', issued: 'Mar 2026', expires: 'Mar 2029' }),
    ).toEqual(['passed']);
  });
  it('that says Professional where the record says Associate is warned about', () => {
    expect(ask({ title: 'AWS Certified Developer – Professional' })).toEqual([
      'warned',
      'claim-title-differs',
    ]);
  });
  it('has every difference told', () => {
    expect(ask({ title: 'Welding', issuer: 'IBM', issued: '2020', expires: '2035' })).toEqual([
      'warned',
      'claim-title-differs',
      'claim-issuer-differs',
      'claim-date-differs',
      'claim-date-differs',
    ]);
  });
  it('says nothing against what the record itself leaves out', () => {
    const bare = {
      ...record,
      name: null,
      issuer: { name: null },
      issued: null,
      validFrom: null,
      validUntil: null,
    };
    const undated = { ...record, issued: { text: 'soon', instant: null }, validFrom: null };
    const claim = { ...NOTHING, title: 'Welding', issuer: 'IBM', issued: '2020', expires: '2035' };
    const of = (changed: object, said: object) =>
      checkPageClaim({
        record: changed,
        claim: said,
        ports: fakePorts(),
        hosting: null,
      } as unknown as Inquiry).outcome.state;
    expect(of(bare, claim)).toBe('not-applicable');
    expect(of(undated, { ...NOTHING, issued: '2020' })).toBe('not-applicable');
    expect(of(record, { ...NOTHING, issuer: '  ' })).toBe('not-applicable');
  });

  it('may name the platform that answered in place of the issuer', () => {
    const base = fakePorts();
    const hosting = { ...base.hosting, providerAt: () => ({ id: 'credly', name: 'Credly' }) };
    const of = (issuer: string, answered: object | null) =>
      checkPageClaim({
        record,
        claim: { ...NOTHING, issuer },
        ports: { ...base, hosting },
        hosting: answered,
      } as unknown as Inquiry).outcome.state;
    const answered = { address: 'https://credly.example/1', revoked: null };
    expect([of('Credly', answered), of('Credly', null), of('IBM', answered)]).toEqual([
      'passed',
      'warned',
      'warned',
    ]);
  });

  it('that says nothing is not compared', () => {
    expect([ask(null), ask({}), ask({ title: ' ', expires: 'No expiration' })]).toEqual([
      ['not-applicable'],
      ['not-applicable'],
      ['not-applicable'],
    ]);
  });
});
