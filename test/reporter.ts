import type { Reporter, TestModule, Vitest } from 'vitest/node';

/** `N passed, N failed` alone on the last line, without colour: what scripts and people look for first. */
export default class ClosingLine implements Reporter {
  onInit(_vitest: Vitest): void {}

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let [passed, failed, skipped] = [0, errors.length, 0];
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed++;
        else if (state === 'failed') failed++;
        else skipped++;
      }
      // a file that could not be loaded, and hooks that threw, have no test to fail
      failed += module.errors().length;
      for (const suite of module.children.allSuites()) failed += suite.errors().length;
    }
    if (skipped > 0) process.stdout.write(`${skipped} skipped\n`);
    process.on('exit', () => process.stdout.write(`${passed} passed, ${failed} failed\n`));
  }
}
