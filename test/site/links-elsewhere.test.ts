/** Links that are no `<a href>`, markup in attributes, and names beside a lone badge. All of them are made up. */
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/recognise/recognise.ts';
import { scan } from '../../src/site/scan.ts';

const ID = '00000000-1111-4222-8333-000000000001';
const BADGE = `https://www.credly.com/badges/${ID}`;
const read = (html: string, url = 'https://person.example/') =>
  recognise(
    scan(parseHTML(`<!doctype html><html><body>${html}</body></html>`).document as unknown as Document, {
      url,
    }),
  );
const links = (html: string) => read(html).map(({ link }) => link);
const claims = (html: string) =>
  read(html).map(({ claim, link }) => [claim.title, claim.issuer, claim.issued, link]);

describe('a credential is found where a click leads to it', () => {
  it.each([
    ['a button that opens a window', `<button onclick="window.open('${BADGE}', '_blank')">Verify</button>`],
    ['a box that leads on', `<div onclick="location.href='${BADGE}'">Verify</div>`],
    ['a box that replaces the page', `<div onclick='window.location.assign("${BADGE}")'>Verify</div>`],
    ['an empty link with a script', `<a href="#" onclick="window.open('${BADGE}');return false">Verify</a>`],
    ['a link within the page that a script reads', `<a href="#more" data-href="${BADGE}">Verify</a>`],
    ['a card that a script reads', `<div class="card" data-href="${BADGE}">Verify</div>`],
    ['another', `<li data-url="${BADGE}">Verify</li>`],
    ['a link by its role', `<span role="link" href="${BADGE}">Verify</span>`],
    ['a part of a picture', `<map><area href="${BADGE}"></map>`],
    ['a frame', `<iframe src="https://www.credly.com/embedded_badge/${ID}"></iframe>`],
    ['a frame that waits', `<iframe data-src="https://www.credly.com/embedded_badge/${ID}"></iframe>`],
    ['a player', `<embed src="https://www.credly.com/embedded_badge/${ID}">`],
    ['an object', `<object data="https://www.credly.com/embedded_badge/${ID}"></object>`],
    [
      'Credly’s embed',
      `<div data-share-badge-id="${ID}" data-share-badge-host="https://www.credly.com"></div>`,
    ],
    [
      'Credly’s embed of its old name',
      `<div data-share-badge-id="${ID}" data-share-badge-host="https://www.youracclaim.com"></div>`,
    ],
  ])('%s', (_, html) => {
    expect(read(html).map(({ key }) => key)).toEqual([`credly:${ID}`]);
  });

  it.each([
    `<a href="https://evil.example/x" data-href="${BADGE}">Tides</a>`,
    `<a href="/fake.html" data-url="${BADGE}">Tides</a>`,
  ])('and not where its own address leads elsewhere: %s', (html) => {
    expect(read(html)).toEqual([]);
  });

  it.each([
    ['a passage about its person', '<p>I like boats.</p>'],
    [
      'other credentials',
      `<ol><li><a href="${BADGE.replace('1', '2')}">Knots</a>, Harbour College, May 2026</li></ol>`,
    ],
    ['nothing else', ''],
  ])('an embed shows its own name, and the heading over %s and it is none', (_, before) => {
    const embed = `<div data-share-badge-id="${ID}" data-share-badge-host="https://www.credly.com"></div>`;
    expect(claims(`<h2>Find me elsewhere</h2>${before}${embed}`).at(-1)).toEqual([null, null, null, BADGE]);
    expect(claims(`<div><h3>Tides</h3>${embed}</div>`).at(-1)?.[0]).toBe('Tides');
  });

  const LEARN = 'https://learn.microsoft.com/en-us/users/ana/credentials/0123456789abcde';
  it.each([
    [
      'say behind it on which site they are shown',
      (n: number) => `${LEARN}${n}?ref=https%3A%2F%2Fwww.linkedin.com%2F`,
    ],
    [
      'have no number, and a host that tells what they are',
      (n: number) => `https://bcert.me/sabcdef${'xy'[n]}`,
    ],
  ])('cards around links that %s are told apart', (_, linkOf) => {
    const card = (title: string, n: number): string =>
      `<div class="card"><h3>${title}</h3><p>Harbour College<br>May 2026</p><div><a href="${linkOf(n)}">Show credential</a></div></div>`;
    const page = `<div>${card('Tides', 0)}${card('Soils', 1)}</div>`;
    expect(claims(page)).toEqual([
      ['Tides', 'Harbour College', 'May 2026', linkOf(0)],
      ['Soils', 'Harbour College', 'May 2026', linkOf(1)],
    ]);
  });

  it('a part of a picture has a text of its own', () => {
    const map = `<map><area href="${BADGE}" alt="Tides"></map>`;
    expect(claims(map)).toEqual([['Tides', null, null, BADGE]]);
  });

  it('a verifier’s link carries the record’s address', () => {
    const record = 'https://api.badgr.io/public/assertions/AbCdEfGhIjKlMnOpQrStUv';
    expect(links(`<a href="https://badgecheck.io?url=${encodeURIComponent(record)}">Verify</a>`)).toEqual([
      record,
    ]);
  });

  it('an invitation of Accredible’s names the page that it leads to', () => {
    const page = `https://www.credential.net/${ID}`;
    const invite = `https://api.accredible.com/v1/auth/invite?code=0&credential_id=${ID}&url=${encodeURIComponent(page)}&ident=0`;
    expect(links(`<a href="${invite}">Tides</a>`)).toEqual([page]);
  });

  it('a button that shares it with others is none', () => {
    expect(links(`<a href="https://share.example/?u=${encodeURIComponent(BADGE)}">Share</a>`)).toEqual([]);
  });

  it('a script that does something else is none', () => {
    expect(links(`<button onclick="track('${BADGE}')">x</button>`)).toEqual([]);
  });
});

describe('markup in attributes', () => {
  const item = (more = '', prop = 'hasCredential'): string =>
    `<div itemprop="${prop}" itemscope itemtype="https://schema.org/EducationalOccupationalCredential">
     <span itemprop="name">Tides</span> by <span itemprop="recognizedBy" itemscope itemtype="https://schema.org/Organization"><b itemprop="name">Example Academy</b></span>
     <time itemprop="dateCreated" datetime="2024-05-06">May</time>${more}</div>`;
  const person = (inner: string, type = 'Person'): string =>
    `<div itemscope itemtype="https://schema.org/${type}"><h1 itemprop="name">Ana</h1>${inner}</div>`;

  it('claims what a person has', () => {
    expect(claims(person(item()))).toEqual([['Tides', 'Example Academy', '2024-05-06', null]]);
  });

  it('is one claim with the link that stands in it', () => {
    expect(claims(person(item(`<a itemprop="url" href="${BADGE}">Show</a>`)))).toEqual([
      ['Tides', 'Example Academy', '2024-05-06', BADGE],
    ]);
  });

  it('says the same in RDFa', () => {
    const rdfa = `<div vocab="https://schema.org/" typeof="Person"><div property="hasCredential" typeof="EducationalOccupationalCredential">
      <span property="name">Tides</span><span property="recognizedBy" typeof="Organization"><i property="name">Example Academy</i></span><meta property="dateCreated" content="2024-05-06"></div></div>`;
    expect(claims(rdfa)).toEqual([['Tides', 'Example Academy', '2024-05-06', null]]);
  });

  it.each([
    ['what a course awards', item('', 'educationalCredentialAwarded'), 'Course'],
    ['what a post asks for', item('', 'qualifications'), 'JobPosting'],
    ['a company’s own', item(), 'Organization'],
    ['what is on offer', item('<span itemprop="offers">99 €</span>'), 'Person'],
  ])('does not claim %s', (_, inner, type) => {
    expect(claims(person(inner, type))).toEqual([]);
  });
});

describe('markup in a script', () => {
  const script = (more: object): string =>
    `<script type="application/ld+json">${JSON.stringify({
      '@type': 'Person',
      hasCredential: { '@type': 'EducationalOccupationalCredential', name: 'Tides', ...more },
    })}</script>`;

  it('leads where it says, and is one row with a link of the page to the same place', () => {
    const one = [['Tides', null, null, BADGE]];
    expect(claims(script({ url: BADGE }))).toEqual(one);
    expect(claims(`${script({ url: BADGE })}<a href="${BADGE}">Show</a>`)).toEqual(one);
  });

  it.each(['/relative', 'javascript:alert(1)', ''])('does not lead to “%s”', (url) => {
    expect(claims(script({ url }))).toEqual([['Tides', null, null, null]]);
  });
});

describe('a card that is one link', () => {
  const card = (inner: string): string => `<div onclick="window.open('${BADGE}')">${inner}</div>`;

  it.each([
    ['<b>Harbour Pilot</b><span>Northwind University</span>', 'Harbour Pilot', 'Northwind University'],
    ['Harbour Pilot<br><small>Northwind Inc.</small>', 'Harbour Pilot', 'Northwind Inc.'],
    ['<div>Harbour Pilot</div><div>Learn to steer</div>', 'Harbour Pilot', null],
    ['Harbour <b>Pilot</b>', 'Harbour Pilot', null],
    ['<p>Harbour <i>Pilot</i> II</p>', 'Harbour Pilot II', null],
  ])('%s', (inner, title, issuer) => {
    expect(claims(card(inner))).toEqual([[title, issuer, null, BADGE]]);
  });
});

describe('the name of a lone badge', () => {
  const page = (badge: string): string =>
    `<article><h1>Ana Lindqvist</h1><p>Pilot at Northwind</p><h2>Badges</h2><p>${badge}</p><h2>Skills</h2><p>Sailing</p></article>`;

  it.each([
    ['its picture', `<a href="${BADGE}"><img src="/b.png" alt="Tides – Associate"></a>`, 'Tides – Associate'],
    [
      'its link’s title',
      `<a href="${BADGE}" title="Tides – Associate"><img src="/b.png"></a>`,
      'Tides – Associate',
    ],
    [
      'its label',
      `<a href="${BADGE}" aria-label="Show credential for Tides"><img src="/b.png" alt=""></a>`,
      'Tides',
    ],
    ['its words before its picture', `<a href="${BADGE}"><img src="/b.png" alt="T"> Tides</a>`, 'Tides'],
  ])('comes from %s before lines that are about something else', (_, badge, title) => {
    expect(claims(page(badge))[0]?.[0]).toBe(title);
  });

  it.each([
    'certificate.png',
    '/img/c.jpg',
    'Northwind logo',
    'Credly Badge',
    'Certification Badge',
    'View my verified achievement from Northwind on Credly.',
  ])('is not “%s”', (alt) => {
    expect(claims(`<h3>Tides</h3><a href="${BADGE}"><img src="/b.png" alt="${alt}"></a>`)[0]?.[0]).toBe(
      'Tides',
    );
  });

  it.each(['Institution: Northwind', 'Level: Advanced', 'Accomplishment', 'Verification:', 'credly.com'])(
    'is not the label “%s”',
    (label) => {
      expect(
        claims(`<div><p>${label}</p><p>Tides</p><p><a href="${BADGE}">Certificate</a></p></div>`)[0]?.[0],
      ).toBe('Tides');
    },
  );

  it.each([
    ['Materia: Datos', 'Nivel: Avanzado'],
    ['科目：データ', 'レベル：上級'],
    ['Тема: данные', 'Уровень: высокий'],
  ])('is above details in any language: “%s” “%s”', (...details) => {
    const html = `<hr><div><p><b>Tides</b></p></div><div><p>${details.join('<br>')}<br>URL: <a href="${BADGE}">Link</a></p></div>`;
    expect(claims(html)[0]?.[0]).toBe('Tides');
  });

  it('is what a shared card says was issued', () => {
    const card = `<a href="${BADGE}"><p>Tides was issued by Northwind to Ana Lindqvist.</p><p>credly.com</p></a>`;
    expect(claims(card)).toEqual([['Tides', 'Northwind', null, BADGE]]);
  });

  it.each([
    'Tides wurde von Northwind an Ana Lindqvist ausgestellt.',
    'Tides wurde ausgestellt von Northwind an Ana Lindqvist.',
    'Tides fue emitida por Northwind a Ana Lindqvist.',
    'Tides a été délivré par Northwind à Ana Lindqvist.',
    'Tides foi emitido por Northwind para Ana Lindqvist.',
    'Tides è stato rilasciato da Northwind a Ana Lindqvist.',
    'Tides is uitgereikt door Northwind aan Ana Lindqvist.',
    'Tides telah diterbitkan oleh Northwind kepada Ana Lindqvist.',
    'TidesはNorthwindからAna Lindqvistに発行されました。',
    'Tides صدرت عن Northwind إلى Ana Lindqvist',
    'Tides została wydana przez Northwind dla Ana Lindqvist.',
    'Tides został przyznany przez Northwind użytkownikowi Ana Lindqvist.',
    'Tides, Northwind tarafından Ana Lindqvist adlı kişiye verildi.',
    'Tides은(는) Northwind에서 Ana Lindqvist에게 발급했습니다.',
    'Tides이(가) Northwind에 의해 Ana Lindqvist님에게 발급되었습니다.',
    'Tides 由 Northwind 颁发给 Ana Lindqvist。',
    'Tides由Northwind頒發給Ana Lindqvist',
  ])('is what a shared card says was issued, in its own language: %s', (line) => {
    const card = `<a href="${BADGE}"><p>${line}</p><p>credly.com</p></a>`;
    expect(claims(card)).toEqual([['Tides', 'Northwind', null, BADGE]]);
  });
});

describe('a title before a comma', () => {
  it.each([
    [
      'Tides, Advanced, Northwind tarafından Ana Lindqvist adlı kişiye verildi.',
      'Tides, Advanced',
      'Northwind',
    ],
    ['Tides, Northwind, Inc. tarafından Ana Lindqvist adlı kişiye verildi.', 'Tides', 'Northwind, Inc.'],
  ])('keeps its own commas, and the issuer the one of its form: %s', (line, title, issuer) => {
    expect(claims(`<a href="${BADGE}"><p>${line}</p><p>credly.com</p></a>`)).toEqual([
      [title, issuer, null, BADGE],
    ]);
  });
});

describe('a date', () => {
  it.each([
    ['Earned Jul 19, 2025 EDT', 'Jul 19, 2025'],
    ['Issued Jul 19, 2025, 10:30 AM PST', 'Jul 19, 2025'],
    ['Completed: 19 July 2025 09:00 UTC', '19 July 2025'],
    ['Issued Jul 19, 2025 at 3:00 PM', 'Jul 19, 2025'],
  ])('is not lost for the time behind it: %s', (line, date) => {
    expect(claims(`<div><h3>Tides</h3><p>${line}</p><a href="${BADGE}">Show</a></div>`)[0]?.[2]).toBe(date);
  });
});

describe('several names for one record', () => {
  const row = (name: string): string =>
    `<div class="row"><div><h3>${name}</h3><a href="${BADGE}"><img src="/x.png" alt="Badge"></a><a href="${BADGE}">${BADGE}</a></div></div>`;

  it('are several claims, each of which knows of the others', () => {
    const found = read(
      `<section><h1>Mine</h1>${['Tides', 'Night Watch', 'Harbour'].map(row).join('')}</section>`,
    );
    expect(found.map(({ claim }) => [claim.title, claim.alsoNamed])).toEqual([
      ['Tides', ['Night Watch', 'Harbour']],
      ['Night Watch', ['Tides', 'Harbour']],
      ['Harbour', ['Tides', 'Night Watch']],
    ]);
    expect(new Set(found.map(({ key }) => key)).size).toBe(3);
  });

  it('are several claims in the markup of a script, too', () => {
    const named = (name: string) => ({ '@type': 'EducationalOccupationalCredential', name, url: BADGE });
    const person = { '@type': 'Person', hasCredential: ['Tides', 'Night Watch', 'Tides'].map(named) };
    const found = read(`<script type="application/ld+json">${JSON.stringify(person)}</script>`);
    expect(found.map(({ claim }) => claim.title)).toEqual(['Tides', 'Night Watch']);
  });

  it('are listed as far as anybody reads them, and counted in all', () => {
    const names = Array.from({ length: 30 }, (_, at) => `Tides ${at + 1}`);
    const found = read(`<section><h1>Mine</h1>${names.map(row).join('')}</section>`);
    expect(found).toHaveLength(30);
    expect(found[2]?.claim.alsoNamed).toEqual(['Tides 1', 'Tides 2', ...names.slice(3, 21)]);
    expect(found[29]?.claim.names).toBe(30);
  });

  it.each([
    ['the same name in two rows', `<section>${row('Tides')}${row('Tides')}</section>`],
    [
      'a picture and a word for it',
      `<div><a href="${BADGE}"><img alt="Tides" src="/x.png"></a><a href="${BADGE}">again</a></div>`,
    ],
    [
      'a list of skills, and one of certificates',
      `<ul><li><a href="${BADGE}">Sailing</a></li></ul><ul><li><h4>Tides</h4><a href="${BADGE}">Show</a></li></ul>`,
    ],
  ])('are one claim where they are %s', (_, html) => {
    expect(read(html)).toHaveLength(1);
    expect(read(html)[0]?.claim.alsoNamed).toBeUndefined();
  });
});

describe('a row without a link', () => {
  it('gives its neighbour neither its name nor its date', () => {
    const rows = `<div class="list"><div class="cert"><h3>Tides</h3><p>Northwind</p><p>May 2023</p></div><div class="cert"><h3>Night Watch</h3><p>Example Academy</p><p>June 2024</p><a href="${BADGE}">Show</a></div></div>`;
    expect(claims(rows)).toEqual([['Night Watch', 'Example Academy', 'June 2024', BADGE]]);
  });

  it('does so also where nothing but its lines tell it from the next', () => {
    const rows = `<div class="list"><div class="cert"><p>Tides</p><p>Northwind</p></div><div class="cert"><p>Night Watch</p><p>Example Academy</p><a href="${BADGE}">Show</a></div></div>`;
    expect(claims(rows)[0]?.[0]).toBe('Night Watch');
  });
});

it.each([
  ['/certificates/building-teams-2023/', 0],
  ['/certificates/2023-04-26-building-teams/', 0],
  ['/certificates/0123456789abcdef0123', 1],
])('a page of the same site, %s, is a post or a certificate by its name', (path, count) => {
  expect(read(`<a href="${path}">Building Teams</a>`)).toHaveLength(count);
});
