import type { Gate } from './gate.ts';
import type { PageBook } from './page-book.ts';
import type { PageChecks } from './page-checks.ts';

export interface PolicyChangedPorts {
  readonly book: Pick<PageBook, 'read' | 'tabs'>;
  readonly checks: Pick<PageChecks, 'judgeAnew' | 'leave'>;
  readonly gate: Pick<Gate, 'isAllowed' | 'refuse'>;
  readonly openTabs: () => Promise<readonly number[]>;
  /** The address that the tab's script reports; null where none runs. A tab that the browser has frozen does not answer. */
  readonly addressInside: (tabId: number) => Promise<string | null>;
  /** Ends whatever runs in the tab. */
  readonly endVisit: (tabId: number) => Promise<void>;
}

/**
 * The organisation's policy has changed. A page that may be read no longer is left, and nothing goes on running in it. One
 * that was refused and may be read now is forgotten, so that the reader can ask for it. All others are judged anew.
 */
export async function policyChanged({ book, checks, gate, ...world }: PolicyChangedPorts): Promise<void> {
  const known = (await book.tabs()).map(async (tabId) => {
    const state = (await book.read(tabId))?.state;
    if (state === undefined) return;
    if (!(await gate.isAllowed(state.url))) return gate.refuse(tabId, state);
    return state.notReadable === 'not-allowed' ? checks.leave(tabId) : checks.judgeAnew(tabId);
  });
  const running = (await world.openTabs()).map(async (tabId) => {
    const address = await world.addressInside(tabId);
    if (address !== null && !(await gate.isAllowed(address))) await world.endVisit(tabId);
  });
  await Promise.allSettled([...known, ...running]);
}
