import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Sink, WriteTrouble } from '../../../src/cli/batch/batch-world.ts';
import type { Transport } from '../../../src/net/transport.ts';
import { succeed } from '../../../src/result.ts';
import { createJwtIssuer } from '../../build/jwt-issuer.ts';
import { type Machine, NOW, run } from '../machine.ts';

const issuer = await createJwtIssuer();
const good = await issuer.badge();
const lapsed = await issuer.badge({ validUntil: '2026-02-01T00:00:00Z' });
const forged = `${good.slice(0, -8)}AAAAAAAA`;

const batch = async (lines: readonly string[], machine: Machine = {}, more: readonly string[] = []) => {
  const input = machine.input ?? lines.map((line) => `${line}\n`).join('');
  const told = await run(['verify', '--batch', '-', '--jsonl', '--at', NOW, ...more], { ...machine, input });
  return { ...told, outcomes: outcomesIn(told.out) };
};
const outcomesIn = (text: string) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .sort((one, other) => one.n - other.n);
const brief = (outcomes: ReturnType<typeof outcomesIn>) =>
  outcomes.map(({ n, status, reason }) => [n, status, reason]);

describe('verify --batch', () => {
  it('gives each record one outcome, whatever form it comes in', async () => {
    const lines = [good, JSON.stringify(good), JSON.stringify([good]), 'a.json', '"a.json"', forged];
    const told = await batch(lines, { files: { 'a.json': good } });
    expect(brief(told.outcomes)).toEqual([
      [1, 'signature-verified', 'issuer-unknown'],
      [2, 'signature-verified', 'issuer-unknown'],
      [3, 'signature-verified', 'issuer-unknown'],
      [4, 'signature-verified', 'issuer-unknown'],
      [5, 'signature-verified', 'issuer-unknown'],
      [6, 'failed', 'signature-invalid'],
    ]);
    expect(told.exit).toBe(1);
  });

  it('asks for links, through one net for all threads', async () => {
    const asked: string[] = [];
    const transport: Transport = {
      hops: 'visible',
      get: async ({ url }) => {
        asked.push(url);
        const headers = new Headers({ 'content-type': 'application/jwt' });
        return succeed({ url, status: 200, headers, body: new Blob([good]).stream() });
      },
    };
    const link = 'https://badges.example.org/a.jwt';
    const told = await batch([link, JSON.stringify(link), `${link}#2`], { transport }, ['--workers', '3']);
    expect(brief(told.outcomes).map(([, status]) => status)).toEqual(Array(3).fill('signature-verified'));
    expect(asked).toEqual([link]);
  });

  it('says what the matter is with a line that is no record, and goes on', async () => {
    const told = await batch(['{"a":', 'gone.json', '"', '17', '', '  ', good]);
    expect(brief(told.outcomes)).toEqual([
      [1, 'failed', 'json-malformed'],
      [2, 'not-checked', 'file-unreadable'],
      [3, 'not-checked', 'file-unreadable'],
      [4, 'not-checked', 'file-unreadable'],
      [7, 'signature-verified', 'issuer-unknown'],
    ]);
  });

  it('takes a row of a table for no broken credential, also where its cells are in quotation marks', async () => {
    const told = await batch([
      '"https://badges.example.org/1","Ann"',
      '"name";"badge"',
      'https://badges.example.org/1\tAnn',
      'https://badges.example.org/1\rhttps://badges.example.org/2',
    ]);
    expect(brief(told.outcomes)).toEqual([1, 2, 3, 4].map((n) => [n, 'not-checked', 'file-unreadable']));
    expect(told.outcomes.map(({ items }) => items[0].contacted)).toEqual([[], [], [], []]);
  });

  it('accuses nobody of a line that is no UTF-8 and no credential', async () => {
    const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const input = Buffer.concat([latin('M\u00fcller.json\n{"name": "M\u00fcller"}\n'), latin(`${good}\n`)]);
    const told = await run(['verify', '--batch', 'in', '--at', NOW], { files: { in: input } });
    expect(brief(outcomesIn(told.out))).toEqual([
      [1, 'not-checked', 'file-unreadable'],
      [2, 'failed', 'text-not-unicode'],
      [3, 'signature-verified', 'issuer-unknown'],
    ]);
  });

  it('does not begin with an input in UTF-16, as PowerShell writes it', async () => {
    const input = Buffer.from(`\ufeff${good}\r\n`, 'utf16le');
    const told = await run(['verify', '--batch', 'in'], { files: { in: input } });
    expect(told).toMatchObject({ exit: 64, out: '', err: expect.stringContaining('the input is UTF-16') });
  });

  it('puts the worst of several credentials in a record first, so that no good one hides it', async () => {
    const { outcomes, exit } = await batch([JSON.stringify([good, forged, lapsed])]);
    expect(outcomes).toMatchObject([{ status: 'failed', reason: 'signature-invalid' }]);
    expect(outcomes[0].items.map((item: { status: string }) => item.status)).toEqual([
      'signature-verified',
      'failed',
      'expired',
    ]);
    expect(exit).toBe(1);
  });

  it('puts, of several good ones, that of the worst standing first, so that no known issuer hides a stranger', async () => {
    const known = await createJwtIssuer();
    const trusted = await known.badge();
    const files = { 'trust.json': JSON.stringify([{ id: known.did, name: 'Example' }]) };
    for (const both of [
      [trusted, good],
      [good, trusted],
    ]) {
      const { outcomes } = await batch([JSON.stringify(both)], { files }, ['--trust', 'trust.json']);
      expect(outcomes[0].items.map(({ standing }: { standing: string }) => standing)).toContain('verified');
      expect(outcomes).toMatchObject([{ standing: 'unrecognised', reason: 'issuer-unknown' }]);
    }
  });

  it('reads what its options name once for all threads, since a pipe gives its bytes once', async () => {
    const pipes = { '/dev/fd/63': JSON.stringify([{ id: issuer.did, name: 'Example' }]) };
    const told = await batch([good, good, good], { pipes }, ['--trust', '/dev/fd/63', '--workers', '3']);
    expect(told.outcomes.map(({ standing }) => standing)).toEqual(['verified', 'verified', 'verified']);
  });

  it('says of each outcome as of when it was judged, since a run may be gone on with later', async () => {
    expect((await batch([good])).outcomes).toMatchObject([{ at: NOW }]);
  });

  it('gives the same items as the command does for that record alone', async () => {
    const alone = await run(['verify', 'a.jwt', '--json', '--at', NOW], { files: { 'a.jwt': good } });
    const { outcomes } = await batch([good]);
    expect(outcomes[0].items).toEqual(JSON.parse(alone.out).items);
  });

  it('holds a line of any length without keeping it', async () => {
    const input = `${'x'.repeat(17 * 1024 * 1024)}\n${good}`;
    const told = await run(['verify', '--batch', 'in', '--at', NOW], { files: { in: input } });
    expect(brief(outcomesIn(told.out))).toEqual([
      [1, 'not-checked', 'json-too-large'],
      [2, 'signature-verified', 'issuer-unknown'],
    ]);
    expect(told.out.length).toBeLessThan(100_000);
    expect(outcomesIn(told.out)[0].input).toBe(`${'x'.repeat(160)}…`);
  });

  it('does not read a file that is larger than any record', async () => {
    const read: string[] = [];
    const files = { 'large.json': new Uint8Array(17 * 1024 * 1024), 'a.json': good };
    const told = await batch(['large.json', 'a.json'], { files, onRead: (path) => read.push(path) });
    expect(brief(told.outcomes)).toEqual([
      [1, 'not-checked', 'json-too-large'],
      [2, 'signature-verified', 'issuer-unknown'],
    ]);
    expect(read).toEqual(['a.json']);
  });

  it('shows of a record only its beginning', async () => {
    const { outcomes } = await batch([`${'ä'.repeat(300)}.json`]);
    expect(outcomes[0].input).toBe(`${'ä'.repeat(80)}…`);
  });

  it('of nothing at all is 2', async () => {
    expect(await batch([], { input: '\n' })).toMatchObject({
      exit: 2,
      out: '',
      err: 'touchstone: no record was checked\n',
    });
  });
});

describe('outcomes that cannot be written', () => {
  const lines = [good, good, good, good];
  const writing = (trouble: WriteTrouble, first: readonly string[] = lines) => {
    let room = 1;
    const output: Sink = {
      async write() {
        room -= 1;
        return room < 0 ? trouble : null;
      },
    };
    return batch(first, { output });
  };

  it('are no success where the reader has gone, and nobody is told', async () => {
    expect(await writing({ kind: 'closed' })).toMatchObject({ exit: 2, err: '' });
    expect(await writing({ kind: 'closed' }, [forged, ...lines])).toMatchObject({ exit: 1, err: '' });
  });

  it('are 70 where the disk is full, and the reason is told', async () => {
    const told = await writing({ kind: 'failed', why: 'the disk is full' });
    expect(told).toMatchObject({ exit: 70 });
    expect(told.err).toMatch(/^touchstone: 1 record: .*\ntouchstone: the disk is full\n$/);
  });
});

describe('--resume', () => {
  const lines = [good, forged, good, good];
  const resumed = async (file: string | undefined) => {
    const files: Machine['files'] = file === undefined ? {} : { 'out.jsonl': file };
    const told = await batch(lines, { files }, ['--resume', 'out.jsonl']);
    return { ...told, file: told.written['out.jsonl'] ?? file ?? '' };
  };

  it('writes into the file, and nowhere else', async () => {
    const { out, file, exit } = await resumed(undefined);
    expect([out, exit, outcomesIn(file).map(({ n }) => n)]).toEqual(['', 1, [1, 2, 3, 4]]);
  });

  it('leaves out what is there already, and counts it', async () => {
    const whole = (await resumed(undefined)).file;
    const [first = '', second = ''] = outcomesIn(whole).map((each) => `${JSON.stringify(each)}\n`);
    const { file, exit, err } = await resumed(second + first);
    expect(file.startsWith(second + first)).toBe(true);
    expect(outcomesIn(file).map(({ n }) => n)).toEqual([1, 2, 3, 4]);
    expect(exit).toBe(1);
    expect(err).toContain('2 records');
    expect(err).toContain('2 had an outcome already');
  });

  it('writes a torn last line anew, wherever it was torn', async () => {
    const whole = (await resumed(undefined)).file;
    const last = whole.lastIndexOf('\n', whole.length - 2) + 1;
    for (const cut of [last + 1, last + 9, whole.length - 1]) {
      const { file } = await resumed(whole.slice(0, cut));
      expect(outcomesIn(file).map(({ n }) => n)).toEqual([1, 2, 3, 4]);
    }
  });

  it('does not go on with the outcomes of another input', async () => {
    const whole = (await resumed(undefined)).file;
    const told = await batch(['other.json', ...lines], { files: { 'out.jsonl': whole } }, [
      '--resume',
      'out.jsonl',
    ]);
    expect(told.exit).toBe(64);
    expect(told.err).toContain('line 1 of the input is not the one that out.jsonl has an outcome for');
    expect(outcomesIn(told.written['out.jsonl'] ?? whole)).toEqual(outcomesIn(whole));
  });

  it.each([
    ['--at', ['--at', '2026-11-24']],
    ['--email', ['--email', 'ann@example.org']],
    ['--name', ['--name', 'Ann Example']],
    ['--trust', ['--trust', 'trust.json']],
    ['--documents', ['--documents', 'documents.json']],
  ])('does not mix in one file what was asked with another %s', async (_, more) => {
    const resume = async (options: readonly string[], files: Machine['files']) =>
      run(['verify', '--batch', '-', '--resume', 'out.jsonl', ...options], {
        input: `${good}\n${forged}\n`,
        files: {
          'trust.json': '[{"id": "https://university.example/", "name": "Example University"}]',
          'documents.json': '{}',
          ...files,
        },
      });
    const plain = await resume([], {});
    const asked = await resume(more, {});
    for (const [options, { written }] of [
      [more, plain],
      [[], asked],
    ] as const)
      expect(await resume(options, written)).toMatchObject({
        exit: 64,
        written: {},
        err: expect.stringContaining('out.jsonl was written with another --at,'),
      });
    expect(await resume(more, asked.written)).toMatchObject({
      exit: 1,
      err: expect.stringContaining('2 had an outcome already'),
    });
  });

  it('tells one list of issuers from another by what it says, and not by its path', async () => {
    const list = '[{"id": "https://university.example/", "name": "Example University"}]';
    const resume = (path: string, files: Machine['files']) =>
      batch([good], { files }, ['--resume', 'out.jsonl', '--trust', path]);
    const { written } = await resume('one.json', { 'one.json': list });
    expect(await resume('two.json', { ...written, 'two.json': list })).toMatchObject({ exit: 0 });
    expect(await resume('one.json', { ...written, 'one.json': '[]' })).toMatchObject({ exit: 64 });
  });

  it('knows a line by all of it, since credentials of one issuer begin alike', async () => {
    const alike = (name: string) => JSON.stringify({ '@context': 'x'.repeat(200), name });
    const { out } = await batch([alike('Ann')]);
    expect(outcomesIn(out)[0].digest).toBe(createHash('sha256').update(alike('Ann')).digest('hex'));
    const files = { 'out.jsonl': out };
    const told = await batch([alike('Bob')], { files }, ['--resume', 'out.jsonl']);
    expect(told.exit).toBe(64);
    expect((await batch([alike('Ann')], { files }, ['--resume', 'out.jsonl'])).exit).toBe(2);
  });

  it('knows a line also where somebody looked for another one whose digest begins alike', async () => {
    const seen = new Map<string, number>();
    const pathOf = (at: number) => `${at}.json`;
    const beginningOf = (at: number) => createHash('sha256').update(pathOf(at)).digest('hex').slice(0, 8);
    let at = 0;
    for (; !seen.has(beginningOf(at)); at += 1) seen.set(beginningOf(at), at);
    const [before, after] = [pathOf(seen.get(beginningOf(at)) ?? 0), pathOf(at)];
    const { out } = await batch([before], { files: { [before]: good } });
    expect(outcomesIn(out)[0].status).toBe('signature-verified');
    const files = { 'out.jsonl': out, [after]: forged };
    expect((await batch([after], { files }, ['--resume', 'out.jsonl'])).exit).toBe(64);
  });

  it('counts the worst of several outcomes of one line', async () => {
    const whole = (await resumed(undefined)).file;
    const [first] = outcomesIn(whole);
    const { exit } = await batch(
      [good],
      {
        files: {
          'out.jsonl': `${JSON.stringify(first)}\n${JSON.stringify({ ...first, status: 'revoked' })}\n`,
        },
      },
      ['--resume', 'out.jsonl'],
    );
    expect(exit).toBe(1);
  });

  it('goes on after an outcome that is longer than a record may be', async () => {
    const [first, ...more] = outcomesIn((await resumed(undefined)).file);
    const long = JSON.stringify({ ...first, items: ['x'.repeat(17 * 1024 * 1024)] });
    const file = [long, ...more.map((each) => JSON.stringify(each))].map((line) => `${line}\n`).join('');
    const told = await resumed(file);
    expect(told.err).toContain('no record was checked; 4 had an outcome already');
    expect(told.file).toBe(file);
  });

  it.each([
    ['lines of another kind', 'Dear diary,\nnothing happened.\n'],
    ['one line that does not end', 'https://badges.example.org/1'],
    ['a credential', JSON.stringify({ '@context': [], type: 'VerifiableCredential' })],
  ])('does not touch a file that holds anything else: %s', async (_, file) => {
    const told = await resumed(file);
    expect(told).toMatchObject({ exit: 64, file });
    expect(told.err).toContain('line 1 of out.jsonl');
  });

  it('does not go on with an input that has lost lines', async () => {
    const whole = (await resumed(undefined)).file;
    for (const fewer of [[], lines.slice(0, -1), [good, forged, '', good]]) {
      const told = await batch(fewer, { files: { 'out.jsonl': whole } }, ['--resume', 'out.jsonl']);
      expect(told).toMatchObject({ exit: 64, err: expect.stringContaining('more lines than the input has') });
    }
    const more = await batch([...lines, good], { files: { 'out.jsonl': whole } }, ['--resume', 'out.jsonl']);
    expect([more.exit, outcomesIn(more.written['out.jsonl'] ?? '').length]).toEqual([1, 5]);
  });
});

describe('usage of --batch', () => {
  it.each([
    [['verify', '--batch', 'in', 'a.json'], '--batch: takes one input, and no a.json'],
    [['inspect', '--batch', 'in'], '--batch: goes with verify only'],
    [['verify', '--batch', 'in', '--json'], 'and no --json'],
    [['verify', '--batch', 'in', '--report', 'r.csv'], 'and no --report'],
    [['verify', '--batch', 'gone'], '--batch: cannot read gone'],
    [['verify', '--batch', 'in', '--workers', '0'], '--workers'],
    [['verify', '--batch', 'in', '--resume', '/nowhere/out'], '--resume: cannot read and write'],
    [['verify', '--batch', 'in', '--trust', 'gone'], '--trust: cannot read'],
    [['verify', 'a.json', '--resume', 'out'], '--resume: goes with --batch only'],
  ])('%j is 64 and says why', async (argv, why) => {
    expect(await run(argv, { files: { in: good, 'a.json': good } })).toMatchObject({
      exit: 64,
      out: '',
      err: expect.stringContaining(why),
    });
  });
});
