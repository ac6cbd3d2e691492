import { median, ms } from '../figures.ts';
import type { Row } from '../row.ts';
import { withCheckedPages } from './checked-pages.ts';

/** As many as a page may have looked up unasked, and a tenth of them. */
const [FEW, MANY] = [40, 400] as const;
const ROUNDS = 5;

export const pageOfCredentials: Row = {
  figure: `page of ${FEW} → ${MANY} credentials: growth of the time until all are checked`,
  target: 'exponent ≤ 1.05',
  measure: () =>
    withCheckedPages(async ({ check }) => {
      const taken = new Map<number, number[]>([
        [FEW, []],
        [MANY, []],
      ]);
      for (let round = 0; round < ROUNDS; round += 1)
        for (const [count, times] of taken) {
          const checked = await check(count);
          times.push(checked.taken);
          await checked.page.close();
        }
      const [few = 0, many = 0] = [...taken.values()].map(median);
      const exponent = Math.log10(many / few) / Math.log10(MANY / FEW);
      return {
        value: exponent.toFixed(2),
        holds: exponent <= 1.05,
        detail: `${ms(few)} and ${ms(many)} from the click to the last verdict; ${ROUNDS} rounds`,
      };
    }),
};
