#!/usr/bin/env node
// npm run fuzz [-- <runs>]: every property of the test suite, many times over and with new seeds. A failure names its seed.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const runs = process.argv[2] ?? '5000';
const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.test\.tsx?$/.test(name) && !name.startsWith('e2e'))
  .map((name) => join('test', name))
  .filter((name) => /from 'fast-check'/.test(readFileSync(join(root, name), 'utf8')));
const { status } = spawnSync(
  join(root, 'node_modules', '.bin', 'vitest'),
  [
    'run',
    '--project',
    'unit',
    '--testTimeout',
    '3600000',
    '--reporter=default',
    '--reporter=./test/reporter.ts',
    ...files,
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, FUZZ_RUNS: runs } },
);
process.exitCode = status ?? 1;
