import { expect, it } from 'vitest';
import { equalBytes } from '../../src/encoding/bytes.ts';

it('bytes with more behind them are not the same', () => {
  const [one, longer] = [Uint8Array.of(1, 2), Uint8Array.of(1, 2, 3)];
  expect([equalBytes(one, longer), equalBytes(longer, one), equalBytes(one, one)]).toEqual([
    false,
    false,
    true,
  ]);
});
