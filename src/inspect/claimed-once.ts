import type { Item } from '../item.ts';
import { judge } from '../verify/judge.ts';
import { holds, notApplicable } from '../verify/report.ts';

/**
 * The page speaks of one credential, however many its link carries. Where one agrees with the page, the page says nothing
 * of the others. Where none does, each is held against it. Anybody may write or sign one that agrees. So it must be
 * authentic, and what a stranger issued takes no doubt from a recognised issuer's.
 */
export function claimedOnce(items: readonly Item[]): readonly Item[] {
  const agreeing = items.filter(
    ({ report: { outcomes } }) =>
      outcomes['page-claim'].state === 'passed' && holds(outcomes.proof) && holds(outcomes['key-binding']),
  );
  const isRecognised = ({ report }: Item): boolean => report.issuer.rung === 'recognised';
  return items.map((item) => {
    const isDoubted = item.report.outcomes['page-claim'].state === 'warned';
    const isAnswered = agreeing.some((each) => isRecognised(each) || !isRecognised(item));
    if (!isDoubted || !isAnswered) return item;
    const report = { ...item.report, outcomes: { ...item.report.outcomes, 'page-claim': notApplicable() } };
    return { ...item, claim: null, report, verdict: judge(report) };
  });
}
