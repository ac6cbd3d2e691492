#!/usr/bin/env node
// node scripts/vectors-table.mjs: runs every vector of the shared fixtures and writes the table of suites into docs/conformance.md
// between its two marks. Without the fixtures it leaves the table as it is.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
// A server that serves nobody: it loads TypeScript, also what is imported only when first needed.
const server = await createServer({
  configFile: false,
  root,
  server: { middlewareMode: true, hmr: false, watch: null, ws: false },
  optimizeDeps: { noDiscovery: true },
  appType: 'custom',
  logLevel: 'error',
});
const { measureVectors, vectorsTable } = await server.ssrLoadModule('/test/vectors/figures.ts');
const figures = await measureVectors();
await server.close();
if (figures.length === 0)
  console.log('The shared fixtures are not here: the table of vectors stays as it is.');
else {
  const page = readFileSync(`${root}/docs/conformance.md`, 'utf8');
  const marked = /(<!-- vectors:start -->\n)[\s\S]*?(<!-- vectors:end -->)/;
  if (!marked.test(page)) throw new Error('docs/conformance.md has no marks for the table of vectors');
  const table = vectorsTable(figures);
  writeFileSync(
    `${root}/docs/conformance.md`,
    page.replace(marked, (_, from, to) => `${from}${table}\n${to}`),
  );
  console.log(table);
}
