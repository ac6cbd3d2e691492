#!/usr/bin/env node
// node scripts/bench-contestant.mjs <work> <name>: one contestant of bench-core.mjs, in a process of its own. It works when its parent asks.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const touchstone = await import(new URL('../dist/lib/node.js', import.meta.url).href);
const { module } = await runnerImport(
  fileURLToPath(new URL('../test/bench/verifying/run.ts', import.meta.url)),
);
const [work, name] = process.argv.slice(2);
await module.contestant(touchstone, work, name);
