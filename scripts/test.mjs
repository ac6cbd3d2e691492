#!/usr/bin/env node
// npm test: types, lint, unused exports, build, unit tests, end-to-end tests in Chromium and Firefox.
// The last line is `N passed, N failed` over all of them; each of the first four counts as one.
// What failed, and what passed only at the second try, stands just before it, each on a line: that much is seen even of
// a log that was cut.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './browser.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = (name) => join(root, 'node_modules', '.bin', name);
const vitest = (project) => [
  bin('vitest'),
  'run',
  '--project',
  project,
  '--reporter=default',
  '--reporter=./test/reporter.ts',
];

const STEPS = [
  { name: 'types', command: [bin('tsc'), '--noEmit'] },
  { name: 'lint', command: [bin('biome'), 'check', '.'] },
  { name: 'unused exports', command: [bin('knip')] },
  { name: 'build', command: [process.execPath, join(root, 'scripts', 'build.mjs')] },
  { name: 'unit tests', command: vitest('unit') },
  { name: 'end-to-end tests', command: vitest('e2e'), needs: ['chromium', 'firefox'] },
];

const isFailure = (line) => line.startsWith('FAILED ');

const sum = { passed: 0, failed: 0 };
const noted = [];
for (const step of STEPS) {
  console.log(`\n— ${step.name}`);
  const { passed, failed, lines = [] } = await run(step);
  sum.passed += passed;
  sum.failed += failed;
  noted.push(...lines);
  if (failed > 0 && !lines.some(isFailure)) noted.push(`FAILED ${step.name}`);
}
if (noted.length > 0) console.log(`\n${noted.join('\n')}`);
console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed > 0 ? 1 : 0;

/** A step that counts its tests gives their numbers; one that ends badly without a failed test counts as one. */
async function run({ command, needs = [] }) {
  try {
    for (const kind of needs) ensureBrowser(kind);
  } catch (error) {
    console.error(error.message);
    return { passed: 0, failed: 1 };
  }
  const { code, text } = await stream(command);
  const counts = /(\d+) passed, (\d+) failed\s*$/.exec(text);
  if (counts === null) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const failed = Number(counts[2]);
  const lines = text.split('\n').filter((line) => isFailure(line) || line.startsWith('SECOND TRY '));
  return { passed: Number(counts[1]), failed: code !== 0 && failed === 0 ? 1 : failed, lines };
}

/** Shows the output as it comes, and keeps its end. */
function stream([program, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (data) => {
      process.stdout.write(data);
      text = (text + data).slice(-20_000);
    });
    child.on('error', (error) => resolve({ code: 1, text: String(error) }));
    child.on('close', (code) => resolve({ code, text }));
  });
}
