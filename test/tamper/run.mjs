#!/usr/bin/env node
// npm run test:tamper [-- --mutants 100000 --seed 1 --only <text>]: the long run. Says each minute how far it is, then
// the figures, every forgery it found, and as its last line `N passed, N failed`.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';

const { values } = parseArgs({
  options: {
    mutants: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '20261123' },
    only: { type: 'string', default: '' },
  },
});
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
process.exitCode = await report.tamper({
  mutants: Number(values.mutants),
  seed: Number(values.seed),
  only: values.only,
  print: (line) => console.log(line),
});
await server.close();
