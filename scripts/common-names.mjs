#!/usr/bin/env node
// node scripts/common-names.mjs: writes src/json-ld/common-names.ts from the usual contexts.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const { module } = await runnerImport(at('./common-names.ts'));
writeFileSync(at('../src/json-ld/common-names.ts'), module.commonNames());
