/** What the store's own linter says of the built extension. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const BUILT = join(ROOT, 'dist', 'firefox');

interface Message {
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/**
 * Two places in libraries that the linter takes for what they are not: Preact's way to set HTML, which no component of
 * ours uses, and a parser of Markdown one of whose methods is called `document` and another `write`.
 */
const MISTAKEN = [/dangerouslySetInnerHTML|__html/, /\.document\(\)\.write\(/];

/** Places in the reader of PDFs where the linter's own rule breaks down: it says so, and nothing of the code. */
const isLintersFault = ({ file, message }: Message): boolean =>
  /^assets\/pdfjs-/.test(file) && message.startsWith('Error in no-unsanitized: Unexpected Callee.');

describe('web-ext lint of dist/firefox', () => {
  let errors: readonly Message[] = [];
  let warnings: readonly Message[] = [];
  beforeAll(async () => {
    const program = join(ROOT, 'node_modules', 'web-ext', 'bin', 'web-ext.js');
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [program, 'lint', '--source-dir', BUILT, '--no-config-discovery', '--output', 'json'],
      { maxBuffer: 50_000_000 },
    ).catch((failed: { stdout: string }) => failed);
    ({ errors, warnings } = JSON.parse(stdout));
  });

  it('finds no error', () => {
    expect(errors).toEqual([]);
  });

  it('warns of two places in libraries at most, and of none of ours', () => {
    const meant = warnings.filter((each) => !isLintersFault(each));
    const others = meant.filter(({ code, file, line, column }) => {
      const text = readFileSync(join(BUILT, file), 'utf8').split('\n')[line - 1] ?? '';
      const near = text.slice(Math.max(column - 300, 0), column + 300);
      return code !== 'UNSAFE_VAR_ASSIGNMENT' || !MISTAKEN.some((pattern) => pattern.test(near));
    });
    expect(others).toEqual([]);
    expect(meant.length).toBeLessThanOrEqual(MISTAKEN.length);
  });

  it('is right that no component of ours sets HTML', () => {
    const own = promisify(execFile)('grep', [
      '-rnE',
      'dangerouslySetInnerHTML|innerHTML|document\\.write',
      join(ROOT, 'src'),
    ]);
    return expect(own).rejects.toMatchObject({ code: 1, stdout: '' });
  });
});
