import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STUBBORN_SCHEMA, stubbornMembers, stubbornSchema } from '../build/stubborn.ts';
import { createJwtIssuer } from '../verify/jwt-badge.ts';

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

  it('stops a credential whose schema takes for ever, and goes on with the next', async () => {
    const issuer = await createJwtIssuer();
    const list = JSON.stringify([await issuer.badge(stubbornMembers), await issuer.badge()]);
    writeFileSync(join(directory, 'list.json'), list);
    writeFileSync(join(directory, 'schema.json'), JSON.stringify(stubbornSchema));
    const documents = { [STUBBORN_SCHEMA]: { file: 'schema.json', status: 200, headers: {} } };
    writeFileSync(join(directory, 'documents.json'), JSON.stringify(documents));
    const { stdout, stderr } = run(['verify', 'list.json', '--documents', 'documents.json', '--json']);
    expect(stderr).toBe('');
    const items = JSON.parse(stdout).items as readonly { checks: readonly Record<string, unknown>[] }[];
    expect(items.map(({ checks }) => checks[0])).toMatchObject([
      { id: 'conformance', state: 'inconclusive', code: 'work-stopped' },
      { id: 'conformance', state: 'passed' },
    ]);
  });
});
