import type { Item } from '../item.ts';
import { problemOfBug } from '../part.ts';
import type { Instant } from '../ports.ts';
import type { Problem } from '../problem.ts';
import type { Candidate } from '../recognise/candidate.ts';
import { judge } from '../verify/judge.ts';
import type { VerifyPorts } from '../verify/ports.ts';
import { unresolvedReport } from '../verify/unresolved.ts';

type Inspect = (candidate: Candidate, ports: VerifyPorts) => Promise<readonly Item[]>;

/** A bug in one candidate becomes that candidate's problem (`problemOfBug`). So no row waits for ever. */
export const inspectSafely =
  (inspect: Inspect): Inspect =>
  async (candidate, ports) => {
    try {
      return await inspect(candidate, ports);
    } catch (bug) {
      // Only the bug's own stack: a link may carry secrets.
      console.error('touchstone: a check broke', bug instanceof Error ? bug.stack : typeof bug);
      return [unsettledItem(candidate, problemOfBug(bug), ports.clock.now())];
    }
  };

/** The row of a candidate that was not looked into, with the reason. */
export function unsettledItem(candidate: Candidate, why: Problem, now: Instant): Item {
  const { key, link, provider, claim, places, asked } = candidate;
  const report = unresolvedReport(why, now);
  return {
    key,
    link,
    provider: provider && { id: provider.id, name: provider.name },
    claim,
    places,
    ...(asked && { asked }),
    report,
    verdict: judge(report),
    within: null,
  };
}
