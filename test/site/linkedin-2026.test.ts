/** LinkedIn's server-driven layout of 2026: keys instead of classes. Names are made up; the markup is ours, after what is publicly known. */

import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/recognise/recognise.ts';
import { linkedinWords } from '../../src/site/linkedin-words.ts';
import { scan } from '../../src/site/scan.ts';
import { credlyBadge } from '../build/links.ts';

const PROFILE = 'https://www.linkedin.com/in/ana-lindqvist/';
const wrapped = (link: string): string =>
  `https://www.linkedin.com/safety/go/?url=${encodeURIComponent(link).replaceAll('.', '%2E')}&urlhash=aB1c&isSdui=true`;

interface Row {
  readonly title: string;
  readonly issuer?: string;
  readonly dates?: string;
  readonly number?: string;
  readonly link?: string;
  readonly button?: string;
  readonly more?: string;
  /** Where the entry itself leads: the organisation's page, or the owner's form. */
  readonly leads?: string;
}
const lines = (...texts: readonly (string | undefined)[]): string =>
  texts.map((text) => (text === undefined ? '' : `<p class="_a1 b2">${text}</p>`)).join('');
const inner = ({
  title,
  issuer,
  dates,
  number,
  link,
  button = 'Show credential',
  more = '',
  leads,
}: Row): string =>
  `<div class="_c3"><div><div><a href="https://www.linkedin.com/company/1001/"><figure><img alt="${issuer ?? ''} logo"></figure></a>
   <div><a href="${leads ?? 'https://www.linkedin.com/company/1001/'}"><div><div>${lines(title, issuer)}</div>${lines(dates, number)}</div></a>
   ${link ? `<div><a href="${wrapped(link)}" aria-label="${button}: ${title}"><span><span>${button}</span></span></a></div>` : ''}${more}</div></div></div></div>`;

/** Each way in which rows stand in their list. */
const LAYOUTS: Readonly<Record<string, (rows: readonly string[]) => string>> = {
  'a card whose rows have keys': (rows) =>
    `<div><section componentkey="com.linkedin.sdui.profile.card.refAbCertificationTopLevel"><div><h2>Licenses &amp; certifications</h2></div>
     <div data-testid="profile_CertificationTopLevel_ana-lindqvist">${rows
       .map(
         (row, at) =>
           `<div componentkey="entity-collection-item-${at}f">${at > 0 ? '<hr role="presentation">' : ''}${row}</div>`,
       )
       .join(
         '',
       )}</div><div><a href="${PROFILE}details/certifications/"><span>Show all</span></a></div></section></div>`,
  'the list page, between lines': (rows) =>
    `<div data-sdui-screen="com.linkedin.sdui.flagshipnav.profile.ProfileCertificationDetails"><div data-testid="lazy-column" componentkey="com.linkedin.sdui.profile.card.refAbCertificationDetailsLevel">
     <div><h2>Licenses &amp; certifications</h2></div><div>${rows.join('<hr role="presentation">')}</div></div></div>`,
  'lines at the top of each row': (rows) =>
    `<section componentkey="refAbCertificationTopLevel"><h2>X</h2><div>${rows.map((row, at) => `<div>${at > 0 ? '<hr>' : ''}${row}</div>`).join('')}</div></section>`,
  'boxes around the heading and the rows': (rows) =>
    `<div data-sdui-screen="x.ProfileCertificationDetails"><section><div><a href="${PROFILE}"></a><h2>X</h2></div>${rows.join('<hr>')}</section></div>`,
  'rows of several elements between lines': (rows) =>
    `<section componentkey="refAbCertificationTopLevel"><h2>X</h2>${rows.map((row) => `<div></div>${row}`).join('<hr>')}</section>`,
  'a list of items by their role': (rows) =>
    `<div data-sdui-screen="x.ProfileCertificationDetails"><h1>X</h1><div role="list">${rows.map((row) => `<div role="listitem">${row}</div>`).join('')}</div></div>`,
  'a list of items': (rows) =>
    `<section componentkey="refAbCertificationTopLevel"><h2>X</h2><ul>${rows.map((row) => `<li>${row}</li>`).join('')}</ul></section>`,
};
const EXPERIENCE = `<section componentkey="refAbExperienceTopLevel"><h2>Experience</h2><div componentkey="entity-collection-item-9"><p>Certification officer</p><p>Northwind</p><p>Jan 2020 - Present</p></div></section>`;

const listed = (list: string, url = PROFILE) => {
  const { document } = parseHTML(
    `<!doctype html><html><head><title>Ana Lindqvist | LinkedIn</title></head><body><main><section componentkey="refAbTopcard"><h2>Ana Lindqvist</h2><p>Pilot</p></section>${list}${EXPERIENCE}</main></body></html>`,
  );
  return recognise(scan(document as unknown as Document, { url })).map(({ link, claim }) => [
    claim.title,
    claim.issuer,
    claim.issued,
    claim.expires,
    link,
  ]);
};

const ROWS: readonly Row[] = [
  {
    title: 'Harbour Pilot',
    issuer: 'Example Academy',
    dates: 'Issued Jan 2026 · Expires Jan 2029',
    number: 'Credential ID EX-1',
    link: credlyBadge(1),
  },
  { title: 'Night Watch', issuer: 'Northwind', dates: 'Issued Jul 2025' },
  {
    title: 'Tides',
    issuer: 'Harbour University',
    dates: 'Issued 2024',
    link: 'https://learn.harbour.example/c/4711',
  },
  {
    title: 'First Aid',
    issuer: 'Guild of Helpers',
    dates: 'Issued Feb 2025',
    link: 'https://drive.google.com/file/d/1AbCdEfGhIjKlMnOp/view',
  },
];
const LIST = [
  ['Harbour Pilot', 'Example Academy', 'Jan 2026', 'Jan 2029', credlyBadge(1)],
  ['Night Watch', 'Northwind', 'Jul 2025', null, null],
  ['Tides', 'Harbour University', '2024', null, 'https://learn.harbour.example/c/4711'],
  [
    'First Aid',
    'Guild of Helpers',
    'Feb 2025',
    null,
    'https://drive.google.com/file/d/1AbCdEfGhIjKlMnOp/view',
  ],
];

describe.each(Object.entries(LAYOUTS))('%s', (_, layout) => {
  it('gives each entry its own row, linked or not, and nothing of the experience beside it', () => {
    expect(listed(layout(ROWS.map(inner)))).toEqual(LIST);
  });

  it('gives each entry its own row by its heading alone, where LinkedIn has given up its keys', () => {
    const bare = layout(ROWS.map(inner))
      .replace(/ (?:componentkey|data-[\w-]+)="[^"]*"/g, '')
      .replace(/>X</, '>Licenses &amp; certifications<');
    expect(listed(bare)).toEqual(LIST);
  });

  it('gives an entry that stands alone its own row, and not its heading', () => {
    for (const [at, row] of ROWS.entries()) expect(listed(layout([inner(row)]))).toEqual([LIST[at]]);
  });

  it('keeps neighbours apart in whichever order', () => {
    expect(listed(layout([...ROWS].reverse().map(inner)))).toEqual([...LIST].reverse());
  });

  it('keeps two entries apart that lead to one record, however each is built', () => {
    const [first, other] = [ROWS[0], ROWS[1]].map((row) =>
      inner({ ...row, title: row?.title ?? '', link: credlyBadge(1) }),
    );
    const bare = other?.replace(/<figure>.*?<\/figure>/, '') ?? '';
    const titles = listed(layout([first ?? '', bare])).map(([title, , , , link]) => [title, link]);
    expect(titles).toEqual([
      ['Harbour Pilot', credlyBadge(1)],
      ['Night Watch', credlyBadge(1)],
    ]);
  });

  it('of one’s own profile leads to a form for each entry, which is no credential', () => {
    const own = ROWS.map((row, at) =>
      inner({ ...row, leads: `${PROFILE}details/certifications/edit/forms/${at}/` }),
    );
    expect(listed(layout(own))).toEqual(LIST);
  });

  it.each([
    ['no issuer', { title: 'Tides', dates: 'Issued May 2024' }, ['Tides', null, 'May 2024', null]],
    ['no dates', { title: 'Tides', issuer: 'Northwind' }, ['Tides', 'Northwind', null, null]],
    [
      'no dates but a number',
      { title: 'Tides', issuer: 'Northwind', number: 'Credential ID EX-1' },
      ['Tides', 'Northwind', null, null],
    ],
    [
      'neither issuer nor dates',
      { title: 'Tides', number: 'Credential ID EX-1' },
      ['Tides', null, null, null],
    ],
    [
      'nothing but a last day',
      { title: 'Tides', issuer: 'Northwind', dates: 'Expires May 2027' },
      ['Tides', 'Northwind', null, 'May 2027'],
    ],
    [
      'no end',
      { title: 'Tides', issuer: 'Northwind', dates: 'Issued May 2024 · No Expiration Date' },
      ['Tides', 'Northwind', 'May 2024', null],
    ],
    [
      'a year in its title',
      { title: 'Tides 2024', issuer: 'Northwind', dates: 'Issued May 2024' },
      ['Tides 2024', 'Northwind', 'May 2024', null],
    ],
    [
      'skills below it',
      {
        title: 'Tides',
        dates: 'Issued May 2024',
        more: '<p><a href="x"><span> </span>Sailing and +2 skills</a></p>',
      },
      ['Tides', null, 'May 2024', null],
    ],
    [
      'skills by name',
      { title: 'Tides', issuer: 'Northwind', more: '<p><strong>Skills:</strong> Sailing · Rowing</p>' },
      ['Tides', 'Northwind', null, null],
    ],
    [
      'skills and nothing else',
      { title: 'Tides', more: '<p>Skills: Sailing · Rowing</p>' },
      ['Tides', null, null, null],
    ],
    [
      'a picture of its paper, which opens over the list',
      {
        title: 'Tides',
        issuer: 'Northwind',
        dates: 'Issued May 2024',
        more: `<div><a href="${PROFILE}overlay/6/single-media-viewer/" aria-label="Thumbnail for T.pdf"><figure><img alt="Thumbnail for T.pdf"></figure><p>T.pdf</p></a></div>`,
      },
      ['Tides', 'Northwind', 'May 2024', null],
    ],
  ] as const)('reads an entry with %s', (_case, row, expected) => {
    expect(listed(layout([inner(row), inner(ROWS[0] as Row)]))).toEqual([[...expected, null], LIST[0]]);
  });

  it('takes the button for the credential where a file hangs below it', () => {
    const media = `<div><a href="${wrapped('https://drive.google.com/file/d/1ZzZzZzZz/view')}"><p>Scan.pdf</p></a></div>`;
    expect(listed(layout([inner({ ...(ROWS[0] as Row), more: media })]))).toEqual([LIST[0]]);
  });
});

it('a list of one entry without any mark of a row is one row', () => {
  const list = `<section componentkey="refAbCertificationTopLevel"><h2>X</h2>${inner(ROWS[0] as Row)}</section>`;
  expect(listed(list)).toEqual([LIST[0]]);
});

it('an empty list has no row', () => {
  const html = `<div data-sdui-screen="x.ProfileCertificationDetails"><h2>Licenses</h2><p>Nothing to see for now</p><p>Certificates will appear here.</p></div>`;
  expect(listed(html)).toEqual([]);
});

it.each([
  [['Émise le', 'janv. 2026', 'Expire le', 'janv. 2029'], 'janv. 2026', 'janv. 2029'],
  [['Vencimiento:', 'ene. 2029'], null, 'ene. 2029'],
])('dates in elements of their own keep the words before them: %s', (dates, issued, expires) => {
  const spans = dates.map((each, at) => (at % 2 ? `<time>${each}</time>` : `<span>${each}</span>`)).join('');
  const entry = `<section data-section="certifications"><ul><li><h3>Harbour Pilot</h3><h4>Guild</h4><div>${spans}</div></li></ul></section>`;
  expect(listed(entry)).toEqual([['Harbour Pilot', 'Guild', issued, expires, null]]);
});

it.each(['Expo 2020', 'University of 2000 Lights'])('the year in the issuer “%s” is no date', (issuer) => {
  const entry = `<section data-section="certifications"><ul><li><h3>Harbour Pilot</h3><h4>${issuer}</h4><div>Issued Aug 2023</div></li></ul></section>`;
  expect(listed(entry)).toEqual([['Harbour Pilot', issuer, 'Aug 2023', null, null]]);
});

describe('a list under a heading that LinkedIn’s profiles have', () => {
  const list = `<section><h2>Licenses &amp; certifications</h2><ul><li>Harbour Pilot</li></ul></section>`;

  it.each([
    'jobs/view/4000000000/',
    'jobs/view/4000000000/?from=/in/',
    'pulse/how-to-be-a-pilot-ana-lindqvist/',
    'company/harbour/',
  ])('is nobody’s on the page %s', (path) => {
    expect(listed(list, `https://www.linkedin.com/${path}`)).toEqual([]);
  });

  it.each([
    'in/ana-lindqvist/',
    'mwlite/in/ana-lindqvist',
    'talent/profile/AEMAAB00',
    'recruiter/profile/1000,AbCd,CAP',
    'sales/lead/ACwAAB00,NAME_SEARCH',
  ])('is the person’s on the page %s', (path) => {
    expect(listed(list, `https://www.linkedin.com/${path}`).map(([title]) => title)).toEqual([
      'Harbour Pilot',
    ]);
  });
});

it('the same keys on another site say nothing: the knowledge is of LinkedIn’s pages', () => {
  const list = (LAYOUTS['a list of items'] as (rows: readonly string[]) => string)(ROWS.map(inner));
  expect(listed(list, 'https://person.example/').map(([, , , , link]) => link)).not.toContain(
    'https://learn.harbour.example/c/4711',
  );
});

const month = (language: string, year: number): string =>
  `${new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC', calendar: 'gregory' }).format(Date.UTC(2026, 4, 5))} ${year}`;

describe.each(Object.entries(linkedinWords()))('in the interface’s language %s', (language, words) => {
  const [issued, expires, number, show] = [words.issued, words.expires, words.number, words.show].map(
    ([first = '']) => first,
  );
  const row: Row = {
    title: 'Cloud Practitioner',
    issuer: 'Northwind',
    dates: `${issued} ${month(language, 2026)} · ${expires} ${month(language, 2029)}`,
    number: `${number} EX-1000`,
    link: credlyBadge(1),
    button: show ?? '',
  };
  const layout = LAYOUTS['a card whose rows have keys'] as (rows: readonly string[]) => string;

  it('an entry is read in every field, and its button’s words are no title', () => {
    expect(listed(layout([inner(row), inner({ ...row, title: 'Tides', link: credlyBadge(2) })]))).toEqual([
      ['Cloud Practitioner', 'Northwind', month(language, 2026), month(language, 2029), credlyBadge(1)],
      ['Tides', 'Northwind', month(language, 2026), month(language, 2029), credlyBadge(2)],
    ]);
  });

  it('a lone last day is no day of issue', () => {
    const only = inner({ ...row, dates: `${expires} ${month(language, 2029)}` });
    expect(listed(layout([only]))[0]?.slice(2, 4)).toEqual([null, month(language, 2029)]);
  });

  it('an entry without issuer and dates is not said to be issued by its button or its number', () => {
    const bare = inner({
      title: 'Tides',
      number: `${number} EX-1000`,
      link: credlyBadge(2),
      button: show ?? '',
    });
    expect(listed(layout([bare]))).toEqual([['Tides', null, null, null, credlyBadge(2)]]);
  });
});

describe('a single entry of plain boxes below the heading', () => {
  const claims = (name: string, ...parts: readonly string[]): readonly unknown[] =>
    scan(
      parseHTML(
        `<main><div><div role="heading" aria-level="2">${name}</div></div><div><div>${parts.map((part) => `<div>${part}</div>`).join('')}</div></div></main>`,
      ).document as unknown as Document,
      { url: PROFILE },
    ).sightings.map(({ claim: { title, issuer, issued } }) => [title, issuer, issued]);

  it.each([
    ['Licenses & certifications', 'Issued May 2026', 'May 2026'],
    ['Licenses & certifications', 'Issued May 2026 · Expires May 2029', 'May 2026'],
    ['Bescheinigungen und Zertifikate', 'Ausgestellt: Mai 2026', 'Mai 2026'],
    ['Licences et certifications', 'Émise le 3 mai 2026', '3 mai 2026'],
    ['証明書', '発行日: 2026年5月', '2026年5月'],
  ])('is one under “%s” with “%s”', (name, line, issued) => {
    expect(claims(name, 'Tides', 'Northwind', line, 'Credential ID AB-1234')).toEqual([
      ['Tides', 'Northwind', issued],
    ]);
  });

  it.each([
    ['no years', ['Tides', 'Winds', 'Seas']],
    ['a year each', ['Tides (2026)', 'Open Seas 2025', 'Web Development 2024']],
  ])('is none where the boxes are names with %s', (_, names) => {
    expect(claims('Licenses & certifications', ...names).map((each) => (each as string[])[0])).toEqual(names);
  });
});
