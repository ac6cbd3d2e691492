import { describe, expect, it } from 'vitest';
import type { Page } from '../../src/background/page.ts';
import { createPageBook, type PageBook, type SessionArea } from '../../src/background/page-book.ts';
import type { CredentialContent } from '../../src/credential/model.ts';
import type { Row } from '../../src/item.ts';
import type { PageState } from '../../src/protocol.ts';
import { NO_CLAIM } from '../../src/site/sighting.ts';
import { candidate, item, scanOf, sessionArea } from './bench.ts';

const pageOf = (tabId: number, change: Partial<PageState> = {}): Page => ({
  state: {
    tabId,
    url: 'https://me.example/',
    title: '',
    phase: 'done',
    startedAt: tabId,
    rows: [],
    wantedOrigins: [],
    ...change,
  },
  source: { scan: scanOf([]), pending: [] },
});

/** A change that only stores a page. */
const change = async (book: PageBook, tabId: number, to: (page: Page | null) => Page | null) =>
  (await book.change(tabId, (page) => ({ page: to(page), found: null }))).state;

const rowWith = (content: Partial<CredentialContent>): Row => {
  const plain = item(candidate('a'));
  const credential = {
    issuer: { id: null, name: 'Uni', image: null, description: null },
    achievements: [],
    image: null,
    ...content,
  } as unknown as CredentialContent;
  return { state: 'checked', ...plain, report: { ...plain.report, credential } };
};
const contentOf = (page: Page | null): CredentialContent | null => {
  const row = page?.state.rows[0];
  return row?.state === 'checked' ? row.report.credential : null;
};

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
};

/** As the browser's: it does at once what it is asked, in order, and answers some turns later. */
function distant(area: SessionArea): SessionArea {
  const later = async <T>(done: Promise<T>): Promise<T> => {
    done.catch(() => undefined);
    await turns(10);
    return done;
  };
  return {
    keys: () => later(area.keys()),
    get: (keys) => later(area.get(keys)),
    set: (entries) => later(area.set(entries)),
    remove: (keys) => later(area.remove(keys)),
  };
}

/** A book over an area that notes the keys of each writing and of each question. */
function watched() {
  const area = sessionArea();
  const [written, asked]: [string[][], string[][]] = [[], []];
  const book = createPageBook({
    ...area,
    get: (keys) => {
      asked.push([...keys]);
      return area.get(keys);
    },
    set: (entries) => {
      written.push(Object.keys(entries));
      return area.set(entries);
    },
  });
  return { area, written, asked, book };
}

describe('the book of pages', () => {
  it('tells how far each page is without reading a row', async () => {
    const { asked, book } = watched();
    for (const [at, phase] of (['done', 'checking', 'scanning', 'not-readable'] as const).entries())
      await change(book, at, () => pageOf(at, { phase, rows: [rowWith({})] }));
    asked.length = 0;
    expect((await book.heads()).map(({ phase }) => phase)).toEqual([
      'done',
      'checking',
      'scanning',
      'not-readable',
    ]);
    expect(asked).toEqual([['page:0', 'page:1', 'page:2', 'page:3']]);
  });

  it('makes changes of one tab one after the other, however they come', async () => {
    const book = createPageBook(sessionArea());
    await change(book, 7, () => pageOf(7, { title: '' }));
    const grow = (letter: string) =>
      change(
        book,
        7,
        (page) => page && { ...page, state: { ...page.state, title: page.state.title + letter } },
      );
    await Promise.all(['a', 'b', 'c', 'd'].map(grow));
    expect((await book.read(7))?.state.title).toBe('abcd');
  });

  it('writes of a page with many rows only the one that has an answer now', async () => {
    const { area, written, book } = watched();
    const waiting = Array.from({ length: 200 }, (_, n) => ({
      ...candidate(`k${n}`),
      state: 'checking' as const,
      provider: null,
    }));
    const pending = waiting.map(({ key }) => key);
    const first = pageOf(7, { phase: 'checking', rows: waiting });
    await change(book, 7, () => ({ ...first, source: { scan: scanOf([]), pending } }));
    written.length = 0;
    await change(book, 7, (page) => {
      const rows = page?.state.rows ?? [];
      const settled = { ...rowWith({}), key: 'k3' } as Row;
      return (
        page && {
          state: { ...page.state, rows: rows.map((row) => (row.key === 'k3' ? settled : row)) },
          source: page.source && { ...page.source, pending: pending.filter((key) => key !== 'k3') },
        }
      );
    });
    expect(written).toEqual([['row:7:k3']]);
    const successor = createPageBook(area);
    const { source, state } = (await successor.read(7)) ?? expect.fail('gone');
    expect(state.rows[3]?.state).toBe('checked');
    expect(source?.pending).toEqual(pending.filter((key) => key !== 'k3'));
  });

  it('writes what a page showed once, however many answers come', async () => {
    const { area, written, book } = watched();
    const scan = scanOf(['a', 'b']);
    const withPending = (pending: readonly string[]) =>
      change(book, 7, () => ({ ...pageOf(7), source: { scan, pending } }));
    await withPending(['a', 'b']);
    await withPending(['b']);
    await withPending([]);
    expect(written.flat().filter((key) => key === 'source:7')).toEqual(['source:7']);
    expect((await createPageBook(area).read(7))?.source).toEqual({ scan, pending: [] });
  });

  it('takes away what is no row of the page any more, and all of a page that is left', async () => {
    const area = sessionArea();
    const book = createPageBook(area);
    const rows = ['a', 'b'].map((key) => ({ ...rowWith({}), key }) as Row);
    await change(book, 7, () => pageOf(7, { rows }));
    await change(book, 7, () => pageOf(7, { rows: rows.slice(1) }));
    expect([...area.held.keys()].filter((key) => key.startsWith('row:'))).toEqual(['row:7:b']);
    await change(book, 7, () => null);
    expect([...area.held.keys()]).toEqual([]);
  });

  it('holds the latest of the settled pages in memory, and those under way', async () => {
    const { asked, book } = watched();
    await change(book, 1, () => ({ ...pageOf(1), source: { scan: scanOf(['a']), pending: ['a'] } }));
    for (const tab of [2, 3, 4]) await change(book, tab, () => pageOf(tab));
    asked.length = 0;
    for (const tab of [1, 3, 4]) await book.read(tab);
    expect(asked).toEqual([]);
    expect((await book.read(2))?.state.startedAt).toBe(2);
    expect(asked.flat()).toContain('page:2');
  });

  it('changes a page that memory let go of as it changes any other', async () => {
    const { area, written, book } = watched();
    const rows = ['a', 'b'].map((key) => ({ ...rowWith({}), key }) as Row);
    await change(book, 1, () => pageOf(1, { rows }));
    for (const tab of [2, 3, 4]) await change(book, tab, () => pageOf(tab));
    written.length = 0;
    await change(
      book,
      1,
      (page) => page && { ...page, state: { ...page.state, rows: page.state.rows.slice(1) } },
    );
    expect(written).toEqual([['page:1']]);
    expect([...area.held.keys()].filter((key) => key.startsWith('row:'))).toEqual(['row:1:b']);
  });

  it('knows the latest state, at whichever moment others read it from storage', async () => {
    for (let apart = 0; apart < 30; apart += 1) {
      const area = sessionArea();
      await change(createPageBook(area), 7, () => pageOf(7, { title: 'old' }));
      const book = createPageBook(distant(area));
      const readers = [book.read(7)];
      await turns(apart);
      readers.push(book.read(7));
      await turns(30 - apart);
      const renamed = change(book, 7, (page) => page && { ...page, state: { ...page.state, title: 'new' } });
      await Promise.all([...readers, renamed]);
      expect((await book.read(7))?.state.title, `${apart} turns apart`).toBe('new');
    }
  });

  it('leaves the old page or the new one, wherever the worker dies while it writes', async () => {
    const [parent, child, other] = ['a', 'a.0', 'b'].map((key) => ({ ...rowWith({}), key }) as Row);
    const waiting = { ...candidate('a'), state: 'checking', provider: null } as const;
    const before = pageOf(7, { rows: [parent, child, other] as Row[] });
    const after = { ...before, source: { scan: scanOf([]), pending: ['a'] } };
    const rechecked = { ...after, state: { ...after.state, rows: [waiting, other as Row] } };
    const shown = (page: Page | null) => page?.state.rows.map(({ key, state }) => `${key} ${state}`).join();
    for (const writes of [0, 1, 2]) {
      const area = sessionArea();
      await change(createPageBook(area), 7, () => before);
      let left = writes;
      const orDie = (write: () => Promise<void>): Promise<void> =>
        left-- > 0 ? write() : new Promise(() => undefined);
      const book = createPageBook({
        ...area,
        set: (entries) => orDie(() => area.set(entries)),
        remove: (keys) => orDie(() => area.remove(keys)),
      });
      void change(book, 7, () => rechecked);
      await turns(100);
      const found = shown(await createPageBook(area).read(7));
      expect(found, `after ${writes} writes`).toBe(shown(writes === 0 ? before : rechecked));
    }
  });

  it('goes on after a change that threw', async () => {
    const book = createPageBook(sessionArea());
    const bug = change(book, 7, () => {
      throw new Error('bug');
    });
    await expect(bug).rejects.toThrow('bug');
    await change(book, 7, () => pageOf(7));
    expect(await book.tabs()).toEqual([7]);
  });

  it('forgets what a page was made from together with the page', async () => {
    const area = sessionArea();
    const book = createPageBook(area);
    await change(book, 7, () => pageOf(7));
    await change(book, 7, () => null);
    expect([...area.held.keys()]).toEqual([]);
  });
});

describe('a full storage', () => {
  it('gives up the pages that were looked at longest ago, and no more than it must', async () => {
    const book = createPageBook(sessionArea(2_600));
    for (const tabId of [3, 1, 2]) await change(book, tabId, () => pageOf(tabId, { title: 'x'.repeat(500) }));
    await change(book, 9, () => pageOf(9, { title: 'x'.repeat(500) }));
    expect([...(await book.tabs())].sort()).toEqual([2, 3, 9]);
  });

  it('gives up a page as a whole, at whichever moment that page changes', async () => {
    const title = 'x'.repeat(500);
    for (let moment = 0; moment < 80; moment += 1) {
      const area = sessionArea(2_600);
      const book = createPageBook(distant(area));
      for (const tabId of [1, 2, 3]) await change(book, tabId, () => pageOf(tabId, { title }));
      const other = change(book, 9, () => pageOf(9, { title: title + title }));
      await turns(moment);
      const rows = [{ ...candidate('a'), state: 'checking', provider: null } as const];
      await change(book, 1, (page) => page && { ...page, state: { ...page.state, title: '', rows } });
      await other;
      const known = await book.read(1);
      expect(await createPageBook(area).read(1), `after ${moment} turns`).toEqual(known);
      if (known === null) expect([...area.held.keys()].filter((key) => key.includes(':1'))).toEqual([]);
    }
  });

  it('gives up inlined pictures before words', async () => {
    const book = createPageBook(sessionArea(4_000));
    const rows = [
      rowWith({ image: `data:image/png;base64,${'A'.repeat(9_000)}`, name: 'Diploma', description: 'Prose' }),
    ];
    await change(book, 7, () => pageOf(7, { rows }));
    expect(contentOf(await book.read(7))).toMatchObject({ image: null, description: 'Prose' });
  });

  it('keeps every verdict even where nothing of the record fits', async () => {
    const book = createPageBook(sessionArea(4_000));
    await change(book, 7, () => pageOf(7, { rows: [rowWith({ name: 'x'.repeat(9_000) })] }));
    const row = (await book.read(7))?.state.rows[0];
    expect(row).toMatchObject({ key: 'a', verdict: { status: 'unreachable' } });
    expect(contentOf(await book.read(7))).toBeNull();
  });

  it('answers the state that was really written', async () => {
    const book = createPageBook(sessionArea(4_000));
    const state = await change(book, 7, () => pageOf(7, { rows: [rowWith({ name: 'x'.repeat(9_000) })] }));
    expect(state).toEqual((await book.read(7))?.state);
  });
});

describe('a page of endless source', () => {
  const long = (letters: number, texts = 10): Page => {
    const page = pageOf(7);
    const sightings = Array.from({ length: texts }, (_, place) => ({
      kind: 'json-ld' as const,
      link: null,
      claim: NO_CLAIM,
      place,
      text: 'x'.repeat(letters),
    }));
    return { ...page, source: { scan: { ...scanOf([]), sightings }, pending: [] } };
  };

  it.each([
    ['a few long texts', 1_300_000, 10],
    ['hundreds of texts of middle length', 60_000, 200],
  ])('of %s pushes no other tab out, and stores its share', async (_, letters, texts) => {
    const area = sessionArea(10_000_000);
    const book = createPageBook(area);
    for (const tabId of [1, 2, 3]) await change(book, tabId, () => pageOf(tabId));
    await change(book, 7, () => long(letters, texts));
    expect([...(await book.tabs())].sort()).toEqual([1, 2, 3, 7]);
    expect(JSON.stringify([...area.held]).length).toBeLessThan(3_000_000);
  });

  it('keeps its rows in the lightest form that fits its share', async () => {
    const area = sessionArea();
    const book = createPageBook(area);
    const image = `data:image/png;base64,${'A'.repeat(4_000_000)}`;
    await change(book, 7, () => ({
      ...long(10),
      state: { ...pageOf(7).state, rows: [rowWith({ image, name: 'Diploma' })] },
    }));
    expect(contentOf(await book.read(7))).toMatchObject({ image: null, name: 'Diploma' });
  });

  it('of ordinary length is kept whole', async () => {
    const book = createPageBook(sessionArea());
    await change(book, 7, () => long(100_000));
    expect((await book.read(7))?.source?.scan.sightings).toHaveLength(10);
  });
});
