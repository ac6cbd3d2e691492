import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const directory = mkdtempSync(join(tmpdir(), 'touchstone-'));
const file = join(directory, 'touchstone.mjs');

beforeAll(async () => {
  await build({
    root: ROOT,
    configFile: join(ROOT, 'vite.cli.config.ts'),
    logLevel: 'error',
    build: { outDir: directory },
  });
}, 120_000);
afterAll(() => rmSync(directory, { recursive: true }));

/** The built file alone, in a directory without node_modules. */
const run = (args: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    input,
    cwd: directory,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

describe('the built command', () => {
  it('is one file that runs where nothing is installed', () => {
    expect(run(['--version'])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^touchstone \d+\.\d+\.\d+\n$/),
    });
    expect(run(['verify', '-', '--json'], '{}')).toMatchObject({ status: 2, stderr: '' });
    expect(run(['verify', 'absent.json'])).toMatchObject({ status: 64, stdout: '' });
  });

  it('says of an inner host that it was not asked', () => {
    const { status, stdout } = run(['verify', 'https://127.0.0.1:8443/badge.json', '--json']);
    expect([status, JSON.parse(stdout).items[0].reason]).toEqual([2, 'private-host']);
  });
});
