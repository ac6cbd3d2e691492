import { describe, expect, it } from 'vitest';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { badgeOf } from '../../src/background/badge.ts';
import type { Row } from '../../src/item.ts';
import { createSay, readMessages } from '../../src/present/say.ts';
import type { PageState } from '../../src/protocol.ts';
import type { Status } from '../../src/verify/report.ts';
import { content } from '../ui/made-up-items.ts';
import { candidate, item } from './bench.ts';

const say = createSay(readMessages(messages, 'en'));
const STANDING: Partial<Record<Status, 'verified' | 'caution' | 'failed'>> = {
  failed: 'failed',
  revoked: 'failed',
  expired: 'caution',
  'holder-mismatch': 'caution',
  'signature-verified': 'verified',
};
const row = (status: Status | 'checking', index: number): Row => {
  const { report, verdict, within, ...subject } = item(candidate(String(index)));
  if (status === 'checking') return { state: 'checking', ...subject };
  const standing = STANDING[status] ?? 'inconclusive';
  return { state: 'checked', ...subject, report, within, verdict: { ...verdict, status, standing } };
};
const state = (
  statuses: readonly (Status | 'checking')[],
  phase: PageState['phase'] = 'done',
): PageState => ({
  tabId: 7,
  url: 'https://me.example/',
  title: '',
  phase,
  startedAt: 0,
  rows: statuses.map(row),
  wantedOrigins: [],
});

describe('the toolbar badge of a page', () => {
  it.each([
    ['nothing where there is no page', null, '', 'count'],
    ['nothing at zero', state([]), '', 'count'],
    ['nothing on a page that cannot be read', state([], 'not-readable'), '', 'count'],
    ['the number of credentials', state(['signature-verified', 'page-only', 'unreachable']), '3', 'count'],
    [
      'the number of problems where there are any',
      state(['signature-verified', 'revoked', 'expired']),
      '2',
      'problem',
    ],
    [
      'no number of credentials while some are open',
      state(['signature-verified', 'checking'], 'checking'),
      '…',
      'busy',
    ],
    ['a problem at once', state(['failed', 'checking'], 'checking'), '1', 'problem'],
    ['that it is reading', state([], 'scanning'), '…', 'busy'],
    [
      'four characters at most',
      state(Array.from({ length: 1200 }, () => 'page-only' as const)),
      '999+',
      'count',
    ],
  ] as const)('shows %s', (_, page, text, tone) => {
    expect(badgeOf(page, say)).toMatchObject({ text, tone });
  });

  it('counts what could not be checked as no problem', () => {
    expect(badgeOf(state(['unreachable', 'not-checked']), say).tone).toBe('count');
  });

  it('says in words what the number leaves out', () => {
    const { title } = badgeOf(state(['signature-verified', 'failed', 'unreachable']), say);
    expect(title).toBe('Touchstone: 3 credentials: 1 confirmed, 1 needs a look, 1 could not be checked');
  });

  it('says in words how many are made out to another name than the page is about', () => {
    const page = state(['signature-verified', 'unreachable']);
    const rows = page.rows.map((each, at) =>
      each.state === 'checked' && at === 0
        ? { ...each, report: { ...each.report, credential: content() } }
        : each,
    );
    const titleFor = (person: string): string => badgeOf({ ...page, rows, person }, say).title;
    const counts = '1 confirmed, 1 could not be checked';
    expect(titleFor('Jon Oda')).toBe(`Touchstone: Jon Oda: ${counts}\n1 is made out to another name`);
    expect(titleFor('Ana Lindqvist')).toBe(`Touchstone: Ana Lindqvist: ${counts}`);
  });

  it('counts a record once that the page links three times', () => {
    const page = state(['signature-verified', 'signature-verified', 'signature-verified', 'unreachable']);
    const rows = page.rows.map((each, at) =>
      each.state === 'checked' && at < 3
        ? { ...each, report: { ...each.report, credential: content() } }
        : each,
    );
    const { text, title } = badgeOf({ ...page, rows }, say);
    expect(text).toBe('2');
    expect(title).toBe('Touchstone: 2 credentials: 1 confirmed, 1 could not be checked');
  });
});
