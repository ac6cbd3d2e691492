import { describe, expect, it } from 'vitest';
import { badgeOf } from '../../src/background/badge.ts';
import { keepAsked } from '../../src/background/candidates.ts';
import type { Asked } from '../../src/recognise/asked.ts';
import { bench, item, rest, scanOf, URL_OF_PAGE } from './bench.ts';

const PAGE = { url: URL_OF_PAGE, title: 'Me' };
const link = (address: string): Asked => ({ kind: 'link', link: address });
const THING = 'https://somewhere.example/thing';
const KEY = `url:${THING}`;
const SHORT = 'https://www.credly.com/go/Ab0Cd1Ef';

describe('what the reader asks about on a page', () => {
  it('is a row below the page’s own, marked as asked', async () => {
    const { checks, settle, picture, rows, phase } = bench();
    void checks.scanned(7, scanOf(['a']));
    await rest();
    settle('a');
    await rest();
    void checks.asked(7, PAGE, [link(THING)]);
    await rest();
    expect(await picture()).toBe(`a:timeout ${KEY}:checking`);
    expect(await phase()).toBe('checking');
    expect((await rows()).map(({ asked }) => asked?.kind)).toEqual([undefined, 'link']);
    settle(KEY);
    await rest();
    expect(await picture()).toBe(`a:timeout ${KEY}:timeout`);
    expect(await phase()).toBe('done');
  });

  it('needs no page that was read', async () => {
    const { checks, settle, picture, phase } = bench();
    void checks.asked(7, PAGE, [link(THING)]);
    await rest();
    expect([await picture(), await phase()]).toEqual([`${KEY}:checking`, 'checking']);
    settle(KEY);
    await rest();
    expect(await phase()).toBe('done');
  });

  it('stays, with its answer, when the page is read after it, and when it changes', async () => {
    const { checks, settle, picture, asking } = bench();
    void checks.asked(7, PAGE, [link(THING)]);
    await rest();
    settle(KEY);
    await rest();
    void checks.scanned(7, scanOf(['a']));
    await rest();
    settle('a');
    await rest();
    void checks.scanned(7, scanOf(['a', 'b']));
    await rest();
    expect(await picture()).toBe(`a:timeout b:checking ${KEY}:timeout`);
    expect(asking()).toEqual([KEY, 'a', 'b']);
  });

  it('is forgotten with the page', async () => {
    const { checks, picture } = bench();
    void checks.asked(7, PAGE, [link(THING)]);
    await rest();
    void checks.scanned(7, scanOf(['a'], 'https://me.example/elsewhere'));
    await rest();
    expect(await picture()).toBe('a:checking');
  });

  it('is one row where the page shows it too, asked for anew and with what the page says of it', async () => {
    const { checks, settle, picture, rows, asked } = bench();
    void checks.scanned(7, scanOf([`credly:short:Ab0Cd1Ef`], URL_OF_PAGE, 'Watershed'));
    await rest();
    settle('credly:short:Ab0Cd1Ef');
    await rest();
    void checks.asked(7, PAGE, [link(SHORT)]);
    await rest();
    expect(await picture()).toBe('credly:short:Ab0Cd1Ef:checking');
    expect((await rows())[0]).toMatchObject({ claim: { title: 'Watershed' }, asked: { kind: 'link' } });
    expect(asked.at(-1)?.candidate.routes).toEqual([{ via: 'follow', to: 'https://www.credly.com' }]);
  });

  it('is taken up by the successor of a worker that died', async () => {
    const first = bench();
    void first.checks.asked(7, PAGE, [link(THING)]);
    await rest();
    const second = bench(first.session);
    void second.checks.resume(7);
    await rest();
    expect(second.asking()).toEqual([KEY]);
    second.settle(KEY);
    await rest();
    expect([await second.picture(), await second.phase()]).toEqual([`${KEY}:timeout`, 'done']);
  });

  it('is asked again for a grant that it waited for', async () => {
    const { checks, settle, asking, asked } = bench();
    void checks.asked(7, PAGE, [link(THING)]);
    await rest();
    const [question] = asked;
    const origin = 'https://somewhere.example';
    if (question)
      settle(KEY, [
        item(question.candidate, {
          code: 'permission-needed',
          params: { host: 'somewhere.example', origin },
        }),
      ]);
    await rest();
    void checks.granted(7);
    await rest();
    expect(asking()).toEqual([KEY, KEY]);
  });

  it('shows on the toolbar button also where the page itself cannot be read', () => {
    const row = { ...item({ key: 'k', link: null } as never), state: 'checked' as const };
    const unread = { tabId: 7, ...PAGE, phase: 'not-readable' as const, startedAt: 0, wantedOrigins: [] };
    expect(badgeOf({ ...unread, rows: [row] }, (key) => key).text).toBe('1');
    expect(badgeOf({ ...unread, rows: [] }, (key) => key).text).toBe('');
  });
});

describe('what is kept of all that was asked', () => {
  it('is each thing once, the latest last', () => {
    expect(keepAsked([link('a'), link('b')], [link('a')])).toEqual({
      kept: [link('a'), link('b')],
      dropped: [],
    });
  });

  it('is the latest five hundred', () => {
    const many = Array.from({ length: 510 }, (_, n) => link(`${n}`));
    expect(keepAsked(many, [link('new')])).toEqual({
      kept: [...many.slice(11), link('new')],
      dropped: many.slice(0, 11),
    });
  });

  it('is the latest that storage has room for', () => {
    const file = (name: string): Asked => ({ kind: 'file', name, base64: 'A'.repeat(2_700_000) });
    const { kept, dropped } = keepAsked([file('a'), file('b')], [file('c')]);
    expect({ kept, dropped }).toEqual({ kept: [file('b'), file('c')], dropped: [file('a')] });
  });

  it('is every entry of the longest list that one click checks, however many requests bring it', async () => {
    const { checks, book } = bench();
    const entries = Array.from({ length: 50 }, (_, n) => link(`https://badges.example/list/${n}`));
    for (let from = 0; from < entries.length; from += 20)
      void checks.asked(7, PAGE, entries.slice(from, from + 20));
    await rest();
    const { rows = [], unkept } = (await book.read(7))?.state ?? {};
    expect([rows.length, unkept]).toEqual([50, []]);
  });

  it('says by name what there was no room for, and no more once that was given again', async () => {
    const { checks, book } = bench();
    const file = (name: string): Asked => ({ kind: 'file', name, base64: btoa(name.repeat(2_000_000)) });
    void checks.asked(7, PAGE, [file('a'), file('b'), file('c')]);
    await rest();
    expect((await book.read(7))?.state.unkept).toEqual(['a']);
    void checks.scanned(7, scanOf(['x']));
    await rest();
    expect((await book.read(7))?.state.unkept).toEqual(['a']);
    void checks.asked(7, PAGE, [link(THING)]);
    await rest();
    expect((await book.read(7))?.state.unkept).toEqual(['a']);
    void checks.asked(7, PAGE, [file('a')]);
    await rest();
    expect((await book.read(7))?.state.unkept).toEqual(['b']);
  });
});
