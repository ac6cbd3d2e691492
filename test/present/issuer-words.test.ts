import { expect, it } from 'vitest';
import type { Subject } from '../../src/item.ts';
import { UTC_DATES } from '../../src/present/dates.ts';
import { issuerLine } from '../../src/present/issuer-line.ts';
import { recognisedLine } from '../../src/present/recognised-by.ts';
import { problemSentence } from '../../src/present/sentence.ts';
import { problem } from '../../src/problem.ts';
import type { Report } from '../../src/verify/report.ts';
import { say } from '../ui/voice.ts';

const VOICE = { say, dates: UTC_DATES };

it('whose domain it is, and by whose word, is said with its day', () => {
  const params = { by: 'directory', name: 'Stanford University', host: 'stanford.edu', date: '2026-06-20' };
  expect(problemSentence(problem('issuer-identified', { params }), VOICE)).toBe(
    'stanford.edu is Stanford University’s domain, says a public directory of universities (Jun 20, 2026). No list that is used here names it as an issuer.',
  );
});

it('of a platform that admits members alone it is said that it does', () => {
  const params = { by: 'platform', name: 'College', provider: 'edubadges (SURF)', date: '2026-11-28' };
  expect(problemSentence(problem('issuer-identified', { params }), VOICE)).toBe(
    'edubadges (SURF) lets only its member institutions issue (Nov 28, 2026). No list that is used here names this one.',
  );
});

it('a name of another is told without accusing anybody', () => {
  const words = problemSentence(problem('issuer-name-of-another', { params: { name: 'Cisco' } }), VOICE);
  expect(words).toMatch(/^Not the Cisco that we know of/);
  expect(words).not.toMatch(/fake|forg|fraud|suspi|pretend|genuine/i);
});

it.each([
  ['reader', 'Listed by your own list as Stanford University'],
  ['reader-universities', 'Listed by you, who recognise universities, as Stanford University'],
  [
    'policy-universities',
    'Listed by your organisation, which recognises universities, as Stanford University',
  ],
  ['dcc-members', 'Listed by the member list of the Digital Credentials Consortium as Stanford University'],
  ['Stanford University', 'Stanford University says so itself: the record is its own, on its own server'],
  ['1EdTech', 'Listed by 1EdTech as Stanford University'],
])('by whose word an issuer is recognised is named: %s', (source, line) => {
  expect(recognisedLine({ source, name: 'Stanford University' }, 0, VOICE)).toBe(line);
});

it.each([
  [undefined, 'Issued by Coursera'],
  ['Meta', 'Coursera, for Meta'],
])('a platform’s own award is the platform’s, also where it names a partner: %s', (partner, line) => {
  const recognisedBy = [{ source: 'Coursera', name: 'Coursera' }];
  const report = {
    credential: { format: 'platform' },
    issuer: {
      name: 'Coursera',
      partner,
      rung: 'recognised',
      domain: 'coursera.org',
      recognisedBy,
      answeredBy: 'Coursera',
    },
  } as unknown as Report;
  expect(issuerLine({ claim: null, provider: null, link: null } as unknown as Subject, report, say)).toBe(
    line,
  );
});
