import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { withAssignedSpreads } from '../vite.spread.ts';

const evaluated = (expression: string): unknown =>
  JSON.parse(
    runInNewContext(
      `const a = { x: 1, y: 2 }, b = { y: 3, z: [4] }, no = undefined; JSON.stringify(${expression})`,
    ),
  );

describe('an object that is spread into another one', () => {
  it.each([
    ['({ ...a, y: 5 })', 1],
    ['({ ...a, ...b })', 1],
    ['({ w: 0, ...a, y: 5, ...b, v: 6 })', 1],
    ['({ ...(no ?? a), ...(no && b), x: 7, })', 1],
    ['({ ...a, b, inner: { ...b, y: { ...a, z: [{ ...b, x: 8 }] } } })', 4],
    ['({ ...{ ...a, y: 9 }, x: JSON.stringify({ ...b, y: 1 }) })', 3],
    ['[{ ...a, y() {}, ["k" + 1]: 2 }]', 1],
  ])('gives the same in %s', (expression, count) => {
    const written = withAssignedSpreads(expression);
    expect(evaluated(written)).toEqual(evaluated(expression));
    expect(written.split('Object.assign({}, ').length - 1).toBe(count);
  });

  it.each([
    '({ ...a })',
    '({ ...a, get w() { return 3; } })',
    '({ w: 0, ...a })',
    '[...[1], 2]',
    'Math.max(...[1], 2)',
  ])('stays in %s', (expression) => {
    expect(withAssignedSpreads(expression)).toBe(expression);
  });
});
