import { describe, expect, it } from 'vitest';
import { createMarkers } from '../../src/background/markers.ts';
import type { Page } from '../../src/background/page.ts';
import { settledRows, waitingRows } from '../../src/background/rows.ts';
import type { Marking } from '../../src/protocol.ts';
import type { Candidate } from '../../src/recognise/candidate.ts';
import { content } from '../ui/made-up-items.ts';
import { VOICE } from '../ui/voice.ts';
import { candidate, item, scanOf, URL_OF_PAGE } from './bench.ts';

const LINKS = ['https://badges.example/a', 'https://badges.example/b'];
const pageOf = (rows: Page['state']['rows']): Page => ({
  state: {
    tabId: 7,
    url: URL_OF_PAGE,
    title: 'Me',
    phase: 'done',
    startedAt: 0,
    rows,
    wantedOrigins: [],
  },
  source: { scan: scanOf(LINKS), pending: [] },
});
const settled = (of: Candidate) => settledRows([item(of)]);
const A = candidate('a', { places: [0] });
const B = candidate('b', { places: [1] });

function bench(first: Page | null, { isOn = true, refuses = false } = {}) {
  const seen = {
    page: first,
    isOn,
    running: false,
    runs: 0,
    told: [] as Marking[],
    shown: [] as unknown[],
    hold: null as Promise<void> | null,
    /** How many sentences were made. */
    said: 0,
  };
  const markers = createMarkers({
    read: async () => seen.page,
    isMarked: async (url) => seen.isOn && url === URL_OF_PAGE,
    voice: async () => ({
      ...VOICE,
      say: (...asked) => {
        seen.said += 1;
        return VOICE.say(...asked);
      },
      language: 'en',
      direction: 'ltr',
    }),
    async tell(_, name, payload) {
      await seen.hold;
      if (!seen.running) return null;
      if (name === 'show-marks') seen.told.push(payload as Marking);
      else seen.shown.push(payload);
      return true;
    },
    async run() {
      if (refuses) throw new Error('Cannot access contents of the page');
      seen.runs += 1;
      seen.running = true;
    },
  });
  return { seen, markers };
}

describe('dots of a page', () => {
  it('say of a record whose name it bears, where that is another than the page is about', async () => {
    const made = item(A);
    const rows = settledRows([{ ...made, report: { ...made.report, credential: content() } }]);
    const reasonFor = async (person: string): Promise<string | null | undefined> => {
      const page = pageOf(rows);
      const { seen, markers } = bench({ ...page, state: { ...page.state, person } });
      await markers.changed(7);
      return seen.told[0]?.marks[0]?.reason;
    };
    expect(await reasonFor('Jon Oda')).toMatch(/ Made out to Ana Lindqvist\.$/);
    expect(await reasonFor('Ana Lindqvist')).not.toContain('Ana Lindqvist');
  });

  it('are told of where the site was switched on, by a script that is run once', async () => {
    const { seen, markers } = bench(pageOf(settled(A)));
    await markers.changed(7);
    await markers.changed(7);
    expect(seen.runs).toBe(1);
    expect(seen.told[0]?.marks).toMatchObject([
      { spots: [{ place: 0, link: LINKS[0] }], status: 'unreachable', standing: 'inconclusive' },
    ]);
  });

  it('need no script and no word on any other site', async () => {
    const { seen, markers } = bench(pageOf(settled(A)), { isOn: false });
    seen.running = true;
    await markers.changed(7);
    expect([seen.runs, seen.told]).toEqual([0, []]);
  });

  it('say nothing of what is still being checked, nor of the report', async () => {
    const { seen, markers } = bench(pageOf([...waitingRows(A), ...settled(B)]));
    await markers.changed(7);
    expect(seen.told[0]?.marks.map(({ spots }) => spots)).toEqual([[{ place: 1, link: LINKS[1] }]]);
    expect(Object.keys(seen.told[0]?.marks[0] ?? {}).sort()).toEqual(
      [
        'spots',
        'status',
        'standing',
        'title',
        'issuer',
        'statusWord',
        'standingWord',
        'reason',
        'label',
      ].sort(),
    );
  });

  it('put first what needs a look', async () => {
    const worst = item(B);
    const failed = settledRows([
      { ...worst, verdict: { ...worst.verdict, status: 'failed', standing: 'failed' } },
    ]);
    const { seen, markers } = bench(pageOf([...settled(A), ...failed]));
    await markers.changed(7);
    expect(seen.told[0]?.marks.map(({ standing }) => standing)).toEqual(['failed', 'inconclusive']);
  });

  it('at a link that leads to hundreds do not speak for the good ones alone', async () => {
    const all = Array.from({ length: 300 }, (_, at) => item(A, undefined, { key: `a/${at}` }));
    const last = all.at(-1) ?? item(A);
    const failed = { ...last, verdict: { ...last.verdict, status: 'failed', standing: 'failed' } as const };
    const { seen, markers } = bench(pageOf(settledRows([...all.slice(0, -1), failed])));
    await markers.changed(7);
    expect(seen.told[0]?.marks).toHaveLength(200);
    expect(seen.told[0]?.marks[0]?.standing).toBe('failed');
  });

  it('of a long page are put into words only as far as they are shown', async () => {
    const wordsFor = async (rows: number): Promise<number> => {
      const { seen, markers } = bench(
        pageOf(Array.from({ length: rows }, (_, at) => settled(candidate(`k${at}`))).flat()),
      );
      await markers.changed(7);
      return seen.said;
    };
    expect(await wordsFor(4_000)).toBe(await wordsFor(400));
  });

  it('are told of once more, not once for each, however many rows settle meanwhile', async () => {
    const { seen, markers } = bench(pageOf(settled(A)));
    seen.running = true;
    let release = (): void => undefined;
    seen.hold = new Promise((resolve) => {
      release = resolve;
    });
    const all = Array.from({ length: 20 }, () => markers.changed(7));
    release();
    await Promise.all(all);
    expect(seen.told).toHaveLength(2);
  });

  it('go at once when they are switched off, without a script being run for it', async () => {
    const { seen, markers } = bench(pageOf(settled(A)));
    await markers.changed(7);
    seen.isOn = false;
    await markers.switched(7);
    expect(seen.told.at(-1)?.marks).toEqual([]);
    const { seen: other, markers: others } = bench(pageOf(settled(A)), { isOn: false });
    await others.switched(7);
    expect(other.runs).toBe(0);
  });

  it('break nothing where the browser allows no script', async () => {
    const { markers } = bench(pageOf(settled(A)), { refuses: true });
    await expect(markers.changed(7)).resolves.toBeUndefined();
    expect(await markers.show(7, 'a')).toBe(false);
  });
});

describe('a row that is to be shown on its page', () => {
  it('is shown by its places also where no dots are', async () => {
    const { seen, markers } = bench(pageOf(settled(A)), { isOn: false });
    expect(await markers.show(7, 'a')).toBe(true);
    expect(seen.shown).toEqual([{ spots: [{ place: 0, link: LINKS[0] }] }]);
    expect(seen.told).toEqual([]);
  });

  it('is shown by the places of all links of its record', async () => {
    const rows = [A, B].flatMap((each) => {
      const { report, ...known } = item(each);
      return settledRows([{ ...known, report: { ...report, credential: content() } }]);
    });
    const { seen, markers } = bench(pageOf(rows));
    expect(await markers.show(7, 'a')).toBe(true);
    expect(seen.shown).toEqual([{ spots: LINKS.map((link, place) => ({ place, link })) }]);
  });

  it('that is no row of this page is not', async () => {
    const { markers } = bench(pageOf(settled(A)));
    expect(await markers.show(7, 'b')).toBe(false);
    expect(await bench(null).markers.show(7, 'a')).toBe(false);
  });
});
