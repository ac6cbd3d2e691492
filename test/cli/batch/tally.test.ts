import { describe, expect, it } from 'vitest';
import { NOTHING_EARLIER } from '../../../src/cli/batch/earlier.ts';
import { progressLine } from '../../../src/cli/batch/progress.ts';
import { createTally } from '../../../src/cli/batch/tally.ts';
import type { OutcomeCode } from '../../../src/cli/exit-code.ts';

type Shown = readonly [share: number | null, text: string];
const shownWhile = (
  size: number | null,
  ends: readonly number[],
  exits: readonly OutcomeCode[] = [0],
): readonly Shown[] => {
  const shown: Shown[] = [];
  let now = 0;
  const tally = createTally({
    earlier: NOTHING_EARLIER,
    size,
    progress: { show: (...all) => shown.push(all) },
    clock: { now: () => now },
  });
  for (const [index, end] of ends.entries()) {
    now += 500;
    tally.reached(end);
    tally.count(exits[index] ?? 0);
  }
  return shown;
};

describe('the progress of a batch', () => {
  it('is the share of the input, and numbers that keep apart what was not found out', () => {
    expect(shownWhile(1000, [0, 500, 1000], [0, 2, 1])).toEqual([
      [0, '1 good, 0 bad, 0 not checked, 2 a second'],
      [0.5, '1 good, 0 bad, 1 not checked, 2 a second'],
      [1, '1 good, 1 bad, 1 not checked, 2 a second'],
    ]);
  });

  it('has no share where nobody knows how much will come', () => {
    expect(shownWhile(null, [10])[0]?.[0]).toBeNull();
  });

  it('never overflows, although a file may grow while it is read', () => {
    expect(shownWhile(100, [400])[0]?.[0]).toBe(1);
  });

  it.each([
    [80, '██████████░░░░░░░░░░ 50 %  7 good'],
    [24, '█████░░░░░░ 50 %  7 good'],
    [17, '50 %  7 good'],
    [8, '50 %  7…'],
    [1, '…'],
  ])('takes one line of %i columns at most', (columns, line) => {
    expect(progressLine(0.5, '7 good', columns)).toBe(line);
  });
});
