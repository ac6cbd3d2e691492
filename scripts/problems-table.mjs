#!/usr/bin/env node
// node scripts/problems-table.mjs: writes docs/problems.md, every problem code with its meaning, whose job it is, and the remedy.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const { module: table } = await runnerImport(at('./problems-table.ts'));
const messages = JSON.parse(readFileSync(at('../public/_locales/en/messages.json'), 'utf8'));
writeFileSync(at('../docs/problems.md'), table.problemsPage(messages));
