/** What stands at the end of a run. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'touchstone-reporter-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The last lines of a run over one file, where each test has two tries. */
function closingLines(tests: string): readonly string[] {
  writeFileSync(join(folder, 'one.test.js'), tests);
  const { stdout } = spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'),
      ...[
        'run',
        '--root',
        folder,
        '--globals',
        '--retry=1',
        `--reporter=${join(ROOT, 'test', 'reporter.ts')}`,
      ],
    ],
    { encoding: 'utf8' },
  );
  return stdout.trim().split('\n');
}

it('a run ends with what passed only at the second try, what failed, and the count', () => {
  const lines = closingLines(`
    let tries = 0;
    describe('a browser', () => {
      it('stumbles', () => { if (tries++ === 0) throw new Error('not yet\\nin detail'); });
      it('walks', () => {});
      it('falls', () => { throw new Error('never'); });
      it.skip('sleeps', () => {});
    });
  `);
  expect(lines).toEqual([
    '1 skipped',
    'SECOND TRY one.test.js > a browser > stumbles: not yet',
    'FAILED one.test.js > a browser > falls: never',
    '2 passed, 1 failed',
  ]);
});
