import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { launch } from '../bench.ts';
import { median, ms } from '../figures.ts';
import { longPage } from '../pages.ts';
import type { Row } from '../row.ts';
import { SCRIPT_RUN, type Span, sumOf, TASK, traced } from '../trace.ts';

const ROUNDS = 15;
const SCRIPT = join(
  import.meta.dirname,
  '..',
  '..',
  '..',
  'dist',
  'chrome',
  'src',
  'content',
  'watch.iife.js',
);
/** The built script, a script of nothing, and no script at all: on one site each. */
const SITES = { ours: 'ours.example', empty: 'empty.example', none: 'none.example' };

export const domContentLoaded: Row = {
  figure: 'added to DOMContentLoaded of a page without credentials',
  target: '≤ 5 ms',
  measure: async () => {
    const server = createServer((_, response) => {
      response.setHeader('content-type', 'text/html').end(longPage(2_000, 0));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const folder = extension();
    const browser = await launch({
      enableExtensions: [folder],
      args: [`--host-resolver-rules=MAP *.example 127.0.0.1:${port}`],
    });
    try {
      const taken = { ours: [] as Load[], empty: [] as Load[], none: [] as Load[] };
      // The first round is the browser's own start; then each comes first, second and third as often as the others.
      const sites = Object.keys(SITES) as (keyof typeof SITES)[];
      for (let round = -1; round < ROUNDS; round += 1)
        for (let turn = 0; turn < sites.length; turn += 1) {
          const site = sites[(turn + round + 1) % sites.length] ?? 'none';
          const load = await loadOf(browser, `http://${SITES[site]}/`);
          if (round >= 0) taken[site].push(load);
        }
      const before = median(taken.ours.map(({ before }) => before));
      const sooner = Math.min(...taken.ours.map(({ after }) => after));
      const both = (loads: readonly Load[]): string =>
        `${ms(median(loads.map(({ cpu }) => cpu)))} (${ms(median(loads.map(({ wall }) => wall)))} by the clock)`;
      return {
        value: ms(before),
        holds: before <= 5 && sooner > 0,
        detail: `what the script ran before; it begins ${ms(sooner)} after at the soonest of ${ROUNDS}. The page itself, medians: ${both(taken.ours)} with it, ${both(taken.empty)} with an empty script, ${both(taken.none)} with none`,
      };
    } finally {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true });
    }
  },
};

/** An extension of content scripts alone, registered as the worker registers ours. */
function extension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-bench-'));
  cpSync(SCRIPT, join(folder, 'ours.js'));
  writeFileSync(join(folder, 'empty.js'), '');
  const on = (host: string, file: string) => ({
    matches: [`http://${host}/*`],
    js: [file],
    run_at: 'document_idle',
  });
  const scripts = [on(SITES.ours, 'ours.js'), on(SITES.empty, 'empty.js')];
  const manifest = { manifest_version: 3, name: 'bench', version: '1', content_scripts: scripts };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

interface Load {
  /** What the page's thread had of the processor up to the end of DOMContentLoaded, in milliseconds as all. */
  readonly cpu: number;
  /** From the answer's last byte to the end of DOMContentLoaded. */
  readonly wall: number;
  /** What a script had of it until then: the page has none of its own. */
  readonly before: number;
  /** From then to when the script begins. */
  readonly after: number;
}

async function loadOf(browser: Browser, url: string): Promise<Load> {
  const page = await browser.newPage();
  const trace = await traced(page, 'domContentLoadedEventEnd', async () => {
    await page.goto(url, { waitUntil: 'load' });
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  const wall = await page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return entry ? entry.domContentLoadedEventEnd - entry.responseEnd : Number.NaN;
  });
  await page.close();
  const isBefore = ({ at }: Span): boolean => at < trace.at;
  const scripts = trace.spans(SCRIPT_RUN);
  return {
    wall,
    cpu: sumOf(trace.spans(TASK).filter(isBefore)),
    before: sumOf(scripts.filter(isBefore)),
    after: Math.min(...scripts.map(({ at }) => at - trace.at)),
  };
}
