import { describe, expect, it } from 'vitest';
import { utf8 } from '../../src/encoding/text.ts';
import type { Net, NetAnswer } from '../../src/ports.ts';
import { PROVIDERS } from '../../src/provider/registry/index.ts';
import { askedCandidates } from '../../src/recognise/asked.ts';
import type { Candidate } from '../../src/recognise/candidate.ts';
import { recogniseLink } from '../../src/recognise/recognise.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { fail, succeed } from '../../src/result.ts';
import { textIn } from '../build/file.ts';
import { inspected } from './inspected.ts';

const ID = '00000000-1111-4222-8333-444444444444';
const ASSERTION = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: `https://api.credly.com/v1/obi/v2/badge_assertions/${ID}`,
  badge: 'https://api.credly.com/v1/obi/v2/issuers/a/badge_classes/b',
  recipient: { type: 'email', hashed: true, identity: 'sha256$00' },
  issuedOn: '2026-01-01T00:00:00Z',
  verification: { type: 'HostedBadge' },
};

interface Served {
  readonly status?: number;
  readonly body?: unknown;
  readonly type?: string;
  readonly finalUrl?: string;
}

/** A world of addresses; every other one cannot be reached, and none without TLS. Remembers what was asked, and how. */
function world(
  served: Readonly<Record<string, Served>>,
): Net & { readonly asked: { url: string; accept?: string }[] } {
  const asked: { url: string; accept?: string }[] = [];
  return {
    asked,
    async get({ url, accept }) {
      asked.push({ url, ...(accept !== undefined && { accept }) });
      const answer = served[url];
      if (answer) return succeed(answerOf(url, answer));
      return fail(url.startsWith('http:') ? 'not-https' : 'network-failed');
    },
  };
}

const answerOf = (
  url: string,
  { status = 200, body = '', type = 'application/json', finalUrl }: Served,
): NetAnswer => ({
  url,
  finalUrl: finalUrl ?? url,
  status,
  contentType: type,
  charset: 'utf-8',
  maxAgeSeconds: null,
  bytes: body instanceof Uint8Array ? body : utf8(typeof body === 'string' ? body : JSON.stringify(body)),
  at: 0,
  cached: false,
});

const candidate = (link: string): Candidate => {
  const found = recogniseLink(link);
  if (!found) throw new Error(`not recognised: ${link}`);
  return found;
};
const codeOf = async (link: string, net: Net): Promise<string | null> => {
  const resolved = await resolve(candidate(link), net);
  return resolved.ok ? null : resolved.problem.code;
};
const textOf = async (link: string, net: Net): Promise<string> => {
  const resolved = await resolve(candidate(link), net);
  if (!resolved.ok || resolved.value.kind !== 'document') throw new Error('no document');
  return textIn(resolved.value.document);
};

const BADGE = `https://www.credly.com/badges/${ID}/public_url`;
const API = `https://api.credly.com/v1/obi/v2/badge_assertions/${ID}`;
const SIGNED = `https://www.credly.com/api/v1/obi/v3/open_badge_credentials/${ID}`;
const OTHER = `https://www.credly.com/api/v1/obi/v2/badge_assertions/${ID}`;

describe('a badge of another link', () => {
  const OTHER = ID.replaceAll('4', '5');
  const at = (id: string) => `https://api.credly.com/v1/obi/v2/badge_assertions/${id}`;

  it.each([
    ['in an answer of the platform', {}],
    ['at the address to which it leads', { finalUrl: at(OTHER) }],
    ['of another host, to which it leads', { finalUrl: 'https://evil.example/1.json' }],
  ])('%s is not this link’s', async (_, led) => {
    for (const id of [at(OTHER), at(OTHER).replace('https:', 'http:')]) {
      const net = world({ [at(ID)]: { body: { ...ASSERTION, id }, ...led } });
      expect(await codeOf(`https://www.credly.com/badges/${ID}`, net)).toBe('network-failed');
    }
  });

  it.each([
    [
      'https://www.edubadges.nl/public/assertions/AbCdEfGhIjKlMnOpQrStUv',
      'https://api.edubadges.nl/public/assertions/AbCdEfGhIjKlMnOpQrStUv',
      'https://api.edubadges.nl/public/assertions/ZbCdEfGhIjKlMnOpQrStUv',
    ],
    [
      'https://www.scrum.org/badges/awards/123456',
      'https://www.scrum.org/badges/awards/123456',
      'https://www.scrum.org/badges/awards/654321',
    ],
  ])('is not this link’s on a platform that has one address for each: %s', async (link, own, another) => {
    const answered = (id: string) => world({ [own]: { body: { ...ASSERTION, id } } });
    expect(await codeOf(link, answered(own))).toBeNull();
    expect(await codeOf(link, answered(another))).toBe('answer-not-understood');
  });

  it('is one by its own address alone, and not by the host that names it', async () => {
    const hash = '0123456789abcdef0123456789abcdef01234567';
    const own = (host: string) => `https://${host}/badges/assertion.php?b=${hash}&obversion=2`;
    const body = { ...ASSERTION, id: own('www.school.example') };
    const net = world({ [own('school.example')]: { body } });
    expect(await codeOf(`https://school.example/badges/badge.php?hash=${hash}`, net)).toBeNull();
  });
});

describe('a link without TLS', () => {
  const link = 'http://issuer.example/assertions/1.json';

  it('is asked by https, of whatever host', async () => {
    const net = world({ 'https://issuer.example/assertions/1.json': { body: ASSERTION } });
    expect(JSON.parse(await textOf(link, net))).toEqual(ASSERTION);
  });

  it('that leads on is asked by https, too', async () => {
    const net = world({
      'https://bit.ly/1': { type: 'text/html', finalUrl: 'https://issuer.example/assertions/1.json' },
      'https://issuer.example/assertions/1.json': { body: ASSERTION },
    });
    const [short] = askedCandidates({ kind: 'link', link: 'http://bit.ly/1' });
    expect(short && (await resolve(short, net)).ok).toBe(true);
  });

  it('is one with the same link with it', () => {
    expect(candidate(link).key).toBe(candidate(link.replace('http:', 'https:')).key);
  });
});

describe('a platform with records', () => {
  it('is asked for the record, not for the page that the link names', async () => {
    const net = world({ [API]: { body: ASSERTION } });
    expect(JSON.parse(await textOf(BADGE, net))).toEqual(ASSERTION);
    expect(net.asked).toEqual([{ url: API, accept: 'application/json' }]);
  });

  it('names the address that answered as the document’s own', async () => {
    const net = world({ [API]: { body: ASSERTION, finalUrl: OTHER } });
    const resolved = await resolve(candidate(BADGE), net);
    expect(resolved.ok && resolved.value.kind === 'document' && resolved.value.document.url).toBe(OTHER);
    expect(resolved.ok && resolved.value.kind === 'document' && resolved.value.document.origin).toBe(
      'fetched',
    );
  });

  it.each([
    ['JSON of another shape', { body: { hello: 'world' } }],
    ['a list of nothing', { body: [] }],
    ['a badge class instead of an assertion', { body: { type: 'BadgeClass', name: 'x' } }],
    ['malformed JSON', { body: '{"type":' }],
    ['a JSON string', { body: '"hello"' }],
    ['an empty body', { body: '' }],
    ['another status', { status: 302 }],
  ])('that answers with %s is not understood, and the badge is not blamed', async (_, served) => {
    expect(await codeOf(BADGE, world({ [API]: served, [OTHER]: served, [SIGNED]: served }))).toMatch(
      /^(answer-not-understood|empty-document)$/,
    );
  });

  it('is asked at its other address where the first gave something else', async () => {
    const net = world({
      [API]: { body: '<!doctype html><p>hi', type: 'text/html' },
      [OTHER]: { body: ASSERTION },
    });
    expect(JSON.parse(await textOf(BADGE, net))).toEqual(ASSERTION);
  });

  it('is not asked again after a real answer', async () => {
    const net = world({ [API]: { status: 410, body: { revoked: true } }, [OTHER]: { body: ASSERTION } });
    expect(await codeOf(BADGE, net)).toBe('revoked');
    expect(net.asked).toHaveLength(1);
  });

  it('that is gone gives the reason that its platform gives', async () => {
    const body = { id: API, revoked: true, revocationReason: 'Issued twice' };
    const resolved = await resolve(candidate(BADGE), world({ [API]: { status: 410, body } }));
    expect(resolved).toMatchObject({
      ok: false,
      problem: { code: 'revoked', params: { reason: 'Issued twice' } },
    });
  });

  it.each<[string, unknown]>([
    ['a page', '<p>Gone'],
    ['JSON of another kind', { message: 'Gone' }],
    ['what is not revoked', { revoked: false }],
    ['what speaks of a record elsewhere', { id: 'https://other.example/1', revoked: true }],
  ])('that is gone, with %s, is gone without a reason', async (_, body) => {
    expect(await codeOf(BADGE, world({ [API]: { status: 410, body } }))).toBe('record-gone');
  });

  it.each([
    [404, 'record-absent-or-private'],
    [410, 'record-gone'],
    [429, 'rate-limited'],
    [503, 'server-error'],
    [403, 'access-denied'],
  ])('that answers %i is reported as %s', async (status, code) => {
    expect(await codeOf(BADGE, world({ [API]: { status } }))).toBe(code);
  });

  it.each<[string, string, readonly string[]]>([
    ['another party', 'https://parked.example/', ['record-absent-or-private', 'record-absent-or-private']],
    ['the platform’s other host', 'https://www.credly.com/gone', ['record-gone', 'revoked']],
  ])('that leads to %s is gone only by the word of its platform', async (_, finalUrl, [bare, told]) => {
    const of = (body: unknown) => codeOf(BADGE, world({ [API]: { status: 410, body, finalUrl } }));
    expect(await of('')).toBe(bare);
    expect(await of({ revoked: true })).toBe(told);
  });

  it('blames the record for a 404 only where the platform does not hide private ones so', async () => {
    const open = {
      ...candidate(BADGE),
      provider: { ...candidate(BADGE).provider, notFound: 'absent' },
    } as Candidate;
    const resolved = await resolve(open, world({ [API]: { status: 404 } }));
    expect(resolved.ok || resolved.problem.code).toBe('record-not-found');
  });

  it('that cannot be reached is reported as that', async () => {
    expect(await codeOf(BADGE, world({}))).toBe('network-failed');
  });

  it('passes on what is left of a revoked assertion', async () => {
    const left = { id: API, revoked: true };
    expect(JSON.parse(await textOf(BADGE, world({ [API]: { body: left } })))).toEqual(left);
  });
});

describe('a record whose own signature holds wherever it lies', () => {
  const at = SIGNED;
  const none = { [API]: { body: {} }, [OTHER]: { body: {} } };
  const signed = (id: string) => ({ id, type: ['VerifiableCredential'], credentialSubject: {} });
  const token = (id: string) =>
    ['{"alg":"EdDSA"}', JSON.stringify(signed(id)), 'x']
      .map((each) => btoa(each).replace(/=+$/, ''))
      .join('.');
  const another = at.replace('0000', '1111');

  it('is taken where the platform’s hosted one was not understood, and only with the link’s own id', async () => {
    expect(JSON.parse(await textOf(BADGE, world({ ...none, [at]: { body: signed(at) } })))).toEqual(
      signed(at),
    );
    expect(await textOf(BADGE, world({ ...none, [at]: { body: token(at), type: 'text/plain' } }))).toBe(
      token(at),
    );
  });

  it.each([
    ['JSON with another id', signed(another)],
    ['JSON without an id', { ...signed(at), id: undefined }],
    ['a token with another id', token(another)],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47])],
  ])('is not understood as %s', async (_, body) => {
    expect(await codeOf(BADGE, world({ ...none, [at]: { body } }))).toBe('answer-not-understood');
    expect(await codeOf(at, world({ ...none, [at]: { body } }))).toBe('answer-not-understood');
  });

  it('is not asked for where the hosted one was withdrawn', async () => {
    const net = world({ [API]: { status: 410 }, [at]: { body: signed(at) } });
    expect(await codeOf(BADGE, net)).toBe('record-gone');
    expect(net.asked).toHaveLength(1);
  });
});

describe('regions and passports', () => {
  it('asks the European server for a European badge, without the e-mail address in the link', async () => {
    const net = world({});
    await resolve(
      candidate(
        'https://eu.badgr.com/public/assertions/AbCdEfGhIjKlMnOpQrStUv?identity__email=a%40b.example',
      ),
      net,
    );
    expect(net.asked[0]?.url).toBe(
      'https://api.eu.badgr.io/public/assertions/AbCdEfGhIjKlMnOpQrStUv.json?v=2_0&expand=badge&expand=badge.issuer',
    );
  });

  it('looks for a Canvas credential where its assertion would be, then where its page is, and blames none for a 404', async () => {
    const page = 'https://uni.badges.parchment.com/public/credentials/AbCdEfGhIjKlMnOpQrStUv';
    const assertion =
      'https://api.badgr.io/public/assertions/AbCdEfGhIjKlMnOpQrStUv.json?v=2_0&expand=badge&expand=badge.issuer';
    const missing = { [assertion]: { status: 404 }, [`${page}.json`]: { status: 404 } };
    expect(
      JSON.parse(await textOf(page, world({ ...missing, [`${page}.json`]: { body: ASSERTION } }))),
    ).toEqual(ASSERTION);
    const net = world({ ...missing, [page]: { type: 'text/html', body: '<div id="root"></div>' } });
    expect(await codeOf(page, net)).toBe('answer-not-understood');
    expect(net.asked.map(({ url }) => url)).toEqual([assertion, `${page}.json`, page]);
  });

  it('says no record is absent where one of its addresses gave nothing usable', async () => {
    const [api, www] = ['https://api.credly.com/v1', 'https://www.credly.com/api/v1'];
    const credly = recogniseLink(`https://www.credly.com/badges/${ID}`) ?? expect.fail();
    const codeOf = async (body: unknown, status = 200) => {
      const resolved = await resolve(
        credly,
        world({
          [`${api}/obi/v2/badge_assertions/${ID}`]: { body, status },
          [`${www}/obi/v2/badge_assertions/${ID}`]: { body, status },
          [`${www}/obi/v3/open_badge_credentials/${ID}`]: { body: {}, status: 404 },
        }),
      );
      return resolved.ok ? null : resolved.problem.code;
    };
    expect(await codeOf({ error: 'try later' })).toBe('answer-not-understood');
    expect(await codeOf('{"type": "Asser')).toBe('answer-not-understood');
    expect(await codeOf({}, 404)).toBe('record-absent-or-private');
  });

  it('follows a passport to the issuer’s own assertion and believes nothing else of it', async () => {
    const link = 'https://openbadgepassport.com/app/badge/info/900001';
    const at = 'https://issuer.example/assertions/1';
    const net = world({
      'https://openbadgepassport.com/app/obpv1/badge/info/900001': {
        body: { assertion_url: at, verified: true },
      },
      [at]: { body: ASSERTION },
    });
    expect(JSON.parse(await textOf(link, net))).toEqual(ASSERTION);
  });

  it('follows no passport to an address that is not https', async () => {
    const link = 'https://openbadgepassport.com/app/badge/info/900001';
    const body = { assertion_url: 'http://issuer.example/1' };
    const net = world({
      'https://openbadgepassport.com/app/obpv1/badge/info/900001': { body },
      'https://openbadgepassport.com/obpv1/badge/info/900001': { body },
    });
    expect(await codeOf(link, net)).toBe('answer-not-understood');
  });

  it('cuts the presentation out of a wallet service’s answer', async () => {
    const vp = { type: ['VerifiablePresentation'], verifiableCredential: [] };
    const net = world({
      'https://verifierplus.org/api/credentials/00000000-1111': {
        body: { vp, credential: [], shared: true },
      },
    });
    expect(JSON.parse(await textOf('https://verifierplus.org/credentials/00000000-1111', net))).toEqual(vp);
  });

  it('fetches what a viewer’s link names, percent-decoded', async () => {
    const net = world({ 'https://person.example/a b.json?x=1': { body: { credentialSubject: {} } } });
    const link = `https://verifierplus.org/#verify?vc=${encodeURIComponent('https://person.example/a b.json?x=1')}`;
    expect(await textOf(link, net)).toBe('{"credentialSubject":{}}');
  });
});

describe('a platform’s own JSON', () => {
  const link = `https://www.credential.net/${ID}`;
  const at = `https://api.accredible.com/v1/credential-net/credentials/${ID}`;
  const badge = `https://api.accredible.com/v1/obi/badge_assertions/${ID}`;
  const data = {
    uuid: ID,
    name: 'Example Course',
    issuer: { name: 'School' },
    issued_on: '2026-01-02',
    private: false,
  };

  it('is shown as what the page says, never as a credential', async () => {
    const resolved = await resolve(
      candidate(link),
      world({ [badge]: { status: 404 }, [at]: { body: { data } } }),
    );
    expect(resolved.ok && resolved.value).toEqual({
      kind: 'page',
      page: {
        url: link,
        answeredBy: 'Accredible',
        says: {
          title: 'Example Course',
          issuer: 'School',
          issued: '2026-01-02',
          expires: null,
          credentialId: ID,
        },
      },
    });
  });

  it('of a numbered link names the badge, where it is the JSON of that number', async () => {
    const json = 'https://api.accredible.com/v1/credential-net/credentials/10000005';
    const award = { type: 'Assertion', id: badge, badge: 'https://a.example/class', issuedOn: '2026-01-02' };
    const found = (id: number) =>
      resolve(
        candidate('https://www.credential.net/10000005'),
        world({ [json]: { body: { data: { ...data, id } } }, [badge]: { body: award } }),
      );
    expect(await found(10_000_005)).toMatchObject({ ok: true, value: { kind: 'document' } });
    expect(await found(10_000_006)).toMatchObject({ ok: false });
  });

  it('says its days as people read them, also where they are counted in seconds', async () => {
    const counted = { ...data, issued_on: 1767312000, expired_on: 1798848000000 };
    const resolved = await resolve(
      candidate(link),
      world({ [badge]: { status: 404 }, [at]: { body: { data: counted } } }),
    );
    expect(resolved.ok && resolved.value).toMatchObject({
      page: { says: { issued: '2026-01-02T00:00:00.000Z', expires: '2027-01-02T00:00:00.000Z' } },
    });
  });

  it.each([
    ['another id', { ...data, uuid: ID.replace('0', '1') }, 'answer-not-understood'],
    ['no id', { ...data, uuid: undefined }, 'answer-not-understood'],
    ['a private record', { ...data, private: true }, 'private-record'],
    ['a revoked record', { ...data, revoked_at: '2026-02-01' }, 'record-gone'],
    ['nothing about the award', { uuid: ID }, 'answer-not-understood'],
  ])('with %s is not taken for the record', async (_, record, code) => {
    const eu = at.replace('//api', '//eu.api');
    const net = world({
      [badge]: { status: 404 },
      [at]: { body: { data: record } },
      [badge.replace('//api', '//eu.api')]: { status: 404 },
      [eu]: { body: {} },
    });
    expect(await codeOf(link, net)).toBe(code);
  });

  it.each([{}, [], [false], { at: null }])('with %j for a flag is not understood', async (odd) => {
    const net = (record: object) => world({ [badge]: { status: 404 }, [at]: { body: { data: record } } });
    for (const flag of ['revoked_at', 'private']) {
      const resolved = await resolve(
        { ...candidate(link), routes: candidate(link).routes.slice(0, 2) },
        net({ ...data, [flag]: odd }),
      );
      expect(resolved.ok || resolved.problem.code).toBe('answer-not-understood');
    }
  });

  it.each([
    [
      'https://certs.duolingo.com/abc123example',
      'https://certs.duolingo.com/certificates/data?alias=abc123example',
      { status: 403 },
      'private-record',
    ],
    [
      'https://certs.duolingo.com/abc123example',
      'https://certs.duolingo.com/certificates/data?alias=abc123example',
      { status: 400 },
      'record-absent-or-private',
    ],
    [
      'https://openbadgepassport.com/app/badge/info/900001',
      'https://openbadgepassport.com/app/obpv1/badge/info/900001',
      { status: 401 },
      'private-record',
    ],
    [
      'https://www.freecodecamp.org/certification/exampleperson/responsive-web-design',
      'https://api.freecodecamp.org/certificate/showCert/exampleperson/responsive-web-design',
      { body: { messages: [{ type: 'info', message: 'flash.profile-private' }] } },
      'private-record',
    ],
  ] as const)(
    'of %s may have a word of its own for what it does not show',
    async (page, asked, served, code) => {
      expect(await codeOf(page, world({ [asked]: served }))).toBe(code);
    },
  );

  it('counts for the person of the link only', async () => {
    const page = 'https://www.freecodecamp.org/certification/exampleperson/responsive-web-design';
    const asked = 'https://api.freecodecamp.org/certificate/showCert/exampleperson/responsive-web-design';
    const read = (username: string) =>
      codeOf(
        page,
        world({
          [asked]: {
            body: {
              username,
              certSlug: 'responsive-web-design',
              certTitle: 'Responsive Web Design',
              date: 1,
            },
          },
        }),
      );
    expect(await read('examplePerson')).toBeNull();
    expect(await read('somebodyelse')).toBe('record-absent-or-private');
  });

  it('confirms an organisation’s own host only where it names that host', async () => {
    const own = `https://credentials.school.example/${ID}`;
    const naming = (url: string) => world({ [at]: { body: { data: { ...data, url } } } });
    expect(await codeOf(own, naming(`${own}`))).toBeNull();
    expect(await codeOf(own, naming(`https://credentials.other.example/${ID}`))).not.toBeNull();
  });
});

describe('a page for people', () => {
  const link = 'https://www.codecademy.com/profiles/exampleperson/certificates/0123456789abcdef01234567';
  const html = (body: string): Served => ({ type: 'text/html', body: `<!doctype html><html>${body}</html>` });

  it.each([
    ['a picture of its own', '<img src="https://images.example/certificates/0123456789abcdef01234567.png">'],
    [
      'a picture for previews',
      '<meta property="og:image" content="/cards/0123456789abcdef01234567/large.png">',
    ],
    ['a file', '<a href="/files/0123456789abcdef01234567.pdf">Download</a>'],
    [
      'data that names it',
      '<script type="application/json">{"c":{"code":"0123456789abcdef01234567","name":"Soils"}}</script>',
    ],
  ])('is believed to exist where it has %s', async (_, body) => {
    const page = html(`<meta property="og:title" content="A &amp; B">${body}`);
    const resolved = await resolve(candidate(link), world({ [link]: page }));
    expect(resolved.ok && resolved.value.kind === 'page' && resolved.value.page).toMatchObject({
      answeredBy: 'Codecademy',
      says: { title: 'A & B', credentialId: '0123456789abcdef01234567' },
    });
  });

  it.each([
    ['a shell without it', html('<div id="root"></div>')],
    ['only a longer id that contains it', html('<img src="/c/a0123456789abcdef01234567a.png">')],
    ['only words that repeat it', html('<p>No certificate 0123456789abcdef01234567 was found.</p>')],
    [
      'only a search that repeats it',
      html('<input name="q" value="0123456789abcdef01234567"><textarea>0123456789abcdef01234567'),
    ],
    ['only a comment in its source', html('<!-- <img src="/c/0123456789abcdef01234567.png"> -->')],
    [
      'only a script that repeats it',
      html('<script>var id = "0123456789abcdef01234567"; name = "Soils"</script>'),
    ],
    [
      'only a query that repeats it',
      html(
        '<script type="application/json">{"query":{"id":"0123456789abcdef01234567"},"name":"Not found"}</script>',
      ),
    ],
    ['only what somebody says of it', html(`<p class="comment">See ${link} <a href="${link}">there</a></p>`)],
    ['only a picture named by a query', html('<img src="/card.png?id=0123456789abcdef01234567">')],
    ['only its address as canonical', html(`<title>Not found</title><link rel="canonical" href="${link}">`)],
    ['only its address for sharing', html(`<meta property=og:url content=${link}?share=1>`)],
    ['only the way back from a login', html(`<a href='/login?next=${encodeURIComponent(link)}'>Log in</a>`)],
    ['only its path in a form', html(`<input name="next" value="${new URL(link).pathname}/">`)],
    ['only its address in a script', html(`<script>{"url":"${link.replaceAll('/', '\\/')}"}</script>`)],
    ['no text at all', { type: 'text/html', body: '' }],
  ])('with %s is not understood', async (_, page) => {
    expect(await codeOf(link, world({ [link]: page }))).toMatch(/answer-not-understood|empty-document/);
  });

  it('may carry its id as text where it has the labels of the platform’s template, and not without them', async () => {
    const own = 'https://verify.skilljar.com/c/abcd1234efgh';
    const template = (date: string) =>
      html(`<h1>Course Completed</h1><p>Soils</p><b>Offered By</b><i>School</i>
      ${date}<p>Certificate: abcd1234efgh</p>`);
    const dated = world({ [own]: template('<b>Completion Date</b><i>May 2, 2026</i>') });
    expect(await resolve(candidate(own), dated)).toMatchObject({
      value: { page: { says: { title: 'Soils', issuer: 'School', issued: 'May 2, 2026' } } },
    });
    expect(await codeOf(own, world({ [own]: template('') }))).toBe('answer-not-understood');
  });

  it('of which the address alone says whose it is has its template, and a title', async () => {
    const own = 'https://learn.microsoft.com/api/credentials/share/en-us/ExamplePerson-1234/0123456789ABCDEF';
    const head = (title: string, image: string) =>
      world({ [own]: html(`<meta property="og:title" content="${title}">${image}`) });
    const image = '<meta property="og:image" content="https://learn.microsoft.com/badge.png">';
    expect(await resolve(candidate(own), head('Fundamentals', image))).toMatchObject({
      value: { kind: 'page', page: { says: { title: 'Fundamentals' } } },
    });
    expect(await codeOf(own, head('Microsoft Learn', ''))).toBe('answer-not-understood');
    expect(await codeOf(own, head('', image))).toBe('answer-not-understood');
  });

  it('by a link without TLS is asked for with it, where its host is the registry’s', async () => {
    const own = 'https://verify.skilljar.com/c/abcd1234efgh';
    const net = world({ [own]: { status: 404 } });
    expect(await codeOf(own.replace('https:', 'http:'), net)).toBe('record-absent-or-private');
  });

  it.each(
    PROVIDERS.flatMap(({ shapes }) => shapes)
      .filter(({ routes }) => routes.some(({ via }) => via === 'award'))
      .map(({ examples }) => examples[0] ?? ''),
  )('%s is read in time in proportion to its length, whatever stands on it', async (address) => {
    const known = candidate(address);
    const pieces = [
      '<',
      '<a ',
      '<a b="',
      "<a b='",
      '<div class="',
      '</p>',
      '&amp',
      '&#',
      '<script>',
      '<!--',
      '<p>',
    ];
    const more = [
      'window.__APOLLO_STATE__={"a":[',
      '{"__typename":"A",',
      '%7B',
      '<div class="profile-badges">',
    ];
    for (const piece of [...pieces, ...more]) {
      const body = `<html>${known.params.id} ${piece.repeat(Math.floor(200_000 / piece.length))}`;
      const net: Net = { get: async ({ url }) => succeed(answerOf(url, { body, type: 'text/html' })) };
      expect(await resolve(known, net)).toBeDefined();
    }
  });

  it('that is gone says nothing about the award', async () => {
    expect(await codeOf(link, world({ [link]: { status: 410 } }))).toBe('record-absent-or-private');
  });
});

describe('a direct link', () => {
  const link = 'https://school.example/badges/award-1.json';

  it('is passed on as it is, broken or not, so that its fault is named', async () => {
    expect(await textOf(link, world({ [link]: { body: '{"type":["VerifiableCredential"' } }))).toContain(
      'Verifiable',
    );
  });

  it('to other JSON is not understood', async () => {
    expect(await codeOf(link, world({ [link]: { body: { name: 'package' } } }))).toBe(
      'answer-not-understood',
    );
  });

  it.each([
    { '@context': 'https://w3id.org/openbadges/v2', type: 'BadgeClass', id: link, name: 'Welding' },
    { type: 'Issuer', id: link, name: 'School' },
    { type: ['Achievement'], id: link, name: 'Welding' },
  ])('to what a badge only refers to is told as that: %j', async (body) => {
    const item = await inspected(link, { net: world({ [link]: { body } }) });
    expect(item.verdict).toMatchObject({ status: 'not-checked', reason: 'definition-not-award' });
  });

  it('to a page where its address promises a record is a mishap of the server', async () => {
    const page = {
      type: 'text/html',
      body: '<html><script type="application/ld+json">{"@type":"Person"}</script>',
    };
    expect(await codeOf(link, world({ [link]: page }))).toBe('html-not-json');
  });

  it.each(['<script ', '<script type="application/ld+json">'])(
    'to a page of nothing but %s is looked through in one go',
    async (piece) => {
      const body = `<html>${piece.repeat(Math.floor(2_000_000 / piece.length))}`;
      expect(await codeOf(link, world({ [link]: { type: 'text/html', body } }))).toBe('html-not-json');
    },
  );

  it('to a page with a credential in it is that page', async () => {
    const body = '<html><script type="application/ld+json">{"credentialSubject":{}}</script>';
    expect(await textOf(link, world({ [link]: { type: 'text/html', body } }))).toBe(body);
  });

  it('to a picture is the picture', async () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const image = 'https://school.example/badges/award-1.png';
    const resolved = await resolve(candidate(image), world({ [image]: { body: png, type: 'image/png' } }));
    expect(resolved.ok && resolved.value.kind === 'document' && resolved.value.document.content).toEqual(png);
  });
});

describe('what is never asked', () => {
  it.each([
    ['https://www.credly.com/go/Ab0Cd1Ef', 'short-link'],
    ['https://www.datacamp.com/portfolio/exampleperson', 'collection-not-single'],
    ['https://learncard.app/share-boost?uri=credential%3Aexample&seed=seed&pin=1234', 'wallet-bound'],
    ['https://learncard.app/claim/boost?claim=true&boostUri=a&challenge=b', 'claim-link'],
    ['openid-credential-offer://?credential_offer=%7B%7D', 'claim-link'],
    ['https://wallet.example/#/take?credential_offer_uri=https%3A%2F%2Fa.example%2F1', 'claim-link'],
    ['https://badgr.com/backpack/badges/0123456789abcdef01234567', 'private-record'],
    ['https://www.udemy.com/certificate/UC-ABCD1234/', 'reading-not-allowed'],
    ['https://backpack.openbadges.org/share/0123456789abcdef0123456789abcdef/', 'service-closed'],
    ['https://aws.amazon.com/verification', 'form-asks-number'],
  ])('%s: %s', async (link, code) => {
    const net = world({});
    expect(await codeOf(link, net)).toBe(code);
    expect(net.asked).toEqual([]);
  });
});
