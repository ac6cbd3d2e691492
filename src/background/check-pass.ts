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
import { hasSource, type Page } from './page.ts';
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

interface Writing {
  readonly write: Write;
  readonly isOpen: Visits['isOpen'];
}

export function createCheckPass(world: CheckPassPorts & Writing): CheckPass {
  return async (visit, candidates, ports) => {
    for (const candidate of candidates) visit.running.set(candidate.key, candidate);
    const admitted = new Set(candidates.filter((candidate) => visit.budget.admits(candidate)));
    const flush = flusherOf(visit, world);
    const writes: Promise<void>[] = [];
    const begin = (): void => {
      const writing = flush();
      // Told at the end, with all others.
      writing.catch(() => undefined);
      writes.push(writing);
    };
    // Of an earlier pass, the storage has not taken these.
    if (visit.settled.size > 0) begin();
    // A host answers few requests at once. So the many badges of one do not stand before all others.
    const inOrder = inTurns(candidates, ({ link }) => hostnameOf(link ?? ''));
    const work = inParallel(inOrder, MAX_CANDIDATES_AT_ONCE, async (candidate) => {
      if (isOver(visit, candidate)) return;
      const items = admitted.has(candidate)
        ? await answerTo(candidate, visit, { ...world, ports })
        : unsettled(subjectOf(candidate), problem('left-for-request'), world);
      if (items === null || isOver(visit, candidate)) return;
      visit.running.delete(candidate.key);
      visit.settled.set(candidate.key, items);
      begin();
    }).then(() => Promise.all(writes));
    world.keepAwake(work);
    await work;
  };
}

/** The page was left, or a newer scan or a recheck has taken over. Then only the newer answer counts. */
const isOver = (visit: Visit, candidate: Candidate): boolean =>
  visit.left.aborted || visit.running.get(candidate.key) !== candidate;

/** null where the answer counts no more. Such an answer is not noted either. */
async function answerTo(
  candidate: Candidate,
  visit: Visit,
  { inspect, note, ports }: Pick<CheckPassPorts, 'inspect' | 'note'> & { readonly ports: VisitPorts },
): Promise<readonly Item[] | null> {
  for (;;) {
    const { grants } = visit;
    const items = await inspect(candidate, { ...ports, holder: visit.holder });
    if (isOver(visit, candidate)) return null;
    // It may have met the closed door before a grant came.
    const isLate = visit.grants > grants && waitsForGrant(candidate.speculative, settledRows(items));
    if (!isLate) return note(visit.tabId, visit.url, items);
  }
}

/** Writes all that has settled since the last write, once for all answers that come while it waits for its turn. */
function flusherOf(
  visit: Visit,
  { write, isOpen, recognise }: Writing & Pick<CheckPassPorts, 'recognise'>,
): () => Promise<void> {
  let isWaiting = false;
  return async () => {
    if (isWaiting) return;
    isWaiting = true;
    let written: readonly (readonly [string, readonly Item[]])[] = [];
    try {
      await write(visit.tabId, (page) => {
        isWaiting = false;
        if (!hasSource(page) || !isOpen(visit, page.state.url)) return { page, found: null };
        written = [...visit.settled];
        const answers = new Map(written.map(([key, items]) => [key, settledRows(items)]));
        const candidates =
          visit.candidates.length > 0 ? visit.candidates : candidatesIn(page.source, recognise);
        return { page: pageWithAnswers(answers, page, candidates), found: null };
      });
    } catch (trouble) {
      // The next answer tries again, with what could not be written now.
      isWaiting = false;
      throw trouble;
    }
    for (const [key, items] of written) if (visit.settled.get(key) === items) visit.settled.delete(key);
  };
}
