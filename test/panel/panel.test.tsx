// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { Panel } from '../../src/panel/panel.tsx';
import { checkedRow } from '../../src/present/row.ts';
import { skillMatrix } from '../../src/present/skill-matrix.ts';
import { timeline } from '../../src/present/timeline.ts';
import type { PageState } from '../../src/protocol.ts';
import type { CheckedEntry } from '../../src/report/checked.ts';
import { loadCard } from '../../src/ui/later-card.tsx';
import type { PageWorld } from '../../src/ui/page-world.ts';
import { TimePicture } from '../../src/ui/time-picture.tsx';
import { VoiceContext } from '../../src/ui/voice.ts';
import { achievement, checked, content, ITEMS, item, NOW, page } from '../ui/made-up-items.ts';
import { one, root, worldOf } from '../ui/stage.ts';
import { VOICE } from '../ui/voice.ts';

await loadCard();
const asked: unknown[] = [];
let entries: readonly CheckedEntry[] = [];
let show: (tabId: number) => void = () => undefined;

function open(states: Readonly<Record<number, PageState | null>>, ask?: PageWorld['ask']): void {
  const world = {
    voice: VOICE,
    follow: (listener: (tabId: number) => void) => {
      show = (tabId) => void act(() => listener(tabId));
      listener(1);
    },
    pageWorld: (tabId: number) => ({
      ...worldOf(states[tabId] ?? null, asked),
      tabId,
      ...(ask && { ask }),
    }),
    openOptions: async () => undefined,
    watchChecked: (listener: (entries: readonly CheckedEntry[]) => void) => listener(entries),
  };
  act(() => render(<Panel world={world} />, root));
}
afterEach(() => {
  act(() => render(null, root));
  asked.length = 0;
});
const count = (selector: string): number => root.querySelectorAll(selector).length;

describe('the panel', () => {
  it('shows the tab in view, and the next one when the reader goes there', () => {
    open({ 1: page(), 2: page({ rows: [checked(ITEMS[0] as never)] }) });
    expect(count('[data-credential]')).toBe(ITEMS.length);
    show(2);
    expect(count('[data-credential]')).toBe(1);
  });

  it('draws a record once that the page links twice', () => {
    const [first] = ITEMS;
    if (!first) throw new Error('no item');
    const rows = ['one', 'two'].map((key) => checked({ ...first, key }));
    open({ 1: page({ rows }) });
    expect(count('[data-credential]')).toBe(1);
    const sheets = [...root.querySelectorAll('.as-table tbody')];
    expect(sheets.length).toBeGreaterThan(0);
    const { title } = checkedRow(first, VOICE);
    const times = sheets.at(-1)?.textContent ?? '';
    expect(times.split(title)).toHaveLength(2);
  });

  it('asks nothing of a tab that was not read, and offers to read it', async () => {
    open({ 1: null });
    expect(asked).toEqual([]);
    act(() => (root.querySelector('[data-notice="idle"] button') as HTMLElement).click());
    await act(async () => undefined);
    expect(asked).toEqual([['scan-tab', { tabId: 1 }]]);
  });

  it('says so where the background does not hear the click, and offers to try again', async () => {
    open({ 1: null }, () => Promise.reject(new Error('port closed')));
    act(() => (root.querySelector('[data-notice="idle"] button') as HTMLElement).click());
    await act(async () => {
      for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    });
    expect(count('[data-notice="error"] button')).toBe(1);
  });

  it('says beside what the reader asked about that the page itself could not be read', () => {
    open({ 1: page({ phase: 'not-readable', notReadable: 'pdf', rows: [checked(ITEMS[0] as never)] }) });
    expect(count('[data-credential]')).toBe(1);
    expect(root.querySelector('.unread')?.textContent).toBe(VOICE.say('ui_unreadable_pdf'));
  });

  it('says in tables all that its pictures show', () => {
    open({ 1: page() });
    const tables = [...root.querySelectorAll('.as-table table')].map((table) => table.textContent ?? '');
    expect(tables).toHaveLength(2);
    const words = [...root.querySelectorAll('.picture-words')].map(({ textContent }) => textContent ?? '');
    expect(words.length).toBeGreaterThan(10);
    for (const each of words) expect(tables.join(' ')).toContain(each);
  });

  it('leaves it to the width of the letters where words of its pictures are cut', () => {
    const long = 'Certificate in the Management of Information Security, with distinction';
    open({
      1: page({
        rows: [
          item({
            key: 'long',
            verdict: {},
            credential: content({ achievements: [achievement({ name: long, tags: [long] })] }),
          }),
        ].map(checked),
      }),
    });
    const words = [...root.querySelectorAll('.picture-words p')];
    expect(words.filter(({ textContent }) => textContent === long)).toHaveLength(2);
    for (const each of words) expect(each.getAttribute('title')).toBe(each.textContent);
  });
});

describe('awards that add up', () => {
  const parts = [1, 2, 3].map((n) => achievement({ id: `urn:part:${n}`, name: `Part ${n}` }));
  const whole = achievement({ id: 'urn:whole', name: 'Nurse Assistant' });
  const transcript = item({
    key: 'transcript',
    verdict: {},
    credential: content({
      format: 'clr2',
      achievements: [...parts, whole],
      associations: parts.map(({ id }) => ({ type: 'isPartOf', source: id ?? '', target: 'urn:whole' })),
    }),
  });
  const first = item({ key: 'first', verdict: {}, credential: content({ achievements: parts.slice(0, 1) }) });

  it('are a picture, a table that says the same, and a line in each card', () => {
    open({ 1: page({ rows: [transcript, first].map(checked) }) });
    const [figure] = [...root.querySelectorAll('[data-stack]')];
    expect(figure?.textContent).toContain('Nurse Assistant: credentials in order for 1 of 3 parts');
    expect(figure?.querySelectorAll('.piece')).toHaveLength(3);
    expect(figure?.querySelectorAll('.piece[data-missing]')).toHaveLength(2);
    const table = figure?.parentElement?.querySelector('.as-table')?.textContent ?? '';
    for (const { name } of parts) expect(table).toContain(name ?? '');
    act(() => root.querySelector<HTMLElement>('[data-credential="first"] .row-button')?.click());
    expect(root.querySelector('[data-credential="first"] .card')?.textContent).toContain(
      'Nurse Assistant: credentials in order for 1 of 3 parts',
    );
  });
});

describe('what was checked before', () => {
  afterEach(() => {
    entries = [];
  });

  it('stands below, for readers who keep a list of it, and not for others', () => {
    open({ 1: page() });
    expect(count('[data-checked]')).toBe(0);
    act(() => render(null, root));
    const entry = { title: 'Cloud', issuer: 'N', page: 'Ann', address: 'https://me.example/' };
    entries = [{ ...entry, status: 'expired', standing: 'caution', at: NOW, settled: null, before: null }];
    open({ 1: page() });
    const address = [...root.querySelectorAll<HTMLElement>('[data-checked] bdi')].find(
      ({ dir }) => dir === 'ltr',
    );
    expect(address?.textContent).toBe('me.example/');
    // It may be broken behind a dot or a slash, before anywhere else.
    expect(address?.innerHTML).toBe('me.<wbr>example/<wbr>');
  });
});

describe('the skills of a page', () => {
  it('stand there once each, with every credential that names them and how it stands', () => {
    const [one, other] = [ITEMS[0], ITEMS[1]] as const;
    const frameworks = skillMatrix(
      [one, { ...other, report: { ...other?.report, credential: one?.report.credential } }] as never,
      VOICE,
    );
    const threat = frameworks[0]?.skills.find(({ name }) => name === 'Threat modelling');
    expect(threat?.sources.map(({ key }) => key)).toEqual([one?.key, other?.key]);
    expect(frameworks.at(-1)?.framework).toBeNull();
  });
});

describe('the time line', () => {
  it('draws only what a record says, earliest first', () => {
    const times = timeline(ITEMS, NOW, VOICE) ?? expect.fail('none');
    expect(times.bars.length).toBeGreaterThan(2);
    expect(times.bars.map(({ from }) => from)).toEqual(times.bars.map(({ from }) => from).toSorted());
    expect(times.start).toBeLessThanOrEqual(times.bars[0]?.from ?? 0);
  });

  it('has lines for so many years that the number of each has room', () => {
    const drawn = (first: number) => {
      const credential = content({ issued: { text: '', instant: Date.UTC(first, 5, 1) }, validUntil: null });
      const times = timeline([item({ key: 'old', verdict: {}, credential })], NOW, VOICE);
      const ui = (
        <VoiceContext.Provider value={VOICE}>
          <TimePicture times={times ?? expect.fail('none')} />
        </VoiceContext.Provider>
      );
      act(() => render(ui, root));
      return [...root.querySelectorAll('.year')].map((year) => ({
        year: year.textContent,
        x: Number(year.querySelector('line')?.getAttribute('x1')),
      }));
    };
    expect(drawn(2023).map(({ year }) => year)).toEqual(['2024', '2025', '2026']);
    // The last one stands too near to the edge for its number.
    expect(drawn(2004).map(({ year }) => year)).toEqual(['2005', '2010', '2015', '2020', '']);
    for (const first of [1970, 1994, 2004, 2012, 2020]) {
      const xs = drawn(first).map(({ x }) => x);
      const steps = xs.slice(1).map((x, at) => x - (xs[at] ?? 0));
      expect(Math.min(...steps)).toBeGreaterThan(33);
    }
  });

  it('has room for a record that ended before it was issued again', () => {
    const credential = content({
      issued: { text: '', instant: Date.UTC(2025, 2, 4) },
      validUntil: { text: '', instant: Date.UTC(2024, 5, 30) },
    });
    const times = timeline([item({ key: 'again', verdict: {}, credential })], NOW, VOICE);
    expect(times?.start).toBe(Date.UTC(2024, 5, 30));
  });

  it('says in a word which line is today’s', () => {
    const times = timeline(ITEMS, NOW, VOICE) ?? expect.fail('none');
    act(() =>
      render(
        <VoiceContext.Provider value={VOICE}>
          <TimePicture times={times} />
        </VoiceContext.Provider>,
        root,
      ),
    );
    expect(one('.today').textContent).toBe('Today');
  });

  it('runs from right to left where the language does', () => {
    const times = timeline(ITEMS, NOW, VOICE) ?? expect.fail('none');
    const drawn = (voice: typeof VOICE): readonly number[] => {
      const ui = (
        <VoiceContext.Provider value={voice}>
          <TimePicture times={times} />
        </VoiceContext.Provider>
      );
      act(() => render(ui, root));
      return [...root.querySelectorAll('.year line')].map((line) => Number(line.getAttribute('x1')));
    };
    const leftToRight = drawn(VOICE);
    const mirrored = drawn({
      ...VOICE,
      say: (key, params) => (key === 'language_direction' ? 'rtl' : VOICE.say(key, params)),
    });
    expect(leftToRight.length).toBeGreaterThan(1);
    expect(mirrored).toEqual(leftToRight.map((x) => 340 - x));
  });

  it('is none where no record names a day', () => {
    expect(timeline([], NOW, VOICE)).toBeNull();
  });
});
