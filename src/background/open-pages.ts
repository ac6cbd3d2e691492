import { isBusy, type PageHead, samePage } from '../protocol.ts';
import type { PageBook } from './page-book.ts';
import type { PageChecks } from './page-checks.ts';

export interface OpenPagesPorts {
  readonly book: Pick<PageBook, 'read' | 'tabs' | 'heads'>;
  readonly checks: Pick<PageChecks, 'judgeAnew' | 'granted' | 'withdrawn' | 'resume'>;
  /** Reads the page of a tab. */
  readonly scan: (tabId: number) => Promise<void>;
  /** Leaves the page of a tab if it is not there any more. */
  readonly leaveIfGone: (tabId: number) => Promise<void>;
  readonly openTabs: () => Promise<readonly number[]>;
  /** The address that the tab's script reports; null where none runs. A tab that the browser has frozen does not answer. */
  readonly addressInside: (tabId: number) => Promise<string | null>;
  readonly isPermitted: (address: string) => Promise<boolean>;
  /** Ends what runs in the tab without a click. */
  readonly endFollowing: (tabId: number) => Promise<void>;
}

/** What concerns every open page. No page waits for another: a frozen tab may not answer for hours. */
export interface OpenPages {
  /**
   * A worker that died during a check left its pages in storage. The next worker resumes them, and leaves those whose
   * going the dead one had no time to note.
   */
  resume(): Promise<void>;
  /** The reader or the organisation has added or removed an issuer. Every open page shows that at once, whichever surface they used. */
  judgeAnew(): Promise<void>;
  /**
   * Checks again, on every page, the rows that wait for a grant, or are being checked and may have met the closed door.
   * The surface that asked for the grant may have closed.
   */
  granted(): Promise<void>;
  /**
   * The reader has withdrawn a grant. Answers that came from that site are asked for again and reported as missing. A
   * page that was read only because its site was granted is left.
   */
  withdrawn(): Promise<void>;
}

export function createOpenPages(world: OpenPagesPorts): OpenPages {
  const { book, checks } = world;
  const each = async (tabs: Iterable<number>, work: (tabId: number) => Promise<void>): Promise<void> => {
    await Promise.allSettled([...tabs].map(work));
  };

  const isDone = ({ phase }: PageHead): boolean => phase === 'done';

  return {
    async resume() {
      const heads = await book.heads();
      const isGone = async ({ tabId, url }: PageHead): Promise<boolean> =>
        !samePage((await world.addressInside(tabId)) ?? '', url);
      const left = Promise.allSettled(
        heads.filter(isDone).map(async (head) => {
          if (await isGone(head)) await world.leaveIfGone(head.tabId);
        }),
      );
      const unfinished = heads.filter((head) => !isDone(head)).map(({ tabId }) => tabId);
      await each(unfinished, async (tabId) => {
        const page = await book.read(tabId);
        if (page === null) return;
        const { state, source } = page;
        // Without a source nothing says what is to be checked. A PDF stands so until its address is being checked.
        if (state.phase === 'scanning' || (state.phase === 'checking' && source === null))
          void world.scan(tabId).catch((bug) => console.error('touchstone:', bug));
        if (state.phase === 'checking' || source?.pending.length) await checks.resume(tabId);
      });
      await left;
    },
    judgeAnew: async () => each(await book.tabs(), checks.judgeAnew),
    granted: async () =>
      each(await book.tabs(), async (tabId) => {
        const page = await book.read(tabId);
        if (page && (page.state.wantedOrigins.length > 0 || isBusy(page.state))) await checks.granted(tabId);
      }),
    async withdrawn() {
      const known = new Set(await book.tabs());
      await each(new Set([...(await world.openTabs()), ...known]), async (tabId) => {
        const address = await world.addressInside(tabId);
        if (address !== null && !(await world.isPermitted(address))) await world.endFollowing(tabId);
        if (!known.has(tabId)) return;
        await world.leaveIfGone(tabId);
        await checks.withdrawn(tabId);
      });
    },
  };
}
