import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { switches } from './plugin.mjs';

const root = join(import.meta.dirname, '..', '..');

/** One process, every module loaded once: so that thousands of mutants can be tried in it. */
export default defineConfig({
  root,
  plugins: [switches(root)],
  test: {
    include: ['test/**/*.test.ts', 'test/mutation/*.mutation.ts'],
    // What takes minutes for each look at a mutant.
    exclude: ['test/e2e/**', 'test/verify/proof/tampering.test.ts'],
    setupFiles: ['test/mutation/switches.mjs'],
    runner: 'test/mutation/runner.ts',
    pool: 'forks',
    isolate: false,
    fileParallelism: false,
    maxWorkers: 1,
    testTimeout: 600_000,
    hookTimeout: 600_000,
    dangerouslyIgnoreUnhandledErrors: true,
  },
});
