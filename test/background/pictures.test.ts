import { describe, expect, it } from 'vitest';
import { createPageBook } from '../../src/background/page-book.ts';
import { createPictures } from '../../src/background/pictures.ts';
import type { Row } from '../../src/item.ts';
import { checked, content, item, NOW, page } from '../ui/made-up-items.ts';
import { sessionArea } from './bench.ts';

const IMAGE = 'https://badges.example/i.png';
const SMALL = 'data:image/png;base64,AAAA';
const answered = [{ url: 'https://badges.example/a/1', at: NOW, outcome: '200' }];
const row = (key: string, image = IMAGE, contacted = answered): Row =>
  checked(item({ key, verdict: {}, contacted, credential: content({ image, achievements: [] }) }));

async function pageOf(rows: readonly Row[], drawn: string | null = SMALL) {
  const book = createPageBook(sessionArea());
  const store = (now: readonly Row[]) =>
    book.change(7, () => ({ page: { state: page({ tabId: 7, rows: now }), source: null }, found: null }));
  await store(rows);
  const asked: string[] = [];
  const pictures = createPictures({
    book,
    draw: async (address) => {
      asked.push(address);
      return drawn;
    },
  });
  const shown = async () =>
    (await book.read(7))?.state.rows.map((each) => (each.state === 'checked' ? each.picture : undefined));
  return { asked, shown, store, add: () => pictures.addTo(7) };
}

describe('the pictures of a page', () => {
  it('are fetched once, however often the page changes, and kept with its rows', async () => {
    const { asked, shown, store, add } = await pageOf([row('a'), row('b')]);
    await add();
    expect(await shown()).toEqual([SMALL, SMALL]);
    // The rows are checked again and have no picture yet.
    await store([row('a'), row('b'), row('c')]);
    await add();
    expect(await shown()).toEqual([SMALL, SMALL, SMALL]);
    expect(asked).toEqual([IMAGE]);
  });

  it('are asked for at no origin that did not answer for the credential', async () => {
    const { asked, add } = await pageOf([row('a', 'https://tracker.example/i.png'), row('b', IMAGE, [])]);
    await add();
    expect(asked).toEqual([]);
  });

  it('wait until every row has its answer', async () => {
    const { asked, add } = await pageOf([row('a'), { ...row('b'), state: 'checking' }]);
    await add();
    expect(asked).toEqual([]);
  });

  it('that cannot be had are not asked for again', async () => {
    const { asked, shown, add } = await pageOf([row('a')], null);
    await add();
    await add();
    expect([asked, await shown()]).toEqual([[IMAGE], [undefined]]);
  });
});
