import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognise, recogniseLink } from '../../src/recognise/recognise.ts';
import { NO_CLAIM, type PageScan, type Sighting } from '../../src/site/sighting.ts';
import { textIn } from '../build/file.ts';

const ID = '00000000-1111-4222-8333-444444444444';
const BADGE = `https://www.credly.com/badges/${ID}`;

const sighting = (over: Partial<Sighting>, place = 0): Sighting => ({
  kind: 'link',
  link: null,
  text: null,
  claim: NO_CLAIM,
  place,
  ...over,
});
const page = (...sightings: readonly Partial<Sighting>[]): PageScan => ({
  url: 'https://person.example/',
  title: 'Person',
  language: 'en',
  sightings: sightings.map((over, place) => sighting(over, place)),
});

describe('recognise', () => {
  it('makes one candidate of one credential linked five times, with five places', () => {
    const links = [
      BADGE,
      `${BADGE}/public_url`,
      `http://credly.com/badges/${ID.toUpperCase()}`,
      `https://www.youracclaim.com/badges/${ID}`,
      `https://www.linkedin.com/safety/go/?url=${encodeURIComponent(BADGE)}`,
    ];
    const candidates = recognise(page(...links.map((link) => ({ link }))));
    expect(candidates).toHaveLength(1);
    expect(candidates[0]).toMatchObject({ key: `credly:${ID}`, places: [0, 1, 2, 3, 4], speculative: false });
  });

  it('merges what the places say, the earlier word first', () => {
    const claim = { ...NO_CLAIM, title: 'Cloud' };
    const later = { ...NO_CLAIM, title: 'Other', issued: 'Jan 2026' };
    const [candidate] = recognise(page({ link: BADGE, claim }, { link: BADGE, claim: later }));
    expect(candidate?.claim).toEqual({ ...NO_CLAIM, title: 'Cloud', issued: 'Jan 2026' });
  });

  it('says nothing where the page gives the same credential another name', () => {
    const named = (title: string | null) => ({ link: BADGE, claim: { ...NO_CLAIM, title } });
    const titles = [
      null,
      'Cloud Basics',
      'Doctor of Medicine',
      'Cloud Basics badge',
      null,
      'Cloud Basics Instructor',
    ];
    expect(recognise(page(...titles.map(named)))).toMatchObject([
      { claim: { title: 'Cloud Basics' }, places: [0, 1, 3, 4] },
    ]);
  });

  it('says nothing where the page gives the same credential another issuer or year', () => {
    const claims = [
      { issuer: 'Northwind Institute', issued: 'Mar 2021', expires: '2024-03-01' },
      { issuer: 'Harvard University' },
      { issuer: 'Northwind', issued: '2021-03-04' },
      { issued: 'Mar 2011' },
      { expires: 'Mar 2031' },
      {},
    ];
    const links = claims.map((claim) => ({ link: BADGE, claim: { ...NO_CLAIM, title: 'Cloud', ...claim } }));
    expect(recognise(page(...links))).toMatchObject([{ places: [0, 2, 5] }]);
  });

  it('keeps two awards of one kind on one host apart', () => {
    const base = 'https://moodle.one.example/badges/badge.php?hash=';
    const hash = '0123456789abcdef0123456789abcdef01234567';
    const other = base.replace('one', 'two');
    expect(recognise(page({ link: base + hash }, { link: other + hash }))).toHaveLength(2);
  });

  it.each([
    [
      'a query on a host that nobody knows',
      'https://school.example/badges/1.json?of=1',
      'https://school.example/badges/1.json?of=2',
    ],
    [
      'a query behind an id',
      'https://school.example/assertions/abc1/?of=1',
      'https://school.example/assertions/abc1/?of=2',
    ],
    [
      'a query of a picture',
      'https://school.example/badge.png?of=1',
      'https://school.example/badge.png?of=2',
    ],
    [
      'a query of a page',
      'https://school.example/certificates/abcdefgh1?of=1',
      'https://school.example/certificates/abcdefgh1?of=2',
    ],
    [
      'a platform’s record, on anybody’s host',
      `https://www.credential.net/${ID}`,
      `https://badges.evil.example/${ID}`,
    ],
    [
      'a number on a platform’s two servers',
      'https://openbadgepassport.com/app/badge/info/900001',
      'https://passport.cancred.ca/app/badge/info/900001',
    ],
    [
      'a number in a platform’s two regions',
      'https://www.credential.net/10000005',
      'https://eu.credential.net/10000005',
    ],
    [
      'a badge in two people’s profiles',
      `https://www.skills.google/public_profiles/${ID}/badges/1`,
      `https://www.skills.google/public_profiles/${ID.replaceAll('4', '5')}/badges/1`,
    ],
  ])('keeps two links apart that may lead to two records: %s', (_, one, other) => {
    const claim = { ...NO_CLAIM, title: 'Welding' };
    const links = recognise(page({ link: one, claim }, { link: other, claim })).map(({ link }) => link);
    expect(links).toEqual([one, other]);
  });

  it('makes one of two fragments of an address, and of a slash at its end', () => {
    const [base, file] = ['https://school.example/assertions/abc1', 'https://school.example/badges/1.json'];
    const links = [base, `${base}/`, `${base}#a`, file, `${file}#a`].map((link) => ({ link }));
    expect(recognise(page(...links)).map(({ link }) => link)).toEqual([base, file]);
  });

  it('lists an entry without a link once, as a claim with nothing to check', () => {
    const claim = { ...NO_CLAIM, title: 'Internal Course', issuer: 'Employer' };
    const [candidate, ...rest] = recognise(page({ kind: 'claim', claim }, { kind: 'claim', claim }));
    expect(rest).toEqual([]);
    expect(candidate?.routes).toEqual([{ via: 'none', code: 'no-link' }]);
  });

  it('lists a scan in somebody’s drive as a claim without a machine-readable record', () => {
    const link = 'https://drive.google.com/file/d/abc/view';
    const [candidate] = recognise(page({ kind: 'claim', link, claim: { ...NO_CLAIM, title: 'Diploma' } }));
    expect(candidate).toMatchObject({ kind: 'file', routes: [{ code: 'no-machine-readable-record' }] });
  });

  it('keeps entries that lead to one form apart by what they claim, and a link without words with the first', () => {
    const link = 'https://training.linuxfoundation.org/certification/verify';
    const entry = (title: string) => ({ kind: 'claim' as const, link, claim: { ...NO_CLAIM, title } });
    const found = recognise(page(entry('Harbour Pilot'), { link }, entry('Tides'), entry('harbour pilot')));
    expect(found).toMatchObject([
      {
        link,
        claim: { title: 'Harbour Pilot' },
        routes: [{ code: 'form-asks-number-and-name' }],
        places: [0, 1, 3],
      },
      { link, claim: { title: 'Tides' }, places: [2] },
    ]);
  });

  it('takes entries of two names that lead to one page nobody knows for two, and a nameless one for the first', () => {
    const link = 'https://school.example/certificates/all';
    const entry = (title: string | null) => ({ kind: 'claim' as const, link, claim: { ...NO_CLAIM, title } });
    const found = recognise(page(entry('Harbour Pilot'), entry('Tides'), entry(null), entry('Tides')));
    expect(found.map(({ claim, places }) => [claim.title, places])).toEqual([
      ['Harbour Pilot', [0, 2]],
      ['Tides', [1, 3]],
    ]);
    expect(new Set(found.map(({ key }) => key)).size).toBe(2);
  });

  it('drops links that are no credential, and the platform’s own page of the same list', () => {
    const scan = page({ link: 'https://www.credly.com/' }, { link: 'https://person.example/about' });
    expect(recognise(scan)).toEqual([]);
    const list = 'https://www.credly.com/users/example-person/badges';
    expect(recognise({ ...page({ link: list }), url: list })).toEqual([]);
    expect(recognise(page({ link: list }))).toHaveLength(1);
  });

  it('shows a list that can be asked for on its own page as well', () => {
    const shared = 'https://learn.microsoft.com/en-us/users/exampleperson/transcript/0a1b2c3d4e5f6g7';
    const scan = { url: shared, title: '', language: null, sightings: [sighting({ link: shared })] };
    expect(recognise(scan).map(({ kind }) => kind)).toEqual(['collection']);
  });

  it('keeps two people apart who hold the same certification', () => {
    const of = (user: string) =>
      `https://learn.microsoft.com/en-us/users/${user}/credentials/certification/example-associate`;
    const links = [of('ana-1'), of('ben-2'), of('ana-1')].map((link) => ({ link }));
    expect(recognise(page(...links)).map(({ link }) => link)).toEqual([of('ana-1'), of('ben-2')]);
  });

  it('looks into sixty pictures of a page at most, and calls every one of them speculative', () => {
    const images = Array.from({ length: 100 }, (_, index) => ({
      kind: 'image' as const,
      link: `https://person.example/badge-${index}.png`,
    }));
    const candidates = recognise(page(...images));
    expect(candidates).toHaveLength(60);
    expect(candidates.every(({ speculative }) => speculative)).toBe(true);
  });

  it('does not look for badges in decorative shields', () => {
    expect(
      recognise(page({ kind: 'image', link: 'https://img.shields.io/badge/License-MIT-blue.svg' })),
    ).toEqual([]);
  });

  it('carries a credential of the page as a document that nobody served', () => {
    const text = JSON.stringify({ type: ['VerifiableCredential'], credentialSubject: {} });
    const [candidate] = recognise(page({ kind: 'json-ld', text }));
    expect(candidate?.document).toMatchObject({ origin: 'page', url: null });
    expect(candidate?.link).toBeNull();
  });

  it.each([
    '{"props":{"kinds":["Assertion","Endorsement"],"badge":"new"}}',
    '{"@context":"https://schema.org","@type":"Article","about":"Assertion"}',
    '{"type":"BadgeClass","name":"Assertion","badge":"x"}',
  ])('takes an application’s own data for none, whatever words are in it: %s', (text) => {
    expect(recognise(page({ kind: 'json-ld', text }))).toEqual([]);
  });

  it('finds a credential in a graph or another wrapper of a script', () => {
    const card = { type: ['VerifiableCredential'], credentialSubject: {} };
    const found = (script: object) =>
      recognise(page({ kind: 'json-ld', text: JSON.stringify(script) })).length;
    expect(found({ '@graph': [{ '@type': 'WebSite' }, card] })).toBe(1);
    expect(found({ credentials: { credential: card } })).toBe(1);
    expect(found({ props: { templates: [card] } })).toBe(0);
  });

  it('keeps a credential that cannot be read: why, the row will say', () => {
    const text = '{"type":["VerifiableCredential"],"credentialSubject":{"a":1,"a":2}';
    expect(recognise(page({ kind: 'json-ld', text }))).toHaveLength(1);
  });

  it('takes a token in a script for a credential only where its payload is one', () => {
    const token = (payload: object) =>
      `eyJhbGciOiJFUzI1NiJ9.${btoa(JSON.stringify(payload)).replace(/=+$/, '')}.AA`;
    const found = (text: string) => recognise(page({ kind: 'json-ld', text })).length;
    expect(found(token({ type: ['VerifiableCredential'], credentialSubject: {} }))).toBe(1);
    expect(
      found(`${token({ iss: 'https://idp.example', vct: 'https://credentials.example/degree' })}~`),
    ).toBe(1);
    expect(found(token({ sub: '1', scope: 'read' }))).toBe(0);
  });

  it('takes a data: link for a credential only where its type or its content is one', () => {
    const found = (link: string) =>
      recognise(page({ kind: 'link', link })).map(({ speculative }) => speculative);
    const card = encodeURIComponent('{"type":["VerifiableCredential"],"credentialSubject":{}}');
    expect(found(`data:text/plain,${card}`)).toEqual([false]);
    expect(found(`data:application/json,${card.slice(0, -9)}`)).toEqual([false]);
    expect(found('data:application/vc+jwt,no-token')).toEqual([false]);
    expect(found('data:application/json,%7B%22name%22%3A%22A%22%7D')).toEqual([]);
    const baked = '<svg xmlns:o="http://openbadges.org"><o:assertion verify="x"/></svg>';
    expect(found(`data:image/svg+xml,${encodeURIComponent(baked)}`)).toEqual([false]);
    expect(found(`data:image/svg+xml;base64,${btoa(baked)}`)).toEqual([false]);
    const wide = Buffer.from(`\uFEFF${baked}`, 'utf16le').toString('base64');
    expect(found(`data:image/svg+xml;base64,${wide}`)).toEqual([false]);
    expect(found('data:image/png;base64,iVBORw0KGgo=')).toEqual([]);
  });

  it('takes no ordinary script of the page for a credential', () => {
    expect(recognise(page({ kind: 'json-ld', text: '{"@type":"Person","name":"A"}' }))).toEqual([]);
  });
});

describe('recogniseLink', () => {
  it.each([
    [
      'a data: link',
      'data:application/vc+ld+json,%7B%22type%22%3A%5B%22VerifiableCredential%22%5D%7D',
      '{"type":["VerifiableCredential"]}',
    ],
    [
      'base64 in a data: link',
      `data:application/json;base64,${btoa('{"credentialSubject":{}}')}`,
      '{"credentialSubject":{}}',
    ],
    [
      'base64 in lines, in a data: link',
      `data:application/json;base64,${btoa('{"credentialSubject":{}}').replace(/.{8}/g, '$&\n  ')}`,
      '{"credentialSubject":{}}',
    ],
    [
      'a data: link in capitals',
      'DATA:application/json,%7B%22credentialSubject%22%3A%7B%7D%7D',
      '{"credentialSubject":{}}',
    ],
    [
      'a data: link in which a percent sign means itself',
      'data:application/json,{"credentialSubject":%7B"score":"100%"%7D}',
      '{"credentialSubject":{"score":"100%"}}',
    ],
    [
      'a JWT in the fragment',
      'https://wallet.example/#vc=eyJhbGciOiJFUzI1NiJ9.e30.AA',
      'eyJhbGciOiJFUzI1NiJ9.e30.AA',
    ],
    [
      'JSON in the fragment',
      'https://wallet.example/#/show?vc=%7B%22credentialSubject%22%3A%7B%7D%7D',
      '{"credentialSubject":{}}',
    ],
  ])('reads a credential out of %s', (_, link, text) => {
    const candidate = recogniseLink(link);
    expect(candidate?.document && textIn(candidate.document)).toBe(text);
    expect(candidate?.document?.origin).toBe('page');
  });

  it.each([
    'https://www.credly.com\\@evil.example/badges/00000000-1111-4222-8333-444444444444',
    'https://evil.example/#https://www.credly.com/badges/00000000-1111-4222-8333-444444444444',
    'https://user:pass@www.credly.com/badges/00000000-1111-4222-8333-444444444444',
    'https://www.credly.com./badges/00000000-1111-4222-8333-444444444444',
    'https://credly.co/badges/00000000-1111-4222-8333-444444444444',
    'https://credential.net.evil.example/00000000-1111-4222-8333-444444444444',
    'https://certificates.coursera.org.evil.example/certificates/0123456789ab',
    'https://courses.edx.org.evil.example/certificates/0123456789abcdef0123456789abcdef',
    'https://www.c0ursera.org/certificates/ab12cd34ef56',
    'https://xn--corsera-o2f.example/certificates/ab12cd34ef56',
    'https://[::1]/badges/badge.php?hash=0123456789abcdef0123456789abcdef01234567',
    'https://2130706433/badges/badge.php?hash=0123456789abcdef0123456789abcdef01234567',
    'javascript:location="https://www.credly.com/badges/00000000-1111-4222-8333-444444444444"',
  ])('is not taken in by %s', (link) => {
    expect(recogniseLink(link)).toBeNull();
  });

  const HASH = '0123456789abcdef0123456789abcdef01234567';
  const badgeAt = (host: string): string => `https://${host}/badges/badge.php?hash=${HASH}`;

  it.each([
    'openbadges.university.example',
    'summit.edu',
    'permit.edu.example',
    'credentials.mit.edu',
    'extension.harvard.edu',
    'bestresults.example',
    'scrumming.example',
    'dude.my',
  ])('knows an award at %s, whose name only happens to hold that of a platform', (host) => {
    expect(recogniseLink(badgeAt(host))).not.toBeNull();
  });

  it.each([
    'openbadges.org.evil.example',
    'mit.edu.evil.example',
    'mit-edu.evil.example',
    'harvard-edu.evil.example',
    'scrum.org.evil.example',
    'bestr-it.evil.example',
    'creclly.com',
    'credIy.com',
    'crecl1y.com',
    'edx-org.evil.example',
    'udemy.evil.example',
    'pok.tech.evil.example',
  ])('knows none at %s, which imitates one', (host) => {
    expect(recogniseLink(badgeAt(host))).toBeNull();
  });

  it('knows a link without a scheme, as embeds have them', () => {
    expect(recogniseLink(`//www.credly.com/embedded_badge/${ID}`)?.key).toBe(`credly:${ID}`);
  });

  it('never shows or asks with an e-mail address that a link carries', () => {
    const candidate = recogniseLink(
      'https://badgr.com/public/assertions/AbCdEfGhIjKlMnOpQrStUv?identity__email=a%40b.example',
    );
    expect(JSON.stringify(candidate)).not.toContain('b.example');
  });

  it('never throws, whatever a page writes into a link', () => {
    const hosts = fc.constantFrom(
      'www.credly.com',
      'badgr.com',
      'credential.net',
      'moodle.a.example',
      'google.com',
    );
    const links = fc
      .tuple(hosts, fc.webPath(), fc.string())
      .map(([host, path, rest]) => `https://${host}${path}?${rest}#${rest}`);
    fc.assert(fc.property(fc.oneof(fc.string(), links, fc.webUrl()), (link) => void recogniseLink(link)));
    fc.assert(fc.property(fc.string(), (text) => void recogniseLink(`data:application/json;base64,${text}`)));
  });

  it('knows no host beyond 253 octets: that is none (RFC 1035 §2.3.4)', () => {
    const at = (length: number): string => `${'a.'.repeat((length - 5) / 2)}b.com`;
    const badge = (host: string): string => `https://${host}/badges/badge.php?hash=${'0a'.repeat(20)}`;
    expect(recogniseLink(badge(at(253)))).not.toBeNull();
    expect(recogniseLink(badge(at(255)))).toBeNull();
  });

  it('gathers the places of one badge without copying them at each', () => {
    const places = Array.from({ length: 20_000 }, () => ({ link: BADGE }));
    expect(recognise(page(...places))[0]?.places).toEqual([...places.keys()]);
  });

  it('gives up at once on an address that no one would write', () => {
    expect(recogniseLink(`https://a.example/${'a/'.repeat(50_000)}badges/badge.php?hash=0`)).toBeNull();
  });
});
