/** `npm run new` writes what compiles as it comes: run in a copy of the house. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHECK_STATES } from '../src/verify/report.ts';

const ROOT = join(import.meta.dirname, '..');
const house = mkdtempSync(join(tmpdir(), 'new-'));
const scaffold = (kind: string, id: string): string =>
  execFileSync(process.execPath, [join(ROOT, 'scripts/new.mjs'), kind, id, house], { encoding: 'utf8' });
const load = async <T>(path: string): Promise<T> => (await runnerImport<T>(join(house, path))).module;

beforeAll(() => {
  for (const part of [
    'src',
    'public/_locales',
    'test/verify/judge.test.ts',
    'test/build/file.ts',
    'test/fake',
    'package.json',
    'tsconfig.json',
  ])
    cpSync(join(ROOT, part), join(house, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'));
  scaffold('provider', 'made-up-academy');
  scaffold('check', 'made-up-question');
  scaffold('check', 'another');
});
afterAll(() => rmSync(house, { recursive: true }));

describe('a new provider and a new check', () => {
  it('compile', () => {
    execFileSync(join(ROOT, 'node_modules/.bin/tsc'), ['--noEmit', '-p', house], { stdio: 'pipe' });
  });

  it('are of the form that lint asks for', () => {
    const written = [
      'provider/registry/made-up-academy.ts',
      'provider/registry/index.ts',
      'verify/check/made-up-question.ts',
      'verify/checks.ts',
      'verify/report.ts',
    ].map((file) => join(house, 'src', file));
    const config = `--config-path=${join(ROOT, 'biome.json')}`;
    execFileSync(
      join(ROOT, 'node_modules/.bin/biome'),
      ['check', config, '--vcs-enabled=false', ...written],
      {
        stdio: 'pipe',
      },
    );
  });

  it('are known: the provider by its own examples, the check among the others', async () => {
    type Registry = typeof import('../src/provider/registry/index.ts');
    const { PROVIDERS } = await load<Registry>('src/provider/registry/index.ts');
    const { recogniseLink } = await load<typeof import('../src/recognise/recognise.ts')>(
      'src/recognise/recognise.ts',
    );
    const provider = PROVIDERS.find(({ id }) => id === 'made-up-academy');
    for (const example of provider?.shapes.flatMap(({ examples }) => examples) ?? [])
      expect(recogniseLink(example)?.provider?.id).toBe('made-up-academy');
    for (const near of provider?.counterExamples ?? ['']) expect(recogniseLink(near)).toBe(null);
    const { CHECK_IDS } = await load<typeof import('../src/verify/report.ts')>('src/verify/report.ts');
    const { CHECKS } = await load<typeof import('../src/verify/checks.ts')>('src/verify/checks.ts');
    expect(CHECKS.slice(-2).map(({ id }) => id)).toEqual(['made-up-question', 'another']);
    expect(CHECK_IDS.slice(-2)).toEqual(['made-up-question', 'another']);
    expect(new Set(CHECKS.map(({ rank }) => rank)).size).toBe(CHECKS.length);
  });

  it('have their words in every language', () => {
    for (const language of readdirSync(join(house, 'public/_locales'))) {
      const words = JSON.parse(
        readFileSync(join(house, 'public/_locales', language, 'messages.json'), 'utf8'),
      );
      expect(words).toHaveProperty('question_made_up_question');
      const own = Object.keys(words).filter((key) => key.startsWith('check_made_up_question'));
      expect(own).toHaveLength(1 + CHECK_STATES.length);
      // They stand together, as those of every check do.
      const first = Object.keys(words).indexOf('check_made_up_question');
      expect(Object.keys(words).slice(first, first + own.length)).toEqual(own);
    }
  });

  it('are written once, and under an id that can be one', () => {
    expect(() => scaffold('check', 'made-up-question')).toThrow(/already/);
    expect(() => scaffold('check', 'Made Up')).toThrow(/usage/);
    expect(() => scaffold('surprise', 'made-up')).toThrow(/usage/);
  });
});
