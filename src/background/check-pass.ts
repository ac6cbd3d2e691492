import { subjectOf, unsettled } from '../inspect/concluded.ts';
import type { Item } from '../item.ts';
import { hostnameOf } from '../net/address.ts';
import type { Clock } from '../ports.ts';
import { problem } from '../problem.ts';
import type { Candidate } from '../recognise/candidate.ts';
import type { VerifyPorts } from '../verify/ports.ts';
import { candidatesIn, type Recognise } from './candidates.ts';
import { inParallel } from './in-parallel.ts';
import { inTurns } from './in-turns.ts';
import type { Page } from './page.ts';
import type { Change } from './page-book.ts';
import { pageWithAnswers } from './page-changes.ts';
import { settledRows, waitsForGrant } from './rows.ts';
import type { Visit, VisitPorts, Visits } from './visits.ts';

/** net/ bounds the requests; this only bounds how much is in memory at once. */
const MAX_CANDIDATES_AT_ONCE = 48;

/** Changes the stored page of a tab, and tells whoever watches it. */
export type Write = <Found>(tabId: number, change: (page: Page | null) => Change<Found>) => Promise<Found>;

export interface CheckPassPorts {
  readonly clock: Clock;
  readonly recognise: Recognise;
  /** Settles one candidate; never rejects. */
  readonly inspect: (candidate: Candidate, ports: VerifyPorts) => Promise<readonly Item[]>;
  /** Notes the settled rows of a page and returns them with what they were before. Never rejects. */
  readonly note: (tabId: number, url: string, items: readonly Item[]) => Promise<readonly Item[]>;
  /** Keeps the worker awake as long as the work lasts. */
  readonly keepAwake: (work: Promise<unknown>) => void;
}

/** One pass: settles these candidates of a visit and writes each answer as it comes. */
export type CheckPass = (visit: Visit, candidates: readonly Candidate[], ports: VisitPorts) => Promise<void>;

export function createCheckPass({
  write,
  isOpen,
  ...world
}: CheckPassPorts & { readonly write: Write; readonly isOpen: Visits['isOpen'] }): CheckPass {
  /** Writes all that has settled since the last write, once for all answers that come while it waits for its turn. */
  const flusherOf = (visit: Visit): (() => Promise<void>) => {
    let isWaiting = false;
    return async () => {
      if (isWaiting) return;
      isWaiting = true;
      let written: readonly (readonly [string, readonly Item[]])[] = [];
      try {
        await write(visit.tabId, (page) => {
          isWaiting = false;
          if (page === null || page.source === null || !isOpen(visit, page.state.url))
            return { page, found: null };
          written = [...visit.settled];
          const answers = new Map(written.map(([key, items]) => [key, settledRows(items)]));
          const { state, source } = page;
          const candidates =
            visit.candidates.length > 0 ? visit.candidates : candidatesIn(source, world.recognise);
          return { page: pageWithAnswers(answers, { state, source }, candidates), found: null };
        });
      } catch (trouble) {
        // The next answer tries again, with what could not be written now.
        isWaiting = false;
        throw trouble;
      }
      for (const [key, items] of written) if (visit.settled.get(key) === items) visit.settled.delete(key);
    };
  };

  return async (visit, candidates, ports) => {
    /** The page was left, or a newer scan or a recheck has taken over. Then only the newer answer counts. */
    const isOver = (candidate: Candidate): boolean =>
      visit.left.aborted || visit.running.get(candidate.key) !== candidate;
    /** null where the answer counts no more. Such an answer is not noted either. */
    const settle = async (candidate: Candidate): Promise<readonly Item[] | null> => {
      if (!admitted.has(candidate))
        return unsettled(subjectOf(candidate), problem('left-for-request'), world);
      for (;;) {
        const { grants } = visit;
        const items = await world.inspect(candidate, { ...ports, holder: visit.holder });
        if (isOver(candidate)) return null;
        // It may have met the closed door before a grant came.
        const isLate = visit.grants > grants && waitsForGrant(candidate.speculative, settledRows(items));
        if (!isLate) return world.note(visit.tabId, visit.url, items);
      }
    };
    for (const candidate of candidates) visit.running.set(candidate.key, candidate);
    const admitted = new Set(candidates.filter((candidate) => visit.budget.admits(candidate)));
    const flush = flusherOf(visit);
    const writes: Promise<void>[] = [];
    // A host answers few requests at once. So the many badges of one do not stand before all others.
    const inOrder = inTurns(candidates, ({ link }) => hostnameOf(link ?? ''));
    const work = inParallel(inOrder, MAX_CANDIDATES_AT_ONCE, async (candidate) => {
      if (isOver(candidate)) return;
      const items = await settle(candidate);
      if (items === null || isOver(candidate)) return;
      visit.running.delete(candidate.key);
      visit.settled.set(candidate.key, items);
      const writing = flush();
      // Told at the end, with all others.
      writing.catch(() => undefined);
      writes.push(writing);
    }).then(() => Promise.all(writes));
    world.keepAwake(work);
    await work;
  };
}
