import { withExtensions } from '../extension/installed.ts';
import { median, ms, times } from '../figures.ts';
import type { Row } from '../row.ts';
import { typicalBadge } from '../verifying/badges.ts';
import { answerTo } from './worker-cold.ts';

const ROUNDS = 15;
/** So many of ours, and of the peer's, are about a fifth of a second. */
const [OURS, PEERS] = [200, 20];
/** Until the compiler has nothing left to do. */
const WARM = 40;

export const workerWarm: Row = {
  figure: 'badge of 3.4 kB in an extension’s worker, warm, beside verifier-core',
  target: '≥ 20 × faster',
  measure: () =>
    withExtensions(['touchstone-worker.ts', 'verifier-core-worker.ts'], async ({ others }) => {
      const credential = await typicalBadge();
      const [library, core] = others;
      if (!library || !core) throw new Error('an extension is missing');
      const contestants = [
        { page: library.page, times: OURS, taken: [] as number[] },
        { page: core.page, times: PEERS, taken: [] as number[] },
      ];
      for (let round = 0; round < WARM + ROUNDS; round += 1)
        for (const { page, times, taken } of contestants) {
          const time = await page.evaluate(answerTo, { credential, times } as never);
          if (round >= WARM) taken.push(time / times);
        }
      const [own = 0, peer = 0] = contestants.map(({ taken }) => median(taken));
      return {
        value: times(peer / own),
        holds: peer / own >= 20,
        detail: `${ms(own)}, verifier-core ${ms(peer)}, by the clock; ${ROUNDS} rounds`,
      };
    }),
};
