import { expect, it } from 'vitest';
import type { ProblemCode } from '../../src/problem.ts';
import { problem } from '../../src/problem.ts';
import { NO_CLAIM } from '../../src/site/sighting.ts';
import { judge } from '../../src/verify/judge.ts';
import { pageOnlyReport, unresolvedReport } from '../../src/verify/unresolved.ts';
import { NOW } from '../fake/ports.ts';

it('a page that names no date is given none, and keeps the text of one that it names', () => {
  const datesOf = (says: object) => {
    const page = { url: 'https://x.example/1', answeredBy: 'X', says: { ...NO_CLAIM, ...says } };
    const { credential } = pageOnlyReport(page, NOW);
    return [credential?.issued, credential?.validFrom, credential?.validUntil];
  };
  expect(datesOf({})).toEqual([null, null, null]);
  const [issued, expires] = ['May 2026', 'never'].map((text) => ({ text, instant: null }));
  expect(datesOf({ issued: 'May 2026', expires: 'never' })).toEqual([issued, issued, expires]);
});

it.each<[ProblemCode, string, string]>([
  ['json-malformed', 'failed failed', 'unreachable inconclusive'],
  ['empty-document', 'not-checked inconclusive', 'unreachable inconclusive'],
  ['json-too-large', 'not-checked inconclusive', 'unreachable inconclusive'],
  ['no-credential-found', 'not-checked inconclusive', 'not-checked inconclusive'],
  ['claims-contradict', 'failed failed', 'failed failed'],
  ['timeout', 'unreachable inconclusive', 'unreachable inconclusive'],
])('%s in a file is %s, and as the answer of a server %s', (code, inFile, answered) => {
  const told = (isAnswer: boolean) => {
    const { status, standing } = judge(unresolvedReport(problem(code), NOW, isAnswer));
    return `${status} ${standing}`;
  };
  expect([told(false), told(true)]).toEqual([inFile, answered]);
});
