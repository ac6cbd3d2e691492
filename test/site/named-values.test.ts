/** Values that the page itself names: in columns with heads, in lists of terms, in the items below a title. All made up. */

import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { scan } from '../../src/site/scan.ts';
import type { PageClaim } from '../../src/site/sighting.ts';
import { credlyBadge } from '../build/links.ts';

type Read = readonly [
  title: string | null,
  issuer: string | null,
  issued: string | null,
  expires: string | null,
  number: string | null,
];

const read = ({ title, issuer, issued, expires, credentialId }: PageClaim): Read => [
  title,
  issuer,
  issued,
  expires,
  credentialId,
];
const claims = (html: string): readonly Read[] =>
  scan(parseHTML(`<!doctype html><html><body>${html}</body></html>`).document as unknown as Document, {
    url: 'https://person.example/about',
  }).sightings.map(({ claim }) => read(claim));

const show = (n: number, words = 'View'): string => `<a href="${credlyBadge(n)}">${words}</a>`;
const table = (heads: readonly string[], ...rows: readonly (readonly string[])[]): string => {
  const row = (cells: readonly string[], tag: string): string =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  return `<table><thead>${row(heads, 'th')}</thead><tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`;
};

describe('a row below named columns', () => {
  it('says what its columns are named, in whatever order they stand', () => {
    const heads = ['', 'Provider', 'Category', 'Name', 'Valid until', 'Issued', 'Credential ID'];
    const html = table(
      heads,
      [
        '<img alt="">',
        'Northwind',
        'Cloud',
        show(1, 'Cloud Practitioner'),
        '2029-05-01',
        '2026-05-01',
        'AB-1234',
      ],
      ['<img alt="">', 'Harbour', 'Data', show(2, 'Tides'), '2028-05-01', '2025-05-01', 'AB-1235'],
    );
    expect(claims(html)).toEqual([
      ['Cloud Practitioner', 'Northwind', '2026-05-01', '2029-05-01', 'AB-1234'],
      ['Tides', 'Harbour', '2025-05-01', '2028-05-01', 'AB-1235'],
    ]);
  });

  it('has its title below “Certificate”, and not in the column of persons', () => {
    const html = table(
      ['Name', 'Certificate', 'Date', 'Verify'],
      ['Ana Lindqvist', 'Cloud Practitioner', 'May 2026', show(1)],
      ['Bo Ekström', 'Tides', 'May 2025', show(2)],
    );
    expect(claims(html)).toEqual([
      ['Cloud Practitioner', null, 'May 2026', null, null],
      ['Tides', null, 'May 2025', null, null],
    ]);
  });

  it('has a number where the column is one of numbers, and no issuer from there', () => {
    const html = table(
      ['Certification title', 'Certification number', 'Earned on', 'Expires on'],
      [show(1, 'Cloud Administrator'), 'AB12CD-34EF56', 'May 3, 2026', 'May 4, 2027'],
      [show(2, 'Cloud Fundamentals'), 'XY12CD-34EF56', 'Jan 9, 2024', 'N/A'],
    );
    expect(claims(html)).toEqual([
      ['Cloud Administrator', null, 'May 3, 2026', 'May 4, 2027', 'AB12CD-34EF56'],
      ['Cloud Fundamentals', null, 'Jan 9, 2024', null, 'XY12CD-34EF56'],
    ]);
  });

  it('is not named by the link in the column of issuers or numbers', () => {
    const html = table(
      ['Qualification', 'Issuer', 'ID'],
      ['Cloud Practitioner', show(1, 'Northwind'), 'AB-1234'],
      ['Tides', 'Harbour', show(2, 'AB-1235')],
    );
    expect(claims(html)).toEqual([
      ['Cloud Practitioner', 'Northwind', null, null, 'AB-1234'],
      ['Tides', 'Harbour', null, null, 'AB-1235'],
    ]);
  });

  it('takes a bare year below whatever names it, where it is the only day', () => {
    const html = table(
      ['Year', 'Certification', 'Issued by'],
      ['2026', show(1, 'Cloud Practitioner'), 'Northwind'],
      ['2025', show(2, 'Tides'), 'Harbour'],
    );
    expect(claims(html).map(([, issuer, issued]) => [issuer, issued])).toEqual([
      ['Northwind', '2026'],
      ['Harbour', '2025'],
    ]);
  });

  it('has no title where two columns may hold it, and says no details for it', () => {
    const html = table(
      ['Track', 'Topic of choice', 'Issuer', 'Link'],
      ['Engineering', 'Rivers', 'Northwind', show(1)],
      ['Science', 'Seas', 'Harbour', show(2)],
    );
    expect(claims(html)).toEqual([
      [null, 'Northwind', null, null, null],
      [null, 'Harbour', null, null, null],
    ]);
  });

  it('is not named by the person beside the picture of a badge', () => {
    const html = table(
      ['Consultant', 'Badge', 'Issuer', 'Valid'],
      ['Ana Lindqvist', show(1, '<img src="/a.png" alt="Tides">'), 'Northwind', '05/2026 – 05/2029'],
      ['Bo Ekström', show(2, '<img src="/b.png" alt="Winds">'), 'Harbour', 'until 04/2028'],
    );
    expect(claims(html).map((each) => each.slice(0, 2))).toEqual([
      ['Tides', 'Northwind'],
      ['Winds', 'Harbour'],
    ]);
  });

  it('is read below names in one cell, where that cell says what its lines are', () => {
    const cell = (title: string): string =>
      `<strong>${title}</strong><br>Issued by: Northwind<br>Date: May 2026`;
    const html = table(
      ['Badge', 'Details'],
      [show(1, '<img src="/a.png" alt="Tides">'), cell('Tides')],
      [show(2, '<img src="/b.png" alt="Winds">'), cell('Winds')],
    );
    expect(claims(html).map((each) => each.slice(0, 3))).toEqual([
      ['Tides', 'Northwind', 'May 2026'],
      ['Winds', 'Northwind', 'May 2026'],
    ]);
  });

  it('takes the first line of a cell for the title', () => {
    const html = table(
      ['Date', 'Title'],
      ['5/2026', `${show(1, 'Tides')}<div>Harbour school, with distinction</div>`],
      ['4/2025', show(2, 'Winds')],
    );
    expect(claims(html).map((each) => each.slice(0, 3))).toEqual([
      ['Tides', null, '5/2026'],
      ['Winds', null, '4/2025'],
    ]);
  });

  it('is read as any other where its columns have empty names', () => {
    const html = table(
      ['', '', ''],
      [show(1, 'Tides'), 'Northwind', 'May 2026'],
      [show(2, 'Winds'), 'Harbour', 'May 2025'],
    );
    expect(claims(html).map((each) => each.slice(0, 3))).toEqual([
      ['Tides', 'Northwind', 'May 2026'],
      ['Winds', 'Harbour', 'May 2025'],
    ]);
  });

  it('is read as any other where its cells are not as many as the names', () => {
    const html = `<table><tr><th colspan="2">Issuer</th><th>Date</th></tr><tr><td>${show(1, 'Tides')}</td><td>Northwind</td><td>May 2026</td><td></td></tr></table>`;
    expect(claims(html)[0]?.slice(0, 3)).toEqual(['Tides', 'Northwind', 'May 2026']);
  });

  it.each([
    ['German', ['#', 'Bezeichnung', 'Herausgeber', 'Ausstellungsdatum', 'Gültig bis', 'Link']],
    ['French', ['#', 'Certificat', 'Organisme émetteur', 'Date d’émission', 'Date d’expiration', 'Lien']],
    [
      'Spanish',
      ['#', 'Certificado', 'Entidad emisora', 'Fecha de emisión', 'Fecha de vencimiento', 'Enlace'],
    ],
    [
      'Portuguese',
      ['#', 'Certificado', 'Organização emissora', 'Data de emissão', 'Data de validade', 'Link'],
    ],
    ['Indonesian', ['#', 'Sertifikat', 'Lembaga penerbit', 'Tanggal terbit', 'Berlaku hingga', 'Tautan']],
    ['Japanese', ['#', '資格名', '発行団体', '取得日', '有効期限', '表示']],
    ['Arabic', ['#', 'الشهادة', 'الجهة المصدرة', 'تاريخ المنح', 'صالحة حتى', 'عرض']],
  ])('is read in %s', (_, heads) => {
    const html = table(
      heads,
      ['1', 'Tides', 'Northwind', '2026-05-03', '2029-05-02', show(1)],
      ['2', 'Winds', 'Harbour', '2025-05-03', '2028-05-02', show(2)],
    );
    expect(claims(html).map((each) => each.slice(0, 4))).toEqual([
      ['Tides', 'Northwind', '2026-05-03', '2029-05-02'],
      ['Winds', 'Harbour', '2025-05-03', '2028-05-02'],
    ]);
  });
});

describe('a table whose rows begin with names, one credential a column,', () => {
  const columns = (...rows: readonly (readonly string[])[]): string =>
    `<table>${rows.map(([name, ...cells]) => `<tr><th>${name}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

  it.each([
    ['English', ['Certificate', 'Issuer', 'Issued', 'Valid until', 'Link']],
    ['German', ['Bezeichnung', 'Herausgeber', 'Ausstellungsdatum', 'Gültig bis', 'Link']],
    ['French', ['Certificat', 'Organisme émetteur', 'Date d’émission', 'Date d’expiration', 'Lien']],
    ['Spanish', ['Certificado', 'Entidad emisora', 'Fecha de emisión', 'Fecha de vencimiento', 'Enlace']],
    ['Japanese', ['資格名', '発行団体', '取得日', '有効期限', '表示']],
    ['Arabic', ['الشهادة', 'الجهة المصدرة', 'تاريخ المنح', 'صالحة حتى', 'عرض']],
  ])('is read in %s', (_, [title = '', issuer = '', issued = '', end = '', link = '']) => {
    const html = columns(
      [title, 'Tides', 'Winds'],
      [issuer, 'Northwind', 'Harbour'],
      [issued, '2026-05-03', '2025-05-03'],
      [end, '2029-05-02', '2028-05-02'],
      [link, show(1), show(2)],
    );
    expect(claims(html).map((each) => each.slice(0, 4))).toEqual([
      ['Tides', 'Northwind', '2026-05-03', '2029-05-02'],
      ['Winds', 'Harbour', '2025-05-03', '2028-05-02'],
    ]);
  });

  it('is read where the titles are the links', () => {
    const html = columns(['', show(1, 'Tides'), show(2, 'Winds')], ['Issuer', 'Northwind', 'Harbour']);
    expect(claims(html).map((each) => each.slice(0, 2))).toEqual([
      ['Tides', 'Northwind'],
      ['Winds', 'Harbour'],
    ]);
  });

  it.each([
    [
      'of several credentials a column',
      [
        ['University', show(1, 'Tides'), show(2, 'Winds')],
        ['Online', show(3, 'Seas'), show(4, 'Rivers')],
      ],
    ],
    [
      'of one column, which may be about a person',
      [
        ['University', 'Oslo'],
        ['Since', 'May 2020'],
        ['Certificate', show(1, 'Tides')],
      ],
    ],
    [
      'with cells that are not as many in each row',
      [
        ['Certificate', show(1, 'Tides'), show(2, 'Winds')],
        ['Issuer', 'Northwind'],
      ],
    ],
  ])('says no more than its links %s', (_, rows) => {
    for (const [title, ...others] of claims(columns(...rows))) {
      expect(title).toMatch(/^(?:Tides|Winds|Seas|Rivers)$/);
      expect(others).toEqual([null, null, null, null]);
    }
  });
});

describe('a list of terms that several credentials share', () => {
  const list = (...terms: readonly (readonly string[])[]): string =>
    `<dl>${terms.map(([term, ...values]) => `<dt>${term}</dt>${values.map((value) => `<dd>${value}</dd>`).join('')}`).join('')}</dl>`;
  const both = [
    ['Tides', 'Northwind', 'May 2026'],
    ['Winds', 'Harbour', 'May 2025'],
  ];
  const read = (html: string): unknown => claims(html).map((each) => each.slice(0, 3));

  it('is read where each title is a term and the link', () => {
    const html = list(
      [show(1, 'Tides'), 'Northwind', 'May 2026'],
      [`${show(2, 'Winds')} <i>2nd</i>`, 'Harbour · May 2025'],
    );
    expect(read(html)).toEqual(both);
  });

  it('is read where each title is a term and a button stands among what is said of it', () => {
    const html = list(['Tides', 'Northwind', 'May 2026', show(1)], ['Winds', 'Harbour', 'May 2025', show(2)]);
    expect(read(html)).toEqual(both);
  });

  it.each([
    ['English', ['Title', 'Issuer', 'Date', 'Link']],
    ['German', ['Bezeichnung', 'Herausgeber', 'Ausgestellt', 'Link']],
    ['French', ['Certificat', 'Organisme émetteur', 'Date d’émission', 'Lien']],
    ['Portuguese', ['Certificado', 'Organização emissora', 'Data de emissão', 'Link']],
    ['Arabic', ['الشهادة', 'الجهة المصدرة', 'تاريخ المنح', 'عرض']],
  ])('is read where the terms are names that come again, in %s', (_, names) => {
    const record = (values: readonly string[]): readonly (readonly string[])[] =>
      names.map((name, at) => [name, values[at] ?? '']);
    const html = list(
      ...record(['Tides', 'Northwind', 'May 2026', show(1)]),
      ...record(['Winds', 'Harbour', 'May 2025', show(2)]),
    );
    expect(read(html)).toEqual(both);
  });

  it.each([
    [
      'by issuer',
      [
        ['University of Oslo', show(1, 'Tides'), show(2, 'Winds')],
        ['Harbour College', show(3, 'Seas')],
      ],
    ],
    [
      'by year',
      [
        ['2026', show(1, 'Tides'), show(2, 'Winds')],
        ['2025', show(3, 'Seas')],
      ],
    ],
    [
      'with descriptions',
      [
        [show(1, 'Tides'), 'What moves the sea.'],
        [show(2, 'Winds'), 'What moves the air.'],
      ],
    ],
  ])('says no more than its links where it is ordered %s', (_, terms) => {
    for (const [title, ...others] of claims(list(...terms))) {
      expect(title).toMatch(/^(?:Tides|Winds|Seas)$/);
      expect(others).toEqual([null, null, null, null]);
    }
  });

  it('names nothing by a term that names only a link, or that comes again with other values', () => {
    const html = list(['Website', show(1)], ['Public record', show(2)]);
    const again = list(
      ['First Aid', `Harbour, May 2020 ${show(3)}`],
      ['First Aid', `Harbour, May 2022 ${show(4)}`],
    );
    expect(claims(html + again).map(([title]) => title)).not.toContain('Website');
    expect(claims(again).map(([title]) => title)).not.toContain('First Aid Harbour');
  });
});

/** How a card names issuer, day of issue, last day and number. */
const TERMS: readonly (readonly [string, readonly [string, string, string, string]])[] = [
  ['English', ['Issuing organization', 'Issue date', 'Expiration date', 'Credential ID']],
  ['English, otherwise', ['Organization', 'Date issued', 'Valid until', 'ID']],
  ['German', ['Aussteller', 'Ausgestellt', 'Läuft ab', 'Nachweis-ID']],
  ['French', ['Organisme émetteur', 'Date d’émission', 'Date d’expiration', 'Identifiant']],
  ['Spanish', ['Entidad emisora', 'Fecha de emisión', 'Fecha de vencimiento', 'ID']],
  ['Portuguese', ['Organização emissora', 'Data de emissão', 'Data de expiração', 'ID']],
  ['Indonesian', ['Lembaga penerbit', 'Tanggal terbit', 'Berlaku hingga', 'ID Kredensial']],
  ['Japanese', ['発行元', '取得日', '有効期限', '認定番号']],
  ['Arabic', ['الجهة المصدرة', 'تاريخ المنح', 'صالحة حتى', 'رقم الاعتماد']],
];
const WHOLE: Read = ['Tides', 'Northwind', '2026-05-03', '2029-05-02', 'AB-12345'];

describe.each(TERMS)('in %s', (_, terms) => {
  const values = WHOLE.slice(1);

  it('a card with a list of terms is read whole', () => {
    const card = (n: number): string =>
      `<div class="card"><h3>Tides</h3><dl>${terms.map((term, at) => `<dt>${term}</dt><dd>${values[at]}</dd>`).join('')}</dl>${show(n, 'Link')}</div>`;
    expect(claims(card(1) + card(2))).toEqual([WHOLE, WHOLE]);
  });

  it('an item with a list of its own is read whole', () => {
    const item = (n: number): string =>
      `<li>${show(n, 'Tides')}<ul>${terms.map((term, at) => `<li>${term}: ${values[at]}</li>`).join('')}</ul></li>`;
    expect(claims(`<ul>${item(1)}${item(2)}</ul>`)).toEqual([WHOLE, WHOLE]);
  });
});

describe('an item in whose own list the link stands', () => {
  const item = (n: number, ...lines: readonly string[]): string =>
    `<li><strong>Tides ${n}</strong><ul>${lines.map((line) => `<li>${line}</li>`).join('')}<li>${show(n, 'Show credential')}</li></ul></li>`;

  it('names it, with what else the list says', () => {
    const html = `<ul>${item(1, 'Issuer: Northwind', 'Issued: May 2026')}${item(2, 'Harbour', 'May 2025')}</ul>`;
    expect(claims(html).map((each) => each.slice(0, 3))).toEqual([
      ['Tides 1', 'Northwind', 'May 2026'],
      ['Tides 2', 'Harbour', 'May 2025'],
    ]);
  });

  it('names it where each label is an element of its own', () => {
    const html = `<ul>${[1, 2].map((n) => item(n, '<b>Issuer:</b> Northwind', '<b>Date:</b> May 2026', '<b>Skills:</b> Rivers')).join('')}</ul>`;
    expect(claims(html)[0]?.slice(0, 3)).toEqual(['Tides 1', 'Northwind', 'May 2026']);
  });

  it('does not name it where the list is one of several things', () => {
    const html = `<ul><li>Education<ul><li>Physics in Oslo</li><li>Music in Bergen</li><li>Certificate: ${show(1)}</li></ul></li></ul>`;
    expect(claims(html)[0]?.[0]).toBeNull();
  });

  it('does not name it where it stands around another credential', () => {
    const html = `<ul><li>${show(1, 'Winds')}<ul><li>Harbour</li><li>${show(2)}</li></ul></li></ul>`;
    expect(claims(html).map(([title]) => title)).toEqual(['Winds', null]);
  });
});

describe('a label that is not known', () => {
  it('names no issuer', () => {
    const html = `<div><h3>Tides</h3><p>Thema: Rivers</p><p>May 2026</p>${show(1)}</div>`;
    expect(claims(html)[0]).toEqual(['Tides', null, 'May 2026', null, null]);
  });
});
