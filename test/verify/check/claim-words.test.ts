/** Words of a page that must not agree with a record by their small change, and months of which a word can mean two. */
import { describe, expect, it, vi } from 'vitest';
import { issuersAgree, titlesAgree } from '../../../src/verify/check/title-match.ts';

describe('two titles', () => {
  it.each([
    ['Certificate of the Welding', 'Certificate of the Surgery', false],
    ['Professional Certificate in the Art of Baking', 'Certificate in the Art of Welding', false],
    ['Course on Welding', 'Certificate of Welding', true],
    ['The Course', 'The Course', true],
  ])('are compared by what they say, not by their fillers: %s, %s: %s', (claimed, recorded, expected) => {
    expect(titlesAgree(claimed, recorded)).toBe(expected);
  });
});

describe('two names of an issuer', () => {
  it.each([
    ['University of Michigan Online', 'University of Michigan', true],
    ['Michigan University', 'University of Michigan Press', true],
    ['University of Michigan', 'University of Oregon', false],
  ])('have most of their words in common: %s, %s: %s', (claimed, recorded, expected) => {
    expect(issuersAgree(claimed, recorded)).toBe(expected);
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
