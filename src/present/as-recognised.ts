import type { Item } from '../item.ts';
import { isUnvouched } from '../verify/faults.ts';
import { judge } from '../verify/judge.ts';
import { passed } from '../verify/report.ts';

/** Whether only a reader's own recognition of the issuer is missing. */
export const awaitsRecognition = ({ verdict, report }: Item): boolean =>
  verdict.standing === 'unrecognised' && isUnvouched(report.outcomes['issuer-trust']);

/**
 * The item as it is judged for readers who recognise its issuer. It is for showing owners what those readers see, and
 * for nothing else. An item with any other doubt stays as it is.
 */
export function asRecognised(item: Item): Item {
  if (!awaitsRecognition(item)) return item;
  const { report } = item;
  const { id, name } = report.issuer;
  const recognised = {
    ...report,
    issuer: {
      ...report.issuer,
      rung: 'recognised' as const,
      recognisedBy: [{ source: 'policy', name: name ?? id ?? '' }],
    },
    outcomes: { ...report.outcomes, 'issuer-trust': passed() },
  };
  return { ...item, report: recognised, verdict: judge(recognised) };
}
