import type { Item } from '../item.ts';
import type { Clock, KnownHolder } from '../ports.ts';
import { problem } from '../problem.ts';
import { type PageState, type Row, samePage } from '../protocol.ts';
import { type Asked, askedCandidates } from '../recognise/asked.ts';
import type { Candidate } from '../recognise/candidate.ts';
import { personOf } from '../site/person.ts';
import type { PageScan } from '../site/sighting.ts';
import type { VerifyPorts } from '../verify/ports.ts';
import { candidatesIn, keepAsked } from './candidates.ts';
import { inParallel } from './in-parallel.ts';
import { unsettledItem } from './inspect-safely.ts';
import type { Page, PageSource } from './page.ts';
import type { PageBook } from './page-book.ts';
import { byOwner, originsWaitedFor, sameSighting, settledRows, waitingRows, wantedOrigins } from './rows.ts';
import { createVisits, type Visit, type VisitPorts } from './visits.ts';

/** net/ bounds the requests; this only bounds how much is in memory at once. */
const AT_ONCE = 48;

export interface PageChecksPorts {
  readonly book: PageBook;
  readonly clock: Clock;
  readonly recognise: (scan: PageScan) => readonly Candidate[];
  /** Settles one candidate; never rejects. */
  readonly inspect: (candidate: Candidate, ports: VerifyPorts) => Promise<readonly Item[]>;
  /** Notes the settled rows of a page and returns them with what they were before. Never rejects. */
  readonly note: (tabId: number, url: string, items: readonly Item[]) => Promise<readonly Item[]>;
  /**
   * Ports of one visit to the page at this address: each document is fetched once. `past-caches` asks for everything
   * again.
   */
  readonly portsFor: (mode: 'usual' | 'past-caches', page: string) => VisitPorts;
  /** Whether this origin may be asked while the page at that address is open. */
  readonly mayAsk: (page: string, origin: string) => Promise<boolean>;
  /** Receives every state that was written; null when the page has gone. */
  readonly onState: (tabId: number, state: PageState | null) => void;
  /** Keeps the worker awake as long as the work lasts. */
  readonly keepAwake: (work: Promise<unknown>) => void;
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
  /** Resumes what a worker left unfinished when it died. */
  resume(tabId: number): Promise<void>;
  /** The page has gone, or is about to be read again. */
  leave(tabId: number): Promise<void>;
  /**
   * Leaves the page in the tab unless `isThere` finds it still there. Checks again if a new report of the page came
   * meanwhile.
   */
  leaveIfGone(tabId: number, isThere: (page: Page) => Promise<boolean>): Promise<void>;
}

/** Checks the credentials of every open page and writes each answer as it comes. */
export function createPageChecks(world: PageChecksPorts): PageChecks {
  const visits = createVisits((page) => world.portsFor('usual', page));
  /** The last report of each tab's page. The same content reported twice is a new report. */
  const lastTold = new Map<number, object>();

  const write = async (tabId: number, change: (page: Page | null) => Page | null): Promise<void> => {
    world.onState(tabId, await world.book.change(tabId, change));
  };

  /**
   * Writes everything that has settled since the last write. A flush that waits for its turn also writes later answers.
   */
  const flush = (visit: Visit): Promise<void> =>
    write(visit.tabId, (page) => {
      if (page === null || page.source === null || !visits.isOpen(visit, page.state.url)) return page;
      const settled = new Map(visit.settled);
      visit.settled.clear();
      if (settled.size === 0) return page;
      const shown = byOwner(page.state.rows, visit.candidates);
      const rows = visit.candidates.flatMap(({ key }): readonly Row[] => {
        const items = settled.get(key);
        return items ? settledRows(items) : (shown.get(key) ?? []);
      });
      return pageWith(page, rows, {
        ...page.source,
        pending: page.source.pending.filter((key) => !settled.has(key)),
      });
    });

  const check = async (
    visit: Visit,
    candidates: readonly Candidate[],
    ports: VisitPorts = visit.ports,
  ): Promise<void> => {
    for (const candidate of candidates) visit.running.set(candidate.key, candidate);
    const writes: Promise<void>[] = [];
    const work = inParallel(candidates, AT_ONCE, async (candidate) => {
      if (visit.left.aborted) return;
      const items = visit.budget.admits(candidate)
        ? await world.note(
            visit.tabId,
            visit.url,
            await world.inspect(candidate, { ...ports, holder: visit.holder }),
          )
        : [unsettledItem(candidate, problem('left-for-request'), world.clock.now())];
      // A newer scan or a recheck may have taken over this candidate. Then only the newer answer counts.
      if (visit.running.get(candidate.key) !== candidate) return;
      visit.running.delete(candidate.key);
      visit.settled.set(candidate.key, items);
      writes.push(flush(visit));
    }).then(() => Promise.all(writes));
    world.keepAwake(work);
    await work;
  };

  /** Checks again the candidates of the stored page that `due` picks. `mark` shows them as being checked. */
  const again = async (
    tabId: number,
    due: (candidate: Candidate, rows: readonly Row[], page: PageSource) => boolean,
    {
      mark,
      mode = 'usual',
      wanted = false,
    }: { readonly mark: boolean; readonly mode?: 'usual' | 'past-caches'; readonly wanted?: boolean },
  ): Promise<void> => {
    let start: { readonly visit: Visit; readonly candidates: readonly Candidate[] } | null = null;
    await write(tabId, (page) => {
      if (page === null || page.source === null) return page;
      const { source } = page;
      const visit = visits.at(tabId, page.state.url);
      // A page may store less of its source than it showed. The visit knows the rest while it lasts.
      if (source.cut !== true || visit.candidates.length === 0)
        visit.candidates = candidatesIn(source, world.recognise);
      const shown = byOwner(page.state.rows, visit.candidates);
      const candidates = visit.candidates.filter((each) => due(each, shown.get(each.key) ?? [], source));
      start = { visit, candidates };
      if (wanted) candidates.forEach(visit.budget.grant);
      if (!mark) return page;
      const picked = new Set(candidates.map(({ key }) => key));
      const rows = visit.candidates.flatMap((each) =>
        picked.has(each.key) ? waitingRows(each) : (shown.get(each.key) ?? []),
      );
      return pageWith(page, rows, { ...source, pending: [...new Set([...source.pending, ...picked])] });
    });
    const { visit, candidates } = (start ?? {}) as { visit?: Visit; candidates?: readonly Candidate[] };
    if (visit && candidates)
      await check(visit, candidates, mode === 'usual' ? undefined : world.portsFor(mode, visit.url));
  };

  const leave = async (tabId: number): Promise<void> => {
    lastTold.delete(tabId);
    visits.end(tabId);
    await write(tabId, () => null);
  };

  return {
    async scanned(tabId, scan) {
      lastTold.set(tabId, scan);
      const visit = visits.at(tabId, scan.url);
      let due: readonly Candidate[] = [];
      await write(tabId, (page) => {
        const before = page !== null && samePage(page.state.url, scan.url) ? page : null;
        const asked = before?.source?.asked ?? [];
        const candidates = candidatesIn({ scan, pending: [], asked }, world.recognise);
        const seen = before?.source ? candidatesIn(before.source, world.recognise) : [];
        const settledBefore = new Map(
          seen.filter(({ key }) => !before?.source?.pending.includes(key)).map((each) => [each.key, each]),
        );
        const shown = byOwner(before?.state.rows ?? [], seen);
        visit.candidates = candidates;
        const stands = (each: Candidate): boolean => {
          const known = settledBefore.get(each.key);
          return known !== undefined && sameSighting(known, each);
        };
        const open = candidates.filter((each) => !stands(each));
        due = open.filter((each) => {
          const running = visit.running.get(each.key);
          return running === undefined || !sameSighting(running, each);
        });
        const rows = candidates.flatMap((each) =>
          stands(each)
            ? (shown.get(each.key) ?? []).map((row) => ({ ...row, places: each.places }))
            : waitingRows(each),
        );
        const state: PageState = {
          tabId,
          url: scan.url,
          title: scan.title,
          person: personOf(scan),
          phase: 'checking',
          startedAt: before?.state.startedAt ?? world.clock.now(),
          rows,
          wantedOrigins: [],
          ...(scan.unreadList !== undefined && { unreadList: scan.unreadList }),
        };
        return pageWith({ state, source: null }, rows, {
          scan,
          pending: open.map(({ key }) => key),
          ...(asked.length > 0 && { asked }),
        });
      });
      await check(visit, due);
    },
    async asked(tabId, { url, title }, asked) {
      lastTold.set(tabId, asked);
      const visit = visits.at(tabId, url);
      let due: readonly Candidate[] = [];
      await write(tabId, (page) => {
        const before = page !== null && samePage(page.state.url, url) ? page : null;
        const source = before?.source ?? { scan: { ...NOTHING_SEEN, url, title }, pending: [] };
        const kept = keepAsked(source.asked ?? [], asked);
        visit.candidates = candidatesIn({ ...source, asked: kept }, world.recognise);
        const wanted = new Set(asked.flatMap(askedCandidates).map(({ key }) => key));
        due = visit.candidates.filter(({ key }) => wanted.has(key));
        const shown = byOwner(before?.state.rows ?? [], visit.candidates);
        const rows = visit.candidates.flatMap((each) =>
          wanted.has(each.key) ? waitingRows(each) : (shown.get(each.key) ?? []),
        );
        const state: PageState = before?.state ?? {
          tabId,
          url,
          title,
          person: personOf({ url, title }),
          phase: 'checking',
          startedAt: world.clock.now(),
          rows,
          wantedOrigins: [],
        };
        const pending = [...new Set([...source.pending, ...due.map(({ key }) => key)])];
        return pageWith({ state, source: null }, rows, { ...source, asked: kept, pending });
      });
      await check(visit, due);
    },
    recheck: (tabId, key) =>
      again(tabId, (each, rows) => key === null || each.key === key || rows.some((row) => row.key === key), {
        mark: true,
        mode: 'past-caches',
        wanted: true,
      }),
    checkRest: (tabId) => again(tabId, (_, rows) => rows.some(isLeft), { mark: true, wanted: true }),
    granted: (tabId) =>
      // A speculative candidate has no row while it cannot be looked into. It waits for the grant all the same.
      again(
        tabId,
        ({ speculative }, rows) =>
          (speculative && rows.length === 0) || rows.some((row) => originsWaitedFor(row).length > 0),
        { mark: true },
      ),
    async withdrawn(tabId) {
      const page = await world.book.read(tabId);
      if (page === null) return;
      const barred = await barredOrigins(page.state, world.mayAsk);
      visits.renewPorts(tabId);
      const isDue = (row: Row): boolean =>
        row.state === 'checking' || contactedBy(row).some((origin) => barred.has(origin));
      await again(tabId, (_, rows) => rows.some(isDue), { mark: true });
    },
    async compareHolder(tabId, holder) {
      const page = await world.book.read(tabId);
      if (page === null) return;
      visits.at(tabId, page.state.url).holder = holder;
      await again(tabId, () => true, { mark: false });
    },
    judgeAnew: (tabId) =>
      again(tabId, (_, rows) => rows.some(({ state }) => state === 'checked'), { mark: false }),
    resume: (tabId) =>
      again(tabId, ({ key }, _, { pending }) => pending.includes(key) && !visits.isRunning(tabId, key), {
        mark: false,
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

/** Origins that were asked for the rows of this page and may no longer be asked. */
async function barredOrigins(
  { url: page, rows }: PageState,
  mayAsk: PageChecksPorts['mayAsk'],
): Promise<ReadonlySet<string>> {
  const barred = new Set<string>();
  for (const origin of new Set(rows.flatMap(contactedBy)))
    if (!(await mayAsk(page, origin))) barred.add(origin);
  return barred;
}

const contactedBy = (row: Row): readonly string[] =>
  row.state === 'checked'
    ? row.report.contacted.flatMap(({ url }) => (URL.canParse(url) ? [new URL(url).origin] : []))
    : [];

/** A row that waits until the reader asks for it. */
const isLeft = (row: Row): boolean => row.state === 'checked' && row.verdict.reason === 'left-for-request';

/** The source of a page that nobody has read yet. */
const NOTHING_SEEN = { language: null, sightings: [] } as const;

/**
 * A page with these rows and with what is still to be settled. What is to be settled decides the phase, except while
 * the page is being scanned or cannot be read.
 */
const pageWith = (page: Page, rows: readonly Row[], source: PageSource): Page => ({
  source,
  state: {
    ...page.state,
    rows,
    wantedOrigins: wantedOrigins(rows),
    left: rows.filter(isLeft).length,
    phase: phaseWith(page.state.phase, source),
  },
});

function phaseWith(phase: PageState['phase'], { pending }: PageSource): PageState['phase'] {
  if (phase === 'scanning' || phase === 'not-readable') return phase;
  return pending.length > 0 ? 'checking' : 'done';
}
