import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Net } from '../../src/ports.ts';
import { PROVIDERS } from '../../src/provider/registry/index.ts';
import type { Candidate } from '../../src/recognise/candidate.ts';
import { recogniseLink } from '../../src/recognise/recognise.ts';
import { recogniseInView } from '../../src/resolve/page-in-view.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { fail } from '../../src/result.ts';
import type { PageScan, Sighting } from '../../src/site/sighting.ts';
import { NO_CLAIM } from '../../src/site/sighting.ts';

const UUID = '00000000-1111-4222-8333-444444444444';
const LEARNING = `https://www.linkedin.com/learning/certificates/${'0123456789abcdef'.repeat(4)}`;

const link = (address: string, place = 0): Sighting => ({
  kind: 'link',
  link: address,
  text: null,
  claim: NO_CLAIM,
  place,
});
const scanOf = (url: string, view: string, others: readonly string[] = []): PageScan => ({
  url,
  title: '',
  language: 'en',
  sightings: [url, ...others].map(link),
  view,
});
/** Counts what is asked; answers with trouble of one kind. */
const netOf = (code: 'network-failed' | 'permission-needed' | 'timeout' = 'network-failed') => {
  const asked: string[] = [];
  const net: Net = {
    async get({ url }) {
      asked.push(url);
      return fail(code, { params: { host: 'x.example', origin: 'https://x.example' } });
    },
  };
  return { net, asked };
};
const only = (scan: PageScan): Candidate => recogniseInView(scan)[0] ?? expect.fail('nothing recognised');

const OWN_PAGES = PROVIDERS.flatMap(({ anonymous, shapes }) =>
  shapes
    .filter(({ kind, anyHost }) => kind === 'credential' && !anyHost && !anonymous)
    .flatMap(({ examples }) => examples)
    // One link is known by several values at once, which no page shows as they stand there.
    .filter((each) => each.startsWith('https:') && !each.includes('badge.aspx')),
);

describe('the page that the reader has open', () => {
  it.each([
    ['Udemy, which bars programs', 'https://www.udemy.com/certificate/UC-ABCD1234/', 'UC-ABCD1234'],
    ['LinkedIn Learning, which bars programs', LEARNING, '0123456789abcdef'.repeat(4)],
    ['a page drawn by script', `https://www.udacity.com/certificate/e/${UUID}`, UUID],
    ['Red Hat, by its query', 'https://rhtapps.redhat.com/verify?certId=100-200-300', '100-200-300'],
  ])('of %s is read as its own human page, and nobody is asked', async (_, url, id) => {
    const { net, asked } = netOf();
    const resolved = await resolve(only(scanOf(url, `<h1>Course</h1><img src="/cards/${id}.png">`)), net);
    expect(resolved).toMatchObject({
      ok: true,
      value: { kind: 'page', page: { url, inView: true, answeredBy: null, says: { credentialId: id } } },
    });
    expect(asked).toEqual([]);
  });

  it('says what stands behind its own labels', () => {
    const url = 'https://verify.skilljar.com/c/abcd1234efgh';
    const view = `<p>Course Completed</p><p>Hydrology &amp; Soil</p><p>Completion Date</p><p>May 2, 2026</p><p>abcd1234efgh</p>`;
    expect(only(scanOf(url, view)).view).toMatchObject({
      page: { says: { title: 'Hydrology & Soil', issued: 'May 2, 2026' } },
    });
  });

  it('counts for nothing where it does not carry the id of its own address', async () => {
    const url = 'https://www.udemy.com/certificate/UC-ABCD1234/';
    for (const view of [
      '',
      '<p>Sign in</p>',
      '<p>UC-ABCD1234</p>',
      '<img src="/UC-ABCD12345.png">',
      '<img src="/UC-WXYZ9876.png">',
    ]) {
      const candidate = only(scanOf(url, view));
      expect(candidate.view).toBeUndefined();
      expect(await resolve(candidate, netOf().net)).toMatchObject({
        problem: { code: 'reading-not-allowed' },
      });
    }
  });

  it.each([
    ['https://eu.credential.net/10000005', '10000005'],
    ['https://www.openbadgepassport.com/app/badge/info/900001', '900001'],
  ])('at %s, an award known by its host and its id, need not carry the name of its own host', (url, id) => {
    const view = `<h1>Course</h1><img src="/cards/${id}.png">`;
    expect(only(scanOf(url, view)).view).toMatchObject({
      kind: 'page',
      page: { says: { credentialId: id } },
    });
    expect(only(scanOf(url, '<h1>Course</h1><img src="/cards/1.png">')).view).toBeUndefined();
  });

  it('speaks for no other award that it links to', () => {
    const other = 'https://www.udemy.com/certificate/UC-WXYZ9876/';
    const scan = scanOf(
      'https://www.udemy.com/certificate/UC-ABCD1234/',
      '<img src="/UC-ABCD1234.png"><img src="/UC-WXYZ9876.png">',
      [other],
    );
    const [own, second] = recogniseInView(scan);
    expect(own?.view).toBeDefined();
    expect(second?.link).toBe(other);
    expect(second?.view).toBeUndefined();
  });

  it.each([
    ['a host that only imitates one', 'https://www.udemy.com.evil.example/certificate/UC-ABCD1234/'],
    ['a host that nobody knows', `https://academy.evil.example/certificates/${'a1'.repeat(16)}`],
    [
      'a host that is known by its path alone',
      `https://moodle.evil.example/badges/badge.php?hash=${'a1'.repeat(20)}`,
    ],
    ['an organisation’s own host', `https://credentials.evil.example/${UUID}`],
    [
      'a redirector',
      `https://www.google.com/url?q=${encodeURIComponent('https://www.udemy.com/certificate/UC-ABCD1234/')}`,
    ],
    ['a page without TLS', 'http://www.udemy.com/certificate/UC-ABCD1234/'],
    ['a form', 'https://aws.amazon.com/verification'],
    ['a person’s list', 'https://www.credly.com/users/example-person/badges'],
    [
      'a wallet’s share link',
      'https://learncard.app/share-boost?uri=credential%3Aexample&seed=seed&pin=1234',
    ],
  ])('at %s says nothing', (_, url) => {
    const view = `UC-ABCD1234 ${'a1'.repeat(16)} ${'a1'.repeat(20)} ${UUID} verification example-person credential%3Aexample`;
    const targets = [
      'https://www.udemy.com/certificate/UC-ABCD1234/',
      `https://www.credly.com/badges/${UUID}`,
    ];
    for (const candidate of recogniseInView(scanOf(url, view, targets)))
      expect(candidate.view).toBeUndefined();
  });

  it('is less than a record: that is asked for first, and its own word stands', async () => {
    const candidate = only(scanOf(`https://www.credly.com/badges/${UUID}`, `<img src="/${UUID}/image.png">`));
    for (const code of [
      'record-gone',
      'record-absent-or-private',
      'private-record',
      'permission-needed',
    ] as const) {
      const net: Net = {
        async get({ url }) {
          const status = code === 'record-gone' ? 410 : 404;
          return code === 'private-record' || code === 'permission-needed'
            ? fail(code)
            : { ok: true, value: { ...ANSWER, url, finalUrl: url, status } };
        },
      };
      expect(await resolve(candidate, net)).toMatchObject({ ok: false, problem: { code } });
    }
  });

  it('is what is left where the record could not be had', async () => {
    const candidate = only(scanOf(`https://www.credly.com/badges/${UUID}`, `<img src="/${UUID}/image.png">`));
    const { net, asked } = netOf('timeout');
    expect(await resolve(candidate, net)).toMatchObject({ value: { kind: 'page', page: { inView: true } } });
    expect(asked).toHaveLength(1);
  });

  it('lists awards, where the registry knows that it is the provider’s list: each is read from its own piece', () => {
    const profile = `https://www.skills.google/public_profiles/${UUID}`;
    const badge = `${profile}/badges/12345678`;
    const entry = (id: string, title: string) =>
      `<div class="profile-badge"><a class="badge-image" href="/public_profiles/${UUID}/badges/${id}"><img></a>
       <span class="ql-title-medium l-mts">${title}</span><span class="ql-body-medium l-mbs">Earned Jul 19, 2025 EDT</span></div>`;
    const list = `<div class="profile-badges">${entry('99', 'Other')}${entry('12345678', 'Networking')}</div>`;
    const view = `<title>Ana</title><h1 class="ql-display-small">Ana /badges/77777</h1>${list}`;
    const scan = { ...scanOf(profile, view), sightings: [link(badge)] };
    expect(only(scan).view).toMatchObject({
      kind: 'platform',
      record: {
        title: 'Networking',
        holder: 'Ana /badges/77777',
        issued: { text: '2025-07-19' },
        id: '12345678',
        inView: true,
      },
    });
    expect(only({ ...scan, sightings: [link(`${profile}/badges/77777`)] }).view).toBeUndefined();
  });

  it.each(OWN_PAGES)('at %s is read where it carries its own id, and where it does not it is not', (url) => {
    const ids = Object.values(recogniseLink(url)?.params ?? {});
    const preview = '<title>Card</title><meta property="og:image" content="/card.png">';
    const pictures = preview + ids.map((id) => `<img src="/cards/${id}/card.png">`).join('');
    expect(only(scanOf(url, pictures)).view).toMatchObject({ kind: 'page', page: { url } });
    // Whatever it is that says so: a visitor, a search, the answer that there is none.
    expect(only(scanOf(url, `<p>${ids.join('</p><p>')}</p>`)).view).toBeUndefined();
    expect(only(scanOf(url, '<title>Certificate</title><p>Please log in.</p>')).view).toBeUndefined();
  });

  it('reaches no more than a page, whatever stands on it and whatever address it claims', async () => {
    const addresses = PROVIDERS.flatMap(({ shapes }) => shapes.flatMap(({ examples }) => examples)).filter(
      (each) => /^https:/.test(each),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...addresses),
        fc.constantFrom(...addresses),
        fc.string({ unit: 'binary', maxLength: 200 }),
        async (url, target, noise) => {
          const ids = Object.values(recogniseLink(url)?.params ?? {}).join(' ');
          const record = '{"@context":[],"type":["VerifiableCredential"],"credentialSubject":{}}';
          const view = `${noise}<img src="/${ids}.png"><p>${ids} ${target}</p><script type="application/ld+json">${record}</script>`;
          for (const candidate of recogniseInView(scanOf(url, view, [target]))) {
            if (candidate.view === undefined) continue;
            expect(candidate.view.kind).toBe('page');
            if (candidate.view.kind !== 'page') continue;
            expect(new URL(candidate.view.page.url).origin).toBe(new URL(url).origin);
            expect(candidate.provider).not.toBeNull();
            const resolved = await resolve(candidate, netOf().net);
            if (resolved.ok) expect(resolved.value).toMatchObject({ kind: 'page', page: { inView: true } });
          }
        },
      ),
    );
  });
});

const ANSWER = {
  contentType: 'application/json',
  charset: 'utf-8',
  maxAgeSeconds: null,
  bytes: new Uint8Array(),
  at: 0,
  cached: false,
} as const;
