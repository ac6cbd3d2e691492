import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../src/json.ts';
import { compareJson } from '../../src/json-ld/json-order.ts';

/** Names and texts that begin alike, end alike, or are written with escapes. */
const text = fc.oneof(
  fc.string({
    unit: fc.constantFrom('a', 'b', ' ', '!', '#', '"', '\\', '\n', 'é', '\u{1f3c5}'),
    maxLength: 4,
  }),
  fc.constantFrom('\ud83c', 'a\udfc5', 'a\ud83c'),
);
const { value: json } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.constantFrom<Json>(null, true, false, 0, 1, 12, 1.5, 125, -1, 1e21, 1e300),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(text, tie('value'), { maxKeys: 3 }),
  ),
}));

const byText = (one: Json, other: Json): number => {
  const [first, second] = [JSON.stringify(one), JSON.stringify(other)];
  if (first === second) return 0;
  return first < second ? -1 : 1;
};

test('two values stand in the order of their JSON texts', () => {
  fc.assert(
    fc.property(json, json, (one, other) => {
      expect(Math.sign(compareJson(one, other))).toBe(byText(one, other));
    }),
    { numRuns: 20_000 },
  );
});

test.each<[Json, Json]>([
  [
    { id: 'a', level: 1 },
    { id: 'a', level: 12 },
  ],
  [{ id: 'a' }, { id: 'a', name: 'b' }],
  [{ name: 'abc' }, { name: 'abc !' }],
  [{ name: 'a\n' }, { name: 'aA' }],
  [[[]], [['a']]],
  [[1], [1, 2]],
])('so it is where one is the beginning of the other: %j, %j', (one, other) => {
  expect(Math.sign(compareJson(one, other))).toBe(byText(one, other));
  expect(Math.sign(compareJson(other, one))).toBe(byText(other, one));
});

test('each member is read once, however deep the first ones are alike', () => {
  const nested = (end: string): Json => {
    let value: Json = { alike: true };
    for (let depth = 0; depth < 60; depth++) value = { first: value, last: depth === 59 ? end : 'x' };
    return value;
  };
  expect(compareJson(nested('a'), nested('b'))).toBeLessThan(0);
});
