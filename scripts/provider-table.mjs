#!/usr/bin/env node
// node scripts/provider-table.mjs: writes the table of providers into docs/providers.md between its two marks, or prints it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const { module: registry } = await runnerImport(at('../src/provider/registry/index.ts'));
const { module: table } = await runnerImport(at('./provider-table.ts'));
const text = table.providerTable(registry.PROVIDERS);
const page = existsSync(at('../docs/providers.md')) ? readFileSync(at('../docs/providers.md'), 'utf8') : '';
const marked = /(<!-- providers:start -->\n)[\s\S]*?(<!-- providers:end -->)/;
if (marked.test(page))
  writeFileSync(
    at('../docs/providers.md'),
    page.replace(marked, (_, from, to) => `${from}${text}\n${to}`),
  );
else console.log(text);
