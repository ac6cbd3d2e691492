import { median, ms, times } from '../figures.ts';
import type { Row } from '../row.ts';
import { withCheckedPages } from './checked-pages.ts';

/** Each ten times as many as the one before. */
const COUNTS = [10, 100, 1_000] as const;
const ROUNDS = 3;

export const pageOfCredentials: Row = {
  figure: `page of ${COUNTS.join(' → ')} credentials: growth of the time until all are checked`,
  target: 'exponent ≤ 1.05',
  measure: () =>
    withCheckedPages(async ({ check }) => {
      const taken = new Map<number, number[]>(COUNTS.map((count) => [count, []]));
      for (let round = 0; round < ROUNDS; round += 1)
        for (const [count, each] of taken) {
          const checked = await check(count);
          each.push(checked.taken);
          await checked.page.close();
        }
      const medians = [...taken.values()].map(median);
      const exponents = medians.slice(1).map((time, at) => Math.log10(time / (medians[at] ?? Number.NaN)));
      return {
        value: exponents.map((each) => each.toFixed(2)).join(', '),
        holds: exponents.every((each) => each <= 1.05),
        detail: `${medians.map(ms).join(', ')} from the click to the last verdict; ${ROUNDS} rounds`,
      };
    }),
};

const MANY = 500;
const BESIDE_ROUNDS = 7;
const MAX_RATIO = 3;

export const pageBesideBareWork: Row = {
  figure: `page of ${MANY} credentials until all are checked ÷ verifying the same ${MANY}`,
  target: `≤ ${MAX_RATIO} ×`,
  measure: () =>
    withCheckedPages(
      async ({ check, badges, others: [library] }) => {
        if (!library) throw new Error('an extension is missing');
        const credentials = await badges(MANY);
        const rounds: (readonly [ours: number, bare: number])[] = [];
        for (let round = 0; round < BESIDE_ROUNDS; round += 1) {
          const { page, taken } = await check(MANY);
          await page.close();
          const bare = await library.page.evaluate(verifyAll, credentials);
          if (bare.authentic !== MANY) throw new Error(`${bare.authentic} of ${MANY} are authentic`);
          rounds.push([taken, bare.taken]);
        }
        const ours = median(rounds.map(([one]) => one));
        const bare = median(rounds.map(([, other]) => other));
        return {
          value: times(ours / bare),
          holds: ours / bare <= MAX_RATIO,
          detail: `${ms(ours)} from the click to the last verdict, in the popup, beside ${ms(bare)} in a worker that only verifies, one after the other; ${BESIDE_ROUNDS} rounds`,
        };
      },
      ['library-worker.ts'],
    ),
};

/** Asks the worker of library-worker.ts. */
const verifyAll = (
  credentials: readonly string[],
): Promise<{ readonly authentic: number; readonly taken: number }> => chrome.runtime.sendMessage(credentials);
