import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { canMean, readClaimedDate } from '../../../src/verify/check/claim-date.ts';

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

  it.each(['٢٠٢٦-٠٤-١٤', '۲۰۲۶-۰۴-۱۴', '२०२६-०४-१४'])('in other digits is that date: %s', (text) => {
    expect(readClaimedDate(text)).toEqual({ year: 2026, months: [4], day: 14 });
  });

  it('has no day where it names no month: a number beside a year is any number', () => {
    expect(readClaimedDate('2026, 12 hours')).toEqual({ year: 2026, months: [], day: null });
  });
});

describe('the months', () => {
  /** Their names are put together once; here they are again, so that each of these asks how. */
  async function reader() {
    vi.resetModules();
    const { readClaimedDate } = await import('../../../src/verify/check/claim-date.ts');
    return (text: string) => readClaimedDate(text)?.months.toSorted((one, other) => one - other);
  }

  it('are known as they stand in a date, where the language bends them', async () => {
    const monthsIn = await reader();
    expect(monthsIn('14 апреля 2026')).toEqual([4]);
    expect(monthsIn('14 kwietnia 2026')).toEqual([4]);
    expect(monthsIn('апрель 2026')).toEqual([4]);
  });

  it('that bear one name in two languages are both meant', async () => {
    const monthsIn = await reader();
    // November in Polish and Czech, October in Croatian.
    expect(monthsIn('listopad 2026')).toEqual([10, 11]);
  });

  it('are not read out of points', async () => {
    const monthsIn = await reader();
    expect(monthsIn('... April 2026')).toEqual([4]);
    expect(monthsIn('. 2026')).toEqual([]);
  });
});
