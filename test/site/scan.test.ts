import { Window } from 'happy-dom';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { scan, scanElements } from '../../src/site/scan.ts';
import type { Sighting } from '../../src/site/sighting.ts';

const ID = '00000000-1111-4222-8333-444444444444';
const OTHER = '00000000-1111-4222-8333-555555555555';
const BADGE = `https://www.credly.com/badges/${ID}`;
const URL_ = 'https://person.example/portfolio/';

/** Two independent documents: what the command line reads with, and what behaves more like a browser. */
const DOMS: readonly (readonly [string, (html: string) => Document])[] = [
  [
    'linkedom',
    (html) =>
      parseHTML(`<!doctype html><html lang="en"><head><title>Page</title></head><body>${html}</body></html>`)
        .document as unknown as Document,
  ],
  [
    'happy-dom',
    (html) => {
      const window = new Window({
        url: URL_,
        settings: { disableIframePageLoading: true, disableJavaScriptFileLoading: true } as never,
      });
      window.document.write(
        `<!doctype html><html lang="en"><head><title>Page</title></head><body>${html}</body></html>`,
      );
      return window.document as unknown as Document;
    },
  ],
];

describe.each(DOMS)('scan in %s', (_, parse) => {
  const see = (html: string, url = URL_): readonly Sighting[] => scan(parse(html), { url }).sightings;
  const links = (html: string, url = URL_) => see(html, url).map(({ kind, link }) => [kind, link]);

  it('reports the page’s title and language, and nothing of a page without credentials', () => {
    expect(scan(parse('<p>Hello <a href="https://example.org/">there</a>'), { url: URL_ })).toEqual({
      url: URL_,
      title: 'Page',
      language: 'en',
      names: [],
      sightings: [],
    });
  });

  it('reports what the page marks as a name, and no more than a few', () => {
    const marks = `<h1> Ana
      Lindqvist </h1><meta property="profile:first_name" content="Ana">
      <div itemscope itemtype="https://schema.org/Person"><b itemprop="name">Ana L.</b></div>`;
    const { names } = scan(parse(`${marks}${'<h1>More</h1>'.repeat(20)}`), { url: URL_ });
    expect(names).toContainEqual(['h1', 'Ana Lindqvist']);
    expect(names).toContainEqual(['profile:first_name', 'Ana']);
    expect(names).toContainEqual(['b', 'Ana L.']);
    expect(names).toHaveLength(12);
  });

  it('finds links, areas and wrapped links, and unwraps them', () => {
    const html = `<a href="${BADGE}">A</a><map><area href="${BADGE}"></map>
      <a href="https://www.linkedin.com/redir/redirect?url=${encodeURIComponent(BADGE)}&trk=x">B</a>`;
    expect(links(html)).toEqual([
      ['link', BADGE],
      ['link', BADGE],
      ['link', BADGE],
    ]);
  });

  it('leaves a wrapper round anything else alone', () => {
    expect(
      see('<a href="https://www.linkedin.com/safety/go/?url=https%3A%2F%2Fgithub.com%2Fa">A</a>'),
    ).toEqual([]);
  });

  it('resolves relative links against the page, and against its base element', () => {
    expect(links(`<a href="/badges/${ID}">A</a>`, 'https://www.credly.com/users/a/badges')[1]).toEqual([
      'link',
      BADGE,
    ]);
    expect(links('<base href="https://school.example/x/"><a href="../badges/1.json">A</a>')).toEqual([
      ['link', 'https://school.example/badges/1.json'],
    ]);
  });

  it('finds embeds: data attributes, frames, viewers', () => {
    const html = `<div data-share-badge-id="${ID}" data-share-badge-host="https://www.credly.com"></div>
      <iframe src="//www.credly.com/embedded_badge/${ID}"></iframe>
      <iframe src="https://example.org/map"></iframe>
      <blockcerts-verifier src="/certificates/1.json"></blockcerts-verifier>`;
    expect(links(html)).toEqual([
      ['embed', BADGE],
      ['embed', `https://www.credly.com/embedded_badge/${ID}`],
      ['embed', 'https://person.example/certificates/1.json'],
    ]);
  });

  it('finds the address of a frame that shows nothing until it is near', () => {
    const near = 'src="about:blank"';
    const html = `<iframe ${near} data-src="https://www.credly.com/embedded_badge/1"></iframe><iframe ${near} data-lazy-src="https://www.credly.com/embedded_badge/2"></iframe>`;
    expect(see(html).map(({ link }) => link)).toEqual([
      'https://www.credly.com/embedded_badge/1',
      'https://www.credly.com/embedded_badge/2',
    ]);
  });

  it('finds pictures that may hold a badge: of the page’s own origin, or a platform’s baked ones', () => {
    const html = `<img src="img/badge-1.png"><img src="photo.png"><img src="certificate.jpg">
      <img src="https://elsewhere.example/badge.png">
      <img data-src="/a.svg" alt="My certificate">
      <img src="https://api.badgr.io/public/assertions/AbCdEfGhIjKlMnOpQrStUv/image">`;
    expect(links(html)).toEqual([
      ['image', 'https://person.example/portfolio/img/badge-1.png'],
      ['image', 'https://person.example/a.svg'],
      ['image', 'https://api.badgr.io/public/assertions/AbCdEfGhIjKlMnOpQrStUv/image'],
    ]);
  });

  it('looks behind GitHub’s picture proxy', () => {
    const inner = 'https://raw.githubusercontent.com/a/b/main/badge.png';
    const camo = `https://camo.githubusercontent.com/00ff/${Buffer.from(inner).toString('hex')}`;
    expect(links(`<img src="${camo}" data-canonical-src="${inner}">`)).toEqual([['image', inner]]);
  });

  it('says nothing of a picture inside the link that it stands for', () => {
    const html = `<a href="${BADGE}"><img src="/badge.png" alt="Cloud Practitioner"></a>`;
    expect(see(html)).toMatchObject([{ kind: 'link', claim: { title: 'Cloud Practitioner' } }]);
  });

  it('takes a picture of a kind of badge for a claim, where it leads nowhere', () => {
    const html = `<img src="https://images.credly.com/images/${ID}/image.png" alt="Cloud Practitioner">
      <img src="https://images.credly.com/images/${ID}/image.png" alt="">`;
    expect(see(html)).toMatchObject([{ kind: 'claim', link: null, claim: { title: 'Cloud Practitioner' } }]);
  });

  it('reads markup with endless names in time', () => {
    const name = `${'require'.repeat(100_000)}!`;
    const own = `{"@type":"Person","${name}":{"@type":"EducationalOccupationalCredential","name":"Tides"}}`;
    expect(see(`<script type="application/ld+json">${own}</script>`)).toMatchObject([
      { claim: { title: 'Tides' } },
    ]);
  });

  it('finds credentials in scripts, and what schema.org markup asserts', () => {
    const vc = JSON.stringify({ type: ['VerifiableCredential'], credentialSubject: {} });
    const own = JSON.stringify({
      '@type': 'Person',
      hasCredential: [
        {
          '@type': 'EducationalOccupationalCredential',
          name: 'BSc',
          recognizedBy: { name: 'School' },
          dateCreated: '2020-05-01',
        },
      ],
    });
    const html = `<script type="application/ld+json">${vc}</script><script type="application/ld+json">${own}</script>
      <script type="application/ld+json">{"@type":"Person"}</script><script type="application/ld+json">{broken</script>`;
    expect(see(html)).toMatchObject([
      { kind: 'json-ld', text: vc },
      { kind: 'claim', claim: { title: 'BSc', issuer: 'School', issued: '2020-05-01' } },
    ]);
  });

  it.each(['vc+jwt', 'vc+sd-jwt', 'dc+sd-jwt', 'vp+json', 'vc', 'vc+ld+json; charset=utf-8'])(
    'finds tokens and records in scripts of type application/%s',
    (type) => {
      const text = type.endsWith('jwt')
        ? 'eyJhbGciOiJFUzI1NiJ9.e30.AA'
        : '{"type":"EnvelopedVerifiableCredential"}';
      expect(see(`<script type="application/${type}">${text}</script>`)).toMatchObject([
        { kind: 'json-ld', text },
      ]);
    },
  );

  it('finds data: links and credentials in fragments', () => {
    const data = 'data:application/vc+ld+json,%7B%22type%22%3A%5B%22VerifiableCredential%22%5D%7D';
    const fragment = 'https://wallet.example/#vc=eyJhbGciOiJFUzI1NiJ9.e30.AA';
    expect(links(`<a href="${data}">A</a><a href="${fragment}">B</a>`)).toEqual([
      ['link', data],
      ['link', fragment],
    ]);
  });

  it('takes a drive’s file for a claim only where the page speaks of credentials', () => {
    const file = '<a href="https://drive.google.com/file/d/abc/view">Data Analysis</a>';
    expect(links(`<h2>Certificates</h2>${file}`)).toEqual([
      ['claim', 'https://drive.google.com/file/d/abc/view'],
    ]);
    expect(links(`<h2>Slides</h2>${file}`)).toEqual([]);
  });

  it('takes the page itself for a credential where it is a platform’s', () => {
    expect(links('<p>x</p>', BADGE)).toEqual([['link', BADGE]]);
  });

  it('numbers the places, and gives the element of each', () => {
    const { scan: seen, elements } = scanElements(
      parse(`<a href="${BADGE}">A</a><p></p><a href="${BADGE}">B</a>`),
      { url: URL_ },
    );
    expect(seen.sightings.map(({ place }) => place)).toEqual([0, 1]);
    expect(elements.map((element) => element.textContent)).toEqual(['A', 'B']);
  });

  it('reports broken addresses as nothing and never throws', () => {
    const html = `<a href="https://">A</a><a href="http://%zz/badges/">B</a><a href="https://[">C</a><img srcset=", ,"><a href="//">D</a>`;
    expect(see(html)).toEqual([]);
    expect(see(html, 'not an address')).toEqual([]);
  });
});

describe('shadow roots', () => {
  it('are read where they are open', () => {
    const window = new Window({ url: URL_ });
    const host = window.document.createElement('div');
    window.document.body.append(host);
    host.attachShadow({ mode: 'open' }).innerHTML = `<a href="${BADGE}">A</a>`;
    const { sightings } = scan(window.document as unknown as Document, { url: URL_ });
    expect(sightings.map(({ link }) => link)).toEqual([BADGE]);
  });
});

describe('claims', () => {
  const parse = DOMS[0]?.[1] as (html: string) => Document;
  const claims = (html: string) => scan(parse(html), { url: URL_ }).sightings.map(({ claim }) => claim);
  const entry = (lines: string, link = BADGE) =>
    `<div>${lines}<div><a href="${link}">Show credential</a></div></div>`;
  const list = (...lines: readonly string[]) =>
    `<section>${lines.map((line, index) => entry(line, index === 0 ? BADGE : `https://www.credly.com/badges/${OTHER}`)).join('')}</section>`;

  it('are read entry by entry', () => {
    expect(
      claims(
        list(
          '<p>Cloud Practitioner</p><p>Cloud Inc.</p><p>Issued Jan 2026 · Expires Jan 2029</p><p>Credential ID EX-1000</p>',
          '<p>Security</p><p>Security Ltd</p><p>Issued Mar 2026</p>',
        ),
      ),
    ).toEqual([
      {
        title: 'Cloud Practitioner',
        issuer: 'Cloud Inc.',
        issued: 'Jan 2026',
        expires: 'Jan 2029',
        credentialId: 'EX-1000',
      },
      { title: 'Security', issuer: 'Security Ltd', issued: 'Mar 2026', expires: null, credentialId: null },
    ]);
  });

  it.each([
    ['German', 'Ausgestellt: Jan. 2026 · Gültig bis Jan. 2029', 'Jan. 2026', 'Jan. 2029'],
    ['French', 'Délivré en janv. 2026 · Expire le janv. 2029', 'janv. 2026', 'janv. 2029'],
    ['Spanish', 'Expedición: ene. 2026 · Vencimiento: ene. 2029', 'ene. 2026', 'ene. 2029'],
    ['Portuguese', 'Emitido em jan. de 2026 · Válido até jan. de 2029', 'jan. de 2026', 'jan. de 2029'],
    ['Italian', 'Rilasciato: gen 2026 · Scadenza: gen 2029', 'gen 2026', 'gen 2029'],
    ['Dutch', 'Uitgegeven: jan. 2026 · Verloopt op jan. 2029', 'jan. 2026', 'jan. 2029'],
    ['Polish', 'Wydany: sty 2026 · Wygasa: sty 2029', 'sty 2026', 'sty 2029'],
    ['Swedish', 'Utfärdat jan. 2026 · Upphör jan. 2029', 'jan. 2026', 'jan. 2029'],
    ['Turkish', 'Verilme tarihi: Oca 2026 · Sona eriyor: Oca 2029', 'Oca 2026', 'Oca 2029'],
    ['Russian', 'Выдан янв. 2026 · Истекает янв. 2029', 'янв. 2026', 'янв. 2029'],
    ['Japanese', '発行日: 2026年1月 · 有効期限: 2029年1月', '2026年1月', '2029年1月'],
    ['Chinese', '颁发日期：2026年1月 · 到期日：2029年1月', '2026年1月', '2029年1月'],
    ['Korean', '발급일: 2026년 1월 · 만료일: 2029년 1월', '2026년 1월', '2029년 1월'],
    ['numbers alone', '2026-01-05', '2026-01-05', null],
    ['a day and a month', 'May 5, 2026', 'May 5, 2026', null],
  ])('tell the dates apart in %s', (_, line, issued, expires) => {
    expect(claims(list(`<p>Title</p><p>School</p><p>${line}</p>`, '<p>Other</p>'))[0]).toMatchObject({
      issued,
      expires,
    });
  });

  it.each([
    'Software Freedom Day 2022',
    'I finished this in 2022 and learned a lot',
    'Room 2045',
    'CCNA v2020',
  ])('take “%s” for no date', (line) => {
    expect(claims(list(`<p>Title</p><p>${line}</p>`, '<p>Other</p>'))[0]?.issued).toBeNull();
  });

  it('take the heading, the link’s own words, the picture’s text, in this order, and never a call', () => {
    expect(claims(`<article><h3>Heading</h3><a href="${BADGE}">Words</a></article>`)[0]?.title).toBe(
      'Heading',
    );
    expect(claims(`<p><a href="${BADGE}">Words <b>of it</b></a></p>`)[0]?.title).toBe('Words of it');
    expect(claims(`<p><a href="${BADGE}"><img alt="Painting"></a></p>`)[0]?.title).toBe('Painting');
    expect(claims(`<p><a href="${BADGE}">Verify ↗</a></p>`)[0]?.title).toBeNull();
    expect(claims(`<p><a href="${BADGE}">${BADGE}</a></p>`)[0]?.title).toBeNull();
  });

  it('take no description for an issuer', () => {
    const line =
      '<p>Title</p><p>A long description of what was learned there.</p><p>And more.</p><p>Jan 2026</p>';
    expect(claims(list(line, '<p>Other</p>'))[0]).toMatchObject({
      title: 'Title',
      issuer: null,
      issued: 'Jan 2026',
    });
  });

  it('take nothing of a neighbour', () => {
    const html = `<ul><li><a href="${BADGE}">One</a></li><li>Two, issued Jan 2020</li></ul>`;
    expect(claims(html)).toEqual([
      { title: 'One', issuer: null, issued: null, expires: null, credentialId: null },
    ]);
  });

  it('list an entry of LinkedIn’s that has no link, and not the ones that have', () => {
    const item = (inner: string) =>
      `<li class="profile-section-card"><h3>${inner}</h3><h4>School</h4><span>Issued Jul 2026</span></li>`;
    const html = `<section data-section="certifications"><ul>${item(`<a href="${BADGE}">One</a>`)}${item('Two')}</ul></section>`;
    const { sightings } = scan(parse(html), { url: 'https://www.linkedin.com/in/example/' });
    expect(sightings.map(({ kind, link, claim }) => [kind, link, claim.title])).toEqual([
      ['claim', BADGE, 'One'],
      ['claim', null, 'Two'],
    ]);
  });
});
