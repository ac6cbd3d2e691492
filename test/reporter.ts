import type { Reporter, TestModule, Vitest } from 'vitest/node';

/** Where there are this many files, the slowest of them are named. */
const MIN_FILES = 20;
const MAX_SLOW_FILES = 10;

/**
 * The ten slowest files of a long run; each test that passed only when it was tried again on one line after
 * `SECOND TRY`; each failed test on one line after `FAILED`; then `N passed, N failed` alone on the last line, without
 * colour: what scripts and people look for first.
 */
export default class ClosingLine implements Reporter {
  onInit(_vitest: Vitest): void {}

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let [passed, failed, skipped] = [0, errors.length, 0];
    const failures = errors.map((error) => `FAILED outside a test: ${String(error)}`);
    const secondTries: string[] = [];
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state, errors: reasons } = test.result();
        const line = `${module.relativeModuleId} > ${test.fullName}: ${reason(reasons)}`;
        if (state === 'passed') passed++;
        else if (state === 'failed') {
          failed++;
          failures.push(`FAILED ${line}`);
        } else skipped++;
        if (test.diagnostic()?.flaky) secondTries.push(`SECOND TRY ${line}`);
      }
      // a file that could not be loaded, and hooks that threw, have no test to fail
      const broken = [module, ...module.children.allSuites()].flatMap((each) => each.errors());
      failed += broken.length;
      for (const error of broken) failures.push(`FAILED ${module.relativeModuleId}: ${reason([error])}`);
    }
    if (skipped > 0) process.stdout.write(`${skipped} skipped\n`);
    const lines = [...slowest(modules), ...secondTries, ...failures, `${passed} passed, ${failed} failed`];
    process.on('exit', () => process.stdout.write(`${lines.join('\n')}\n`));
  }
}

function slowest(modules: readonly TestModule[]): readonly string[] {
  if (modules.length < MIN_FILES) return [];
  const timed = modules.map((module) => ({ module, seconds: module.diagnostic().duration / 1000 }));
  const slow = timed.sort((one, other) => other.seconds - one.seconds).slice(0, MAX_SLOW_FILES);
  return [
    'slowest files:',
    ...slow.map(({ module, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${module.relativeModuleId}`),
  ];
}

/** The first line of what went wrong, at most 300 characters. */
function reason(errors: readonly { readonly message: string }[] | undefined): string {
  return (errors?.[0]?.message ?? 'no reason given').split('\n', 1)[0]?.slice(0, 300) ?? '';
}
