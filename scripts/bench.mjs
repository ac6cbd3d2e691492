#!/usr/bin/env node
// node scripts/bench.mjs [words of a figure]: measures speed and size against their targets. Needs the built extension and library.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const { module } = await runnerImport(at('../test/bench/run.ts'));
const holds = await module.run(process.argv[2] ?? '', (line) => console.log(line));
// In a process of its own, where nothing but the contestants takes memory and time.
const core = spawnSync(process.execPath, [at('./bench-core.mjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = holds && core.status === 0 ? 0 : 1;
