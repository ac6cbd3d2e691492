import { type Session, until, type View } from '../../e2e/session.ts';
import { drop, html } from '../../world/reply.ts';
import { median, ms } from '../figures.ts';
import { longPage } from '../pages.ts';
import type { Row } from '../row.ts';

const ROUNDS = 15;
const WATCHED = 'watched.example';
const PLAIN = 'plain.example';

export const domContentLoaded: Row = {
  figure: 'added to DOMContentLoaded of a page without credentials',
  target: '≤ 5 ms',
  measure: (bench) => {
    const page = html(longPage(2_000, 0));
    const hosts = new Set([WATCHED, PLAIN]);
    const replies = new Map([...hosts].map((host) => [`https://${host}/`, page]));
    return bench.onStage({ replies, hosts, elsewhere: drop }, async ({ session }) => {
      await watch(session, WATCHED);
      const taken: Record<string, number[]> = { [WATCHED]: [], [PLAIN]: [] };
      for (let round = 0; round < ROUNDS; round += 1)
        for (const host of round % 2 === 0 ? [WATCHED, PLAIN] : [PLAIN, WATCHED]) {
          const view = await session.open(`https://${host}/`);
          taken[host]?.push(await loadedAfter(view));
          await view.close();
        }
      const [watched, plain] = [median(taken[WATCHED] ?? []), median(taken[PLAIN] ?? [])];
      return {
        value: ms(Math.max(0, watched - plain)),
        holds: watched - plain <= 5,
        detail: `median of ${ROUNDS}: ${ms(watched)} where the site is read, ${ms(plain)} where not`,
      };
    });
  },
};

/** From the answer's last byte to the end of DOMContentLoaded. */
const loadedAfter = (view: View): Promise<number> =>
  view.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return entry ? entry.domContentLoadedEventEnd - entry.responseEnd : Number.NaN;
  });

/** Names a site in the settings, as a reader does. */
async function watch(session: Session, host: string): Promise<void> {
  const options = await session.openOwnPage('src/options/index.html');
  await until(options, () => document.querySelector('#site') !== null);
  await options.evaluate((value) => {
    const field = document.querySelector<HTMLInputElement>('#site');
    if (field) field.value = value;
  }, host);
  await options.click('form:has(#site) [type="submit"]');
  await until(options, () => document.querySelector('[data-site]') !== null);
  await options.close();
}
