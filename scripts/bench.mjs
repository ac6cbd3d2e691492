#!/usr/bin/env node
// node scripts/bench.mjs [words of a figure]: measures speed and size against their targets. Needs the built extension.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const { module } = await runnerImport(fileURLToPath(new URL('../test/bench/run.ts', import.meta.url)));
process.exitCode = (await module.run(process.argv[2] ?? '', (line) => console.log(line))) ? 0 : 1;
