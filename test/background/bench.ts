/** A background without a browser: storage that outlives it, checks that settle when the test says so. */
import { createPageBook, type SessionArea } from '../../src/background/page-book.ts';
import { createPageChecks } from '../../src/background/page-checks.ts';
import type { Item, Row } from '../../src/item.ts';
import type { Problem } from '../../src/problem.ts';
import type { PageState } from '../../src/protocol.ts';
import type { Candidate } from '../../src/recognise/candidate.ts';
import type { PageScan } from '../../src/site/sighting.ts';
import { judge } from '../../src/verify/judge.ts';
import type { VerifyPorts } from '../../src/verify/ports.ts';
import { unresolvedReport } from '../../src/verify/unresolved.ts';
import { area } from '../platform/fake-browser.ts';

export const URL_OF_PAGE = 'https://me.example/';
const NO_CLAIM = { title: null, issuer: null, issued: null, expires: null, credentialId: null };

export const candidate = (key: string, change: Partial<Candidate> = {}): Candidate => ({
  key,
  link: `https://badges.example/${key}`,
  provider: null,
  kind: 'credential',
  params: {},
  routes: [],
  document: null,
  speculative: false,
  claim: NO_CLAIM,
  places: [0],
  ...change,
});

export const item = (
  of: Candidate,
  problem: Problem = { code: 'timeout' },
  change: Partial<Item> = {},
): Item => {
  const report = unresolvedReport(problem, 0);
  return {
    key: of.key,
    link: of.link,
    provider: null,
    claim: of.claim,
    places: of.places,
    report,
    verdict: judge(report),
    within: null,
    ...change,
  };
};

export const scanOf = (
  keys: readonly string[],
  url = URL_OF_PAGE,
  title: string | null = null,
): PageScan => ({
  url,
  title: 'Me',
  language: null,
  sightings: keys.map((key, place) => ({
    kind: 'link',
    link: key,
    text: null,
    claim: { ...NO_CLAIM, title },
    place,
  })),
});

interface Asked {
  readonly candidate: Candidate;
  readonly ports: VerifyPorts;
  readonly settle: (items: readonly Item[]) => void;
}

export function sessionArea(quota?: number): SessionArea & { readonly held: Map<string, unknown> } {
  const session = area(quota);
  return {
    held: session.held,
    keys: async () => [...session.held.keys()],
    get: (keys) => session.get(keys),
    set: (entries) => session.set({ ...entries }),
    remove: (keys) => session.remove(keys),
  };
}

/** One life of a worker. A second bench over the same `session` is its successor. */
export function bench(
  session = sessionArea(),
  change: (key: string) => Partial<Candidate> = () => ({}),
  now: () => number = () => 1000,
) {
  const asked: Asked[] = [];
  const modes: string[] = [];
  const states: (PageState | null)[] = [];
  const noted: string[] = [];
  const readAgain: number[] = [];
  const barred = new Set<string>();
  let awake = 0;
  const book = createPageBook(session);
  const checks = createPageChecks({
    book,
    clock: { now },
    note: async (_tab, url, items) => {
      noted.push(...items.map(({ key }) => `${url} ${key}`));
      return items;
    },
    recognise: ({ sightings }) =>
      sightings.map(({ link, place, claim }) =>
        candidate(link ?? '', { claim, places: [place], ...change(link ?? '') }),
      ),
    inspect: (each, ports) =>
      new Promise((settle) => {
        asked.push({ candidate: each, ports, settle });
      }),
    portsFor: (mode) => {
      modes.push(mode);
      return { net: { mode } } as unknown as Omit<VerifyPorts, 'holder'>;
    },
    mayAsk: async (_, origin) => !barred.has(origin),
    readAgain: (tabId) => void readAgain.push(tabId),
    onState: (_, state) => void states.push(state),
    keepAwake: (work) => {
      awake += 1;
      void work
        .catch(() => undefined)
        .finally(() => {
          awake -= 1;
        });
    },
  });
  const rows = async (tabId = 7): Promise<readonly Row[]> => (await book.read(tabId))?.state.rows ?? [];
  return {
    session,
    book,
    checks,
    asked,
    modes,
    states,
    /** What went on the reader's list: the page and the row. */
    noted,
    /** Tabs whose page is to be read once more. */
    readAgain,
    /** Origins that the reader grants no more. */
    barred,
    awake: () => awake,
    rows,
    phase: async (tabId = 7) => (await book.read(tabId))?.state.phase,
    /** `a:checking b:timeout` */
    picture: async (tabId = 7) =>
      (await rows(tabId))
        .map((row) => `${row.key}:${row.state === 'checking' ? 'checking' : row.verdict.reason}`)
        .join(' '),
    /** Settles the latest question about a candidate. */
    settle(key: string, items?: readonly Item[]) {
      const question = asked.findLast((each) => each.candidate.key === key);
      if (!question) throw new Error(`nobody asked about ${key}`);
      question.settle(items ?? [item(question.candidate)]);
    },
    asking: () => asked.map(({ candidate: { key } }) => key),
  };
}

/** Lets everything that is under way come to rest: storage in memory needs turns, not time. */
export const rest = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
};
