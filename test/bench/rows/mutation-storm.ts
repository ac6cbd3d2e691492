import { ms } from '../figures.ts';
import { longPage } from '../pages.ts';
import type { Row } from '../row.ts';

const SECONDS = 5;

export const mutationStorm: Row = {
  figure: 'share of the time, on a page with 1,000 mutations a second',
  target: '≤ 5 %, no task > 50 ms',
  measure: (bench) =>
    bench.onPage(longPage(2_000, 20), async (page) => {
      const { spent, longest, wall, mutations, scans } = await page.evaluate(async (seconds) => {
        let spent = 0;
        let longest = 0;
        const timed = <T>(work: () => T): T => {
          const start = performance.now();
          const result = work();
          const took = performance.now() - start;
          spent += took;
          longest = Math.max(longest, took);
          return result;
        };
        const idle = globalThis.requestIdleCallback.bind(globalThis);
        globalThis.requestIdleCallback = (work, options) =>
          idle((deadline) => timed(() => work(deadline)), options);
        const Observer = globalThis.MutationObserver;
        globalThis.MutationObserver = class extends Observer {
          constructor(told: MutationCallback) {
            super((records, observer) => timed(() => told(records, observer)));
          }
        };
        let scans = 0;
        let isDue = false;
        // As a visit does it: at most one look a second.
        const onChange = (): void => {
          if (isDue) return;
          isDue = true;
          setTimeout(
            () =>
              requestIdleCallback(
                () => {
                  isDue = false;
                  reader.readChanges();
                },
                { timeout: 2_000 },
              ),
            1_000,
          );
        };
        const reader = touchstone.createPageReader(document, {
          signal: new AbortController().signal,
          onChange,
          onSeen: () => {
            scans += 1;
          },
          onBroken: () => undefined,
        });
        reader.readAll();
        [spent, longest] = [0, 0];
        const list = document.querySelector('#links') as Element;
        const start = performance.now();
        let mutations = 0;
        while (performance.now() - start < seconds * 1_000) {
          const due = Math.floor(performance.now() - start);
          for (; mutations < due; mutations += 1) {
            const item = document.createElement('li');
            item.innerHTML = `<a href="https://www.example.org/news/${mutations}">News</a><img src="data:,">`;
            list.prepend(item);
            list.lastElementChild?.remove();
          }
          await new Promise((resolve) => setTimeout(resolve, 4));
        }
        return { spent, longest, wall: performance.now() - start, mutations, scans };
      }, SECONDS);
      const share = (100 * spent) / wall;
      return {
        value: `${share.toFixed(1)} %`,
        holds: share <= 5 && longest <= 50,
        detail: `${mutations} mutations in ${ms(wall)}, longest task ${ms(longest)}, ${scans} scans told`,
      };
    }),
};
