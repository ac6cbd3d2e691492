/**
 * The whole list that a careful person would write down, on pages as the large profile sites draw them. Every page, name
 * and number is made up; the markup is ours, after what is publicly known of these sites.
 */

import { parseHTML } from 'linkedom';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { REQUEST_FORMS } from '../../src/platform/request-forms.ts';
import { recognise } from '../../src/recognise/recognise.ts';
import { readClaims } from '../../src/site/claims.ts';
import { createReading } from '../../src/site/reading.ts';
import { finish } from '../../src/site/steps.ts';
import { credlyBadge } from '../build/links.ts';

const EDC =
  'https://europa.eu/europass/digital-credentials/viewer/#/view/3f2a9c10-1111-4222-8333-000000000001';

interface Line {
  readonly title: string | null;
  readonly issuer?: string | null;
  readonly issued?: string | null;
  readonly expires?: string | null;
  readonly id?: string | null;
  readonly link?: string | null;
}
/** Every credential of a page, in its order, as one would note it down: by way of the page's script and the worker. */
const listed = (html: string, url: string): readonly Required<Line>[] => {
  const { document } = parseHTML(
    `<!doctype html><html><head><title>Ana Lindqvist</title></head><body>${html}</body></html>`,
  );
  const reading = createReading(document as unknown as Document, { url });
  finish(reading.whole());
  const sent: unknown = JSON.parse(JSON.stringify({ scan: reading.scanned().scan }));
  const { scan } = v.parse(REQUEST_FORMS['page-scanned'].ask, sent);
  return recognise(readClaims(scan)).map(({ link, claim }) => ({
    title: claim.title,
    issuer: claim.issuer,
    issued: claim.issued,
    expires: claim.expires,
    id: claim.credentialId,
    link,
  }));
};
const line = (own: Line): Required<Line> => ({
  issuer: null,
  issued: null,
  expires: null,
  id: null,
  link: null,
  ...own,
});

describe('an ORCID record', () => {
  const URL_ = 'https://orcid.org/0000-0000-0000-0001';
  const card = (of: { where: string; what: string; type: string; source?: string; more?: string }): string =>
    `<app-affiliation-stack><app-panel><div class="header box"><div><h4 header>${of.where}</h4></div></div><div class="body">
      <app-affiliation><app-panel-data><div><div class="general-data">${of.what}</div><div class="general-data">${of.type}</div>${of.more ?? ''}</div></app-panel-data></app-affiliation>
      <app-panel-source><div class="source-title"><strong>Source</strong>: <img src="./assets/vectors/profile-not-verified.svg" alt="Self-asserted source"><div>${of.source ?? 'Ana Lindqvist'}</div></div></app-panel-source>
    </div></app-panel></app-affiliation-stack>`;
  const person = JSON.stringify({
    '@context': 'http://schema.org',
    '@type': 'Person',
    '@id': 'https://orcid.org/0000-0000-0000-0001',
    givenName: 'Ana',
    familyName: 'Lindqvist',
    alumniOf: [{ '@type': 'Organization', name: 'Harbour University', alternateName: 'Physics' }],
    affiliation: [{ '@type': 'Organization', name: 'Northwind Institute' }],
  });
  const record = (qualification: string): string =>
    `<script type="application/ld+json">${person}</script><main><h1>Ana Lindqvist</h1>
     <section id="affiliations"><app-panels><h3>Employment (1)</h3>
       ${card({ where: 'Northwind Institute: Lund, Skåne, SE', what: '2019-05-12 to present | Certification officer (Registry)', type: 'Employment' })}</app-panels></section>
     <section id="education-and-qualification"><app-panels><h3>${qualification} (4)</h3>
       ${card({ where: 'Harbour University: Lund, SE', what: '2010-09-01 to 2014-06-30 | BSc (Physics)', type: 'Education', source: 'Harbour University' })}
       ${card({ where: 'Example Academy: Berlin, DE', what: '2021-03-04 | Certified Data Steward', type: qualification, more: '<div>Organization identifiers</div><a href="https://ror.org/0000made0">https://ror.org/0000made0</a>' })}
       ${card({ where: 'Example Academy: Berlin, DE', what: '2017-01 to 2018-02 | Harbour Pilot (Deep water)', type: qualification, source: 'Example Academy' })}
       ${card({ where: 'Northwind: Oslo, NO', what: '2023 | Cloud Practitioner', type: qualification, more: `<div>URL</div><a href="${credlyBadge(1)}">${credlyBadge(1)}</a>` })}
     </app-panels></section>
     <section id="professional-activities"><h3>Professional activities (1)</h3>
       ${card({ where: 'Guild of Pilots: Lund, SE', what: '2020 | Member', type: 'Membership' })}</section></main>`;
  const LIST = [
    line({ title: 'Certified Data Steward', issuer: 'Example Academy', issued: '2021-03-04' }),
    line({ title: 'Harbour Pilot (Deep water)', issuer: 'Example Academy' }),
    line({ title: 'Cloud Practitioner', issuer: 'Northwind', issued: '2023', link: credlyBadge(1) }),
  ];

  it.each(['Qualification', 'Qualifikation', 'Cualificación', 'Квалификация', '资格'])(
    'lists what is called “%s”, and neither employment, study nor membership',
    (word) => {
      expect(listed(record(word), URL_)).toEqual(LIST);
    },
  );

  it.each([
    [
      'whose rows are made of pieces',
      '<h2 header>Example Academy: <!----> Lund, <!----> SE</h2>',
      '<div>2021-03-04<!----> | <!----> Certified Data Steward<!----></div>',
      { title: 'Certified Data Steward', issuer: 'Example Academy', issued: '2021-03-04' },
    ],
    [
      'of an organisation with a colon in its name',
      '<h2>Guild: School of Pilots: Lund, SE</h2>',
      '<div>2021 | Pilot: deep water</div>',
      { title: 'Pilot: deep water', issuer: 'Guild: School of Pilots', issued: '2021' },
    ],
    [
      'without dates',
      '<h2>Example Academy: Lund, SE</h2>',
      '<div>Certified Data Steward</div>',
      { title: 'Certified Data Steward', issuer: 'Example Academy' },
    ],
    [
      'without dates, and a line between',
      '<h2>Example Academy:</h2>',
      '<div>| Certified Data Steward</div>',
      { title: 'Certified Data Steward', issuer: 'Example Academy' },
    ],
    [
      'without a title: never the organisation’s name in its place',
      '<h2>Example Academy: Lund, SE</h2>',
      '<div>2021-03</div>',
      { title: 'Qualification', issuer: 'Example Academy', issued: '2021-03' },
    ],
  ])('reads a card %s', (_, header, what, expected) => {
    const html = card({ where: '', what: '', type: 'Qualification' })
      .replace('<h4 header></h4>', header)
      .replace('<div class="general-data"></div>', what)
      .replaceAll('\u003c!----\u003e', '</span><span>')
      .replace(/<(h2|div)( header)?>([^<]*<\/span>.*?)<\/\1>/g, '<$1><span>$3</span></$1>');
    expect(listed(`<section id="education-and-qualification">${html}</section>`, URL_)).toEqual([
      line(expected),
    ]);
  });

  it('of the same markup on another site says nothing: the knowledge is of that site', () => {
    expect(listed(record('Qualification'), 'https://person.example/')).toMatchObject([
      { link: credlyBadge(1) },
    ]);
  });

  it('in a design that nobody knows still shows its links', () => {
    const html = record('Qualification').replace(/app-[a-z-]+|id="[^"]*"/g, (name) =>
      name.startsWith('app') ? 'x-new' : '',
    );
    expect(listed(html, URL_)).toMatchObject([{ link: credlyBadge(1) }]);
  });
});

describe('a Xing profile', () => {
  const URL_ = 'https://www.xing.com/profile/Ana_Lindqvist/web_profiles';
  const profile = (heading: string): string =>
    `<main><h1>Ana Lindqvist</h1>
     <div class="a1"><div class="b"><h2 class="c">Berufserfahrung</h2></div><div class="l"><div class="e"><h3>Zertifizierungsstelle leiten</h3><p>Nordwind GmbH</p><p>2019 - heute</p></div></div></div>
     <div class="a1"><div class="b"><h2 class="c">${heading}</h2></div><div class="l">
       <div class="e"><h3>Geprüfte Hafenlotsin</h3><p>Beispielakademie</p><p>März 2021</p></div>
       <div class="e"><h3>Cloud Practitioner</h3><p>Nordwind</p><p>2023</p><a href="${credlyBadge(1)}">Nachweis anzeigen</a></div>
       <div class="e"><h3>Scrum-Grundlagen</h3><a href="https://academy.example/p/42">Zur Seite</a></div>
       <div class="e"><h3>Gezeiten</h3><a href="https://www.coursera.org/learn/tides">Zum Kurs</a></div>
       <div class="m"><button>Alle anzeigen</button></div></div></div>
     <div class="a1"><div class="b"><h2 class="c">Sprachen</h2></div><ul><li>Deutsch</li><li>Englisch</li></ul></div></main>`;

  it.each(['Qualifikationen', 'Zertifikate & Qualifikationen', 'Qualifications', 'Qualifikationen (3)'])(
    'lists what stands under “%s”, with and without a link',
    (heading) => {
      expect(listed(profile(heading), URL_)).toEqual([
        line({ title: 'Geprüfte Hafenlotsin', issuer: 'Beispielakademie', issued: 'März 2021' }),
        line({ title: 'Cloud Practitioner', issuer: 'Nordwind', issued: '2023', link: credlyBadge(1) }),
        line({ title: 'Scrum-Grundlagen', link: 'https://academy.example/p/42' }),
        line({ title: 'Gezeiten', link: 'https://www.coursera.org/learn/tides' }),
      ]);
    },
  );

  it('that calls the section by another word still shows its links', () => {
    expect(listed(profile('Was ich kann'), URL_)).toMatchObject([{ link: credlyBadge(1) }]);
  });

  it('is not a page of jobs there, where qualifications are asked for', () => {
    const job =
      '<h2>Qualifikationen</h2><ul><li>Abgeschlossenes Studium</li><li>Drei Jahre Erfahrung</li></ul>';
    expect(listed(job, 'https://www.xing.com/jobs/berlin-hafenlotsin-1000')).toEqual([]);
  });
});

describe('a Europass profile that is shared', () => {
  const URL_ =
    'https://europa.eu/europass/eportfolio/screen/share/3f2a9c10-1111-4222-8333-000000000009?lang=en';
  const scanned =
    'https://europa.eu/europass/eportfolio/api/document-repository/documents/3f2a9c10-1111-4222-8333-00000000000a';
  const page = (heading: string): string =>
    `<main><h1>Ana Lindqvist</h1><h2>Education and training</h2><div><div><p>2010 – 2014 Lund, Sweden</p><h3>BSc Physics</h3><p>Harbour University</p></div></div>
     <h2>${heading}</h2><div>
       <div><h3>Harbour Pilot</h3><p>Example Academy</p><p>04/03/2021</p></div>
       <div><h3>Micro-credential in Tides</h3><p>Harbour University</p><p>May 2024</p><a href="${EDC}">View credential</a></div>
       <div><h3>First aid</h3><p>Guild of Helpers</p><p>2022</p><a href="${scanned}">Attachment</a></div></div>
     <h2>Driving licence</h2><p>Driving Licence: B</p><h2>Language skills</h2><p>Swedish</p></main>`;

  it.each(['Certificates', 'Zertifikate', 'Certificats', 'Certificazioni', 'Certyfikaty'])(
    'lists what stands under “%s”, European Digital Credentials and attached files among them',
    (heading) => {
      expect(listed(page(heading), URL_)).toEqual([
        line({ title: 'Harbour Pilot', issuer: 'Example Academy', issued: '04/03/2021' }),
        line({
          title: 'Micro-credential in Tides',
          issuer: 'Harbour University',
          issued: 'May 2024',
          link: EDC,
        }),
        line({ title: 'First aid', issuer: 'Guild of Helpers', issued: '2022', link: scanned }),
      ]);
    },
  );

  it('says the same where the application has its base elsewhere; a base alone makes no other page one of its', () => {
    const based = `<base href="/europass/eportfolio/">${page('Certificates')}`;
    expect(listed(based, URL_).map(({ title }) => title)).toEqual([
      'Harbour Pilot',
      'Micro-credential in Tides',
      'First aid',
    ]);
    expect(
      listed(`<base href="${URL_}">${page('Certificates')}`, 'https://person.example/').map(
        ({ link }) => link,
      ),
    ).toEqual([EDC, scanned]);
  });

  it('is itself no credential where a person links it, nor is Europass’s own site', () => {
    const links = [
      URL_,
      'https://europa.eu/europass/eportfolio/api/eprofile/shared-profile/ana-lindqvist/3f2a9c10-1111-4222-8333-00000000000b?view=html',
      'https://europa.eu/europass/eportfolio/screen/cv-editor?lang=en',
      'https://europa.eu/europass/digital-credentials/viewer/#/home',
      'https://europa.eu/europass/en/what-are-digital-credentials',
    ];
    const html = links.map((link) => `<p><a href="${link}">Europass CV</a></p>`).join('');
    expect(listed(html, 'https://person.example/')).toEqual([]);
  });

  it('and a credential in its viewer is listed wherever it is linked', () => {
    expect(
      listed(
        `<h3>Micro-credential in Tides</h3><a href="${EDC}">View credential</a>`,
        'https://person.example/',
      ),
    ).toEqual([line({ title: 'Micro-credential in Tides', link: EDC })]);
  });
});

describe('a CV on a job board', () => {
  const cv = (heading: string): string =>
    `<main><h1>Ana Lindqvist</h1><section><h2>Work experience</h2><ul><li>Certification officer, Northwind, 2019 to present</li></ul></section>
     <section><div><h2>${heading}</h2></div><ul>
       <li><h3>Harbour Pilot</h3><div>Issued March 2021</div><div>Expires March 2031</div><div>Credential ID EX-1000</div></li>
       <li><a href="${credlyBadge(1)}">Cloud Practitioner</a> <span>Northwind • Mar 2024</span></li>
       <li><button>Show more</button></li></ul></section>
     <section><h2>Skills</h2><ul><li>Knots</li></ul></section></main>`;
  const LIST = [
    line({ title: 'Harbour Pilot', issued: 'March 2021', expires: 'March 2031', id: 'EX-1000' }),
    line({ title: 'Cloud Practitioner', issuer: 'Northwind', issued: 'Mar 2024', link: credlyBadge(1) }),
  ];

  it.each([
    ['https://profile.example.indeed.com/resume/ana-lindqvist', 'Certifications / Licenses'],
    ['https://resumes.indeed.com/resume/0000made0', 'Certifications and licenses'],
    ['https://www.stepstone.de/profile/ana', 'Zertifikate'],
    ['https://www.monster.fr/profil/ana', 'Certificats'],
    ['https://www.welcometothejungle.com/fr/profile/ana', 'Certifications'],
    ['https://www.indeed.co.uk/r/Ana-Lindqvist/0000made0', 'Certificates'],
    ['https://www.indeed.com/cv/ana', 'Licenses & certifications'],
    ['https://www.totaljobs.com/profile/ana', 'Licences'],
    ['https://www.glassdoor.ie/profile/ana', 'Certifications (2)'],
    ['https://www.infojobs.com.br/candidate/ana', 'Certificados'],
    ['https://www.infojobs.net/candidates/ana', 'Licencias'],
    ['https://www.jobteaser.com/en-gb/profile/ana', 'Badges'],
    ['https://www.stepstone.de/lebenslauf/ana-musterfrau-tipton', 'Bescheinigungen'],
    ['https://www.monster.de/my-profile/ana', 'Nachweise'],
    ['https://www.monster.com/my-resume/ana', 'Digital credentials'],
    ['https://www.monster.com/resume/ana', 'Micro-credentials'],
    ['https://www.monster.ca/profile/ana', 'Attestations'],
    ['https://www.indeed.com/r/ana', 'Lizenzen und Zertifikate'],
    ['https://www.indeed.com/r/ana', 'Certificazioni'],
    ['https://www.indeed.com/r/ana', 'Certyfikaty'],
    ['https://www.indeed.com/r/ana', 'Sertifikalar'],
    ['https://www.indeed.com/r/ana', 'Сертификаты'],
    ['https://www.indeed.com/r/ana', 'Сертифікати'],
    ['https://www.indeed.com/r/ana', '証明書'],
    ['https://profile.indeed.com/p/ana-1a2b3c', 'Certifications and licenses'],
    ['https://www.indeed.com/r/ana', '证书'],
    ['https://www.indeed.com/r/ana', '자격증'],
    ['https://www.indeed.com/r/ana', 'الشهادات'],
  ])('at %s lists what stands under “%s”', (url, heading) => {
    expect(listed(cv(heading), url)).toEqual(LIST);
  });

  it.each([
    ['https://www.indeed.com/viewjob?jk=0000', 'Certifications'],
    ['https://www.stepstone.de/stellenangebote--Hafenlotsin', 'Zertifikate'],
    ['https://www.stepstone.de/lebenslauf/vorlagen/', 'Zertifikate'],
    ['https://www.monster.de/lebenslauf/muster', 'Zertifikate'],
    ['https://www.totaljobs.com/cv/cv-templates?x=1', 'Certificates'],
    ['https://www.indeed.com/resume/examples#nurse', 'Certifications'],
    ['https://www.indeed.com/hire/resume/ana', 'Certifications'],
    ['https://www.monster.com/jobs/profile/ana', 'Certifications'],
    ['https://www.indeed.com.evil/r/ana', 'Certifications'],
    ['https://www.indeed.evil.example/r/ana', 'Certifications'],
    ['https://evil-indeed.example/r/ana', 'Certifications'],
    ['https://www.indeed.com/r/ana', 'Licenciaturas'],
    ['https://www.indeed.com/r/ana', 'Certificates I want'],
    ['https://www.indeed.com/r/ana', 'Driving licence'],
    ['https://jobs.example/people/ana', 'Certifications'],
  ])(
    '%s is no CV that is known, or “%s” no list of certificates: links are found, and nothing is taken for a claim',
    (url, heading) => {
      expect(listed(cv(heading), url)).toEqual(LIST.slice(1));
    },
  );

  it.each([
    [
      'a list in a list',
      '<ul><li><h2>Certificates</h2><ul><li>Harbour Pilot<ul><li>Deep water</li></ul></li><li>Tides</li></ul></li></ul>',
    ],
    [
      'a table',
      '<h2>Certificates</h2><table><tr><th>Name</th><th>Date</th></tr><tr><td>Harbour Pilot</td><td>March 2021</td></tr><tr><td>Tides</td></tr></table>',
    ],
    [
      'boxes in a box',
      '<header><h2>Certificates</h2></header><div><div><div>Harbour Pilot</div></div><div><div>Tides</div></div></div><h2>Skills</h2><p>Knots</p>',
    ],
    [
      'boxes of other names',
      '<h2>Certificates</h2><section><app-entry><article><h3>Harbour Pilot</h3><p>Guild</p></article></app-entry><app-entry><article><h3>Tides</h3></article></app-entry></section>',
    ],
    [
      'a list beside a word about it',
      '<h2>Certificates</h2><p>Checked by us</p><div><div><h3>Harbour Pilot</h3></div><div><h3>Tides</h3></div></div>',
    ],
    [
      'boxes of parts',
      '<h2>Certificates</h2><div><div><div><h3>Harbour Pilot</h3></div><div>Guild of Pilots</div><div>March 2021</div></div><div><div><h3>Tides</h3></div><div>Guild of Pilots</div></div></div>',
    ],
    [
      'names and what belongs to them in one row',
      '<h2>Certificates</h2><h3>Harbour Pilot</h3><p>Guild of Pilots</p><p>March 2021</p><h3>Tides</h3><p>Guild of Pilots</p><h2>Skills</h2><p>Knots</p>',
    ],
    [
      'lines of text with dates',
      '<h2>Certificates</h2><p>Harbour Pilot</p><p>Guild of Pilots</p><p>March 2021</p><p>Tides</p><p>Guild of Pilots</p><p>2020</p>',
    ],
    ['lines of text', '<h3>Certificates (2)</h3><p>Harbour Pilot</p><p>Tides</p><h3>Skills</h3><p>Knots</p>'],
    [
      'a heading by its role',
      '<div><div role="heading" aria-level="3">Certificates</div><p>Harbour Pilot</p><p>Tides</p></div>',
    ],
  ])('drawn as %s says the same', (_, html) => {
    const titles = listed(html, 'https://resumes.indeed.com/resume/0000made0').map(({ title }) => title);
    expect(titles).toEqual(['Harbour Pilot', 'Tides']);
  });

  it('leads where the entry leads, also to another site in the same country’s domain', () => {
    const html =
      '<h2>Certificates</h2><ul><li>Harbour Pilot <a href="/me/1">edit</a><a href="https://school.example.co.uk/p/1">See</a></li><li>Tides <a href="https://help.indeed.co.uk/x">Help</a></li></ul>';
    expect(listed(html, 'https://www.indeed.co.uk/r/ana').map(({ link }) => link)).toEqual([
      'https://school.example.co.uk/p/1',
      null,
    ]);
  });

  it.each([
    ['a box with a name over it', '<div><h3>Harbour Pilot</h3><p>Guild of Pilots</p><p>March 2021</p></div>'],
    ['a list of one', '<div><div><h3>Harbour Pilot</h3><p>Guild of Pilots</p><p>March 2021</p></div></div>'],
    [
      'a box of parts',
      '<div><div><h3>Harbour Pilot</h3></div><div>Guild of Pilots</div><div>March 2021</div></div>',
    ],
    ['a box of lines', '<div><p>Harbour Pilot</p><p>Guild of Pilots</p><p>March 2021</p></div>'],
    ['an article', '<article><h3>Harbour Pilot</h3><p>Guild of Pilots</p><p>March 2021</p></article>'],
  ])('with one entry, drawn as %s, is one row and not its lines', (_, html) => {
    expect(listed(`<section><h2>Certificates</h2>${html}</section>`, RESUME)).toEqual([
      line({ title: 'Harbour Pilot', issuer: 'Guild of Pilots', issued: 'March 2021' }),
    ]);
  });

  const RESUME = 'https://resumes.indeed.com/resume/0000made0';

  it.each(['', 'x', '0', '-1', '2.5', 'Infinity', 'NaN'])(
    'ends a list at the next heading, also where its level is said to be “%s”',
    (level) => {
      const html = `<div role="heading" aria-level="${level}">Certificates</div><p>Harbour Pilot</p><h2>Skills</h2><p>Knots</p>`;
      expect(listed(html, RESUME).map(({ title }) => title)).toEqual(['Harbour Pilot']);
    },
  );

  it.each([
    ['an invitation', '<p>Add your certificates to stand out!</p>'],
    ['that there are none', '<p>No certificates have been added yet.</p>'],
    ['how many there are', '<p>3 entries</p>'],
    ['running text', '<p>I hold a <b>certificate</b> in harbour work, among several others.</p>'],
    ['running text of another script', '<p>港湾の仕事に関する証明書をいくつか持っています。</p>'],
  ])('takes %s for no entry', (_, text) => {
    const html = `<h2>Certificates</h2>${text}<div><div><h3>Harbour Pilot</h3><p>2021</p></div><div><h3>Tides</h3></div></div>`;
    const titles = (inner: string) => listed(inner, RESUME).map(({ title }) => title);
    expect(titles(`<h2>Certificates</h2>${text}`)).toEqual([]);
    expect(titles(html)).not.toContain(text.replace(/<[^>]+>/g, ''));
  });

  it.each([
    'Show all 12 certificates',
    'Alle 12 Zertifikate anzeigen',
    'Afficher les 12 certificats',
    'Ver todos los certificados (12)',
    'Vedi tutti i certificati',
    'Add certificate',
    'Zertifikat hinzufügen',
  ])('takes “%s” for no entry', (words) => {
    const html = `<h2>Certificates</h2><ul><li>Harbour Pilot</li><li>Certificate 12</li><li><a href="/all">${words}</a></li></ul>`;
    expect(listed(html, RESUME).map(({ title }) => title)).toEqual(['Harbour Pilot', 'Certificate 12']);
  });

  it('keeps names that end like a sentence, and an entry with a long description', () => {
    const html = `<h2>Certificates</h2><ul><li>Harbour Pilot of the First Class, Northwind Harbour Works Inc.</li>
      <li><h3>Tides</h3><p>${'What I learnt there is told at length. '.repeat(40)}</p></li>
      <li><p>${'Nobody would write that much. '.repeat(60)}</p></li></ul>`;
    expect(listed(html, RESUME).map(({ title }) => title)).toEqual([
      'Harbour Pilot of the First Class, Northwind Harbour Works Inc.',
      'Tides',
    ]);
  });

  it('with the heading over nothing claims nothing', () => {
    const html = '<h2>Certificates</h2><h2>Skills</h2><ul><li>Knots</li></ul>';
    expect(listed(html, 'https://resumes.indeed.com/resume/0000made0')).toEqual([]);
  });

  it('an advertisement’s own data asks for credentials and claims none', () => {
    const wanted = {
      '@type': 'EducationalOccupationalCredential',
      name: 'Bachelor’s degree',
      credentialCategory: 'bachelor degree',
    };
    const job = {
      '@context': 'https://schema.org',
      '@type': 'JobPosting',
      title: 'Pilot',
      educationRequirements: wanted,
      qualifications: [wanted],
    };
    const course = {
      '@context': 'https://schema.org',
      '@type': 'Course',
      name: 'Tides',
      educationalCredentialAwarded: wanted,
      coursePrerequisites: [wanted],
    };
    const html = [job, course]
      .map((each) => `<script type="application/ld+json">${JSON.stringify(each)}</script>`)
      .join('');
    expect(listed(html, 'https://www.indeed.com/viewjob?jk=0000')).toEqual([]);
  });
});

describe('pages of people’s own', () => {
  it('a university’s staff page: what its data asserts, and its links; no degrees in running text', () => {
    const data = {
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': ['Person'],
          name: 'Ana Lindqvist',
          alumniOf: { '@type': 'CollegeOrUniversity', name: 'Harbour University' },
          knowsAbout: 'Certification',
          hasCredential: [
            {
              '@type': 'schema:EducationalOccupationalCredential',
              name: 'Harbour Pilot',
              issuedBy: { name: 'Example Academy' },
              validFrom: '2021-03-04',
              expires: '2031-03-04',
              identifier: { '@type': 'PropertyValue', value: 'EX-1000', name: 'Certificate number' },
            },
            {
              '@type': 'http://schema.org/EducationalOccupationalCredential',
              name: 'PhD Oceanography',
              recognizedBy: { '@type': 'CollegeOrUniversity', name: 'Harbour University' },
            },
          ],
        },
      ],
    };
    const html = `<script type="application/ld+json">${JSON.stringify(data)}</script><main><h1>Dr Ana Lindqvist</h1><p>PhD (Harbour University), certified pilot since 2021.</p>
      <h2>Qualifications</h2><p>I examine for the <a href="/courses/certification">certificate course</a>.</p>
      <p>ORCID: <a href="https://orcid.org/0000-0000-0000-0001">0000-0000-0000-0001</a></p>
      <h3>Cloud Practitioner</h3><p><a href="${credlyBadge(1)}">Badge</a></p></main>`;
    expect(listed(html, 'https://www.harbour.example/staff/ana')).toEqual([
      line({
        title: 'Harbour Pilot',
        issuer: 'Example Academy',
        issued: '2021-03-04',
        expires: '2031-03-04',
        id: 'EX-1000',
      }),
      line({ title: 'PhD Oceanography', issuer: 'Harbour University' }),
      line({ title: 'Cloud Practitioner', link: credlyBadge(1) }),
    ]);
  });

  it('its data in full names and tagged texts says the same', () => {
    const data = {
      '@context': { schema: 'https://schema.org/' },
      '@type': 'schema:Person',
      'schema:hasCredential': {
        '@type': 'schema:EducationalOccupationalCredential',
        'schema:name': [{ '@value': 'Harbour Pilot', '@language': 'en' }],
        'schema:recognizedBy': {
          '@type': 'schema:Organization',
          'schema:name': { '@value': 'Example Academy' },
        },
        'schema:dateCreated': { '@type': 'schema:Date', '@value': '2021-03-04' },
      },
    };
    const html = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
    expect(listed(html, 'https://person.example/')).toEqual([
      line({ title: 'Harbour Pilot', issuer: 'Example Academy', issued: '2021-03-04' }),
    ]);
  });

  it.each([
    ['a company’s own certificate', { '@type': 'Organization', hasCredential: 'X' }],
    ['a school’s own accreditation', { '@type': ['CollegeOrUniversity'], hasCredential: 'X' }],
    [
      'a certificate on offer',
      { '@type': 'WebPage', mainEntity: { ...{ offers: { price: '99' } }, is: 'X' } },
    ],
  ])('%s is no person’s', (_, data) => {
    const credential = { '@type': 'EducationalOccupationalCredential', name: 'Harbour Pilot' };
    const text = JSON.stringify(data)
      .replace('"is":"X"', JSON.stringify(credential).slice(1, -1))
      .replace('"X"', JSON.stringify(credential));
    expect(listed(`<script type="application/ld+json">${text}</script>`, 'https://company.example/')).toEqual(
      [],
    );
    const person = JSON.stringify({ '@type': 'Person', hasCredential: credential });
    expect(
      listed(`<script type="application/ld+json">${person}</script>`, 'https://company.example/'),
    ).toHaveLength(1);
  });

  it('a wall of badges: each once, with what its picture says; neither shields nor other people’s logos', () => {
    const html = `<h1>Ana Lindqvist</h1><div class="wall">
      <a href="${credlyBadge(1)}"><img src="https://images.credly.com/images/a/image.png" alt="Cloud Practitioner"></a>
      <a href="${credlyBadge(2)}"><img src="/img/night.png" alt="Night Watch"></a>
      <a href="${credlyBadge(1)}?source=wall">again</a>
      <img src="https://images.credly.com/images/b/image.png" alt="Tides Foundation">
      <img src="https://img.shields.io/badge/certified-yes-green.svg" alt="certified">
      <a href="https://www.credly.com/"><img src="/logo.svg" alt="Credly"></a></div>`;
    expect(listed(html, 'https://person.example/')).toMatchObject([
      { title: 'Cloud Practitioner', link: expect.stringContaining(credlyBadge(1)) },
      { title: 'Night Watch', link: credlyBadge(2) },
      { title: 'Tides Foundation', link: null },
    ]);
  });
});
