import { describe, expect, it } from 'vitest';
import { createOpenPages, type OpenPagesPorts } from '../../src/background/open-pages.ts';
import type { PageState } from '../../src/protocol.ts';
import { bench, candidate, item, rest, scanOf } from './bench.ts';

const ADDRESSES: Readonly<Record<number, string>> = { 7: 'https://me.example/', 8: 'https://you.example/' };
/** Tabs 7 and 8, each with a page that is being checked. */
async function tabs(change: Partial<OpenPagesPorts> = {}) {
  const worker = bench();
  for (const tabId of [7, 8]) void worker.checks.scanned(tabId, scanOf([`in-${tabId}`], ADDRESSES[tabId]));
  await rest();
  return over(worker, change);
}
function over(worker: ReturnType<typeof bench>, change: Partial<OpenPagesPorts> = {}) {
  const [scanned, ended]: [number[], number[]] = [[], []];
  const pages = createOpenPages({
    ...worker,
    scan: async (tabId) => void scanned.push(tabId),
    leaveIfGone: async () => undefined,
    openTabs: async () => [7, 8, 9],
    addressInside: async (tabId) => ADDRESSES[tabId] ?? null,
    isPermitted: async () => true,
    endFollowing: async (tabId) => void ended.push(tabId),
    ...change,
  });
  return { ...worker, pages, scanned, ended };
}
const silent = () => new Promise<never>(() => undefined);

describe('a withdrawn grant', () => {
  it('counts on every page, though another tab is frozen and does not answer', async () => {
    const { pages, asking } = await tabs({
      addressInside: (tabId) => (tabId === 7 ? silent() : Promise.resolve(ADDRESSES[tabId] ?? null)),
    });
    void pages.withdrawn();
    await rest();
    expect(asking()).toEqual(['in-7', 'in-8', 'in-8']);
  });

  it('ends what runs in a tab without a click where it may no longer, also in a tab without a page', async () => {
    const { pages, ended } = await tabs({
      addressInside: async (tabId) => ADDRESSES[tabId] ?? 'https://named.example/',
      isPermitted: async (address) => address.includes('me.example'),
    });
    await Promise.race([pages.withdrawn(), rest()]);
    expect(ended).toEqual([8, 9]);
  });

  it('lets go of a page first where it has gone', async () => {
    const left: number[] = [];
    const { pages } = await tabs({ leaveIfGone: async (tabId) => void left.push(tabId) });
    void pages.withdrawn();
    await rest();
    expect(left).toEqual([7, 8]);
  });
});

describe('a grant', () => {
  it('counts on every page where something is still being checked', async () => {
    const { pages, settle, asking, asked } = await tabs();
    settle('in-7');
    await rest();
    void pages.granted();
    await rest();
    const closed = { code: 'permission-needed', params: { host: 'x', origin: 'https://x.example' } } as const;
    asked[1]?.settle([item(candidate('in-8'), closed)]);
    await rest();
    expect(asking()).toEqual(['in-7', 'in-8', 'in-8']);
  });
});

it('a changed list of issuers counts on every page', async () => {
  const { pages, settle, asking } = await tabs();
  settle('in-7');
  await rest();
  void pages.judgeAnew();
  await rest();
  expect(asking()).toEqual(['in-7', 'in-8', 'in-7', 'in-8']);
});

describe('a new worker', () => {
  it('goes on with what the one before has left unfinished', async () => {
    const { session } = await tabs();
    const next = bench(session);
    await Promise.race([over(next).pages.resume(), rest()]);
    expect(next.asking()).toEqual(['in-7', 'in-8']);
  });

  it('leaves a settled page that has gone while none was awake, and waits for no frozen tab', async () => {
    const { session, settle } = await tabs();
    for (const tabId of [7, 8]) settle(`in-${tabId}`);
    await rest();
    const left: number[] = [];
    const { pages } = over(bench(session), {
      addressInside: async (tabId) => (tabId === 7 ? silent() : null),
      leaveIfGone: async (tabId) => void left.push(tabId),
    });
    void pages.resume();
    await rest();
    expect(left).toEqual([8]);
  });

  it('asks a settled page that is still there no further', async () => {
    const { session, settle } = await tabs();
    for (const tabId of [7, 8]) settle(`in-${tabId}`);
    await rest();
    const left: number[] = [];
    const { pages } = over(bench(session), { leaveIfGone: async (tabId) => void left.push(tabId) });
    await pages.resume();
    expect(left).toEqual([]);
  });

  it.each<[string, Partial<PageState>]>([
    ['was being read', { phase: 'scanning' }],
    [
      'was a PDF whose address nobody had begun to ask',
      { phase: 'checking', url: 'https://me.example/cv.pdf' },
    ],
  ])('reads a page again that %s', async (_, state) => {
    const { book, pages, scanned } = await tabs();
    const blank = { tabId: 6, url: '', title: '', startedAt: 1, rows: [], wantedOrigins: [] };
    await book.change(6, () => ({
      page: { state: { ...blank, phase: 'scanning', ...state }, source: null },
      found: null,
    }));
    await Promise.race([pages.resume(), rest()]);
    expect(scanned).toEqual([6]);
  });
});
