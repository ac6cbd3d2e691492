import type { Page } from 'puppeteer-core';
import { median, ms } from '../figures.ts';
import { longPage } from '../pages.ts';
import type { Row } from '../row.ts';
import { IDLE_CALLBACK, longestOf, MICROTASKS, sumOf, TASK, traced } from '../trace.ts';

const SECONDS = 4;
const ROUNDS = 3;

export const mutationStorm: Row = {
  figure: 'share of the time, on a page with 1,000 mutations a second',
  target: '≤ 5 %, no task > 50 ms',
  measure: (bench) =>
    bench.onPage(longPage(2_000, 20), async (page) => {
      const alone: Storm[] = [];
      const visited: Storm[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        alone.push(await storm(page, false));
        visited.push(await storm(page, true));
      }
      const share = median(visited.map(({ own, wall }) => (100 * own) / wall));
      const longest = Math.max(...visited.map((each) => each.longest));
      const busy = (storms: readonly Storm[]): string =>
        `${median(storms.map(({ all, wall }) => (100 * all) / wall)).toFixed(0)} %`;
      return {
        value: `${share.toFixed(1)} %`,
        holds: share <= 5 && longest <= 50,
        detail: `median of ${ROUNDS}, of the processor's time; ${visited[0]?.mutations} mutations in ${ms(visited[0]?.wall ?? 0)}, longest slice ${ms(longest)}; the page's thread was busy ${busy(visited)} of the time, without a visit ${busy(alone)}`,
      };
    }),
};

/** What the page's thread had of the processor, in milliseconds. */
interface Storm {
  readonly all: number;
  /** The visit's: its slices, and what it notes of changes. */
  readonly own: number;
  readonly longest: number;
  readonly wall: number;
  readonly mutations: number;
}

async function storm(page: Page, isVisited: boolean): Promise<Storm> {
  let told = { wall: Number.NaN, mutations: 0 };
  const trace = await traced(page, 'storm begins', async () => {
    told = await page.evaluate(mutate, SECONDS, isVisited);
  });
  const slices = trace.spans(IDLE_CALLBACK);
  return {
    ...told,
    all: sumOf(trace.spans(TASK)),
    // The page itself does all in timers: it has neither idle callbacks nor microtasks.
    own: sumOf(slices) + sumOf(trace.spans(MICROTASKS)),
    longest: longestOf(slices).cpu,
  };
}

/** In the page: a thousand times a second something comes and something goes. */
function mutate(seconds: number, isVisited: boolean): Promise<{ wall: number; mutations: number }> {
  type Listener = (message: unknown, sender: unknown, reply: () => void) => unknown;
  const listeners: Listener[] = [];
  const runtime = {
    id: 'bench',
    sendMessage: async () => undefined,
    onMessage: { addListener: (each: Listener) => listeners.push(each), removeListener: () => undefined },
  };
  Object.defineProperty(globalThis, 'chrome', { value: { runtime }, configurable: true, writable: true });
  performance.mark('storm begins');
  if (isVisited) touchstone.beginVisit(document, { follow: true });
  const list = document.querySelector('#links') as Element;
  const start = performance.now();
  let mutations = 0;
  return new Promise((resolve) => {
    const mutateMore = (): void => {
      const wall = performance.now() - start;
      for (; mutations < Math.floor(wall); mutations += 1) {
        const item = document.createElement('li');
        item.innerHTML = `<a href="https://www.example.org/news/${mutations}">News</a><img src="data:,">`;
        list.prepend(item);
        list.lastElementChild?.remove();
      }
      if (wall < seconds * 1_000) setTimeout(mutateMore, 4);
      else {
        for (const listener of listeners) listener({ type: 'end-true' }, null, () => undefined);
        resolve({ wall, mutations });
      }
    };
    mutateMore();
  });
}
