import { expect, it } from 'vitest';
import { problem } from '../../src/problem.ts';
import { failed, inconclusive, notApplicable, passed, warned } from '../../src/verify/report.ts';

it('an outcome without facts has no member for them', () => {
  const trouble = problem('no-proof');
  for (const outcome of [passed(), notApplicable(), warned(trouble), failed(trouble), inconclusive(trouble)])
    expect(outcome).not.toHaveProperty('facts');
});
