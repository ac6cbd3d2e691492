import { expect, it } from 'vitest';
import { NO_CLAIM } from '../../src/site/sighting.ts';
import { pageOnlyReport } from '../../src/verify/unresolved.ts';
import { NOW } from '../fake/ports.ts';

it('a page that names no date is given none, and keeps the text of one that it names', () => {
  const datesOf = (says: object) => {
    const page = { url: 'https://x.example/1', answeredBy: 'X', says: { ...NO_CLAIM, ...says } };
    const { credential } = pageOnlyReport(page, NOW);
    return [credential?.issued, credential?.validFrom, credential?.validUntil];
  };
  expect(datesOf({})).toEqual([null, null, null]);
  const [issued, expires] = ['May 2026', 'never'].map((text) => ({ text, instant: null }));
  expect(datesOf({ issued: 'May 2026', expires: 'never' })).toEqual([issued, issued, expires]);
});
