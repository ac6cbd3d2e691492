import { describe, expect, it } from 'vitest';
import { NOTHING_EARLIER } from '../../../src/cli/batch/earlier.ts';
import { createTally } from '../../../src/cli/batch/tally.ts';

const shownWhile = (size: number | null, ends: readonly number[]): readonly string[] => {
  const shown: string[] = [];
  let now = 0;
  const tally = createTally({
    earlier: NOTHING_EARLIER,
    size,
    progress: { show: (line) => shown.push(line) },
    clock: { now: () => now },
  });
  for (const end of ends) {
    now += 500;
    tally.reached(end);
    tally.count(0);
  }
  return shown;
};

describe('the progress of a batch', () => {
  it('is a bar that fills with the input, and numbers', () => {
    expect(shownWhile(1000, [0, 500, 1000])).toEqual([
      '░░░░░░░░░░░░░░░░░░░░ 0 %  1 checked, 2 a second, 0 bad',
      '██████████░░░░░░░░░░ 50 %  2 checked, 2 a second, 0 bad',
      '████████████████████ 100 %  3 checked, 2 a second, 0 bad',
    ]);
  });

  it('has no bar where nobody knows how much will come', () => {
    expect(shownWhile(null, [10])).toEqual(['1 checked, 2 a second, 0 bad']);
  });

  it('never overflows, although a file may grow while it is read', () => {
    expect(shownWhile(100, [400])[0]).toMatch(/^█{20} 100 %/);
  });
});
