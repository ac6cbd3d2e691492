/** What a careful person would write down beside each link, on pages as people build them. All of them are made up. */

import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { scan } from '../../src/site/scan.ts';
import { NO_CLAIM, type PageClaim, type Sighting } from '../../src/site/sighting.ts';
import { credlyBadge } from '../build/links.ts';

const URL_ = 'https://person.example/about';

const see = (html: string): readonly Sighting[] =>
  scan(parseHTML(`<!doctype html><html><body>${html}</body></html>`).document as unknown as Document, {
    url: URL_,
  }).sightings;
const claims = (html: string): readonly PageClaim[] => see(html).map(({ claim }) => claim);

/** The page (every other credential is only there to be a neighbour), and what it says of the first. */
const SHAPES: readonly (readonly [string, string, Partial<PageClaim>])[] = [
  [
    'a picture of an exam’s code above its name',
    `<figure><a href="${credlyBadge(1)}"><img src="/b.png" alt="AZ-900"></a><figcaption>Azure Fundamentals</figcaption></figure><figure><a href="${credlyBadge(2)}"><img src="/b.png" alt="Other"></a></figure>`,
    { title: 'Azure Fundamentals' },
  ],
  [
    'the same with issuer and day',
    `<figure><a href="${credlyBadge(1)}"><img src="/b.png" alt="CLF-C02"></a><p>Cloud Practitioner</p><p>Northwind</p><p>May 2026</p></figure><figure><a href="${credlyBadge(2)}"><img src="/b.png" alt="Other"></a></figure>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind', issued: 'May 2026' },
  ],
  [
    'the same in German',
    `<figure><a href="${credlyBadge(1)}"><img src="/b.png" alt="AZ-104"></a><p>Verwaltung der Cloud</p><p>Ausgestellt: Mai 2026</p></figure><figure><a href="${credlyBadge(2)}"><img src="/b.png" alt="Other"></a></figure>`,
    { title: 'Verwaltung der Cloud', issued: 'Mai 2026' },
  ],
  [
    'a picture of an exam’s code above who gives it',
    `<figure><a href="${credlyBadge(1)}"><img src="/b.png" alt="AZ-900"></a><figcaption>Northwind</figcaption></figure><figure><a href="${credlyBadge(2)}"><img src="/b.png" alt="Other"></a></figure>`,
    { title: 'AZ-900' },
  ],
  [
    'the same above a name as universities have',
    `<figure><a href="${credlyBadge(1)}"><img src="/b.png" alt="AZ-900"></a><figcaption>University of Oslo</figcaption></figure><figure><a href="${credlyBadge(2)}"><img src="/b.png" alt="Other"></a></figure>`,
    { title: 'AZ-900' },
  ],
  [
    'a picture of an exam’s code above a day',
    `<figure><a href="${credlyBadge(1)}"><img src="/b.png" alt="AZ-900"></a><figcaption>May 2026</figcaption></figure><figure><a href="${credlyBadge(2)}"><img src="/b.png" alt="Other"></a></figure>`,
    { title: 'AZ-900', issued: 'May 2026' },
  ],
  [
    'a picture of a name above other words',
    `<figure><a href="${credlyBadge(1)}"><img src="/b.png" alt="Tides"></a><figcaption>Open Seas</figcaption></figure><figure><a href="${credlyBadge(2)}"><img src="/b.png" alt="Other"></a></figure>`,
    { title: 'Tides' },
  ],
  [
    'an abbreviated issuer above the title',
    `<a class="card" href="${credlyBadge(1)}"><abbr>AWS</abbr><span>Solutions Architect</span><time>May 2026</time></a><a class="card" href="${credlyBadge(2)}">Other</a>`,
    { title: 'AWS', issuer: null, issued: 'May 2026' },
  ],
  [
    'the same in Spanish',
    `<a class="card" href="${credlyBadge(1)}"><abbr>AWS</abbr><span>Arquitecto de soluciones</span><time>mayo de 2026</time></a><a class="card" href="${credlyBadge(2)}">Other</a>`,
    { title: 'AWS', issuer: null, issued: 'mayo de 2026' },
  ],
  [
    'an abbreviated title above who gives it',
    `<a class="card" href="${credlyBadge(1)}"><abbr>PMP</abbr><span>Project Management Institute</span><time>May 2026</time></a><a class="card" href="${credlyBadge(2)}">Other</a>`,
    { title: 'PMP', issuer: 'Project Management Institute', issued: 'May 2026' },
  ],
  [
    'the same above one word',
    `<a class="card" href="${credlyBadge(1)}"><abbr>CCNA</abbr><span>Northwind</span><time>May 2026</time></a><a class="card" href="${credlyBadge(2)}">Other</a>`,
    { title: 'CCNA', issuer: 'Northwind', issued: 'May 2026' },
  ],
  [
    'a list’s item, its issuer and day behind the link',
    `<ul><li><a href="${credlyBadge(1)}">Cloud Practitioner</a> – Northwind, January 2026</li><li><a href="${credlyBadge(2)}">Other</a> – Harbour, May 2026</li></ul>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind', issued: 'January 2026' },
  ],
  [
    'the same behind a comma',
    `<ul><li><a href="${credlyBadge(1)}">Cloud Practitioner</a>, Northwind University, 2026</li><li><a href="${credlyBadge(2)}">Other</a></li></ul>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind University', issued: '2026' },
  ],
  [
    'the same before a bracket with the link in it',
    `<ul><li><b>Cloud Practitioner</b>, Northwind University, May 2026 (<a href="${credlyBadge(1)}">see</a>)</li><li><b>Other</b> (<a href="${credlyBadge(2)}">see</a>)</li></ul>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind University', issued: 'May 2026' },
  ],
  [
    'issuer and day in elements of their own, and a dot between them',
    `<div><h4>Cloud Practitioner</h4><span>Northwind</span> · <span>May 2026</span> <a href="${credlyBadge(1)}">Verify</a></div><div><h4>Other</h4><a href="${credlyBadge(2)}">Verify</a></div>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind', issued: 'May 2026' },
  ],
  [
    'an issuer whose name ends in a year',
    `<div><h4>Cloud Practitioner</h4><p>Issued by Expo 2020</p><p>Issued May 2021</p><a href="${credlyBadge(1)}">Verify</a></div>`,
    { title: 'Cloud Practitioner', issuer: 'Expo 2020', issued: 'May 2021' },
  ],
  [
    'the same in a line of its own',
    `<div><a href="${credlyBadge(1)}">Cloud Practitioner</a><p>Expo 2020</p><p>May 2021</p></div>`,
    { title: 'Cloud Practitioner', issuer: 'Expo 2020', issued: 'May 2021' },
  ],
  [
    'an issuer and the year of issue',
    `<div><a href="${credlyBadge(1)}">Cloud Practitioner</a><p>Issued by Northwind 2020</p></div>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind', issued: '2020' },
  ],
  [
    'an issuer and the year of issue, beside the day on which it ends',
    `<div><a href="${credlyBadge(1)}">Cloud Practitioner</a><p>Issued by Northwind 2020</p><p>Valid until 2026</p></div>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind', issued: '2020', expires: '2026' },
  ],
  [
    'the same behind a comma, above the day',
    `<div><a href="${credlyBadge(1)}">Cloud Practitioner</a><p>Issued by Northwind, 2020</p><p>Expires May 2026</p></div>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind', issued: '2020', expires: 'May 2026' },
  ],
  [
    'a day in an element of its own, and a dot between it and the issuer',
    `<div><h4>Cloud Practitioner</h4><p>Northwind · <time>Feb 2026</time></p><a href="${credlyBadge(1)}">Verify</a></div><div><h4>Other</h4><a href="${credlyBadge(2)}">Verify</a></div>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind', issued: 'Feb 2026' },
  ],
  [
    'everything in one line, dots between',
    `<p>Cloud Practitioner · Northwind · 03/2026 · <a href="${credlyBadge(1)}">Nachweis anzeigen</a></p><p>Other · Harbour · 05/2026 · <a href="${credlyBadge(2)}">Nachweis anzeigen</a></p>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind', issued: '03/2026' },
  ],
  [
    'a name, and issuer and day behind dots',
    `<ul><li><b>Cloud Practitioner</b> · Northwind · May 2026 <a href="${credlyBadge(1)}">Verify</a></li><li><b>Other</b> <a href="${credlyBadge(2)}">Verify</a></li></ul>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind', issued: 'May 2026' },
  ],
  [
    'the day behind the issuer in one sentence',
    `<div><h3>Cloud Practitioner</h3><p>Issued by Northwind on May 3, 2026</p><a href="${credlyBadge(1)}">Verify</a></div><div><h3>Other</h3><a href="${credlyBadge(2)}">Verify</a></div>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind', issued: 'May 3, 2026' },
  ],
  [
    'the same in Portuguese',
    `<div><h3>Cloud Practitioner</h3><p>Emitido por Escola Norte em março de 2026</p><a href="${credlyBadge(1)}">Ver certificado</a></div><div><h3>Other</h3><a href="${credlyBadge(2)}">Ver certificado</a></div>`,
    { title: 'Cloud Practitioner', issuer: 'Escola Norte', issued: 'março de 2026' },
  ],
  [
    'a year in brackets behind the school',
    `<ul><li><strong>Cloud Practitioner</strong> — Northwind School (2026) <a href="${credlyBadge(1)}">Verify</a></li><li>Other <a href="${credlyBadge(2)}">Verify</a></li></ul>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind School' },
  ],
  [
    'a link in square brackets behind the name',
    `<ul><li>Cloud Practitioner [<a href="${credlyBadge(1)}">certificate</a>]</li><li>Other [<a href="${credlyBadge(2)}">certificate</a>]</li></ul>`,
    { title: 'Cloud Practitioner' },
  ],
  [
    'the same in brackets, from right to left',
    `<ul><li><a href="${credlyBadge(1)}">قيادة القوارب</a> (أكاديمية المثال، يناير 2026)</li><li><a href="${credlyBadge(2)}">Other</a></li></ul>`,
    { title: 'قيادة القوارب', issuer: 'أكاديمية المثال', issued: 'يناير 2026' },
  ],
  [
    'a list’s item with more behind it than a name and a day',
    `<ul><li><a href="${credlyBadge(1)}">Cloud Practitioner</a> – a course, with exam, January 2026</li><li><a href="${credlyBadge(2)}">Other</a></li></ul>`,
    { title: 'Cloud Practitioner', issuer: null },
  ],
  [
    'a README’s list under headings, each with a date of its own wording and a badge to click',
    `<h3>Northwind - Cloud Practitioner</h3><p><em>Delivered: 2023-06 | <a href="${credlyBadge(1)}">Online badge</a></em></p><hr>
     <h3>Harbour - Night Watch</h3><p><em>Delivered: 2022-01 | <a href="${credlyBadge(2)}">Online badge</a></em></p>`,
    { title: 'Northwind - Cloud Practitioner', issued: '2023-06' },
  ],
  [
    'a heading, the issuer by its label, and the bare address in a paragraph of its own',
    `<h2>Northwind</h2><h3>Cloud Practitioner</h3><p><strong>Issuer:</strong> Example Academy</p><p>🔗 <strong>Verify Credential</strong></p>
     <p><a href="${credlyBadge(1)}">${credlyBadge(1)}</a></p><h3>Other</h3><p><a href="${credlyBadge(2)}">${credlyBadge(2)}</a></p>`,
    { title: 'Cloud Practitioner', issuer: 'Example Academy' },
  ],
  [
    'GitHub’s headings, which stand in a box with a link of their own',
    `<div class="markdown-heading"><h3 class="heading-element">Cloud Practitioner</h3><a class="anchor" href="#cloud"></a></div>
     <p><a href="${credlyBadge(1)}"><img src="/x.jpg" alt="Credly Badge"></a></p>
     <div class="markdown-heading"><h3>Other</h3></div><p><a href="${credlyBadge(2)}">Verify</a></p>`,
    { title: 'Cloud Practitioner' },
  ],
  [
    'a description list, labels and values in lines of their own',
    `<section><div><dl><dt>Name</dt><dd><a href="${credlyBadge(1)}">Cloud Practitioner</a></dd><dt>Issued by</dt><dd>Northwind</dd>
      <dt>Issued</dt><dd>March 2024</dd><dt>Expires</dt><dd>March 2027</dd><dt>Credential ID:</dt><dd>EX-1000</dd></dl></div></section>`,
    {
      title: 'Cloud Practitioner',
      issuer: 'Northwind',
      issued: 'March 2024',
      expires: 'March 2027',
      credentialId: 'EX-1000',
    },
  ],
  [
    'a card with title, subtitle and a button',
    `<div class="card"><h5>Cloud Practitioner</h5><h6>Northwind</h6><p>Apr 2024</p><a class="btn btn-primary" href="${credlyBadge(1)}">Zobacz świadectwo</a></div>
     <div class="card"><h5>Other</h5><a class="btn" href="${credlyBadge(2)}">Zobacz świadectwo</a></div>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind', issued: 'Apr 2024' },
  ],
  [
    'a button in a language that nobody foresaw, behind the dates',
    `<div><span>Cloud Practitioner</span><span>Northwind</span><span>2024-03</span><a href="${credlyBadge(1)}">Prikaži poverilnico</a></div>
     <div><span>Other</span><a href="${credlyBadge(2)}">x</a></div>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind', issued: '2024-03' },
  ],
  [
    'the only credential of a page with a name and sections',
    `<article><h1>Ana Lindqvist</h1><p>Engineer</p><h2>Certificates</h2><h3>Cloud Practitioner</h3><p>Northwind</p><p><a href="${credlyBadge(1)}">View certificate</a></p></article>`,
    { title: 'Cloud Practitioner' },
  ],
  [
    'words of its own under the heading of a section',
    `<section><h2>Mobile development</h2><h2>Certificates</h2><div><a href="${credlyBadge(1)}">Cloud Practitioner</a></div></section>`,
    { title: 'Cloud Practitioner' },
  ],
  [
    'a year in the title, which is no date',
    `<p><a href="${credlyBadge(1)}"><span>ACME</span> The Complete 2021 Web Bootcamp</a></p>`,
    { title: 'ACME The Complete 2021 Web Bootcamp', issued: null },
  ],
  [
    'a title that speaks of certification and of a number of the trade',
    `<p><a href="${credlyBadge(1)}">Harbour Security+ certification SY0-601</a></p>`,
    { title: 'Harbour Security+ certification SY0-601', credentialId: null },
  ],
  [
    'a title that begins with a word for numbers',
    `<p><a href="${credlyBadge(1)}">Number Theory 101</a></p>`,
    { title: 'Number Theory 101', credentialId: null },
  ],
  [
    'a course of study from one date to another, of which neither is the day of issue',
    `<div><p>Cloud Nanodegree</p><p>Northwind</p><p>Oct 2018 – Mar 2019</p><a href="${credlyBadge(1)}">See certificate</a></div>`,
    { title: 'Cloud Nanodegree', issuer: 'Northwind', issued: null },
  ],
  [
    'nothing but a word for where it comes from',
    `<h3>Why this certification</h3><p>${'Many reasons. '.repeat(30)}</p><p><a href="${credlyBadge(1)}">Source</a></p>`,
    { title: null },
  ],
  ['nothing but a call', `<p><a href="${credlyBadge(1)}">Find my profile here.</a></p>`, { title: null }],
  [
    'the platform’s name alone',
    `<h3>Credly</h3><p><a href="${credlyBadge(1)}">Verify</a></p>`,
    { title: null },
  ],
  [
    'a heading that it shares with another one',
    `<h3>Cloud</h3><p><a href="${credlyBadge(1)}">Verify</a></p><p><a href="${credlyBadge(2)}">Verify</a></p>`,
    { title: null },
  ],
  ...['Issued by Northwind', 'Issuer: Northwind', 'Provider: Northwind'].map(
    (issuer) =>
      [
        `“${issuer}” and a date in a line of its own`,
        `<li><h3>Cloud Practitioner</h3><p>${issuer}</p><p>May 2024</p><a href="${credlyBadge(1)}">Show</a></li>`,
        { title: 'Cloud Practitioner', issuer: 'Northwind', issued: 'May 2024' },
      ] as const,
  ),
  [
    'a job board’s line: title, issuer and date between bullets',
    `<li><a href="${credlyBadge(1)}">Cloud Practitioner</a> <span>Northwind • Mar 2024</span></li><li><a href="${credlyBadge(2)}">Other</a></li>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind', issued: 'Mar 2024' },
  ],
  [
    'an issuer and a day in one line below the title, whatever parts them',
    `<div><h3>Cloud Practitioner</h3><p>Cloud Academy - Nov 24, 2025 - 20 hours</p><a href="${credlyBadge(1)}">Verify</a></div><div><h3>Other</h3><a href="${credlyBadge(2)}">Verify</a></div>`,
    { title: 'Cloud Practitioner', issuer: 'Cloud Academy', issued: 'Nov 24, 2025' },
  ],
  [
    'the same with a sign of operation between them',
    `<div><h3>Cloud Practitioner</h3><p>Northwind ∙ October 2023</p><a href="${credlyBadge(1)}">Verify</a></div><div><h3>Other</h3><a href="${credlyBadge(2)}">Verify</a></div>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind', issued: 'October 2023' },
  ],
  [
    'the same in the words of a sentence',
    `<ul><li><a href="${credlyBadge(1)}">Cloud Practitioner</a> by Northwind (Mar 2024)</li><li><a href="${credlyBadge(2)}">Other</a></li></ul>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind', issued: 'Mar 2024' },
  ],
  [
    'the same before the end of a sentence',
    `<ul><li><b>Cloud Practitioner</b> — Northwind University, May 2026. <a href="${credlyBadge(1)}">Verify</a>.</li><li><b>Other</b> <a href="${credlyBadge(2)}">Verify</a></li></ul>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind University', issued: 'May 2026' },
  ],
  ...[
    'A course on tides and harbours - June 2024',
    '40 hours - June 2024',
    'Grade: A - June 2024',
    'Tides, harbours and winds, June 2024',
    'Passed with distinction, June 2024',
    'Certificate of Completion, June 2024',
    'Last Updated - June 2024',
    'Next Renewal, June 2027',
    'Cloud Practitioner, June 2024',
  ].map(
    (line) =>
      [
        `“${line}”, which names no issuer`,
        `<ul><li><a href="${credlyBadge(1)}">Cloud Practitioner</a><br>${line}</li><li><a href="${credlyBadge(2)}">Other</a></li></ul>`,
        { title: 'Cloud Practitioner', issuer: null },
      ] as const,
  ),
  [
    'a place and a day below the issuer',
    `<div><h3>Cloud Practitioner</h3><p>Northwind</p><p>Lisbon, June 2024</p><a href="${credlyBadge(1)}">Verify</a></div><div><h3>Other</h3><a href="${credlyBadge(2)}">Verify</a></div>`,
    { title: 'Cloud Practitioner', issuer: null },
  ],
  [
    'a kind of thing above the title',
    `<div><span>Cloud</span><h3>Cloud Practitioner</h3><p>Northwind</p><p>May 2024</p><a href="${credlyBadge(1)}">Verify</a></div><div><span>Cloud</span><h3>Other</h3><a href="${credlyBadge(2)}">Verify</a></div>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind', issued: 'May 2024' },
  ],
  [
    'a category above the title',
    `<div><span>Cloud</span><h3>Tides</h3><p>May 2024</p><a href="${credlyBadge(1)}">Verify</a></div><div><span>Data</span><h3>Other</h3><a href="${credlyBadge(2)}">Verify</a></div>`,
    { title: 'Tides', issuer: null, issued: 'May 2024' },
  ],
  [
    'a level beside the day, both above the title',
    `<div class="card"><div><span>Foundational</span><span>May 2024</span></div><h3>Tides</h3><p>Northwind</p><a href="${credlyBadge(1)}">Verify</a></div><div class="card"><h3>Other</h3><a href="${credlyBadge(2)}">Verify</a></div>`,
    { title: 'Tides', issuer: null, issued: 'May 2024' },
  ],
  [
    'emblems before title and issuer',
    `<div><h3>🏆 Tides</h3><p>🏛️ Northwind</p><p>📅 May 2024</p><a href="${credlyBadge(1)}">Verify</a></div><div><h3>Other</h3><a href="${credlyBadge(2)}">Verify</a></div>`,
    { title: 'Tides', issuer: 'Northwind', issued: 'May 2024' },
  ],
  [
    'emblems of several signs before title and issuer',
    `<div><h3>👩🏽‍💻👩🏽‍💻 Tides</h3><p>👩🏽‍🏫 Northwind</p><p>📅 May 2024</p><a href="${credlyBadge(1)}">Verify</a></div><div><h3>Other</h3><a href="${credlyBadge(2)}">Verify</a></div>`,
    { title: 'Tides', issuer: 'Northwind', issued: 'May 2024' },
  ],
  ...['40 hours', 'Intermediate', 'Course', 'Professional Certificate', 'Fortgeschritten'].map(
    (kind) =>
      [
        `a kind, a level or a length between title and day: ${kind}`,
        `<div><h3>Tides</h3><p>${kind}</p><p>May 2024</p><a href="${credlyBadge(1)}">Verify</a></div><div><h3>Other</h3><a href="${credlyBadge(2)}">Verify</a></div>`,
        { title: 'Tides', issuer: null, issued: 'May 2024' },
      ] as const,
  ),
  [
    'a picture named by its file, above a caption with the title',
    `<figure><a href="${credlyBadge(1)}"><img src="/a.png" alt="tides"></a><figcaption>Tides of the North, 2026</figcaption></figure><figure><a href="${credlyBadge(2)}"><img src="/b.png" alt="other"></a><figcaption>Other, 2025</figcaption></figure>`,
    { title: 'Tides of the North', issuer: null, issued: '2026' },
  ],
  [
    'a picture with the title, above a caption with the issuer',
    `<figure><a href="${credlyBadge(1)}"><img src="/a.png" alt="Tides"></a><figcaption>Northwind, 2026</figcaption></figure><figure><a href="${credlyBadge(2)}"><img src="/b.png" alt="Other"></a><figcaption>Harbour, 2025</figcaption></figure>`,
    { title: 'Tides', issuer: 'Northwind', issued: '2026' },
  ],
  [
    'a sentence around a link that only calls it a badge',
    `<p>After three months I got my <a href="${credlyBadge(1)}">badge</a> from Northwind. Here is how.</p><p><a href="${credlyBadge(2)}">Other</a></p>`,
    { title: null, issuer: null },
  ],
  [
    'a heading’s own box, with issuer and day',
    `<section><header><h4><a href="${credlyBadge(1)}">Tides</a></h4><div><span>Northwind</span> <time>2026-05-01</time></div></header></section><section><header><h4><a href="${credlyBadge(2)}">Other</a></h4></header></section>`,
    { title: 'Tides', issuer: 'Northwind', issued: '2026-05-01' },
  ],
  [
    'a link below a list of other things',
    `<h2>Certifications</h2><ul><li>Tides – Northwind, 2026</li><li>Winds – Harbour, 2025</li></ul><p><a href="${credlyBadge(1)}">View on Credly</a></p>`,
    { title: null, issuer: null, issued: null },
  ],
  [
    'a link beside a list of what somebody has, for all of them',
    `<section><h2>Certifications</h2><ul><li><h3>Administrator</h3><p>Earned 2026-05-03</p></li><li><h3>Developer</h3><p>Earned 2025-01-02</p></li></ul><a href="${credlyBadge(1)}">Verify certifications</a></section>`,
    { title: null, issuer: null, issued: null },
  ],
  [
    'the same below the name of whoever has them',
    `<div><h1>Ana Lindqvist</h1><section><h2>Certifications</h2><ul><li><p>Administrator</p><p>Active</p></li></ul><a href="${credlyBadge(1)}">Verify certifications</a></section></div><p><a href="${credlyBadge(2)}">Other</a></p>`,
    { title: null, issuer: null, issued: null },
  ],
  [
    'the only one of a person’s whole page, its day above its title',
    `<div id="resume"><h1>Ana Lindqvist</h1><section><header><h2>Certificates</h2></header><section><div>2025-03-01</div><div><a href="${credlyBadge(1)}">Tides</a></div><div>Issued by <b>Harbour College</b></div></section></section></div><p><a href="${credlyBadge(2)}">Other</a></p>`,
    { title: 'Tides', issuer: 'Harbour College', issued: '2025-03-01' },
  ],
  [
    'running text before a bare address',
    `<ol><li><b>Tides</b><time>4 May 2026</time><p>Congrats! Mine is of last year: <a href="${credlyBadge(1)}">${credlyBadge(1)}</a></p></li><li><b>Soils</b><p><a href="${credlyBadge(2)}">Other</a></p></li></ol>`,
    { title: 'Tides', issuer: null },
  ],
  [
    'a number below its label, in a script without spaces',
    `<div><h3>Tides</h3><p>資格情報ID <span>ABC-123</span></p><a href="${credlyBadge(1)}">表示</a></div><div><h3>Other</h3><a href="${credlyBadge(2)}">表示</a></div>`,
    { title: 'Tides', credentialId: 'ABC-123' },
  ],
  [
    'the same in Arabic, where few write the sign for a doubled letter',
    `<div><h3>Tides</h3><p>معرف الشهادة <span>3456789</span></p><a href="${credlyBadge(1)}">عرض الشهادة</a></div><div><h3>Other</h3><a href="${credlyBadge(2)}">عرض الشهادة</a></div>`,
    { title: 'Tides', credentialId: '3456789' },
  ],
  [
    'two days of issue, of two things',
    `<div><h3>Tides</h3><p>Earned 2025-01-02</p><p>Earned 2024-01-02</p><a href="${credlyBadge(1)}">Verify</a></div><div><h3>Other</h3><a href="${credlyBadge(2)}">Verify</a></div>`,
    { title: 'Tides', issued: null },
  ],
  [
    'the issuer above the title',
    `<div><span>Northwind Academy</span><h3>Cloud Practitioner</h3><p>May 2024</p><a href="${credlyBadge(1)}">Verify</a></div><div><span>Cloud</span><h3>Other</h3><a href="${credlyBadge(2)}">Verify</a></div>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind Academy', issued: 'May 2024' },
  ],
  [
    'a word for its state above its dates',
    `<div><h3>Cloud Practitioner</h3><p>Northwind</p><span>Expired</span><p>Issued: May 2021</p><p>Expired: May 2024</p><a href="${credlyBadge(1)}">Verify</a></div><div><h3>Other</h3><a href="${credlyBadge(2)}">Verify</a></div>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind', issued: 'May 2021', expires: 'May 2024' },
  ],
  [
    'a sign before its name',
    `<ul><li>🎓 <b>Cloud Practitioner</b> | Northwind | 📅 Mar 2025 | <a href="${credlyBadge(1)}">🔗 Verify</a></li><li>🎓 <b>Other</b> <a href="${credlyBadge(2)}">🔗 Verify</a></li></ul>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind', issued: 'Mar 2025' },
  ],
  [
    'a link whose words are all of it, with signs between',
    `<ul><li><a href="${credlyBadge(1)}">Cloud Practitioner | Northwind | May 2024</a></li><li><a href="${credlyBadge(2)}">Other</a></li></ul>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind', issued: 'May 2024' },
  ],
  [
    'a heading whose words are all of it',
    `<div><h3>Cloud Practitioner · Northwind · May 2024</h3><a href="${credlyBadge(1)}">Verify</a></div><div><h3>Other</h3><a href="${credlyBadge(2)}">Verify</a></div>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind', issued: 'May 2024' },
  ],
  [
    'details between issuer and day',
    `<div><h3>Cloud Practitioner</h3><p>Northwind</p><p>Status: active</p><p>Credential ID EX-1000</p><p>May 2024</p><a href="${credlyBadge(1)}">Verify</a></div><div><h3>Other</h3><a href="${credlyBadge(2)}">Verify</a></div>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind', issued: 'May 2024' },
  ],
  [
    'an issuer whose letters all bear marks',
    `<div><h3>Cloud Practitioner</h3><p>गिल्ड</p><p>मई 2024</p><a href="${credlyBadge(1)}">प्रमाणपत्र देखें</a></div><div><h3>Other</h3><a href="${credlyBadge(2)}">Verify</a></div>`,
    { title: 'Cloud Practitioner', issuer: 'गिल्ड', issued: 'मई 2024' },
  ],
  [
    'an issuer in bold, and the day behind it',
    `<div><h3>Cloud Practitioner</h3><p>Issued by <b>Northwind</b> in March 2025.</p><a href="${credlyBadge(1)}">Verify</a></div><div><h3>Other</h3><a href="${credlyBadge(2)}">Verify</a></div>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind', issued: 'March 2025' },
  ],
  [
    'an issuer by its German label',
    `<div><h3>Cloud Practitioner</h3><p>Anbieter: Nordwind</p><a href="${credlyBadge(1)}">Nachweis</a></div><div><h3>Other</h3><a href="${credlyBadge(2)}">Nachweis</a></div>`,
    { title: 'Cloud Practitioner', issuer: 'Nordwind' },
  ],
  ...['Cascade Academy', 'Compassed', 'Chemistry Guild', 'Learned Society'].map(
    (name) =>
      [
        `an issuer in whose name a date’s label stands: ${name}`,
        `<div><h3>Cloud Practitioner</h3><p>${name}</p><p>May 2024</p><a href="${credlyBadge(1)}">Verify</a></div><div><h3>Other</h3><a href="${credlyBadge(2)}">Verify</a></div>`,
        { title: 'Cloud Practitioner', issuer: name, issued: 'May 2024', expires: null },
      ] as const,
  ),
  [
    'a place between title and day',
    `<div><h3>Cloud Practitioner</h3><p>London, UK</p><p>May 2024</p><a href="${credlyBadge(1)}">Verify</a></div><div><h3>Other</h3><a href="${credlyBadge(2)}">Verify</a></div>`,
    { title: 'Cloud Practitioner', issuer: null, issued: 'May 2024' },
  ],
  [
    'a place beside the issuer, and in a line of its own',
    `<div><h3>Cloud Practitioner</h3><p>Northwind · Berlin, Germany</p><p>Bremen, Germany</p><p>May 2024</p><a href="${credlyBadge(1)}">Verify</a></div><div><h3>Other</h3><a href="${credlyBadge(2)}">Verify</a></div>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind', issued: 'May 2024' },
  ],
  [
    'a place in another language',
    `<div><h3>Cloud Practitioner</h3><p>München, Deutschland</p><p>May 2024</p><a href="${credlyBadge(1)}">Verify</a></div><div><h3>Other</h3><a href="${credlyBadge(2)}">Verify</a></div>`,
    { title: 'Cloud Practitioner', issuer: null, issued: 'May 2024' },
  ],
  [
    'an issuer and the platform behind a comma',
    `<div><h3>Cloud Practitioner</h3><p>Northwind, Coursera</p><p>May 2024</p><a href="${credlyBadge(1)}">Verify</a></div><div><h3>Other</h3><a href="${credlyBadge(2)}">Verify</a></div>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind, Coursera', issued: 'May 2024' },
  ],
  [
    'a company whose name has a comma',
    `<div><h3>Cloud Practitioner</h3><p>Northwind, Inc.</p><p>May 2024</p><a href="${credlyBadge(1)}">Verify</a></div><div><h3>Other</h3><a href="${credlyBadge(2)}">Verify</a></div>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind, Inc.', issued: 'May 2024' },
  ],
  [
    'how far it is, between title and day',
    `<div><h3>Cloud Practitioner</h3><p>In progress</p><p>May 2024</p><a href="${credlyBadge(1)}">Verify</a></div><div><h3>Other</h3><a href="${credlyBadge(2)}">Verify</a></div>`,
    { title: 'Cloud Practitioner', issuer: null, issued: 'May 2024' },
  ],
  ...['Example Academy', 'Startup Academy', 'Renewable Academy'].map(
    (name) =>
      [
        `in brackets, an issuer whose name begins like the label of another day: ${name}`,
        `<ul><li><a href="${credlyBadge(1)}">Cloud Practitioner</a> (${name}, 2024)</li><li><a href="${credlyBadge(2)}">Other</a></li></ul>`,
        { title: 'Cloud Practitioner', issuer: name, issued: '2024' },
      ] as const,
  ),
  [
    'a picture’s text that calls for the line below it',
    `<div><a href="${credlyBadge(1)}"><img src="/1.png" alt="Badge for Prompt Design"></a><span>Prompt Design</span><span>Earned Mar 4, 2025</span></div><div><a href="${credlyBadge(2)}">Other</a></div>`,
    { title: 'Prompt Design', issuer: null, issued: 'Mar 4, 2025' },
  ],
  [
    'a picture that says only where it leads, beside other links’ pictures',
    `<p><a href="https://www.credly.com/users/ana-lindqvist"><img src="/1.png" alt="Credly"></a> <a href="https://social.example/ana"><img src="/2.png" alt="Social Harbour"></a></p>`,
    { title: null },
  ],
  ...['Exam', 'Title', 'Course'].map(
    (label) =>
      [
        `the label of a title in an element of its own: ${label}`,
        `<ul><li>${label}: <a href="${credlyBadge(1)}">AZ-900</a></li><li><a href="${credlyBadge(2)}">Other</a></li></ul>`,
        { title: 'AZ-900', issuer: null },
      ] as const,
  ),
  [
    'a row with a picture below a name of its own',
    `<table><tr><th>Badge</th><th>Certification</th><th>Year</th><th>Link</th></tr><tr><td><img src="/1.png" alt="NW"></td><td>Cloud Practitioner</td><td>2024</td><td><a href="${credlyBadge(1)}">Verify</a></td></tr><tr><td></td><td>Other</td><td>2025</td><td><a href="${credlyBadge(2)}">Verify</a></td></tr></table>`,
    { title: 'Cloud Practitioner', issued: '2024' },
  ],
  [
    'a row of a grid that is a table by its roles alone',
    `<div role="grid"><div role="row"><div role="columnheader">Certificate</div><div role="columnheader">Issuer</div><div role="columnheader">Issued</div><div role="columnheader">Expires</div><div role="columnheader">Link</div></div><div role="row"><div role="gridcell">Cloud Practitioner</div><div role="gridcell">Northwind</div><div role="gridcell">2023-04-01</div><div role="gridcell">2026-04-30</div><div role="gridcell"><a href="${credlyBadge(1)}">Open</a></div></div><div role="row"><div role="gridcell">Other</div><div role="gridcell">Harbour</div><div role="gridcell">2022-02-10</div><div role="gridcell">2025-02-28</div><div role="gridcell"><a href="${credlyBadge(2)}">Open</a></div></div></div>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind', issued: '2023-04-01', expires: '2026-04-30' },
  ],
  [
    'an issuer with a colon behind it',
    `<ul><li><b>Northwind:</b> <a href="${credlyBadge(1)}">Cloud Practitioner</a> (2024)</li><li><b>Harbour:</b> <a href="${credlyBadge(2)}">Other</a> (2023)</li></ul>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind', issued: '2024' },
  ],
  [
    'a day that is written as a mention',
    `<table><tr><td>Cloud Practitioner</td><td>Northwind</td><td>@March 4, 2025</td><td><a href="${credlyBadge(1)}">Link</a></td></tr><tr><td>Other</td><td><a href="${credlyBadge(2)}">Link</a></td></tr></table>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind', issued: 'March 4, 2025' },
  ],
  [
    'an organisation below the day',
    `<div><p>May 2024</p><h3>Cloud Practitioner</h3><p>Northwind University</p><a href="${credlyBadge(1)}">Verify</a></div><div><h3>Other</h3><a href="${credlyBadge(2)}">Verify</a></div>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind University', issued: 'May 2024' },
  ],
  [
    'the platform below the title, and a link that only names the platform',
    `<div><div>2022</div><div>Cloud Practitioner</div><div>Udemy</div><div><a href="https://www.udemy.com/certificate/UC-00000000-1111-4222-8333-000000000001/" title="Udemy certificate"><svg></svg></a></div></div><div><div>2021</div><a href="${credlyBadge(2)}">Other</a></div>`,
    { title: 'Cloud Practitioner', issuer: 'Udemy', issued: '2022' },
  ],
  [
    'an article with a header and a footer of its own',
    `<article><header><b>Cloud Practitioner</b></header><p>Northwind</p><p>May 2024</p><footer><a href="${credlyBadge(1)}">Verify</a></footer></article><article><header><b>Other</b></header><footer><a href="${credlyBadge(2)}">Verify</a></footer></article>`,
    { title: 'Cloud Practitioner', issuer: 'Northwind', issued: 'May 2024' },
  ],
  [
    'the footer of a page',
    `<footer><h4>Contact</h4><p>© 2026 Ana</p><a href="${credlyBadge(1)}"><img src="/b.png" alt="Cloud Practitioner"></a></footer>`,
    { title: 'Cloud Practitioner', issued: null },
  ],
];

/** A line of dates → the day of issue and the last day that it states. */
const DATES: readonly (readonly [string, string | null, string | null])[] = [
  ['Issued Mar 2019 - No Expiration Date', 'Mar 2019', null],
  ['Issued Mar 2019 No Expiration Date', 'Mar 2019', null],
  ['Issued Mar 2019 (does not expire)', 'Mar 2019', null],
  ['Issued Mar 2019 · No Expiration Date', 'Mar 2019', null],
  ['Issued Jan 2020 - Expires Jan 2023', 'Jan 2020', 'Jan 2023'],
  ['Issued Jan 2020 – Expired Jan 2023', 'Jan 2020', 'Jan 2023'],
  ['Issued March 5, 2020, expires March 5, 2023', 'March 5, 2020', 'March 5, 2023'],
  ['Issued Jan 2020 (expires Jan 2023)', 'Jan 2020', 'Jan 2023'],
  ['Issued: Jan 2020 Expires: Jan 2023', 'Jan 2020', 'Jan 2023'],
  ['Expires Jan 2023, issued Jan 2020', 'Jan 2020', 'Jan 2023'],
  ['Ausgestellt: 04/2021 – Gültig bis: 04/2024', '04/2021', '04/2024'],
  ['Délivré en mars 2021 - Expire en mars 2024', 'mars 2021', 'mars 2024'],
  ['Expires March 5, 2024', null, 'March 5, 2024'],
  ['2029年3月到期', null, '2029年3月'],
  ['Concluído em maio de 2024', 'maio de 2024', null],
  ['Completado en mayo de 2024', 'mayo de 2024', null],
  ['Valable jusqu’au 12 mars 2028', null, '12 mars 2028'],
  ['Válido hasta mayo de 2027', null, 'mayo de 2027'],
  ['Completed in March 2025.', 'March 2025', null],
  ['[May 2024]', 'May 2024', null],
  ['2024-05:', '2024-05', null],
  // Whose day it is, is not said.
  ['Mar 2021 - No expiry', null, null],
  ['May 2024 (expired)', null, null],
  ['Jan 2021 – Jan 2024', null, null],
  ['Last updated: May 2024', null, null],
  ['Updated May 2024', null, null],
  ['Date of birth: 3 May 1980', null, null],
  ['Geburtsdatum: 3. Mai 1980', null, null],
  ['Next review: May 2026', null, null],
  ['Renewal date: May 2026', null, null],
  ['Started: Jan 2023', null, null],
  ['更新日: 2023年5月', null, null],
  // Digits and calendars of other scripts.
  ['صدر في مارس ٢٠٢٤', 'مارس ٢٠٢٤', null],
  ['तारीख: मार्च २०२४', 'मार्च २०२४', null],
  ['ออกเมื่อ มี.ค. 2567', 'มี.ค. 2567', null],
  ['発行日: 令和6年3月', null, null],
  ['صادر: ۱۴۰۳/۰۱/۰۵', '۱۴۰۳/۰۱/۰۵', null],
  ['Выдан: март 2024 г.', 'март 2024 г.', null],
  ['Earned Jul 19, 2025 -03', 'Jul 19, 2025', null],
  ['(Jan 2024)', 'Jan 2024', null],
  ['Vydáno 5. července 2024', '5. července 2024', null],
  ['ইস্যু মার্চ ২০২৪', 'মার্চ ২০২৪', null],
  ['הונפק 5 בינואר 2024', '5 בינואר 2024', null],
];

describe('beside a link', () => {
  it.each(DATES)('“%s” states %s as the day of issue and %s as the last one', (dates, issued, expires) => {
    const html = `<div><h3>Cloud Practitioner</h3><p>Northwind</p><p>${dates}</p><a href="${credlyBadge(1)}">Show credential</a></div>`;
    expect(claims(html)[0]).toMatchObject({ title: 'Cloud Practitioner', issued, expires });
  });

  it.each(SHAPES)('%s', (_, html, expected) => {
    expect(claims(html)[0]).toMatchObject(expected);
  });

  it.each([
    'Hier ansehen',
    'Zertifikat prüfen',
    'Voir le certificat',
    'Vérifier',
    'Verificar',
    'Visualizar certificado',
    'Vedi attestato',
    'Certificaat bekijken',
    'Sprawdź certyfikat',
    'Посмотреть сертификат',
    'Переглянути сертифікат',
    'Sertifikayı görüntüle',
    'Verifikasi',
    'Xem chứng chỉ',
    'رابط الشهادة',
    'לצפייה בתעודה',
    '証明書はこちら',
    '修了証を見る',
    '查看凭证',
    '수료증 보기',
    'Check it out',
    'JSON',
    'Download PNG',
    'JSON-LD file',
    '📄 View assertion',
    'See the BadgeClass',
  ])('“%s” behind a name calls for a click, and is no title', (call) => {
    const html = `<ul><li>Cloud Practitioner <a href="${credlyBadge(1)}">${call}</a></li></ul>`;
    expect(claims(html)[0]?.title).toBe('Cloud Practitioner');
  });

  it('buttons named after formats give a badge that is offered as several files no other name', () => {
    const files = ['JSON', 'PNG', 'SVG', 'JWT'].map(
      (format, n) => `<a class="btn btn-download" href="${credlyBadge(n)}">${format}</a>`,
    );
    const html = `<main><h1>Cloud Practitioner</h1><div><h3>Download Credential</h3>${files.join('')}</div></main>`;
    expect(claims(html).map(({ title }) => title)).toEqual([null, null, null, null]);
  });

  it('words of no known language call for a click where they stand behind different names', () => {
    const entry = (n: number, name: string): string =>
      `<li>${name} <a href="${credlyBadge(n)}">Zur grex mun</a></li>`;
    const titles = (html: string) => claims(`<ul>${html}</ul>`).map(({ title }) => title);
    expect(titles(entry(1, 'Soils') + entry(2, 'Tides'))).toEqual(['Soils', 'Tides']);
    expect(titles(entry(1, 'Soils') + entry(2, 'Soils'))).toEqual(['Zur grex mun', 'Zur grex mun']);
    const same = (n: number, school: string): string =>
      `<li><a href="${credlyBadge(n)}">Tides</a><p>${school}</p></li>`;
    expect(titles(same(1, 'North School') + same(2, 'South School'))).toEqual(['Tides', 'Tides']);
  });

  it('one title below different people stays the title of each', () => {
    const entry = (n: number, person: string, title: string): string =>
      `<li>${person} <a href="${credlyBadge(n)}">${title}</a></li>`;
    const titles = (title: string) =>
      claims(`<ul>${entry(1, 'Jane Doe', title)}${entry(2, 'John Roe', title)}</ul>`).map(
        (claim) => claim.title,
      );
    for (const title of ['Azure Fundamentals', 'Python 3 basics', 'AWS', 'Zertifizierter Scrum Master'])
      expect(titles(title)).toEqual([title, title]);
  });

  it('a whole section that is indented like code is read like any other', () => {
    const indent = `\n${' '.repeat(60)}`;
    const html = `<div>${`<p>${indent}Cloud Practitioner${indent}</p>`}${`<ul>${`${indent}<li></li>`.repeat(20)}</ul>`}<a href="${credlyBadge(1)}">See certificate</a></div>`;
    expect(claims(html)[0]?.title).toBe('Cloud Practitioner');
  });

  it('the course that it is for, linked beside it on the platform’s own host, takes nothing from it', () => {
    const entry = (name: string, id: string): string =>
      `<div><p><a href="https://www.udacity.com/course/cloud-nanodegree--nd101">${name}</a></p><p>Udacity</p><p>May 2024</p>
       <a href="https://confirm.udacity.com/${id}">See certificate</a></div>`;
    const certificates = see(entry('Cloud Nanodegree', 'ABCD1234') + entry('Other', 'EFGH5678')).filter(
      ({ link }) => link?.includes('confirm.') ?? false,
    );
    expect(certificates.map(({ claim }) => claim)).toMatchObject([
      { title: 'Cloud Nanodegree', issuer: 'Udacity', issued: 'May 2024' },
      { title: 'Other', issuer: 'Udacity', issued: 'May 2024' },
    ]);
  });

  it('several links of one card to one place are read alike: neither a picture nor a button names something else, and what is named twice has two names', () => {
    const entry = (n: number, name: string): string => {
      const to = credlyBadge(n);
      return `<li><a href="${to}"><img src="/b.png" alt="NW badge"></a><p>${name}</p><p>May 2024</p><a href="${to}">Verify</a></li>`;
    };
    const card = (n: number, name: string): string => {
      const to = credlyBadge(n);
      return `<div class="card"><a href="${to}"><img src="/b.png" alt="${name} badge"></a><h5>${name}</h5><h6>Northwind</h6><small>May 2024</small><a href="${to}">Verify</a></div>`;
    };
    const titles = (html: string) => claims(html).map(({ title }) => title);
    expect(titles(`<ul>${entry(1, 'Tides')}${entry(2, 'Soils')}</ul>`)).toEqual([
      ...['Tides', 'Tides', 'Soils', 'Soils'],
    ]);
    expect(titles(card(1, 'Tides') + card(2, 'Soils'))).toEqual(['Tides', 'Tides', 'Soils', 'Soils']);
    const link = (name: string): string => `<a href="${credlyBadge(1)}">${name}</a>`;
    const twice = `<li>${link('Tides Basics')} ${link('Tides Expert')}</li><li><a href="${credlyBadge(2)}">Soils</a></li>`;
    expect(titles(`<ul>${twice}</ul>`)).toEqual(['Tides Basics', 'Tides Expert', 'Soils']);
  });

  it('a drive’s file counts below a section about credentials, and a CV or a project’s file does not', () => {
    const file = (name: string): string => `https://drive.google.com/file/d/${name}/view`;
    const html = `<nav><a href="${file('cv')}">Resume</a></nav><h1>Certified Pilot</h1><h2>Projects</h2><h3>Clock</h3><a href="${file('clock')}">Report</a>
      <h2>Certificates</h2><div><h3>First Aid</h3><p>Guild</p><p>May 2024</p><a href="${file('aid')}">View</a></div><p><a href="${file('cv')}">Download CV</a></p>`;
    expect(see(html).map(({ link, claim }) => [link, claim.title, claim.issuer])).toEqual([
      [file('aid'), 'First Aid', 'Guild'],
    ]);
  });

  it('a drive’s file loses what its visitors are tracked by', () => {
    const file = 'https://drive.google.com/file/d/made-up/view?usp=sharing';
    expect(see(`<h2>Certificates</h2><a href="${file}&trk=public_profile">Scan</a>`)[0]?.link).toBe(file);
  });

  it('the only picture of a badge beside a link shows what the link leads to; of several, nobody knows which', () => {
    const picture = (name: string): string =>
      `<a href="https://proxy.example/${name}"><img src="https://proxy.example/${name}" data-canonical-src="https://images.credly.com/images/${name}/image.png" alt="${name}"></a>`;
    const link = `<a href="${credlyBadge(1)}">Certified Harbour Pilot</a>`;
    const titles = (html: string) => claims(`<p>${html}</p>`).map(({ title }) => title);
    expect(titles(`${picture('CHP')}<br>${link}`)).toEqual(['Certified Harbour Pilot']);
    expect(titles(`${picture('CHP')} ${picture('Tides')} ${link}`)).toEqual([
      'CHP',
      'Tides',
      'Certified Harbour Pilot',
    ]);
  });

  it('a platform’s picture without a word claims nothing and is left out; the places of the others stay', () => {
    const picture = `<img src="https://images.credly.com/images/a/image.png" alt="">`;
    expect(see(`${picture}<a href="${credlyBadge(1)}">Badge</a>`)).toMatchObject([
      { kind: 'link', place: 1, claim: NO_CLAIM },
    ]);
  });
});
