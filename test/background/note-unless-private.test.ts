import { describe, expect, it } from 'vitest';
import { noteUnlessPrivate } from '../../src/background/note-unless-private.ts';
import { candidate, item, URL_OF_PAGE } from './bench.ts';

const rows = [item(candidate('a'))];
const noted = async ({ kept = true, hidden = false, url = URL_OF_PAGE, breaks = false }) => {
  const seen: string[] = [];
  const note = noteUnlessPrivate({
    isKept: async () => kept,
    isPrivate: async () => hidden,
    note: async (_, at, items) => {
      seen.push(at);
      if (breaks) throw new Error('quota');
      return items.map((each) => ({ ...each, earlier: { outcome: 'revoked', at: 1 } }));
    },
  });
  return { seen, given: await note(7, url, rows) };
};

describe('what was checked', () => {
  it('goes on the list, and comes back with what it was before', async () => {
    const { seen, given } = await noted({});
    expect([seen, given[0]?.earlier?.outcome]).toEqual([[URL_OF_PAGE], 'revoked']);
  });

  it.each([
    ['where no list is kept', { kept: false }],
    ['in a private window', { hidden: true }],
    ['on a page of the extension’s own', { url: 'moz-extension://abc/src/preview/index.html' }],
  ])('is not noted %s', async (_, where) => {
    expect(await noted(where)).toEqual({ seen: [], given: rows });
  });

  it('is answered where the list cannot be written', async () => {
    expect((await noted({ breaks: true })).given).toEqual(rows);
  });
});
