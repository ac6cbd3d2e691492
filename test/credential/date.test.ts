import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  endOf,
  endsBeforeItBegins,
  isDateTimeStamp,
  readableText,
  readDate,
} from '../../src/credential/date.ts';

const instant = (value: string | number): number | null | undefined => readDate(value)?.instant;
const utc = (text: string): number => Date.parse(text);

describe('readDate', () => {
  test.each([
    ['2026-01-15T00:00:00Z', '2026-01-15T00:00:00.000Z'],
    ['2026-01-15T05:30:00+05:30', '2026-01-15T00:00:00.000Z'],
    ['2099-12-31T23:59:59+14:00', '2099-12-31T09:59:59.000Z'],
    ['2026-01-15', '2026-01-15T00:00:00.000Z'],
    ['2026-01-15T10:20:30', '2026-01-15T10:20:30.000Z'],
    ['2026-01-15T10:20:30.123456789Z', '2026-01-15T10:20:30.123Z'],
    ['2026-01-15t10:20:30z', '2026-01-15T10:20:30.000Z'],
    ['2013-02-21T15:18-0500', '2013-02-21T20:18:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['12026-01-15T00:00:00Z', '+012026-01-15T00:00:00.000Z'],
    ['-0001-01-15T00:00:00Z', '-000001-01-15T00:00:00.000Z'],
  ])('%s names %s', (text, expected) => {
    expect(instant(text)).toBe(utc(expected));
  });

  test('24:00 is the end of its day', () => {
    expect(instant('2026-01-15T24:00:00Z')).toBe(utc('2026-01-16T00:00:00Z'));
  });

  test('a leap second is the moment after it, wherever the zone puts it', () => {
    expect(instant('2016-12-31T23:59:60Z')).toBe(utc('2017-01-01T00:00:00Z'));
    expect(instant('2017-01-01T08:59:60+09:00')).toBe(utc('2017-01-01T00:00:00Z'));
  });

  test.each([
    '2015-04-31',
    '2025-02-29T00:00:00Z',
    '2026-01-15T25:00:00Z',
    '2026-01-15T24:00:01Z',
    '2026-01-15T24:00:00.5Z',
    '2026-01-15T12:30:60Z',
    '2026-01-15T12:60:00Z',
    '2016-12-31T23:59:61Z',
    '2026-01-15T12:00:00+05:60',
    '2026-01-15T24:30:00Z',
    '+275761-01-01T00:00:00Z',
    '2026-01-15T00:00:00+15:00',
    '2026-01-15T00:00:00+14:30',
    '2026-13-01',
    '+275761-01-01T00:00:00Z',
    '02026-01-01',
    '999999-01-01',
    'PAST DATE',
    'January 12th',
    '',
  ])('%s names no instant, and its text is kept', (text) => {
    expect(readDate(text)).toEqual({ text, instant: null });
  });

  test('Unix seconds are seconds', () => {
    expect(readDate(1359217910)).toEqual({ text: '1359217910', instant: 1359217910000 });
    expect(instant(-1)).toBeNull();
    expect(instant(9e15)).toBeNull();
  });

  test('no date is null; something else in its place is a date that names no instant', () => {
    expect([readDate(undefined), readDate(null)]).toEqual([null, null]);
    expect([readDate({}), readDate(['2026-01-15']), readDate(true)]).toEqual([
      { text: '{}', instant: null },
      { text: '["2026-01-15"]', instant: null },
      { text: 'true', instant: null },
    ]);
  });

  test('every instant that Date can write is read back', () => {
    const years = {
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    };
    fc.assert(fc.property(fc.date(years), (date) => instant(date.toISOString()) === date.getTime()));
  });
});

describe('an end', () => {
  const isBefore = (until: string | null, from: string | null): boolean =>
    endsBeforeItBegins(readDate(from), readDate(until));

  test('comes before a beginning by its moment, not by its letters', () => {
    const [early, late] = ['2023-02-26T01:21:23Z', '2023-02-25T19:21:29-06:00'];
    expect([isBefore(early, late), isBefore(late, early)]).toEqual([true, false]);
    expect(isBefore(early, '2023-02-26T02:21:23+01:00')).toBe(false);
  });

  test('that is a day alone comes with the end of that day', () => {
    const ends = (text: string | number) => endOf(readDate(text) ?? { text: '', instant: null });
    expect(ends('2026-01-15')).toBe(utc('2026-01-16T00:00:00Z'));
    expect(ends('2026-01-15T00:00:00Z')).toBe(utc('2026-01-15T00:00:00Z'));
    expect([ends(1359217910), ends('never')]).toEqual([1359217910000, null]);
    expect(isBefore('2026-01-15', '2026-01-15T10:00:00Z')).toBe(false);
    expect(isBefore('2026-01-15', '2026-01-16T10:00:00Z')).toBe(true);
  });

  test('comes before no beginning where either is absent or names no instant', () => {
    expect([isBefore('2026-01-15', 'never'), isBefore('never', '2026-01-15')]).toEqual([false, false]);
    expect([isBefore('2026-01-15', null), isBefore(null, '2026-01-15')]).toEqual([false, false]);
  });
});

test('a dateTimeStamp has seconds and a zone', () => {
  expect(isDateTimeStamp('2026-01-15T00:00:00Z')).toBe(true);
  expect(isDateTimeStamp('2026-01-15T00:00:00.5-06:00')).toBe(true);
  // XML Schema 1.1 §3.3.7.2: years have as many digits as they need, and no plus sign.
  expect(isDateTimeStamp('12026-01-15T00:00:00Z')).toBe(true);
  expect(isDateTimeStamp('+12026-01-15T00:00:00Z')).toBe(false);
  expect(isDateTimeStamp('2026-01-15T00:00:00')).toBe(false);
  expect(isDateTimeStamp('2026-01-15')).toBe(false);
  expect(isDateTimeStamp('2026-02-30T00:00:00Z')).toBe(false);
});

describe('a date', () => {
  test.each<[string, string]>([
    ['behind the last that there can be', '+275760-09-13T00:00:01Z'],
    ['with a day that its month lacks', '2025-02-29'],
    ['with a month that its year lacks', '2025-13-01'],
  ])('%s names no instant', (_, text) => {
    expect(readDate(text)).toEqual({ text, instant: null });
  });
});

test.each<[string | number, string]>([
  [1359217910, '2013-01-26T16:31:50.000Z'],
  ['2026-01-15', '2026-01-15'],
  ['soon', 'soon'],
  [9e15, '9000000000000000'],
  ['2026', '2026'],
])('people read %s as %s', (written, text) => {
  expect(readableText(readDate(written) ?? { text: '', instant: null })).toBe(text);
});
