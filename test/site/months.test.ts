import { expect, it } from 'vitest';
import { monthNames } from '../../scripts/site-months.ts';
import { MONTHS } from '../../src/site/months.ts';

it('the months that the page script knows are those of this machine’s Intl, but for a few abbreviations that editions change', () => {
  const names = monthNames();
  const unknown = names.filter((name) => !MONTHS.has(name));
  expect(names.length).toBeGreaterThan(500);
  expect(unknown.length / names.length, unknown.join(' ')).toBeLessThan(0.03);
});
