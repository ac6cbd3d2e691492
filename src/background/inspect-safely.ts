import { subjectOf, unsettled } from '../inspect/concluded.ts';
import type { Item } from '../item.ts';
import { problemOfBug } from '../part.ts';
import type { Candidate } from '../recognise/candidate.ts';
import type { VerifyPorts } from '../verify/ports.ts';

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
      return unsettled(subjectOf(candidate), problemOfBug(bug), ports);
    }
  };
