import { expect, it } from 'vitest';
import { isOneSlipAway } from '../../src/verify/text-match.ts';

it.each([
  ['microsoft', 'microsft', true],
  ['microsoft', 'microsofts', true],
  ['microsoft', 'micrasoft', true],
  ['microsoft', 'mircosoft', true],
  ['microsoft', 'microsoft', true],
  ['microsoft', 'microft', false],
  ['microsoft', 'mocrosift', false],
  ['microsoft', 'micrsfot', false],
  ['welding', 'wedlign', false],
])('%s and %s are one slip apart, either way: %s', (one, other, expected) => {
  expect([isOneSlipAway(one, other), isOneSlipAway(other, one)]).toEqual([expected, expected]);
});

it.each([
  ['abcd', 'xacd'],
  ['abcd', 'xycd'],
  ['abcd', 'baxy'],
])('%s and %s are no swap apart, either way', (one, other) => {
  expect([isOneSlipAway(one, other), isOneSlipAway(other, one)]).toEqual([false, false]);
});
