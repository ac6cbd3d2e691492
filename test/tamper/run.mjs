#!/usr/bin/env node
// npm run test:tamper [-- --mutants 100000 --seed 1 --only <text> --jobs 2]: the long run, one process a core. Each says
// every minute how far it is, then its figures and every forgery it found; the last line is `N passed, N failed`.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';

const { values } = parseArgs({
  options: {
    mutants: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '20261123' },
    only: { type: 'string', default: '' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    part: { type: 'string' },
  },
});
const jobs = Number(values.jobs);
process.exitCode = values.part === undefined ? await together() : await alone(Number(values.part));

/** Runs every part in a process of its own and adds up what they say. */
async function together() {
  const told = await Promise.all(Array.from({ length: jobs }, (_, place) => partOf(place)));
  const [passed, failed] = [0, 1].map((at) => told.reduce((sum, figures) => sum + figures[at], 0));
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** What one process counted; a process that ended without its last line failed. */
async function partOf(place) {
  const own = fileURLToPath(import.meta.url);
  const child = spawn(
    process.execPath,
    [own, ...process.argv.slice(2), '--jobs', String(jobs), '--part', String(place)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let last = '';
  for await (const line of createInterface({ input: child.stdout })) {
    last = line;
    console.log(`[${place + 1}] ${line}`);
  }
  const figures = last.match(/^(\d+) passed, (\d+) failed$/);
  return figures === null ? [0, 1] : [Number(figures[1]), Number(figures[2])];
}

async function alone(place) {
  // A server that serves nobody: it loads TypeScript, also what is imported only when first needed.
  const server = await createServer({
    configFile: false,
    root: fileURLToPath(new URL('../..', import.meta.url)),
    server: { middlewareMode: true, hmr: false, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
    appType: 'custom',
    logLevel: 'error',
  });
  const report = await server.ssrLoadModule('/test/tamper/report.ts');
  const code = await report.tamper({
    mutants: Number(values.mutants),
    seed: Number(values.seed),
    only: values.only,
    part: { place, of: jobs },
    print: (line) => console.log(line),
  });
  await server.close();
  return code;
}
