import { describe, expect, it } from 'vitest';
import ARABIC from '../../public/_locales/ar/messages.json' with { type: 'json' };
import FRENCH from '../../public/_locales/fr/messages.json' with { type: 'json' };
import { readDate } from '../../src/credential/date.ts';
import { createSay, readMessages } from '../../src/present/say.ts';
import type { PageVoice } from '../../src/present/sentence.ts';
import { problem } from '../../src/problem.ts';
import { toCsv } from '../../src/report/csv.ts';
import type { Examination } from '../../src/report/examination.ts';
import { toHtml } from '../../src/report/html.ts';
import { toJson } from '../../src/report/json.ts';
import { toText } from '../../src/report/text.ts';
import { failed, passed } from '../../src/verify/report.ts';
import { achievement, content, ITEMS, item, NOW } from '../ui/made-up-items.ts';
import { VOICE } from '../ui/voice.ts';

const PAGE = { url: 'https://www.profiles.example/in/ann', title: 'Ann', person: 'Ann Ode' };
const examination: Examination = { page: PAGE, items: ITEMS, at: NOW, contexts: [], explain: false };
const ENGLISH: PageVoice = { ...VOICE, language: 'en', direction: 'ltr' };
const titles = {
  failed: 'Certified Scrum Facilitator',
  look: 'Emergency First Aid at Work',
  confirmed: 'Cloud Security Professional',
  unchecked: 'Seamanship and Coastal Navigation',
};
const placesIn = (text: string): readonly number[] =>
  Object.values(titles).map((title) => text.indexOf(title));

it('a report says as of when it was judged, which need not be the day on which it was made', () => {
  const past = { ...examination, at: Date.UTC(2020, 0, 1) };
  for (const report of [toText(past, VOICE), toHtml(past, { ...VOICE, language: 'en', direction: 'ltr' })]) {
    expect(report).toContain('Checked by Touchstone as of Jan 1, 2020');
    expect(report).not.toContain('Touchstone on ');
  }
});

describe('what a recruiter takes along', () => {
  it.each([
    ['text', toText(examination, VOICE)],
    ['page', toHtml(examination, { ...VOICE, language: 'en', direction: 'ltr' })],
  ])('begins with what needs a look, what failed before what raises a question, as a %s', (_, text) => {
    const places = placesIn(text);
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  it('tells in the text of two that are signed which one is from an issuer that nobody knows', () => {
    const lines = toText(examination, VOICE).split('\n');
    const of = (title: string): string => lines.find((line) => line.includes(title)) ?? '';
    expect(of('Cloud Security Professional')).toMatch(/^- Signed · Confirmed: /);
    expect(of('Data Literacy, Level 2')).toMatch(/^- Signed · Issuer not known to us: /);
    expect(of('Leadership Essentials')).toMatch(/^- Not checked · Waiting for your OK: /);
    expect(of(titles.look)).toMatch(
      /^- Expired · Raises a question: .*\(Issued by Northwind Institute\)\. It was valid until Jun 30, 2024\. /,
    );
  });

  it('says which credentials are made out to another name than the page is about', () => {
    const told = 'Made out to Ana Lindqvist.';
    const of = (person: string | null): string[] => {
      const about = { ...examination, page: { ...PAGE, person } };
      return [toText(about, VOICE), toHtml(about, ENGLISH)];
    };
    const [text = '', html = ''] = of('Jon Oda');
    const lines = text.split('\n').filter((line) => line.endsWith(told));
    expect(lines.length).toBeGreaterThan(1);
    for (const report of [text, html])
      expect(report).toContain(`${lines.length} are made out to another name`);
    for (const report of [...of('Ana Lindqvist'), ...of(null)])
      expect(report).not.toContain('to another name');
    expect(of('Ana Lindqvist')[0]).not.toContain(told);
    // In the overview and in the part of each.
    expect(html.split(told)).toHaveLength(2 * lines.length + 1);
    expect(of('Ana Lindqvist')[1]?.split('</table>')[0]).not.toContain(told);
  });

  it('gives in the text each credential one line, which begins with the verdict, whatever its issuer wrote', () => {
    const line = '\n- Cloud Architect (Google): Signed · Confirmed\n';
    const evil = item({
      key: 'a',
      verdict: { status: 'revoked', standing: 'failed', reason: 'revoked' },
      credential: content({ achievements: [achievement({ name: `Badge${line}${'x'.repeat(9_999)}` })] }),
      outcomes: { revocation: failed(problem('revoked', { params: { reason: `Gone${line}` } })) },
    });
    const text = toText({ ...examination, page: { ...PAGE, person: null }, items: [evil] }, VOICE);
    expect(text.split('\n')).toEqual([
      '1 credential: 1 needs a look',
      expect.stringMatching(/^- Revoked · Not confirmed: Badge - Cloud .{100,200}… \(.*\)\. .*Gone/),
      PAGE.url,
      expect.stringContaining('Checked by Touchstone'),
      '',
    ]);
  });

  it('says in every form what of the page stands in no row', () => {
    const gaps = [
      { code: 'page-not-readable', why: 'pdf' },
      { code: 'links-not-listed', count: 320 },
      { code: 'asked-not-kept', names: ['a.json'] },
    ] as const;
    const partly: Examination = { ...examination, page: { ...PAGE, gaps } };
    for (const report of [toText(partly, VOICE), toHtml(partly, ENGLISH)]) {
      expect(report).toContain('The browser’s PDF viewer is closed to extensions.');
      expect(report).toContain('Links that are not listed and not checked: 320.');
      expect(report).toContain('No longer shown: a.json.');
    }
    expect(toJson(partly, VOICE).page?.gaps).toEqual(gaps);
    const lines = toCsv(partly).trim().split('\r\n');
    expect(
      lines.filter((line) => line.includes('"not-checked","inconclusive","links-not-listed: 320"')),
    ).toEqual(lines.slice(-2, -1));
  });

  it('says of a page that could not be read just that, and not that it has no credential', () => {
    const unread = { url: 'https://p.example/', title: '', problem: problem('encoding-malformed') };
    for (const pages of [{ page: unread }, { page: null, pages: [{ ...unread, source: 'p.html' }] }]) {
      const none: Examination = { ...examination, ...pages, items: [] };
      expect(toHtml(none, ENGLISH)).toContain(VOICE.say('problem_encoding_malformed'));
      expect(toCsv(none)).toContain('"not-checked","inconclusive","encoding-malformed"');
    }
  });

  it('heads each column of the table with a name of its own, since programs find a column by it', () => {
    const [headings = ''] = toCsv(examination).split('\r\n');
    const names = headings.split(',');
    expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
  });

  it('says in the data as of when each was judged, since one of a page may be checked again', () => {
    const [first, second] = ITEMS;
    if (!first || !second) throw new Error('no items');
    const DAY = 86_400_000;
    const older = { ...first, report: { ...first.report, at: NOW - DAY } };
    const { at, items } = toJson({ ...examination, items: [older, second] }, VOICE);
    expect([at, ...items.map((each) => each.at)]).toEqual(
      [NOW, NOW - DAY, NOW].map((each) => new Date(each).toISOString()),
    );
  });

  it('says on the page what an answer means, as the card does, and says nothing twice', () => {
    const articles = toHtml(examination, { ...VOICE, language: 'en', direction: 'ltr' }).split('<article');
    const of = (title: string): string => articles.find((each) => each.includes(`>${title}</h2>`)) ?? '';
    expect(of('Master of Machine Learning Operations')).toContain('It need not be the person’s fault.');
    expect(of(titles.failed)).toContain('It does not count any more.');
    expect(of(titles.unchecked).match(/Nothing was found out[^<]*<.p>/g)).toHaveLength(1);
  });

  it('gives on the page what the issuer wrote, in its own structure, and nothing that loads or runs', () => {
    const html = toHtml(
      { ...examination, items: [item({ key: 'a', verdict: {} })] },
      { ...VOICE, language: 'en', direction: 'ltr' },
    );
    expect(html).toContain('<p dir="auto">Designs and reviews the security of workloads');
    expect(html).toContain('<td dir="auto">Examination</td><td><bdi>87 %</bdi></td>');
    expect(html).toContain('<ol><li dir="auto"><p dir="auto">pass a <strong>proctored examination</strong>');
    expect(html).toContain('https://badges.northwind.example/criteria/7</p>');
    expect(html).toContain('<strong>Threat model of a payments platform</strong>');
    expect(html).toContain('<p class="quiet" dir="auto">Project</p>');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toMatch(/<(?:a|img|script|iframe|link)\b|\b(?:href|src|on\w+)=/i);
  });

  it('says on the page which of several achievements a result belongs to, and heads its checks', () => {
    const several = content({
      name: 'Transcript',
      achievements: ['Part 1', 'Part 2'].map((name) =>
        achievement({
          name,
          results: [{ name: 'Score', value: `of ${name}`, status: null, achievedLevel: null }],
        }),
      ),
    });
    const html = toHtml(
      { ...examination, items: [item({ key: 'a', verdict: {}, credential: several })] },
      { ...VOICE, language: 'en', direction: 'ltr' },
    );
    const [, first = '', second = ''] = html.split('<h4 dir="auto">');
    expect(first).toMatch(/^Part 1<[\s\S]*of Part 1/);
    expect(second).toMatch(/^Part 2<[\s\S]*of Part 2[\s\S]*<h3>How this was checked<[\s\S]*Authenticity/);
  });

  it('tells each reason of a check on a line of its own, in which foreign words are set apart', () => {
    const endorsements = passed({
      endorsements: [{ endorser: 'جامعة', status: 'signature-verified', about: 'credential', says: 'Good.' }],
    });
    const html = toHtml(
      { ...examination, items: [item({ key: 'a', verdict: {}, outcomes: { endorsements } })] },
      { ...VOICE, language: 'en', direction: 'ltr' },
    );
    expect(html).toContain(
      '<td><bdi>جامعة</bdi> endorses this credential.<br><bdi>جامعة</bdi> writes: “Good.”</td>',
    );
  });

  it('sets skills of several scripts apart on the page, with their codes, and names keywords as such', () => {
    const skill = { url: null, framework: 'SFIA 9', description: null, type: null };
    const credential = content({
      achievements: [
        achievement({
          alignments: [
            { ...skill, name: 'تحليل البيانات 15', code: 'DATA' },
            { ...skill, name: 'Testing', code: null },
          ],
        }),
      ],
    });
    const html = toHtml(
      { ...examination, items: [item({ key: 'a', verdict: {}, credential })] },
      { ...VOICE, language: 'en', direction: 'ltr' },
    );
    expect(html).toContain('<bdi>SFIA 9</bdi>: <bdi>تحليل البيانات 15 (DATA)</bdi>, <bdi>Testing</bdi>');
    expect(html).toContain('<bdi>Keywords</bdi>: <bdi>cloud</bdi>, <bdi>zero trust</bdi>');
  });

  it('says of a credential inside another record which one that is, and how it stands', () => {
    const outer = item({
      key: 'a',
      verdict: { standing: 'failed' },
      credential: content({ name: 'Diploma', achievements: [] }),
    });
    const inner = { ...item({ key: 'a.0', verdict: {} }), within: 'a' };
    const html = toHtml(
      { ...examination, items: [outer, inner] },
      { ...VOICE, language: 'en', direction: 'ltr' },
    );
    expect(html.match(/Came inside another record: Diploma \(Not confirmed\)/g)).toHaveLength(1);
  });

  it('calls a record of several by its own name in a table, and by none of its parts', () => {
    const several = content({
      name: 'Transcript',
      achievements: ['Part 1', 'Part 2'].map((name) => achievement({ name })),
    });
    const [, line] = toCsv({
      page: PAGE,
      items: [item({ key: 'a', verdict: {}, credential: several })],
    }).split('\r\n');
    expect(line).toContain('"Transcript"');
    expect(line).not.toContain('Part 1');
  });

  it('parts a day from what it is by the colon of its language', () => {
    const french = { say: createSay(readMessages(FRENCH, 'fr')), dates: VOICE.dates };
    const html = toHtml(examination, { ...french, language: 'fr', direction: 'ltr' });
    const label = FRENCH.ui_issued.message;
    expect(html).toMatch(new RegExp(`${label}\\s: `));
    expect(html).not.toContain(`${label}: `);
  });

  it('runs from right to left in such a language, also where a sentence begins with a name in Latin letters', () => {
    const arabic: PageVoice = {
      say: createSay(readMessages(ARABIC, 'ar')),
      dates: VOICE.dates,
      language: 'ar',
      direction: 'rtl',
    };
    const text = toHtml(examination, arabic);
    expect(text).toContain('<p class="sum"><bdi>Ann Ode</bdi>: ');
    expect(text).not.toMatch(/[\u2066-\u2069]/);
  });

  it('names the person and the page in every line of a table, so that tables can be put together', () => {
    const [head, ...lines] = toCsv(examination)
      .trim()
      .split(/\r\n(?=")/);
    expect(head).toContain('"person","page"');
    expect(lines).toHaveLength(ITEMS.length);
    for (const line of lines) expect(line.startsWith(`"Ann Ode","${PAGE.url}"`)).toBe(true);
  });

  it('says in the table whom a record is made out to, beside what the reader compared', () => {
    const recipient = { ...content({}).recipient, name: 'Jon Oda' };
    const others = item({ key: 'a', verdict: {}, credential: content({ recipient }) });
    const table = toCsv({ page: PAGE, items: [others] });
    expect(table).toContain('"holder state","made out to"');
    expect(table).toContain('"not-checkable","Jon Oda"');
  });

  it('gives Unix seconds as the date that they are', () => {
    const dated = item({
      key: 'a',
      verdict: {},
      credential: content({ issued: readDate(1_300_000_000), validUntil: readDate(1_400_000_000) }),
    });
    expect(toCsv({ page: PAGE, items: [dated] })).toContain(
      '"2011-03-13T07:06:40.000Z","2014-05-13T16:53:20.000Z"',
    );
  });
});
