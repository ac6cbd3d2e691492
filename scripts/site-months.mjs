#!/usr/bin/env node
// node scripts/site-months.mjs: writes src/site/months.ts from what this machine's Intl knows.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const { module } = await runnerImport(at('./site-months.ts'));
writeFileSync(at('../src/site/months.ts'), module.siteMonths());
