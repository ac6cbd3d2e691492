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

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles: ['test/fuzz-runs.ts', 'test/general-route.ts'],
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/e2e/**'],
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
