import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Net } from '../../src/ports.ts';
import { problem } from '../../src/problem.ts';
import { type Asked, askedCandidates } from '../../src/recognise/asked.ts';
import { recogniseLink } from '../../src/recognise/recognise.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { qrPng } from '../build/qr.ts';
import { fakeNet } from '../fake/net.ts';

const ID = '00000000-1111-4222-8333-444444444444';
const CREDLY = `https://www.credly.com/badges/${ID}`;
const SHORT = 'https://www.credly.com/go/Ab0Cd1Ef';
const TOKEN = 'eyJhbGciOiJFZERTQSJ9.eyJ2YyI6e319.c2lnbmF0dXJl';
const JSON_BADGE = '{"type": "Assertion", "badge": "https://a.example/b.json"}';

const link = (address: string) => askedCandidates({ kind: 'link', link: address });
const image = (address: string) => askedCandidates({ kind: 'image', link: address });
const text = (words: string) => askedCandidates({ kind: 'text', text: words });
const file = (bytes: Uint8Array | string, name = 'a.bin') =>
  askedCandidates({ kind: 'file', name, base64: Buffer.from(bytes).toString('base64') });
const keys = (found: ReturnType<typeof link>) => found.map(({ key }) => key);
const codes = (found: ReturnType<typeof link>) =>
  found.flatMap(({ routes }) => routes.map((route) => (route.via === 'none' ? route.code : route.via)));

describe('a link that the reader points at', () => {
  it('is the candidate that the registry knows, out of any wrapper, and says that it was asked about', () => {
    const wrapped = `https://www.linkedin.com/safety/go?url=${encodeURIComponent(CREDLY)}`;
    expect(link(wrapped)).toMatchObject([{ key: `credly:${ID}`, asked: { kind: 'link', name: null } }]);
  });

  it('is asked itself where nobody knows it', () => {
    expect(link('https://somewhere.example/thing')).toMatchObject([
      {
        link: 'https://somewhere.example/thing',
        provider: null,
        routes: [{ via: 'direct' }],
        speculative: false,
      },
    ]);
  });

  it.each([
    ['openid-credential-offer://?credential_offer=%7B%7D', 'claim-link'],
    ['https://wallet.example/?a=b&credential_offer=%7B%7D', 'claim-link'],
    ['https://www.datacamp.com/portfolio/example' /* a person’s list */, 'collection-not-single'],
    ['https://www.linkedin.com/in/example-person/' /* a person’s profile */, 'collection-not-single'],
    ['https://de.linkedin.com/in/example-person?trk=public', 'collection-not-single'],
  ])('%s stays unopened', (address, code) => {
    expect(codes(link(address))).toEqual([code]);
  });

  it('that leads to a profile keeps its address, so that it can be opened', () => {
    const profile = 'https://www.linkedin.com/in/example-person/';
    expect(link(profile)).toMatchObject([{ link: profile, kind: 'collection' }]);
  });

  it('is followed where it is a short one', () => {
    expect(link(SHORT)).toMatchObject([{ kind: 'short', routes: [{ via: 'follow' }] }]);
  });
});

describe('following a short link', () => {
  const [short] = link(SHORT);
  const follow = (finalUrl: string, more: object = {}) => {
    const net = fakeNet({ [SHORT]: { finalUrl, body: 'moved', contentType: 'text/html', ...more } });
    return short ? resolve(short, net).then((resolved) => ({ resolved, asked: net.asked })) : expect.fail();
  };

  it('asks the platform that the target belongs to, whatever the page there answers', async () => {
    const { asked } = await follow(CREDLY, { status: 403 });
    expect(asked[0]).toBe(SHORT);
    expect(asked[1]).toContain(ID);
    expect(asked[1]).not.toBe(CREDLY);
  });

  it('stops at a second short link', async () => {
    const { resolved, asked } = await follow('https://www.credly.com/go/Zz9Yy8Xx');
    expect(resolved).toMatchObject({ ok: false, problem: { code: 'short-link-leads-nowhere' } });
    expect(asked).toHaveLength(1);
  });

  it('stops where it leads to itself', async () => {
    expect((await follow(SHORT)).resolved).toMatchObject({ problem: { code: 'short-link-leads-nowhere' } });
  });

  describe('in a browser, which shows no hops,', () => {
    const missing = (origin: string) => problem('permission-needed', { params: { host: origin, origin } });
    const closed = (net: Net, granted: readonly string[]): Net => ({
      ...net,
      refusal: async (address) => {
        const { origin } = new URL(address);
        return granted.includes(origin) ? null : missing(origin);
      },
    });
    const SHARE = 'https://coursera.org/share/0123456789abcdef0123456789abcdef';
    const [share] = link(SHARE);

    it.each([SHARE, SHARE.replace('https:', 'http:')])(
      'asks for the grants of %s and of where it is known to lead at once, and asks nobody else',
      async (address) => {
        const net = fakeNet({});
        const [short] = link(address);
        const resolved = short && (await resolve(short, closed(net, [])));
        expect(resolved).toMatchObject({
          problem: {
            code: 'permission-needed',
            params: { origin: 'https://coursera.org' },
            cause: { code: 'permission-needed', params: { origin: 'https://www.coursera.org' } },
          },
        });
        expect(net.asked).toEqual([]);
      },
    );

    it('asks for the one that is still missing', async () => {
      const resolved = share && (await resolve(share, closed(fakeNet({}), ['https://coursera.org'])));
      expect(resolved).toMatchObject({
        problem: { code: 'permission-needed', params: { origin: 'https://www.coursera.org' } },
      });
    });

    it.each(['https://lnkd.in/eAbCdEf', 'https://bit.ly/3AbCdEf'])(
      '%s to a site without a grant is not checked, and not called unreachable',
      async (address) => {
        const [unknown] = link(address);
        expect(unknown).toMatchObject({ kind: 'short', routes: [{ via: 'follow' }] });
        const net = fakeNet({ [address]: { error: 'network-failed' } });
        expect(unknown && (await resolve(unknown, net))).toMatchObject({
          problem: { code: 'short-link-unseen' },
        });
        const slow = fakeNet({ [address]: { error: 'timeout' } });
        expect(unknown && (await resolve(unknown, slow))).toMatchObject({ problem: { code: 'timeout' } });
      },
    );

    it('leads on to what it leads to once both are granted', async () => {
      const page = 'https://www.coursera.org/account/accomplishments/verify/ABCD1234EFGH';
      const net = fakeNet({
        [SHARE]: { finalUrl: page, body: 'x', contentType: 'text/html' },
        [page]: { body: '<html><img src="/cards/ABCD1234EFGH.png"></html>', contentType: 'text/html' },
      });
      const granted = closed(net, ['https://coursera.org', 'https://www.coursera.org']);
      expect(share && (await resolve(share, granted))).toMatchObject({ ok: true, value: { kind: 'page' } });
    });
  });

  it('is done for nobody but the reader', async () => {
    const net = fakeNet({});
    const onPage = recogniseLink(SHORT);
    expect(onPage && (await resolve(onPage, net))).toMatchObject({ problem: { code: 'short-link' } });
    expect(net.asked).toEqual([]);
  });

  it.each([404, 410])('says nothing of a credential where the link itself answers %i', async (status) => {
    expect((await follow(SHORT, { status })).resolved).toMatchObject({
      problem: { code: 'record-absent-or-private' },
    });
  });
});

describe('an address that nobody knows', () => {
  it('is no revoked credential because its page has gone', async () => {
    const [candidate] = link('https://somewhere.example/thing');
    const net = fakeNet({ 'https://somewhere.example/thing': { status: 410 } });
    expect(candidate && (await resolve(candidate, net))).toMatchObject({
      problem: { code: 'record-absent-or-private' },
    });
  });
});

describe('an image that the reader points at', () => {
  it('is asked for as an image of any kind', () => {
    expect(image('https://somewhere.example/poster.jpg')).toMatchObject([
      { kind: 'image', routes: [{ via: 'direct', accept: expect.stringContaining('image/*') }] },
    ]);
  });

  it('is read out of the page where the page carries it', () => {
    const [found] = image(`data:image/png;base64,${qrPng('x').toString('base64')}`);
    expect(found?.document?.content.length).toBe(qrPng('x').length);
    expect(found).toMatchObject({ link: null, routes: [] });
  });
});

describe('a text that the reader points at', () => {
  it.each([
    ['a link', CREDLY, [`credly:${ID}`]],
    ['a link in prose', `See my badge (${CREDLY}).`, [`credly:${ID}`]],
    ['a link without its scheme', `credly.com/badges/${ID}`, [`credly:${ID}`]],
    ['the same link twice', `${CREDLY} and ${CREDLY}?trk=1`, [`credly:${ID}`]],
    [
      'a known link and one that nobody knows',
      `${CREDLY}\nhttps://a.example/b`,
      [`credly:${ID}`, 'url:https://a.example/b'],
    ],
  ])('is %s', (_, words, expected) => {
    expect(keys(text(words))).toEqual(expected);
  });

  it.each([
    ['a token', TOKEN],
    ['a token that was wrapped', `${TOKEN.slice(0, 10)}\n${TOKEN.slice(10, 30)} \n${TOKEN.slice(30)}`],
    ['a token in prose', `Here: ${TOKEN}, as promised`],
    ['an SD-JWT', `${TOKEN}~WyJhIl0~`],
    ['JSON', JSON_BADGE],
    ['JSON in prose', `The record is ${JSON_BADGE}. That is all.`],
  ])('is %s, as a document that nobody served', (_, words) => {
    const found = text(words);
    expect(found).toHaveLength(1);
    expect(found[0]?.document).toMatchObject({ url: null, origin: 'page' });
  });

  it('gives a wrapped token back whole', () => {
    const [found] = text(`${TOKEN.slice(0, 10)}\n${TOKEN.slice(10)}`);
    expect(found?.document?.content).toBe(TOKEN);
  });

  it('is several things in their order', () => {
    const found = text(`first ${TOKEN} then ${JSON_BADGE} and ${CREDLY}`);
    expect(found.map(({ document, key }) => (document ? 'document' : key))).toEqual([
      'document',
      'document',
      `credly:${ID}`,
    ]);
  });

  it.each(['Nothing but words.', '', 'version 1.2.3, see README.md/usage', '{"a": 1}', '{ open {"badge'])(
    '%j is one answer: there is nothing to check',
    (words) => {
      expect(codes(text(words))).toEqual(['nothing-to-check']);
    },
  );

  it.each([
    ['  Nothing but words.\r\nAnd more of them.', 'Nothing but words.'],
    ['word '.repeat(40), `${'word '.repeat(12).trimEnd()}…`],
    [' ', null],
  ])('%j goes by how it begins, so that one can be told from another', (words, name) => {
    expect(text(words).map(({ asked }) => asked?.name)).toEqual([name]);
  });

  it('gives a link that it holds no name: the link has one', () => {
    expect(text(`My badge: ${CREDLY}`).map(({ asked }) => asked?.name)).toEqual([null]);
  });

  it('is each of several records, and what is written below them', () => {
    const other = JSON_BADGE.replace('b.json', 'c.json');
    const found = text(`${JSON_BADGE}\n${other}\n\nBest regards, ${CREDLY}`);
    expect(found.map(({ document, link }) => document?.content ?? link)).toEqual([JSON_BADGE, other, CREDLY]);
    const cut = JSON_BADGE.slice(0, -1);
    expect(text(cut).map(({ document }) => document?.content)).toEqual([cut]);
  });

  it.each([
    ['another record', JSON_BADGE],
    ['a greeting', 'Dear Ann, here it is:'],
  ])('is also a record that was cut off behind %s, and none of the links in it', (_, before) => {
    const cut = '{"type": "Assertion", "badge": "https://a.example/b.json';
    const found = text(`${before}\n${cut}`).map(({ document, link }) => document?.content ?? link);
    expect(found).toEqual(before === JSON_BADGE ? [JSON_BADGE, cut] : [cut]);
    expect(text(`${before} {"x": ${CREDLY}`).at(-1)?.link).toBe(CREDLY);
  });

  it('comes to twenty rows and no more', () => {
    const many = Array.from({ length: 50 }, (_, n) => `https://a.example/${n}`).join(' ');
    expect(text(many)).toHaveLength(20);
    const records = Array.from({ length: 50 }, (_, n) => JSON_BADGE.replace('b.json', `${n}.json`)).join(' ');
    expect(text(`See ${records}`)).toHaveLength(20);
  });

  it('is at least one candidate, each with a key of its own, whatever it says', () => {
    const pieces = fc.constantFrom(
      CREDLY,
      TOKEN,
      JSON_BADGE,
      '{',
      '"',
      '\\',
      ' ',
      'eyJ',
      'https://',
      '](',
      '}',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 30 }), (parts) => {
        const found = keys(text(parts.join('')));
        expect(found.length).toBeGreaterThan(0);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
});

describe('a file that the reader brings', () => {
  it('is its bytes, and keeps its name', () => {
    expect(file(JSON_BADGE, 'badge.json')).toMatchObject([
      { document: { origin: 'file', url: null }, asked: { kind: 'file', name: 'badge.json' } },
    ]);
  });

  it('of links is read like a selected text', () => {
    expect(keys(file(`[My badges]\n${CREDLY}\n`))).toEqual([`credly:${ID}`]);
    expect(codes(file('{\\rtf1\\ansi Ann }', 'cv.rtf'))).toEqual(['nothing-to-check']);
    expect(keys(file(`${CREDLY}\n`, 'links.txt'))).toEqual([`credly:${ID}`]);
  });

  it('whose bytes came broken says so', () => {
    expect(codes(askedCandidates({ kind: 'file', name: 'a', base64: '%%%' } satisfies Asked))).toEqual([
      'encoding-malformed',
    ]);
  });
});
