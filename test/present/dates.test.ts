import { describe, expect, it } from 'vitest';
import { createDates } from '../../src/present/dates.ts';

const auckland = createDates({ language: 'en', timeZone: 'Pacific/Auckland' });
const honolulu = createDates({ language: 'en', timeZone: 'Pacific/Honolulu' });
const date = (text: string) => ({ text, instant: Date.parse(text) });

describe('dates', () => {
  it('do not shift a day that was written without a time, wherever the reader is', () => {
    expect(auckland.day(date('2025-03-04'))).toBe('Mar 4, 2025');
    expect(honolulu.day(date('2025-03-04'))).toBe('Mar 4, 2025');
    expect(honolulu.exact(date('2025-03-04'))).toBe('Mar 4, 2025');
  });

  it('show the zone where a time decides', () => {
    expect(honolulu.exact(date('2025-03-04T09:30:00Z'))).toMatch(/Mar 3, 2025.*11:30\sPM HST/);
  });

  it('show a text that names no instant as it is written', () => {
    expect(auckland.exact({ text: 'soon', instant: null })).toBe('soon');
  });

  it('follow the language, the month in letters', () => {
    expect(createDates({ language: 'de', timeZone: 'UTC' }).day(date('2025-03-04'))).toBe('4. März 2025');
  });
});
