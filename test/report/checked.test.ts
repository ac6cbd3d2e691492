import { describe, expect, it } from 'vitest';
import type { Item } from '../../src/item.ts';
import { problem } from '../../src/problem.ts';
import { type CheckedEntry, entryAfter, isListed, toCheckedCsv } from '../../src/report/checked.ts';
import { judge } from '../../src/verify/judge.ts';
import { warned } from '../../src/verify/report.ts';
import { ITEMS, NOW } from '../ui/made-up-items.ts';
import { VOICE } from '../ui/voice.ts';

const PAGE = { url: 'https://me.example/in/ann?token=s3cret#top', title: 'Ann Ode' };
const [first] = ITEMS;
if (!first) throw new Error('no item');
const found = (status: Item['verdict']['status'], reason: Item['verdict']['reason'] = null): Item => ({
  ...first,
  verdict: { ...first.verdict, status, reason },
});
/** The entry after these visits, a day apart. */
const entryOf = (...visits: readonly Item[]): CheckedEntry =>
  visits.reduce<CheckedEntry | null>(
    (old, item, day) => entryAfter(old, item, { page: PAGE, voice: VOICE, now: day }),
    null,
  ) as CheckedEntry;

describe('an entry of the list of what was checked', () => {
  it('keeps neither the query nor the fragment of the page’s address', () => {
    expect(entryOf(found('revoked')).address).toBe('https://me.example/in/ann');
  });

  it('remembers what it was before it became something else, and when it was last seen so', () => {
    const entry = entryOf(found('signature-verified'), found('signature-verified'), found('revoked'));
    expect(entry).toMatchObject({
      status: 'revoked',
      at: 2,
      before: { outcome: 'signature-verified', at: 1 },
    });
  });

  it('does not take an unreachable server for a change, nor forgets over it what was known', () => {
    const between = entryOf(found('issuer-confirmed'), found('unreachable', 'timeout'));
    expect([between.status, between.before]).toEqual(['unreachable', null]);
    const entry = entryOf(found('issuer-confirmed'), found('unreachable', 'timeout'), found('revoked'));
    expect(entry.before).toEqual({ outcome: 'issuer-confirmed', at: 0 });
  });

  it('tells a badge of an issuer that nobody knows from one of a known issuer', () => {
    const unknown = ITEMS.find(({ verdict }) => verdict.standing === 'unrecognised');
    if (!unknown) throw new Error('no item');
    expect(entryOf(unknown)).toMatchObject({ status: 'signature-verified', standing: 'unrecognised' });
    expect(entryOf(found('signature-verified')).standing).toBe('verified');
  });

  it('keeps nothing of what the reader’s own comparison made doubtful', () => {
    const holder = warned(problem('holder-name-differs', { params: { name: 'Bo Ek' } }));
    const report = { ...first.report, outcomes: { ...first.report.outcomes, holder } };
    const doubted = { ...first, report, verdict: judge(report) };
    expect(doubted.verdict.standing).toBe('caution');
    expect(entryOf(doubted)).toMatchObject({ status: doubted.verdict.status, standing: 'verified' });
  });

  it('takes one way of confirming for another for no change', () => {
    expect(entryOf(found('issuer-confirmed'), found('signature-verified')).before).toBeNull();
  });

  it('tells suspended from revoked', () => {
    const entry = entryOf(found('revoked', 'suspended'), found('revoked', 'revoked'));
    expect(entry.before?.outcome).toBe('suspended');
  });

  it('says of a record that lacks only the form of its standard just that, and accuses nobody', () => {
    const conformance = { state: 'failed', problem: problem('member-missing') } as const;
    const failed = found('failed', 'member-missing');
    const lacking: Item = {
      ...failed,
      verdict: { ...failed.verdict, standing: 'caution' },
      report: { ...failed.report, outcomes: { ...failed.report.outcomes, conformance } },
    };
    expect(entryOf(lacking).settled?.outcome).toBe('not-in-form');
    expect(entryOf(found('failed', 'signature-invalid')).settled?.outcome).toBe('failed');
  });

  it('cuts what a stranger wrote', () => {
    const long = { ...first, report: { ...first.report, credential: null }, claim: null, link: null };
    const titled = { ...long, asked: { kind: 'file', name: 'x'.repeat(9_999) } } as Item;
    expect(entryOf(titled).title.length).toBeLessThanOrEqual(201);
  });

  it('gives in the file of what a stranger wrote only what can be seen', () => {
    const asked = { kind: 'file', name: 'badge\u202egnp.exe\u001b[31m' } as const;
    const unread = {
      ...first,
      report: { ...first.report, credential: null },
      claim: null,
      link: null,
      asked,
    };
    const page = { ...PAGE, title: 'Ann\u202e\u200b Ode' };
    const entry = entryAfter(null, unread, { page, voice: VOICE, now: NOW });
    expect(toCheckedCsv([entry])).toMatch(/"badgegnp.exe \[31m","[^"]*","Ann Ode"/);
  });
});

describe('what goes on the list', () => {
  it.each([
    ['a credential that was looked at', found('revoked'), true],
    ['one that could not be reached', found('unreachable', 'timeout'), true],
    ['one that waits for the reader’s OK', found('not-checked', 'permission-needed'), false],
    ['one that was left for request', found('not-checked', 'left-for-request'), false],
    ['what is no credential', found('not-checked', 'nothing-to-check'), false],
    ['a list of credentials', found('not-checked', 'list-of-credentials'), false],
    ['what only differs from what the reader typed', found('holder-mismatch', 'holder-mismatch'), false],
  ])('%s: %#', (_, item, listed) => {
    expect(isListed(item)).toBe(listed);
  });
});

describe('the list as a file', () => {
  it('calls what is only suspended by its own name, as the table on the screen does', () => {
    const visits = [found('revoked', 'revoked'), found('revoked', 'suspended')];
    expect(toCheckedCsv([entryOf(...visits)])).toMatch(
      /"suspended","[a-z]+","1970-01-01T00:00:00.001Z","revoked"/,
    );
  });

  it('has a line an entry, and runs no formula that a page’s title may be', () => {
    const entry = {
      ...entryOf(found('signature-verified'), found('revoked')),
      page: '=HYPERLINK("x")',
      at: NOW,
    };
    const [heading, line, ...more] = toCheckedCsv([entry]).trim().split('\r\n');
    expect(heading).toBe(
      '\ufeff"credential","issuer","page","address","status","standing","checked","earlier status","earlier checked"'.trim(),
    );
    expect(line).toContain(`"'=HYPERLINK(""x"")"`);
    expect(line).toContain('"revoked","verified","2026-11-23T09:41:07.000Z","signature-verified"');
    expect(more).toEqual([]);
  });
});
