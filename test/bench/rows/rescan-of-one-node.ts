import type { Bench } from '../bench.ts';
import { median, ms, times } from '../figures.ts';
import { badgeAt, longPage } from '../pages.ts';
import type { Row } from '../row.ts';

const ROUNDS = 60;

export const rescanOfOneNode: Row = {
  figure: 're-scan after one node: page of 50,000 links ÷ of 500',
  target: '≤ 1.5 × (follows what came)',
  async measure(bench) {
    const small = await costOn(bench, 500);
    const large = await costOn(bench, 50_000);
    const ratio = large.again / small.again;
    return {
      value: times(ratio),
      holds: ratio <= 1.5,
      detail: `${ms(small.again)} on the small page, ${ms(large.again)} on the large one, whose whole scan takes ${ms(large.whole)}`,
    };
  },
};

/** Adds a credential and takes it away again, time after time. */
const costOn = (bench: Bench, links: number): Promise<{ whole: number; again: number }> =>
  bench.onPage(longPage(links, 20), async (page) => {
    const { whole, rounds } = await page.evaluate(
      (href, count) => {
        const reading = touchstone.createReading(document, { url: 'https://person.example/' });
        const start = performance.now();
        touchstone.finish(reading.whole());
        const whole = performance.now() - start;
        const list = document.querySelector('#links') as Element;
        const read = (parts: readonly Element[]): number => {
          const begun = performance.now();
          const changes = { parts: new Set(parts), touched: new Set<Node>([list]) };
          const isNews = touchstone.finish(reading.changed(changes));
          const spent = performance.now() - begun;
          if (!isNews) throw new Error('the change was not seen');
          return spent;
        };
        const rounds = Array.from({ length: count }, () => {
          const item = document.createElement('li');
          item.innerHTML = `<a href="${href}">One more</a>`;
          list.append(item);
          const came = read([item]);
          item.remove();
          return came + read([]);
        });
        return { whole, rounds };
      },
      badgeAt(99_999),
      ROUNDS,
    );
    return { whole, again: median(rounds.slice(ROUNDS / 4)) };
  });
