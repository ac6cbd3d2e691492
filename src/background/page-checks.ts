import type { Row } from '../item.ts';
import type { KnownHolder } from '../ports.ts';
import { type PageState, samePage } from '../protocol.ts';
import type { Asked } from '../recognise/asked.ts';
import type { Candidate } from '../recognise/candidate.ts';
import type { PageScan } from '../site/sighting.ts';
import { candidatesIn } from './candidates.ts';
import { type CheckPass, type CheckPassPorts, createCheckPass, type Write } from './check-pass.ts';
import { hasSource, type Page, type PageSource } from './page.ts';
import type { PageBook } from './page-book.ts';
import { type PageChange, pageAfterAsking, pageAfterScan, pageAgain, type Wanted } from './page-changes.ts';
import { contactedBy, hasAnswer, isLeft, sameSighting, waitsForGrant } from './rows.ts';
import { createVisits, type Visit, type VisitPorts } from './visits.ts';

export interface PageChecksPorts extends CheckPassPorts {
  readonly book: PageBook;
  /**
   * Ports of one visit to the page at this address: each document is fetched once. `past-caches` asks for everything
   * again.
   */
  readonly portsFor: (mode: 'usual' | 'past-caches', page: string, tabId: number) => VisitPorts;
  /** Whether this origin may be asked while the page at that address is open. */
  readonly mayAsk: (page: string, origin: string) => Promise<boolean>;
  /** Has the page read once more, because a text of it is to be checked that was too long to be kept. */
  readonly readAgain: (tabId: number) => void;
  /** Receives every state that was written; null when the page has gone. */
  readonly onState: (tabId: number, state: PageState | null) => void;
}

export interface PageChecks {
  /** The page's script has read the page. Its credentials become rows and are checked. */
  scanned(tabId: number, scan: PageScan): Promise<void>;
  /** The reader points at something. It is checked beside what the page shows. */
  asked(tabId: number, page: Pick<PageState, 'url' | 'title'>, asked: readonly Asked[]): Promise<void>;
  /** Asks again for one row or all, past every cache. */
  recheck(tabId: number, key: string | null): Promise<void>;
  /** Checks what a page showed beyond its budget, because the reader asks for it. */
  checkRest(tabId: number): Promise<void>;
  /** Checks what waited for a grant. */
  granted(tabId: number): Promise<void>;
  /**
   * Checks again whatever came from origins that may no longer be asked. An old answer must not stand for a new one.
   */
  withdrawn(tabId: number): Promise<void>;
  /** Compares with what the reader knows of the person. That stays here, in memory, until the page is left. */
  compareHolder(tabId: number, holder: KnownHolder): Promise<void>;
  /** Judges every row again with the present list of issuers. What this visit has fetched is not fetched again. */
  judgeAnew(tabId: number): Promise<void>;
  /** Resumes what a worker left unfinished when it died, and writes what the storage would not take. */
  resume(tabId: number): Promise<void>;
  /** The page has gone, or is about to be read again. */
  leave(tabId: number): Promise<void>;
  /**
   * Leaves the page in the tab unless `isThere` finds it still there. Checks again if a new report of the page came
   * meanwhile.
   */
  leaveIfGone(tabId: number, isThere: (page: Page) => Promise<boolean>): Promise<void>;
}

/** What is checked again, and how. */
interface Again extends Wanted {
  /** Asks every source again, for whatever the reader wants to know anew. */
  readonly pastCaches?: true;
}

/** Checks the credentials of every open page and writes each answer as it comes. */
export function createPageChecks(world: PageChecksPorts): PageChecks {
  const { recognise, clock } = world;
  const visits = createVisits((page, tabId) => world.portsFor('usual', page, tabId));
  /** The last report of each tab's page. The same content reported twice is a new report. */
  const lastTold = new Map<number, symbol>();

  const write: Write = async (tabId, change) => {
    const { state, found } = await world.book.change(tabId, change);
    world.onState(tabId, state);
    return found;
  };
  const settle = createCheckPass({ ...world, write, isOpen: visits.isOpen });

  /** Of a settled page, memory keeps no candidates: storage says as much, unless long texts were cut from it. */
  const check: CheckPass = async (visit, due, ports) => {
    await settle(visit, due, ports);
    const page = await world.book.read(visit.tabId);
    const isSettled = visit.running.size === 0 && visit.settled.size === 0;
    if (isSettled && page?.source?.cut !== true) visit.candidates = [];
  };

  /** Stores what a visit shows now. What is due then is checked while the browser writes. */
  const show = async (visit: Visit, changeOf: (stored: Page | null) => PageChange): Promise<void> => {
    const { written, found: due } = await world.book.begin(visit.tabId, (stored) => {
      const { page, candidates, due } = changeOf(stored);
      visit.candidates = candidates;
      return { page: asCompared(page, visit), found: due };
    });
    const told = written.then((state) => world.onState(visit.tabId, state));
    await Promise.all([told, check(visit, due, visit.ports)]);
  };

  /**
   * The candidates of a stored page. A page may store less of its source than it showed; the visit knows the rest while
   * it lasts. Each round has candidates of its own, so an answer to an earlier round is known as that.
   */
  const candidatesOf = (visit: Visit, source: PageSource): readonly Candidate[] =>
    source.cut === true && visit.candidates.length > 0
      ? visit.candidates.map((each) => ({ ...each }))
      : candidatesIn(source, recognise);

  const again = async (tabId: number, { pastCaches, ...wanted }: Again): Promise<void> => {
    const start = await write(tabId, (stored) => {
      if (!hasSource(stored) || visits.isPast(tabId, stored.state.url)) return { page: stored, found: null };
      const visit = visits.at(tabId, stored.state.url);
      visit.candidates = candidatesOf(visit, stored.source);
      const { page, due, free, isLost } = pageAgain(stored, visit.candidates, wanted);
      free.forEach(visit.budget.grant);
      for (const { key } of due) {
        // From here on, no answer to the round before counts, whether it comes later or waits to be written.
        visit.running.delete(key);
        visit.settled.delete(key);
      }
      return { page: asCompared(page, visit), found: { visit, due, isLost } };
    });
    if (start === null) return;
    const { visit, due, isLost } = start;
    if (isLost) world.readAgain(tabId);
    if (!pastCaches) return check(visit, due, visit.ports);
    const ports = world.portsFor('past-caches', visit.url, tabId);
    // What an older request brought must not come back when the page is judged once more.
    visit.ports = { ...visit.ports, net: ports.net };
    await check(visit, due, ports);
  };

  const leave = async (tabId: number): Promise<void> => {
    lastTold.delete(tabId);
    visits.end(tabId);
    await write(tabId, () => ({ page: null, found: null }));
  };

  return {
    async scanned(tabId, scan) {
      lastTold.set(tabId, Symbol());
      const visit = visits.at(tabId, scan.url);
      const isRunning = (candidate: Candidate): boolean => {
        const running = visit.running.get(candidate.key);
        return running !== undefined && sameSighting(running, candidate);
      };
      await show(visit, (stored) =>
        pageAfterScan(stored, scan, { tabId, now: clock.now(), recognise, isRunning }),
      );
    },
    async asked(tabId, { url, title }, asked) {
      lastTold.set(tabId, Symbol());
      const visit = visits.at(tabId, url);
      await show(visit, (stored) =>
        pageAfterAsking(stored, asked, { tabId, url, title, now: clock.now(), recognise }),
      );
    },
    recheck: (tabId, key) =>
      again(tabId, {
        isDue: (each) => key === null || each.key === key || each.shownAs.includes(key),
        isShown: true,
        isAsked: true,
        pastCaches: true,
      }),
    checkRest: (tabId) =>
      again(tabId, { isDue: ({ rows }) => rows.some(isLeft), isShown: true, isAsked: true }),
    granted(tabId) {
      visits.noteGrant(tabId);
      return again(tabId, {
        isDue: ({ speculative, rows }) => waitsForGrant(speculative, rows),
        isShown: true,
      });
    },
    async withdrawn(tabId) {
      const page = await world.book.read(tabId);
      if (page === null) return;
      const open = await openOrigins(page.state, world.mayAsk);
      visits.renewPorts(tabId);
      // Answers have come meanwhile, from origins about which nobody has asked.
      const rests = (row: Row): boolean =>
        row.state === 'checking' || contactedBy(row).some((origin) => !open.has(origin));
      await again(tabId, {
        isDue: ({ key, rows }) => visits.isUnderWay(tabId, key) || rows.some(rests),
        isShown: true,
      });
    },
    async compareHolder(tabId, holder) {
      const page = await world.book.read(tabId);
      if (page === null || visits.isPast(tabId, page.state.url)) return;
      visits.at(tabId, page.state.url).holder = holder;
      await again(tabId, { isDue: ({ rows }) => !rows.some(isLeft), isShown: false });
    },
    judgeAnew: (tabId) =>
      again(tabId, {
        // What is being checked may have read the list of before.
        isDue: ({ key, rows }) => visits.isUnderWay(tabId, key) || rows.some(hasAnswer),
        isShown: false,
      }),
    resume: (tabId) =>
      again(tabId, {
        isDue: ({ key, isPending }) => isPending && !visits.isUnderWay(tabId, key),
        isShown: false,
      }),
    leave,
    async leaveIfGone(tabId, isThere) {
      for (;;) {
        const told = lastTold.get(tabId);
        const page = await world.book.read(tabId);
        if (page === null || (await isThere(page))) return;
        // Finding that out took time. The reader may have come back or gone on meanwhile.
        const now = await world.book.read(tabId);
        if (now === null || !samePage(now.state.url, page.state.url)) return;
        if (lastTold.get(tabId) === told) return leave(tabId);
      }
    },
  };
}

/** The page, saying whether its rows are compared with somebody whom the reader knows. */
function asCompared(page: Page, { holder }: Visit): Page {
  const isCompared = holder.email !== undefined || holder.name !== undefined;
  const { compared, ...state } = page.state;
  if ((compared === true) === isCompared) return page;
  return { ...page, state: { ...state, ...(isCompared && { compared: true }) } };
}

/** Origins that were asked for the rows of this page and may still be asked. */
async function openOrigins(
  { url: page, rows }: PageState,
  mayAsk: PageChecksPorts['mayAsk'],
): Promise<ReadonlySet<string>> {
  const open = new Set<string>();
  for (const origin of new Set(rows.flatMap(contactedBy))) if (await mayAsk(page, origin)) open.add(origin);
  return open;
}
