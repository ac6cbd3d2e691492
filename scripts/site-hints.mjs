#!/usr/bin/env node
// node scripts/site-hints.mjs: writes src/site/hints.ts from the registry.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const { module: registry } = await runnerImport(at('../src/provider/registry/index.ts'));
const { module: hints } = await runnerImport(at('./site-hints.ts'));
writeFileSync(at('../src/site/hints.ts'), hints.siteHints(registry.PROVIDERS));
