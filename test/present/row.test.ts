import { describe, expect, it } from 'vitest';
import { groupRows } from '../../src/present/groups.ts';
import { type RowView, rowView } from '../../src/present/row.ts';
import { summaryView } from '../../src/present/summary.ts';
import { problem } from '../../src/problem.ts';
import type { PageClaim } from '../../src/site/sighting.ts';
import { failed, inconclusive, type Outcome, warned } from '../../src/verify/report.ts';
import { achievement, checked, checking, content, ITEMS, item } from '../ui/made-up-items.ts';
import { say } from '../ui/voice.ts';

const CLAIM: PageClaim = {
  title: 'On the page',
  issuer: 'Page Issuer',
  issued: null,
  expires: null,
  credentialId: null,
};
const view = (...given: Parameters<typeof item>): RowView => rowView(checked(item(...given)), say);

describe('the title', () => {
  it('is the record’s, not the page’s, where there is a record', () => {
    const row = view({ key: 'a', verdict: {}, item: { claim: CLAIM } });
    expect([row.title, row.titleFrom]).toEqual(['Cloud Security Professional', 'record']);
  });

  it('is the page’s word where there is no record', () => {
    const row = view({ key: 'a', verdict: {}, credential: null, item: { claim: CLAIM } });
    expect([row.title, row.titleFrom]).toEqual(['On the page', 'page']);
  });

  it('of a human page is the page’s word, too', () => {
    expect(view({ key: 'a', verdict: {}, credential: content({ format: 'page' }) }).titleFrom).toBe('page');
  });

  it.each(['empty-document', 'no-credential-found'] as const)(
    'of a file that holds none (%s) says that it is a file, and calls it no credential',
    (reason) => {
      const verdict = { status: 'not-checked', standing: 'inconclusive', reason } as const;
      expect(view({ key: 'a', verdict, credential: null, item: { link: null } }).title).toBe('File');
    },
  );

  it('of a pasted text without a credential says that it is a text, and of no credential', () => {
    const verdict = { status: 'not-checked', standing: 'inconclusive', reason: 'nothing-to-check' } as const;
    const asked = { kind: 'text', name: null } as const;
    expect(view({ key: 'a', verdict, credential: null, item: { asked, link: null } }).title).toBe('Text');
  });

  it('of a record of several achievements is the record’s own', () => {
    const two = content({ name: 'Transcript', achievements: [achievement(), achievement()] });
    expect(view({ key: 'a', verdict: {}, credential: two }).title).toBe('Transcript');
  });
});

describe('the issuer line claims no more than was established', () => {
  const line = (issuer: Parameters<typeof item>[0]['issuer'], more: object = {}): string =>
    view({ key: 'a', verdict: {}, issuer: { ...issuer }, ...more }).issuer;
  const unlisted = { recognisedBy: [], name: 'Google' };

  it('a listed issuer is named as the list names it', () => {
    expect(line({ name: 'NW Inst.', recognisedBy: [{ source: 'reader', name: 'Northwind' }] })).toBe(
      'Issued by Northwind',
    );
  });

  it('a name that only the credential claims is a name it calls itself', () => {
    expect(line({ ...unlisted, rung: 'bound', domain: null })).toBe('Named as Google');
    expect(line({ ...unlisted, rung: 'integrity', domain: 'google.com' })).toBe('Named as Google');
    expect(line({ ...unlisted, rung: 'none' })).toBe('Named as Google');
  });

  it('a domain that was established is shown before the name', () => {
    expect(line({ ...unlisted, rung: 'domain', domain: 'badges.example' })).toBe('Google, at badges.example');
  });

  it('where it came from is in sight, however long a name is and whatever that says', () => {
    const name = `Northwind Institute, at northwind.example, ${'one of the oldest of its kind, '.repeat(20)}`;
    const cut = 'Northwind Institute, at northwind.example, one of the oldest of its kind, one of…';
    expect(line({ ...unlisted, name, rung: 'domain', domain: 'badges.example' })).toBe(
      `${cut}, at badges.example`,
    );
    expect(line({ ...unlisted, name, rung: 'domain', answeredBy: 'Badgr' })).toBe(`${cut}, on Badgr`);
  });

  it('a platform that answered is named, with the issuer that it vouches for', () => {
    expect(
      line({
        name: 'AWS',
        answeredBy: 'Credly',
        recognisedBy: [{ source: 'Credly', name: 'Amazon Web Services' }],
      }),
    ).toBe('Amazon Web Services, on Credly');
  });

  it('a platform on which anybody can open an issuer vouches for no name', () => {
    expect(line({ ...unlisted, rung: 'domain', answeredBy: 'Badgr' })).toBe('Google, on Badgr');
  });

  it('without a record it is the page that names the issuer', () => {
    expect(line({}, { credential: null, item: { claim: CLAIM } })).toBe('The page names Page Issuer');
    expect(line({}, { credential: content({ format: 'page' }) })).toBe('The page names Northwind Institute');
  });
});

describe('the headline', () => {
  const headline = (...given: Parameters<typeof item>) => view(...given).verdict;

  it('gives the reason with its values', () => {
    const timeout = problem('timeout', { params: { host: 'slow.example' } });
    const row = headline({
      key: 'a',
      verdict: { status: 'unreachable', standing: 'inconclusive', reason: 'timeout' },
      outcomes: { proof: inconclusive(timeout) },
    });
    expect(row?.reason).toMatch(/^slow\.example did not answer/);
  });

  it('finds the reason behind another problem', () => {
    const cause = problem('permission-needed', { params: { host: 'keys.example' } });
    const row = headline({
      key: 'a',
      verdict: { status: 'not-checked', standing: 'inconclusive', reason: 'permission-needed' },
      outcomes: { proof: inconclusive(problem('key-unresolvable', { cause })) },
    });
    expect(row?.reason).toContain('keys.example');
  });

  it('of a suspended credential never reads revoked, nor one that is not yet valid expired', () => {
    const suspended = headline({
      key: 'a',
      verdict: { status: 'revoked', standing: 'caution', reason: 'suspended', also: ['suspended'] },
      outcomes: { revocation: failed(problem('suspended')) },
    });
    expect(suspended).toMatchObject({ status: 'revoked', statusWord: say('status_suspended'), also: [] });
    const early = headline({
      key: 'a',
      verdict: { status: 'expired', standing: 'caution', reason: 'not-yet-valid', also: ['not-yet-valid'] },
    });
    expect(early).toMatchObject({ status: 'expired', statusWord: say('status_not_yet_valid'), also: [] });
  });

  it('of a record that lacks only its form accuses nobody, and of any other that failed says so', () => {
    const row = (conformance: Outcome) =>
      headline({
        key: 'a',
        verdict: { status: 'failed', standing: 'caution', reason: 'member-missing' },
        outcomes: { conformance },
      });
    const missing = problem('member-missing', { params: { member: 'id' } });
    expect(row(failed(missing))?.statusWord).toBe(say('status_not_in_form'));
    const contradicting = { ...failed(missing), others: [problem('claims-contradict')] };
    expect(row(contradicting)?.statusWord).toBe(say('status_failed'));
  });

  it('keeps the other facts visible', () => {
    const row = headline({
      key: 'a',
      verdict: { status: 'revoked', standing: 'failed', reason: 'revoked', also: ['revoked', 'expired'] },
    });
    expect(row?.also).toEqual([{ fact: 'expired', word: 'Also expired' }]);
  });

  it('of a good credential that is not recognised says why to ask', () => {
    const doubt = { 'issuer-trust': warned(problem('issuer-unknown')) };
    expect(headline({ key: 'a', verdict: { standing: 'caution' }, outcomes: doubt })?.reason).toBe(
      say('problem_issuer_unknown'),
    );
    expect(headline({ key: 'a', verdict: {} })?.reason).toBeNull();
  });

  it('says of the holder only what was compared', () => {
    expect(headline({ key: 'a', verdict: {} })?.holder).toBeNull();
    expect(headline({ key: 'a', verdict: {}, holder: 'name-differs' })?.holder).toBe('Name differs');
  });
});

describe('a row that is being checked', () => {
  it('has no verdict, whatever the page says', () => {
    const row = rowView(checking(item({ key: 'a', verdict: {}, item: { claim: CLAIM } })), say);
    expect(row).toMatchObject({
      verdict: null,
      title: 'On the page',
      titleFrom: 'page',
      issuer: 'The page names Page Issuer',
    });
  });
});

describe('the summary', () => {
  const rows = ITEMS.map((each) => rowView(checked(each), say));

  it('counts every row once', () => {
    expect(summaryView(rows, say).sentence).toBe(
      '12 credentials: 2 confirmed, 1 from an issuer not known to us, 5 need a look, 3 could not be checked, 1 waiting for your OK',
    );
  });

  it('never counts a row without a verdict as anything but being checked', () => {
    const half = [...rows.slice(0, 1), rowView(checking(ITEMS[1] as never), say)];
    expect(summaryView(half, say)).toMatchObject({
      sentence: '2 credentials: 1 confirmed, 1 still being checked',
      checked: 1,
      total: 2,
    });
  });

  it('counts a person’s list as a list, and what is no credential as nothing', () => {
    const [row] = rows;
    const verdict = row?.verdict ?? expect.fail('no verdict');
    const of = (code: string | null) => ({
      verdict: { ...verdict, standing: 'inconclusive' as const, code },
    });
    const [list, none, one] = [of('collection-not-single'), of('nothing-to-check'), of(null)];
    expect(summaryView([one, list, list], say).head).toBe('1 credential, 2 lists of credentials');
    expect(summaryView([list], say).head).toBe('1 list of credentials');
    expect(summaryView([one, none], say).head).toBe('1 credential');
    expect(summaryView([none], say).head).toBe('No credentials found');
    expect(summaryView([none, none], say)).toMatchObject({
      sentence: 'No credentials found',
      parts: [],
      total: 2,
      checked: 2,
    });
    expect(summaryView([one, none], say).sentence).toBe('1 credential: 1 could not be checked');
  });

  it('counts what waits for a click apart from what waits for access to a site', () => {
    const of = (code: string) => ({ verdict: { standing: 'inconclusive' as const, code } });
    const left = of('left-for-request');
    expect(summaryView([of('permission-needed'), left, left], say).sentence).toBe(
      '3 credentials: 1 waiting for your OK, 2 not checked yet',
    );
  });

  it('of an empty page says so', () => {
    expect(summaryView([], say)).toMatchObject({ sentence: 'No credentials found', parts: [] });
  });
});

describe('the groups', () => {
  const row = (
    key: string,
    standing: NonNullable<RowView['verdict']>['standing'],
    {
      within = null,
      asked = null,
      code = null,
    }: Partial<Record<'within' | 'asked' | 'code', string | null>> = {},
  ) => ({ key, within, asked, verdict: { standing, code } });
  const shown = (rows: readonly ReturnType<typeof row>[]): string =>
    groupRows(rows)
      .map(({ id, rows: own }) => `${id}: ${own.map(({ key }) => key).join(' ')}`)
      .join(' | ');

  it('put first what needs a look, what failed before what raises a question, page order within', () => {
    expect(
      shown([
        row('a', 'verified'),
        row('u', 'unrecognised'),
        row('b', 'inconclusive'),
        row('d', 'caution'),
        row('c', 'failed'),
        row('e', 'failed'),
      ]),
    ).toBe('look: c e d | confirmed: a | unknown: u | unchecked: b');
  });

  it('never call what waits for the reader something that could not be checked, and tell a click from a grant', () => {
    const left = row('a', 'inconclusive', { code: 'left-for-request' });
    const locked = row('c', 'inconclusive', { code: 'permission-needed' });
    expect(shown([left, row('b', 'inconclusive'), locked])).toBe('unchecked: b | waiting: c | left: a');
  });

  it('put on top what the reader asked about, with what is inside it, whatever their verdicts', () => {
    expect(
      shown([
        row('a', 'failed'),
        row('q', 'verified', { asked: 'A file' }),
        row('q/0', 'failed', { within: 'q' }),
      ]),
    ).toBe('asked: q q/0 | look: a');
  });

  it('lose no row whose container is not there or that contains itself', () => {
    expect(shown([row('a', 'verified', { within: 'gone' }), row('b', 'verified', { within: 'b' })])).toBe(
      'confirmed: a b',
    );
  });

  it('of a long list stand open but for those that ask for nothing', () => {
    const many = Array.from({ length: 9 }, (_, n) => row(`k${n}`, n % 2 === 0 ? 'verified' : 'inconclusive'));
    expect(groupRows(many).map(({ id, isOpen }) => [id, isOpen])).toEqual([
      ['confirmed', true],
      ['unchecked', false],
    ]);
    expect(groupRows(many.slice(0, 8)).every(({ isOpen }) => isOpen)).toBe(true);
    expect(groupRows([...many, row('f', 'failed')]).map(({ id, isOpen }) => [id, isOpen])).toEqual([
      ['look', true],
      ['confirmed', false],
      ['unchecked', false],
    ]);
  });
});

describe('the end of a row that has expired', () => {
  it.each([
    ['long ago, is a day', '2024-06-30T23:59:59Z', /^It was valid until Jun 30, 2024\.$/],
    ['just now, has its time', '2026-11-23T08:00:00Z', /^It was valid until Nov 23, 2026, 0?8:00\sAM UTC\.$/],
  ])('%s', (_when, date, words) => {
    const expired = item({
      key: 'a',
      verdict: { status: 'expired', standing: 'caution', reason: 'expired' },
      outcomes: { 'validity-period': warned(problem('expired', { params: { date } })) },
    });
    expect(rowView(checked(expired), say).verdict?.reason).toMatch(words);
  });
});
