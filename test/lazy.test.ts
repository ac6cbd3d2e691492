import { expect, it } from 'vitest';
import { lazy } from '../src/lazy.ts';

it('a lazy value is made when it is first asked for, and only once, even where it is undefined', () => {
  let made = 0;
  const value = lazy(() => {
    made += 1;
    return undefined;
  });
  expect(made).toBe(0);
  expect([value(), value()]).toEqual([undefined, undefined]);
  expect(made).toBe(1);
});
