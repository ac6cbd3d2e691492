import { median, ms, times } from '../figures.ts';
import { longPage } from '../pages.ts';
import type { Row } from '../row.ts';

const ROUNDS = 25;

export const scanOfManyLinks: Row = {
  figure: 'scan of 10,000 links ÷ a loop that reads every href',
  target: '≤ 2 ×',
  measure: (bench) =>
    bench.onPage(longPage(10_000, 20), async (page) => {
      const rounds = await page.evaluate((count) => {
        const url = 'https://person.example/';
        const timed = (work: () => void): number => {
          const start = performance.now();
          work();
          return performance.now() - start;
        };
        const loop = (): void => {
          for (const anchor of document.querySelectorAll<HTMLAnchorElement>('a[href]')) void anchor.href;
        };
        return Array.from({ length: count }, () => [
          timed(() => void touchstone.scan(document, { url })),
          timed(loop),
        ]) as [number, number][];
      }, ROUNDS);
      const scan = median(rounds.map(([one]) => one));
      const loop = median(rounds.map(([, other]) => other));
      const first = rounds[0]?.[0] ?? 0;
      return {
        value: times(scan / loop),
        holds: scan / loop <= 2,
        detail: `scan ${ms(scan)}, loop ${ms(loop)}, the very first scan ${ms(first)}`,
      };
    }),
};
