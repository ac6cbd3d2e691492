import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createJwtIssuer } from '../build/jwt-issuer.ts';
import { STUBBORN_SCHEMA, stubbornMembers, stubbornSchema } from '../build/stubborn.ts';

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
});
afterAll(() => rmSync(directory, { recursive: true }));

/** The built files alone, in a directory without node_modules. */
const run = (args: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    input,
    cwd: directory,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

describe('the built command', () => {
  it('runs where nothing is installed', () => {
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

  it('leaves a schema open that takes too much work, and goes on with the next', async () => {
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
      { id: 'conformance', state: 'inconclusive', code: 'schema-unsupported' },
      { id: 'conformance', state: 'passed' },
    ]);
  });

  it('checks a record a line on threads of its own, and goes on with what an earlier run left', async () => {
    const issuer = await createJwtIssuer();
    const lines = await Promise.all(Array.from({ length: 20 }, () => issuer.badge()));
    writeFileSync(join(directory, 'in.txt'), `${lines.join('\n')}\nhttps://127.0.0.1/x\n`);
    const args = ['verify', '--batch', 'in.txt', '--jsonl', '--workers', '2'];
    const first = run(args);
    expect(first).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('21 records: 20 signed or confirmed'),
    });
    const outcomes = first.stdout.trim().split('\n');
    expect(numbersIn(outcomes)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
    writeFileSync(join(directory, 'out.jsonl'), outcomes.slice(0, 9).join('\n').slice(0, -5));
    expect(run([...args, '--resume', 'out.jsonl'])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('13 records'),
    });
    const whole = readFileSync(join(directory, 'out.jsonl'), 'utf8').trim().split('\n');
    expect(numbersIn(whole)).toEqual(numbersIn(outcomes));
  });

  const shell = (script: string) => {
    const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
      cwd: directory,
      encoding: 'utf8',
      env: { ...process.env, TOUCHSTONE: `${process.execPath} ${file}` },
    });
    return { status, stdout, stderr };
  };

  it('takes the lines of a pipe that has a path, and stops when nobody reads on, with a true exit code', () => {
    expect(shell('$TOUCHSTONE verify --batch <(yes absent.json | head -3) | wc -l')).toMatchObject({
      stdout: expect.stringMatching(/^\s*3\n$/),
    });
    const piped = shell('set -o pipefail; yes absent.json | $TOUCHSTONE verify --batch - | head -1');
    expect(piped).toMatchObject({ status: 2, stderr: '' });
    writeFileSync(join(directory, 'broken.json'), '{');
    expect(shell('set -o pipefail; $TOUCHSTONE verify broken.json | head -c 0').status).toBe(1);
  });

  it.runIf(existsSync('/dev/full'))('says that the disk is full', () => {
    for (const what of ['--batch <(echo absent.json)', 'broken.json --json'])
      expect(shell(`$TOUCHSTONE verify ${what} > /dev/full`)).toMatchObject({
        status: 70,
        stderr: expect.stringContaining('touchstone: the output cannot be written: ENOSPC'),
      });
  });

  it('in a batch, leaves it open, too, and gives the other checks of that record', async () => {
    const issuer = await createJwtIssuer();
    writeFileSync(
      join(directory, 'in.txt'),
      `${await issuer.badge(stubbornMembers)}\n${await issuer.badge()}\n`,
    );
    writeFileSync(join(directory, 'schema.json'), JSON.stringify(stubbornSchema));
    const documents = { [STUBBORN_SCHEMA]: { file: 'schema.json', status: 200, headers: {} } };
    writeFileSync(join(directory, 'documents.json'), JSON.stringify(documents));
    const { stdout } = run(['verify', '--batch', 'in.txt', '--documents', 'documents.json']);
    const outcomes = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .sort((one, other) => one.n - other.n);
    expect(outcomes.map(({ items }) => items[0].checks.slice(0, 2))).toMatchObject([
      [{ code: 'schema-unsupported' }, { id: 'proof', state: 'passed' }],
      [{ state: 'passed' }, { id: 'proof', state: 'passed' }],
    ]);
  });
});

const numbersIn = (lines: readonly string[]): readonly number[] =>
  lines.map((line) => JSON.parse(line).n).sort((one, other) => one - other);
