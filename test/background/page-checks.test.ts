import { describe, expect, it } from 'vitest';
import type { DateText } from '../../src/credential/model.ts';
import { eachOnce } from '../../src/inspect/each-once.ts';
import { embeddedDocument } from '../../src/recognise/embedded.ts';
import type { PageScan } from '../../src/site/sighting.ts';
import { content } from '../ui/made-up-items.ts';
import { bench, candidate, item, rest, scanOf, sessionArea, URL_OF_PAGE } from './bench.ts';

/** A page on which `long` is an embedded text, too long to be kept. */
const longScanOf = (keys: readonly string[]): PageScan => {
  const scan = scanOf(keys);
  const text = 'x'.repeat(3_100_000);
  return {
    ...scan,
    sightings: scan.sightings.map((each) => (each.link === 'long' ? { ...each, text } : each)),
  };
};
const isLong = (key: string) => (key === 'long' ? { link: null, document: embeddedDocument('', null) } : {});

describe('a page that was scanned', () => {
  it('shows every credential at once and each answer as it comes', async () => {
    const { checks, settle, picture, phase } = bench();
    void checks.scanned(7, scanOf(['a', 'b']));
    await rest();
    expect(await picture()).toBe('a:checking b:checking');
    expect(await phase()).toBe('checking');
    settle('b');
    await rest();
    expect(await picture()).toBe('a:checking b:timeout');
    settle('a');
    await rest();
    expect(await picture()).toBe('a:timeout b:timeout');
    expect(await phase()).toBe('done');
  });

  it('is checked while the browser still writes that it is being checked', async () => {
    const session = sessionArea();
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { checks, asked, settle, picture } = bench({
      ...session,
      set: async (entries) => {
        await released;
        return session.set(entries);
      },
    });
    const scanned = checks.scanned(7, scanOf(['a']));
    await rest();
    expect(asked).toHaveLength(1);
    settle('a');
    await rest();
    expect(session.held.size).toBe(0);
    release();
    await scanned;
    expect(await picture()).toBe('a:timeout');
  });

  it('loses no answer that storage would not take at first', async () => {
    const session = sessionArea();
    let isBroken = false;
    const { checks, settle, picture } = bench({
      ...session,
      set: async (entries) => {
        if (isBroken) throw new Error('IO error');
        return session.set(entries);
      },
    });
    const scanned = checks.scanned(7, scanOf(['a', 'b'])).catch((trouble: Error) => trouble.message);
    await rest();
    isBroken = true;
    settle('a');
    await rest();
    isBroken = false;
    settle('b');
    await rest();
    expect(await picture()).toBe('a:timeout b:timeout');
    expect(await scanned).toMatch(/storage/);
  });

  it('has its last answer written once storage takes it again, and nobody asked twice', async () => {
    const session = sessionArea();
    let isBroken = false;
    const { checks, settle, picture, asked } = bench({
      ...session,
      set: async (entries) => {
        if (isBroken) throw new Error('IO error');
        return session.set(entries);
      },
    });
    const scanned = checks.scanned(7, scanOf(['a'])).catch(() => 'not written');
    await rest();
    isBroken = true;
    settle('a');
    expect(await scanned).toBe('not written');
    isBroken = false;
    await checks.resume(7);
    expect(await picture()).toBe('a:timeout');
    expect(asked).toHaveLength(1);
  });

  it('is told of once for all answers that come while one is being written', async () => {
    const { checks, settle, states, phase } = bench();
    const keys = Array.from({ length: 40 }, (_, n) => `k${n}`);
    void checks.scanned(7, scanOf(keys));
    await rest();
    const before = states.length;
    for (const key of keys) settle(key);
    await rest();
    expect(await phase()).toBe('done');
    expect(states.length - before).toBeLessThanOrEqual(3);
  });

  it('without credentials is done', async () => {
    const { checks, phase } = bench();
    await checks.scanned(7, scanOf([]));
    expect(await phase()).toBe('done');
  });

  it('shows the credentials inside one in its place, in the page’s order', async () => {
    const { checks, settle, picture } = bench();
    void checks.scanned(7, scanOf(['a', 'b']));
    await rest();
    const a = candidate('a');
    settle('b');
    await rest();
    settle('a', [
      item(a),
      item(a, undefined, { key: 'a.0', within: 'a' }),
      item(a, undefined, { key: 'a/1' }),
    ]);
    await rest();
    expect(await picture()).toBe('a:timeout a.0:timeout a/1:timeout b:timeout');
  });

  it('shows what may turn out to be nothing only once it is something', async () => {
    const { checks, settle, picture, phase } = bench(sessionArea(), (key) => ({ speculative: key !== 'a' }));
    void checks.scanned(7, scanOf(['maybe', 'a', 'perhaps']));
    await rest();
    expect(await picture()).toBe('a:checking');
    settle('a');
    settle('perhaps', []);
    await rest();
    expect(await phase()).toBe('checking');
    settle('maybe');
    await rest();
    expect(await picture()).toBe('maybe:timeout a:timeout');
    expect(await phase()).toBe('done');
  });

  it('keeps the worker awake while checks are open, and no longer', async () => {
    const { checks, settle, awake } = bench();
    void checks.scanned(7, scanOf(['a']));
    await rest();
    expect(awake()).toBe(1);
    settle('a');
    await rest();
    expect(awake()).toBe(0);
  });

  it('asks a whole page through one net, so that shared documents are fetched once', async () => {
    const { checks, asked } = bench();
    void checks.scanned(7, scanOf(['a', 'b']));
    await rest();
    expect(asked[0]?.ports.net).toBe(asked[1]?.ports.net);
  });
});

describe('a page that is scanned again', () => {
  it('asks only about what is new', async () => {
    const { checks, settle, asking, picture } = bench();
    void checks.scanned(7, scanOf(['a', 'b']));
    await rest();
    settle('a');
    await rest();
    void checks.scanned(7, scanOf(['new', 'a', 'b']));
    await rest();
    expect(asking()).toEqual(['a', 'b', 'new']);
    expect(await picture()).toBe('new:checking a:timeout b:checking');
  });

  it('and has grown above what is being checked shows each answer at the place where it stands now', async () => {
    const { checks, settle, rows } = bench();
    void checks.scanned(7, scanOf(['a']));
    await rest();
    void checks.scanned(7, scanOf(['late', 'a']));
    await rest();
    settle('a');
    await rest();
    expect((await rows()).map(({ key, places }) => [key, places])).toEqual([
      ['late', [0]],
      ['a', [1]],
    ]);
  });

  it('keeps every row, at whichever moment of the last answer it is scanned', async () => {
    for (let turns = 0; turns < 60; turns += 1) {
      const { checks, settle, picture } = bench();
      void checks.scanned(7, scanOf(['a']));
      await rest();
      settle('a');
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      void checks.scanned(7, scanOf(['a', 'b']));
      await rest();
      settle('b');
      await rest();
      expect(await picture(), `after ${turns} turns`).toBe('a:timeout b:timeout');
    }
  });

  it('and shows what it showed before writes nothing but that it was read', async () => {
    const session = sessionArea();
    const written: string[] = [];
    const { checks, settle, rows } = bench({
      ...session,
      set: (entries) => {
        written.push(...Object.keys(entries));
        return session.set(entries);
      },
    });
    void checks.scanned(7, scanOf(['a', 'b']));
    await rest();
    settle('a');
    settle('b');
    await rest();
    written.length = 0;
    void checks.scanned(7, scanOf(['a', 'b']));
    await rest();
    expect(written).toEqual([]);
    void checks.scanned(7, scanOf(['b', 'a']));
    await rest();
    expect((await rows()).map(({ key, places }) => [key, places])).toEqual([
      ['b', [0]],
      ['a', [1]],
    ]);
  });

  it('is not asked about anew where storage gave its names back in another order', async () => {
    const session = sessionArea();
    const sorted = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(sorted);
      if (typeof value !== 'object' || value === null) return value;
      const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
      return Object.fromEntries(entries.map(([name, each]) => [name, sorted(each)]));
    };
    const asChromeDoes = {
      ...session,
      get: async (keys: readonly string[]) => sorted(await session.get(keys)) as Record<string, unknown>,
    };
    const first = bench(asChromeDoes);
    void first.checks.scanned(7, scanOf(['a']));
    await rest();
    first.settle('a');
    await rest();
    const second = bench(asChromeDoes);
    void second.checks.scanned(7, scanOf(['a']));
    await rest();
    expect(second.asking()).toEqual([]);
  });

  it('asks again where the page claims something else than before', async () => {
    const { checks, settle, asking } = bench();
    void checks.scanned(7, scanOf(['a'], URL_OF_PAGE, 'Associate'));
    await rest();
    settle('a');
    await rest();
    void checks.scanned(7, scanOf(['a'], URL_OF_PAGE, 'Professional'));
    await rest();
    expect(asking()).toEqual(['a', 'a']);
  });

  it('lets no answer to the old claim stand for the new one', async () => {
    const { checks, asked, picture } = bench();
    void checks.scanned(7, scanOf(['a'], URL_OF_PAGE, 'Associate'));
    await rest();
    void checks.scanned(7, scanOf(['a'], URL_OF_PAGE, 'Professional'));
    await rest();
    asked[0]?.settle([item(candidate('a'), { code: 'network-failed' })]);
    await rest();
    expect(await picture()).toBe('a:checking');
  });

  it('starts from nothing at another address in the same tab', async () => {
    const { checks, settle, asking, picture } = bench();
    void checks.scanned(7, scanOf(['a']));
    await rest();
    settle('a');
    await rest();
    void checks.scanned(7, scanOf(['a'], 'https://me.example/other'));
    await rest();
    expect(asking()).toEqual(['a', 'a']);
    expect(await picture()).toBe('a:checking');
  });
});

describe('a page with a text too long to be kept', () => {
  it('keeps the answer to it, whatever a worker that has not read the page asks anew', async () => {
    const first = bench(sessionArea(), isLong);
    void first.checks.scanned(7, longScanOf(['a', 'long']));
    await rest();
    first.settle('a');
    first.settle('long');
    await rest();
    const second = bench(first.session, isLong);
    void second.checks.recheck(7, 'a');
    await rest();
    expect(await second.picture()).toBe('a:checking long:timeout');
    second.settle('a');
    await rest();
    expect(await second.picture()).toBe('a:timeout long:timeout');
    expect(await second.phase()).toBe('done');
  });

  it('lets no answer to it stand for a new one: the page is read once more', async () => {
    const first = bench(sessionArea(), isLong);
    void first.checks.scanned(7, longScanOf(['a', 'long']));
    await rest();
    first.settle('a');
    const of = candidate('long', isLong('long'));
    first.settle('long', [item(of), item(of, undefined, { key: 'long.0', within: 'long' })]);
    await rest();
    const second = bench(first.session, isLong);
    void second.checks.judgeAnew(7);
    await rest();
    second.settle('a');
    await rest();
    expect(await second.picture()).toBe('a:timeout');
    expect(second.readAgain).toEqual([7]);
    void second.checks.scanned(7, longScanOf(['a', 'long']));
    await rest();
    expect(second.asking()).toEqual(['a', 'long']);
  });

  it('is read once more where it was being checked when the worker died', async () => {
    const first = bench(sessionArea(), isLong);
    void first.checks.scanned(7, longScanOf(['a', 'long']));
    await rest();
    first.settle('a');
    await rest();
    const second = bench(first.session, isLong);
    void second.checks.resume(7);
    await rest();
    expect(second.readAgain).toEqual([7]);
  });

  it('has it checked once, however often the page is read', async () => {
    const { checks, settle, asking, picture } = bench(sessionArea(), isLong);
    void checks.scanned(7, longScanOf(['a', 'long']));
    await rest();
    settle('a');
    settle('long');
    await rest();
    void checks.scanned(7, longScanOf(['a', 'long', 'new']));
    await rest();
    expect(asking()).toEqual(['a', 'long', 'new']);
    expect(await picture()).toBe('a:timeout long:timeout new:checking');
  });
});

describe('a worker that died in mid-check', () => {
  it('is followed by one that checks what was open, and only that', async () => {
    const first = bench();
    void first.checks.scanned(7, scanOf(['a', 'b', 'c']));
    await rest();
    first.settle('b');
    await rest();

    const second = bench(first.session);
    void second.checks.resume(7);
    await rest();
    expect(second.asking()).toEqual(['a', 'c']);
    expect(await second.picture()).toBe('a:checking b:timeout c:checking');
    second.settle('a');
    second.settle('c');
    await rest();
    expect(await second.phase()).toBe('done');
  });

  it('leaves no speculative link unasked', async () => {
    const speculative = () => ({ speculative: true });
    const first = bench(sessionArea(), speculative);
    void first.checks.scanned(7, scanOf(['a']));
    await rest();
    const second = bench(first.session, speculative);
    void second.checks.resume(7);
    await rest();
    expect(second.asking()).toEqual(['a']);
  });

  it('had its recheck under way: the successor finishes it', async () => {
    const first = bench();
    void first.checks.scanned(7, scanOf(['a']));
    await rest();
    first.settle('a');
    await rest();
    void first.checks.recheck(7, 'a');
    await rest();
    const second = bench(first.session);
    void second.checks.resume(7);
    await rest();
    expect(second.asking()).toEqual(['a']);
  });

  it('was not dead at all: resuming asks nothing twice', async () => {
    const { checks, asking } = bench();
    void checks.scanned(7, scanOf(['a']));
    await rest();
    void checks.resume(7);
    await rest();
    expect(asking()).toEqual(['a']);
  });
});

describe('a recheck', () => {
  it('of one row asks past every cache, and leaves the others', async () => {
    const { checks, settle, asked, modes, picture } = bench();
    void checks.scanned(7, scanOf(['a', 'b']));
    await rest();
    settle('a');
    settle('b');
    await rest();
    void checks.recheck(7, 'a');
    await rest();
    expect(await picture()).toBe('a:checking b:timeout');
    expect(modes).toEqual(['usual', 'past-caches']);
    expect(asked[2]?.ports.net).toEqual({ mode: 'past-caches' });
  });

  it('of a credential inside another asks for the one that contains it', async () => {
    const { checks, settle, asking } = bench();
    void checks.scanned(7, scanOf(['a']));
    await rest();
    const a = candidate('a');
    settle('a', [item(a), item(a, undefined, { key: 'a.3', within: 'a' })]);
    await rest();
    void checks.recheck(7, 'a.3');
    await rest();
    expect(asking()).toEqual(['a', 'a']);
  });

  it('of a record that the page links twice asks both links, which stay one row until an answer differs', async () => {
    const { checks, settle, asking, rows } = bench();
    const answer = (key: string, id = 'urn:a') => {
      const { report, ...known } = item(candidate(key));
      return [{ ...known, report: { ...report, credential: content({ id }) } }];
    };
    const shown = async () => eachOnce(await rows()).map(({ key, state }) => [key, state]);
    void checks.scanned(7, scanOf(['a', 'b', 'c']));
    await rest();
    settle('a', answer('a'));
    settle('b', answer('b'));
    settle('c', answer('c', 'urn:c'));
    await rest();
    void checks.recheck(7, 'a');
    await rest();
    expect(asking()).toEqual(['a', 'b', 'c', 'a', 'b']);
    expect(await shown()).toEqual([
      ['a', 'checking'],
      ['c', 'checked'],
    ]);
    settle('a', answer('a'));
    await rest();
    expect(await shown()).toEqual([
      ['a', 'checked'],
      ['c', 'checked'],
    ]);
    settle('b', answer('b', 'urn:b'));
    await rest();
    expect((await shown()).map(([key]) => key)).toEqual(['a', 'b', 'c']);
  });

  it('leaves nothing of the earlier requests behind that could bring the old answer back', async () => {
    const { checks, settle, asked } = bench();
    void checks.scanned(7, scanOf(['a']));
    await rest();
    settle('a');
    await rest();
    void checks.recheck(7, 'a');
    await rest();
    settle('a');
    await rest();
    void checks.judgeAnew(7);
    await rest();
    const [, rechecked, judged] = asked.map(({ ports }) => ports.net);
    expect(judged).toBe(rechecked);
  });

  it('lets no answer count that was under way, also where the page was too long to be kept', async () => {
    const { checks, settle, asked, picture } = bench();
    void checks.scanned(7, longScanOf(['a', 'long']));
    await rest();
    settle('long');
    await rest();
    void checks.recheck(7, null);
    await rest();
    asked[0]?.settle([item(candidate('a'), { code: 'network-failed' })]);
    await rest();
    expect(await picture()).toBe('a:checking long:checking');
    settle('a');
    await rest();
    expect(await picture()).toBe('a:timeout long:checking');
  });

  it('of a tab that nobody scanned does nothing', async () => {
    const { checks, asking } = bench();
    await checks.recheck(8, null);
    expect(asking()).toEqual([]);
  });
});

describe('origins', () => {
  const needs = (host: string) =>
    ({ code: 'permission-needed', params: { host, origin: `https://${host}` } }) as const;

  it('that rows wait for are wanted, each once', async () => {
    const { checks, settle, book } = bench();
    void checks.scanned(7, scanOf(['a', 'b', 'c']));
    await rest();
    settle('a', [item(candidate('a'), needs('x.example'))]);
    settle('b', [item(candidate('b'), needs('x.example'))]);
    settle('c', [item(candidate('c'), { code: 'key-unresolvable', cause: needs('keys.example') })]);
    await rest();
    expect((await book.read(7))?.state.wantedOrigins).toEqual([
      'https://x.example/*',
      'https://keys.example/*',
    ]);
  });

  it('that were granted have exactly the rows checked that waited for them', async () => {
    const { checks, settle, asking, book } = bench();
    void checks.scanned(7, scanOf(['a', 'b']));
    await rest();
    settle('a', [item(candidate('a'), needs('x.example'))]);
    settle('b');
    await rest();
    void checks.granted(7);
    await rest();
    expect(asking()).toEqual(['a', 'b', 'a']);
    settle('a');
    await rest();
    expect((await book.read(7))?.state.wantedOrigins).toEqual([]);
  });

  it('that were granted, and are told of twice, have each row checked once', async () => {
    const { checks, settle, asking } = bench();
    void checks.scanned(7, scanOf(['a']));
    await rest();
    settle('a', [item(candidate('a'), needs('x.example'))]);
    await rest();
    void checks.granted(7);
    await rest();
    void checks.granted(7);
    await rest();
    settle('a');
    await rest();
    expect(asking()).toEqual(['a', 'a']);
  });

  it('that were granted count for what is still being checked and met the closed door before', async () => {
    const { checks, settle, asked, picture } = bench();
    void checks.scanned(7, scanOf(['a']));
    await rest();
    void checks.granted(7);
    await rest();
    asked[0]?.settle([item(candidate('a'), needs('x.example'))]);
    await rest();
    expect(await picture()).toBe('a:checking');
    settle('a');
    await rest();
    expect(await picture()).toBe('a:timeout');
  });
});

describe('what may turn out to be nothing', () => {
  it('is looked into again after a grant, though it showed no row that waited', async () => {
    const { checks, settle, picture } = bench(sessionArea(), () => ({ speculative: true }));
    void checks.scanned(7, scanOf(['maybe', 'known']));
    await rest();
    settle('maybe', []);
    settle('known');
    await rest();
    expect(await picture()).toBe('known:timeout');
    void checks.granted(7);
    await rest();
    settle('maybe');
    await rest();
    expect(await picture()).toBe('maybe:timeout known:timeout');
  });
});

describe('a grant that is taken back', () => {
  const contacted = (key: string, host: string) => {
    const of = candidate(key);
    const { report, verdict } = item(of);
    const asked = { url: `https://${host}/record`, at: 0, outcome: '200' };
    return [item(of, undefined, { report: { ...report, contacted: [asked] }, verdict })];
  };

  it('takes back what was learnt from that origin, and nothing else', async () => {
    const { checks, settle, asking, barred, picture } = bench();
    void checks.scanned(7, scanOf(['a', 'b']));
    await rest();
    settle('a', contacted('a', 'x.example'));
    settle('b', contacted('b', 'y.example'));
    await rest();
    barred.add('https://x.example');
    void checks.withdrawn(7);
    await rest();
    expect(asking()).toEqual(['a', 'b', 'a']);
    expect(await picture()).toBe('a:checking b:timeout');
  });

  it('leaves no fetched document behind that could answer in its place, also later', async () => {
    const { checks, settle, asked, barred } = bench();
    void checks.scanned(7, scanOf(['a']));
    await rest();
    settle('a', contacted('a', 'x.example'));
    await rest();
    barred.add('https://x.example');
    void checks.withdrawn(7);
    await rest();
    settle('a');
    await rest();
    void checks.compareHolder(7, { name: 'Ana' });
    await rest();
    const [before, ...since] = asked.map(({ ports }) => ports.net);
    expect(since).toHaveLength(2);
    expect(since).not.toContain(before);
  });

  it('lets no answer count that was under way', async () => {
    const { checks, settle, asked, picture } = bench();
    void checks.scanned(7, scanOf(['a']));
    await rest();
    void checks.withdrawn(7);
    await rest();
    asked[0]?.settle([item(candidate('a'), { code: 'bot-wall' })]);
    await rest();
    expect(await picture()).toBe('a:checking');
    settle('a');
    await rest();
    expect(await picture()).toBe('a:timeout');
  });

  it('lets no answer count that comes at whichever moment of the withdrawal', async () => {
    for (let turns = 0; turns < 60; turns += 1) {
      const { checks, settle, asked, barred, picture } = bench();
      void checks.scanned(7, scanOf(['a', 'b']));
      await rest();
      settle('b', contacted('b', 'y.example'));
      await rest();
      barred.add('https://x.example');
      void checks.withdrawn(7);
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      asked[0]?.settle(contacted('a', 'x.example'));
      await rest();
      expect(await picture(), `after ${turns} turns`).toBe('a:checking b:timeout');
    }
  });

  it('lets no answer count of a picture that was being looked into', async () => {
    const { checks, asked, barred, picture } = bench(sessionArea(), () => ({ speculative: true }));
    void checks.scanned(7, scanOf(['maybe']));
    await rest();
    barred.add('https://x.example');
    void checks.withdrawn(7);
    await rest();
    asked[0]?.settle(contacted('maybe', 'x.example'));
    await rest();
    expect(await picture()).toBe('');
  });

  it('of a tab that nobody read does nothing', async () => {
    const { checks, states } = bench();
    await checks.withdrawn(8);
    expect(states).toEqual([]);
  });
});

describe('a changed list of issuers', () => {
  it('counts also for what was being checked by the list of before', async () => {
    const { checks, settle, asked, picture } = bench();
    void checks.scanned(7, scanOf(['a']));
    await rest();
    void checks.judgeAnew(7);
    await rest();
    asked[0]?.settle([item(candidate('a'), { code: 'network-failed' })]);
    await rest();
    expect(await picture()).toBe('a:checking');
    settle('a');
    await rest();
    expect(await picture()).toBe('a:timeout');
  });

  it('counts at whichever moment of the last answer it comes', async () => {
    for (let turns = 0; turns < 60; turns += 1) {
      const { checks, settle, asked, picture } = bench();
      void checks.scanned(7, scanOf(['a']));
      await rest();
      asked[0]?.settle([item(candidate('a'), { code: 'network-failed' })]);
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      void checks.judgeAnew(7);
      await rest();
      settle('a');
      await rest();
      expect(await picture(), `after ${turns} turns`).toBe('a:timeout');
    }
  });
});

describe('what the reader knows of the person', () => {
  it('is compared on every row and is nowhere in storage', async () => {
    const { checks, settle, asked, session } = bench();
    void checks.scanned(7, scanOf(['a']));
    await rest();
    settle('a');
    await rest();
    void checks.compareHolder(7, { email: 'ana@mail.example' });
    await rest();
    expect(asked[1]?.ports.holder).toEqual({ email: 'ana@mail.example' });
    settle('a');
    await rest();
    expect(JSON.stringify([...session.held])).not.toContain('ana@mail.example');
  });

  it('is missing to a worker that has died since, and the page says so until it is told again', async () => {
    const session = sessionArea();
    const first = bench(session);
    const compared = async () => (await first.book.read(7))?.state.compared ?? false;
    void first.checks.scanned(7, scanOf(['a']));
    await rest();
    expect(await compared()).toBe(false);
    void first.checks.compareHolder(7, { name: 'Ana' });
    await rest();
    first.settle('a');
    await rest();
    expect(await compared()).toBe(true);
    const next = bench(session);
    void next.checks.judgeAnew(7);
    await rest();
    expect(next.asked.at(-1)?.ports.holder).toEqual({});
    expect((await next.book.read(7))?.state.compared).toBeUndefined();
    void next.checks.compareHolder(7, { name: 'Ana' });
    await rest();
    expect(next.asked.at(-1)?.ports.holder).toEqual({ name: 'Ana' });
    expect((await next.book.read(7))?.state.compared).toBe(true);
    // What it found without the name counts no more.
    next.asked[0]?.settle([item(candidate('a'), { code: 'bot-wall' })]);
    await rest();
    expect(await next.picture()).toBe('a:timeout');
  });

  it('is forgotten with the page', async () => {
    const { checks, asked } = bench();
    void checks.scanned(7, scanOf(['a']));
    await rest();
    void checks.compareHolder(7, { name: 'Ana' });
    await rest();
    void checks.scanned(7, scanOf(['a'], 'https://other.example/'));
    await rest();
    expect(asked.at(-1)?.ports.holder).toEqual({});
  });
});

describe('an answer of an earlier reading', () => {
  const DAY = 24 * 60 * 60_000;
  /** The page is read, and once more at that time. Whether it is asked about again. */
  const isAskedAgain = async (later: number, validUntil: DateText | null = null): Promise<boolean> => {
    let now = 1000;
    const { checks, asked, settle } = bench(sessionArea(), undefined, () => now);
    void checks.scanned(7, scanOf(['a']));
    await rest();
    const found = item(candidate('a'));
    const credential = { ...content(), validUntil };
    settle('a', [{ ...found, report: { ...found.report, at: now, credential } }]);
    await rest();
    now = later;
    void checks.scanned(7, scanOf(['a']));
    await rest();
    return asked.length > 1;
  };
  const until = (instant: number): DateText => ({ text: new Date(instant).toISOString(), instant });

  it('stands for a day, in a tab that stays open', async () => {
    expect(await isAskedAgain(DAY)).toBe(false);
    expect(await isAskedAgain(2 * DAY)).toBe(true);
  });

  it('does not stand where the clock has gone back since: nobody knows its age', async () => {
    expect(await isAskedAgain(500)).toBe(true);
  });

  it('does not stand once the credential has come to its end', async () => {
    expect(await isAskedAgain(5_000, until(9_000))).toBe(false);
    expect(await isAskedAgain(5_000, until(3_000))).toBe(true);
    expect(await isAskedAgain(5_000, until(500))).toBe(false);
  });

  it('does not stand once the day is over that the credential ends with', async () => {
    const day: DateText = { text: '1970-01-01', instant: 0 };
    expect(await isAskedAgain(5_000, day)).toBe(false);
    expect(await isAskedAgain(DAY + 500, day)).toBe(true);
  });
});

describe('a page that is left', () => {
  it('is not asked again in the place of the next one, whose scan is about to be written', async () => {
    const { checks, settle, picture } = bench();
    void checks.scanned(7, scanOf(['a']));
    await rest();
    void checks.resume(7);
    void checks.scanned(7, scanOf(['b'], 'https://other.example/'));
    await rest();
    settle('b');
    await rest();
    expect(await picture()).toBe('b:timeout');
  });

  it('takes its state along, and late answers bring nothing back', async () => {
    const { checks, settle, session, states } = bench();
    void checks.scanned(7, scanOf(['a']));
    await rest();
    await checks.leave(7);
    settle('a');
    await rest();
    expect(session.held.size).toBe(0);
    expect(states.at(-1)).toBeNull();
  });

  it('has no late answer noted: the tab shows another page by then', async () => {
    const { checks, settle, noted } = bench();
    void checks.scanned(7, scanOf(['a', 'b']));
    await rest();
    settle('a');
    await rest();
    await checks.leave(7);
    settle('b');
    await rest();
    expect(noted).toEqual([`${URL_OF_PAGE} a`]);
  });

  it('and opened anew waits for its own answers', async () => {
    const { checks, asked, picture } = bench();
    void checks.scanned(7, scanOf(['a']));
    await rest();
    await checks.leave(7);
    void checks.scanned(7, scanOf(['a']));
    await rest();
    asked[0]?.settle([item(candidate('a'), { code: 'network-failed' })]);
    await rest();
    expect(await picture()).toBe('a:checking');
  });

  it('is known by its script’s being gone, and stays while it is there', async () => {
    const { checks, picture } = bench();
    void checks.scanned(7, scanOf(['a']));
    await rest();
    await checks.leaveIfGone(7, async ({ state }) => state.url === URL_OF_PAGE);
    expect(await picture()).toBe('a:checking');
    await checks.leaveIfGone(7, async () => false);
    expect(await picture()).toBe('');
  });

  it('and come back to before it was known to be left has its own answers', async () => {
    const { checks, picture } = bench();
    void checks.scanned(7, scanOf([], 'https://other.example/'));
    await rest();
    const asked: string[] = [];
    await checks.leaveIfGone(7, async ({ state }) => {
      asked.push(state.url);
      // the reader is back while the tab is being asked where it is
      if (asked.length === 1) void checks.scanned(7, scanOf(['a']));
      return state.url === URL_OF_PAGE;
    });
    expect(asked).toEqual(['https://other.example/']);
    expect(await picture()).toBe('a:checking');
  });

  it('and come back to, before anything was read in between, is asked again whether it is there', async () => {
    const { checks, picture } = bench();
    void checks.scanned(7, scanOf(['a']));
    await rest();
    let times = 0;
    await checks.leaveIfGone(7, async () => {
      times += 1;
      if (times === 1) void checks.scanned(7, scanOf(['a']));
      return times > 1;
    });
    expect(times).toBe(2);
    expect(await picture()).toBe('a:checking');
  });

  it('makes room for one that is just being looked into', async () => {
    const { checks, book, phase } = bench();
    await checks.scanned(7, scanOf([]));
    await checks.leaveIfGone(7, async ({ state }) => {
      // a document that no script can live in, and so nobody answers for
      const other = { ...state, url: 'https://other.example/paper.pdf', phase: 'not-readable' as const };
      await book.change(7, () => ({ page: { state: other, source: null }, found: null }));
      return false;
    });
    expect(await phase()).toBe('not-readable');
  });

  it('is not mistaken for the next one, whose scan is still being written', async () => {
    const { checks, picture } = bench();
    await checks.scanned(7, scanOf([], 'https://other.example/'));
    void checks.scanned(7, scanOf(['a']));
    await checks.leaveIfGone(7, async ({ state }) => state.url === URL_OF_PAGE);
    expect(await picture()).toBe('a:checking');
  });

  it('is left though its last word came while the tab was being asked', async () => {
    const { checks, session } = bench();
    void checks.scanned(7, scanOf(['a']));
    await rest();
    let times = 0;
    await checks.leaveIfGone(7, async () => {
      times += 1;
      if (times === 1) void checks.scanned(7, scanOf(['a', 'b']));
      return false;
    });
    expect(session.held.size).toBe(0);
  });

  it('ends nothing in other tabs', async () => {
    const { checks, settle, picture } = bench();
    void checks.scanned(7, scanOf(['a']));
    void checks.scanned(8, scanOf(['b'], 'https://you.example/'));
    await rest();
    await checks.leave(7);
    settle('b');
    await rest();
    expect(await picture(8)).toBe('b:timeout');
  });
});
