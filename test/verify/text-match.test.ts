import { expect, it } from 'vitest';
import { fold, isOneSlipAway, tokens } from '../../src/verify/text-match.ts';
import { skeletonOf } from '../../src/verify/trust/look-alike.ts';

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

const ASCII = Array.from({ length: 0x7f - 0x20 }, (_, at) => String.fromCharCode(0x20 + at));
/** A letter without case or form: with it, a text is no longer ASCII. */
const FOREIGN = '合';

it.each(ASCII)('%s becomes the same in a text of ASCII as beside other letters', (character) => {
  for (const text of [character, ...ASCII.map((other) => `x${character}${other}y`)]) {
    expect(fold(text + FOREIGN)).toBe(fold(text) + FOREIGN);
    expect(skeletonOf(text + FOREIGN)).toBe(skeletonOf(text) + FOREIGN);
    expect(tokens(`${text} ${FOREIGN}`)).toEqual([...tokens(text), FOREIGN]);
  }
});
