/** How much a page may have looked up before the reader asks for more. */
import { describe, expect, it } from 'vitest';
import { bench, item, rest, scanOf, sessionArea } from './bench.ts';

const links = (count: number, host: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => `https://${host(index)}/${index}`);
const linked = (key: string) => ({ link: key });

/** Settles whatever is asked, until nothing more is. */
async function settleAll(page: ReturnType<typeof bench>): Promise<void> {
  for (let done = 0; done < page.asked.length; ) {
    for (; done < page.asked.length; done += 1) {
      const question = page.asked[done];
      question?.settle([item(question.candidate)]);
    }
    await rest();
  }
}

describe('a page of endless links', () => {
  it.each([
    ['of one host', () => 'badges.example', 500],
    ['of many hosts', (index: number) => `h${index}.example`, 1_000],
  ])(
    '%s has a number of them looked up, and the rest is left for the reader to ask for',
    async (_, host, limit) => {
      const page = bench(undefined, linked);
      void page.checks.scanned(7, scanOf(links(1_200, host)));
      await rest();
      await settleAll(page);
      const state = (await page.book.read(7))?.state;
      expect([page.asked.length, state?.left, state?.phase]).toEqual([limit, 1_200 - limit, 'done']);
      const left = state?.rows.find(
        (row) => row.state === 'checked' && row.verdict.reason === 'left-for-request',
      );
      expect(left).toMatchObject({ verdict: { status: 'not-checked', standing: 'inconclusive' } });
    },
  );

  it.each([60, 600])(
    'of which not all have room in storage comes to an end, and says how many are left out (%i characters each)',
    async (length) => {
      const page = bench(sessionArea(10_000_000), linked);
      const many = links(20_000, () => `${'h'.repeat(length - 30)}.example`);
      void page.checks.scanned(7, scanOf(many));
      await rest();
      await settleAll(page);
      const state = (await page.book.read(7))?.state;
      expect(state?.phase).toBe('done');
      expect(state?.rows.length).toBeGreaterThan(1_000);
      expect((state?.rows.length ?? 0) + (state?.beyond ?? 0)).toBe(20_000);
    },
  );

  it('is looked up in its order as far as that goes, though its hosts take turns', async () => {
    const page = bench(undefined, linked);
    const all = links(1_200, (index) => `h${Math.floor(index / 400)}.example`);
    void page.checks.scanned(7, scanOf(all));
    await rest();
    await settleAll(page);
    expect([...page.asking()].sort()).toEqual(all.slice(0, 1_000).sort());
  });

  it('keeps every answer that the reader asked for, also when a new worker judges it anew', async () => {
    const page = bench(undefined, linked);
    void page.checks.scanned(7, scanOf(links(600, () => 'badges.example')));
    await rest();
    await settleAll(page);
    void page.checks.checkRest(7);
    await rest();
    await settleAll(page);
    const next = bench(page.session, linked);
    void next.checks.judgeAnew(7);
    await rest();
    await settleAll(next);
    void next.checks.compareHolder(7, { name: 'Ana' });
    await rest();
    await settleAll(next);
    expect((await next.book.read(7))?.state.left).toBe(0);
  });

  it('is judged anew without touching what is left', async () => {
    const session = sessionArea();
    const written = new Set<string>();
    const page = bench(
      {
        ...session,
        set: (entries) => {
          for (const key of Object.keys(entries)) written.add(key);
          return session.set(entries);
        },
      },
      linked,
    );
    void page.checks.scanned(7, scanOf(links(600, () => 'badges.example')));
    await rest();
    await settleAll(page);
    written.clear();
    void page.checks.judgeAnew(7);
    await rest();
    await settleAll(page);
    void page.checks.compareHolder(7, { name: 'Ana' });
    await rest();
    await settleAll(page);
    expect([...written].filter((key) => key.startsWith('row:'))).toHaveLength(500);
  });

  it('has the rest looked up once the reader asks, and nothing of it twice', async () => {
    const page = bench(undefined, linked);
    const all = links(600, () => 'badges.example');
    void page.checks.scanned(7, scanOf(all));
    await rest();
    await settleAll(page);
    void page.checks.checkRest(7);
    await rest();
    await settleAll(page);
    expect([...page.asking()].sort()).toEqual([...all].sort());
    expect((await page.book.read(7))?.state.left).toBe(0);
  });

  it('is not looked up further because its script reports it again, in pieces', async () => {
    const page = bench(undefined, linked);
    for (const count of [300, 600, 900]) {
      void page.checks.scanned(7, scanOf(links(count, () => 'badges.example')));
      await rest();
      await settleAll(page);
    }
    expect(page.asked.length).toBe(500);
  });
});

it('the badges of one host do not wait until the many of another one are done', async () => {
  const page = bench(undefined, linked);
  const [many, few] = [links(100, () => 'many.example'), links(3, () => 'few.example')];
  void page.checks.scanned(7, scanOf([...many, ...few]));
  await rest();
  expect(page.asking().slice(0, 6)).toEqual([many[0], few[0], many[1], few[1], many[2], few[2]]);
  expect(page.asking().slice(6)).toEqual(many.slice(3, 45));
});
