import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Vitest leaves one core out, which is half of a small machine. */
const CORES = availableParallelism();

/** Limits against hanging, not measures of speed: two busy cores may be slow. No test sets a lower one. */
const PATIENT = {
  expect: { poll: { timeout: 45_000 } },
  testTimeout: 120_000,
  hookTimeout: 180_000,
};

/** `npm run test:fast`: what runs in half a minute, all files in one realm. */
const FAST = process.env.FAST !== undefined;

/** What it leaves out: long proofs, worlds, whatever starts programs, and files that put a realm's globals in place. */
const SLOW = [
  'test/{bench,build,cli,demo,differential,fixtures,honest,library,linear,package,platform,respell,tamper,vectors,world}/**',
  'test/{options,panel,popup,preview,welcome}/**',
  'test/{new,architecture}.test.ts',
  'test/json-ld/walk-{corpus,differential}.test.ts',
  'test/resolve/**',
  'test/site/{detection,hostile,negatives,reading}.test.ts',
  'test/verify/{selective-disclosure,forged-hosted}.test.ts',
  'test/verify/proof/**',
  'test/verify/schema/**',
];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles: ['test/fuzz-runs.ts', 'test/general-route.ts'],
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/e2e/**', ...(FAST ? SLOW : [])],
          isolate: !FAST,
          maxWorkers: CORES,
          ...PATIENT,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          // Each file has its own browser, servers and ports. A browser often waits, so two share the machine.
          maxWorkers: Math.min(2, CORES),
          sequence: { groupOrder: 1 },
          // A browser on a strange machine may stumble. The closing lines name each test that needed the second try.
          retry: 1,
          ...PATIENT,
        },
      },
    ],
  },
});
