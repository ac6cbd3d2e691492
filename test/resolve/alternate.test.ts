import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../src/encoding/text.ts';
import type { Net, NetAnswer } from '../../src/ports.ts';
import type { ProblemCode } from '../../src/problem.ts';
import { RECORD_ACCEPT } from '../../src/provider/accept.ts';
import { recogniseLink } from '../../src/recognise/recognise.ts';
import { alternateOf } from '../../src/resolve/alternate.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { fail, succeed } from '../../src/result.ts';

const LINK = 'https://academy.school.example/certificates/0123456789abcdef0123';
const RECORD = 'https://academy.school.example/api/records/7';
const BADGE = JSON.stringify({ type: ['VerifiableCredential'], credentialSubject: {} });

interface Served {
  readonly status?: number;
  readonly body?: string;
  readonly type?: string;
  readonly link?: string;
  readonly error?: ProblemCode;
}
const answerOf = (url: string, { status = 200, body = '', type = 'text/html', link }: Served): NetAnswer => ({
  url,
  finalUrl: url,
  status,
  contentType: type,
  charset: 'utf-8',
  maxAgeSeconds: null,
  ...(link !== undefined && { link }),
  bytes: utf8(body),
  at: 0,
  cached: false,
});
const page = (head: string, link?: string): NetAnswer =>
  answerOf(LINK, {
    body: `<!doctype html><html><head>${head}</head></html>`,
    ...(link !== undefined && { link }),
  });

/** Answers by address, and by Accept where the address names several forms. */
function world(served: Readonly<Record<string, Served | ((accept: string) => Served)>>) {
  const asked: { url: string; accept: string }[] = [];
  const net: Net = {
    async get({ url, accept = '' }) {
      asked.push({ url, accept });
      const found = served[url];
      const form = typeof found === 'function' ? found(accept) : found;
      return !form || form.error ? fail(form?.error ?? 'network-failed') : succeed(answerOf(url, form));
    },
  };
  return { net, asked };
}
const resolved = (net: Net) => resolve(recogniseLink(LINK) ?? expect.fail('not recognised'), net);

describe('what a page names as its record', () => {
  it.each([
    ['a link element', '<link rel="alternate" type="application/json" href="/api/records/7">', undefined],
    [
      'one in another order and spelling',
      "<LINK HREF='/api/records/7' TYPE=application/ld+json REL='Alternate'>",
      undefined,
    ],
    ['a Link header', '', '</api/records/7>; rel="alternate"; type="application/vc"'],
    [
      'one among others',
      '',
      `<https://x.example/>; rel=preload, <${RECORD}>; type=application/vc+jwt; rel="self alternate"`,
    ],
    [
      'an entity in the address',
      '<link rel="alternate" type="application/vc" href="/api/records/7?a=1&amp;b=2">',
      undefined,
    ],
  ])('is found in %s', (_, head, link) => {
    expect(alternateOf(page(head, link))?.address).toMatch(
      /^https:\/\/academy\.school\.example\/api\/records\/7/,
    );
  });

  it('is the form that is most surely a credential', () => {
    const head =
      '<link rel="alternate" type="application/json" href="/1"><link rel="alternate" type="application/vc+jwt" href="/2">';
    expect(alternateOf(page(head))).toEqual({ address: 'https://academy.school.example/2', certain: true });
  });

  it.each([
    ['another language', '<link rel="alternate" hreflang="de" href="/de">'],
    ['a feed', '<link rel="alternate" type="application/rss+xml" href="/feed">'],
    ['an oEmbed', '<link rel="alternate" type="application/json+oembed" href="/oembed">'],
    ['no alternate', '<link rel="stylesheet" type="application/json" href="/x">'],
    ['another host', '<link rel="alternate" type="application/vc" href="https://other.example/1">'],
    [
      'another host of the same site',
      '<link rel="alternate" type="application/vc" href="https://api.school.example/1">',
    ],
    [
      'another port',
      '<link rel="alternate" type="application/vc" href="https://academy.school.example:8443/1">',
    ],
    ['an inner host', '<link rel="alternate" type="application/vc" href="https://127.0.0.1/1">'],
    [
      'a page without TLS',
      '<link rel="alternate" type="application/vc" href="http://academy.school.example/1">',
    ],
    ['a script', '<link rel="alternate" type="application/vc" href="javascript:alert(1)">'],
    ['itself', `<link rel="alternate" type="application/vc" href="${LINK}#json">`],
    ['nothing', '<link rel="alternate" type="application/vc">'],
  ])('is not %s', (_, head) => {
    expect(alternateOf(page(head))).toBeNull();
  });

  it('is looked for in time in proportion to the page, whatever stands in it', () => {
    for (const piece of ['<link ', '<link rel="alternate" ', ' href=', '<link x="', '<'])
      expect(
        alternateOf(page(piece.repeat(Math.floor(300_000 / piece.length)), piece.repeat(1_000))),
      ).toBeNull();
  });

  it('never leads off the page’s own origin', () => {
    fc.assert(
      fc.property(
        fc.webUrl(),
        fc.string(),
        fc.constantFrom('application/vc', 'application/json'),
        (to, noise, type) => {
          for (const href of [to, noise, `//${noise}`, `${to}${noise}`]) {
            const head = `<link rel="alternate" type="${type}" href="${href}">`;
            const found = alternateOf(page(head, `<${href}>; rel=alternate; type=${type}`));
            if (found) expect(new URL(found.address).origin).toBe('https://academy.school.example');
          }
        },
      ),
    );
  });
});

describe('a direct link', () => {
  it('is asked for credentials first, then for their JSON, and for no page: some servers answer one to any mention of it', async () => {
    const { net, asked } = world({ [LINK]: { body: BADGE, type: 'application/vc' } });
    expect(await resolved(net)).toMatchObject({ ok: true, value: { kind: 'document' } });
    expect(asked).toEqual([{ url: LINK, accept: RECORD_ACCEPT }]);
    const types = RECORD_ACCEPT.split(/,\s*/);
    expect(types.slice(0, 4).map((each) => each.split(';')[0])).toEqual([
      'application/vc',
      'application/vc+jwt',
      'application/ld+json',
      'application/json',
    ]);
    expect(RECORD_ACCEPT).not.toMatch(/html|\*/);
    expect(RECORD_ACCEPT.length).toBeLessThan(128);
  });

  it('is asked for its page where there is no other form, and that page may hold the record', async () => {
    const { net, asked } = world({
      [LINK]: (accept) =>
        accept.includes('html')
          ? { body: `<html><script type="application/ld+json">${BADGE}</script></html>` }
          : { status: 406 },
    });
    expect(await resolved(net)).toMatchObject({ ok: true, value: { kind: 'document' } });
    expect(asked).toHaveLength(2);
  });

  const NAMING = `<html><head><link rel="alternate" type="application/vc" href="${RECORD}"></head></html>`;
  const NAMING_JSON = NAMING.replace('application/vc', 'application/json');

  it('leads to the record that its page names, in one step, which served it', async () => {
    const { net, asked } = world({
      [LINK]: { body: NAMING },
      [RECORD]: { body: BADGE, type: 'application/vc' },
    });
    expect(await resolved(net)).toMatchObject({
      ok: true,
      value: { kind: 'document', document: { url: RECORD, origin: 'fetched' } },
    });
    expect(asked.map(({ url }) => url)).toEqual([LINK, RECORD]);
  });

  it('does not lead on from there', async () => {
    const { net, asked } = world({
      [LINK]: { body: NAMING },
      [RECORD]: { body: NAMING.replace('/7', '/8') },
      [RECORD.replace('/7', '/8')]: { body: BADGE },
    });
    expect(await resolved(net)).toMatchObject({ problem: { code: 'no-machine-readable-record' } });
    expect(asked).toHaveLength(2);
  });

  it.each([
    [
      'JSON of another kind',
      NAMING_JSON,
      { body: '{"title":"A page of a blog"}' },
      'no-machine-readable-record',
    ],
    ['JSON that is not there', NAMING_JSON, { status: 404 }, 'no-machine-readable-record'],
    ['JSON that cannot be had', NAMING_JSON, { error: 'timeout' }, 'no-machine-readable-record'],
    ['a credential that cannot be had', NAMING, { error: 'timeout' }, 'timeout'],
    ['a credential that is not there', NAMING, { status: 404 }, 'record-absent-or-private'],
    ['a credential that is gone', NAMING, { status: 410 }, 'record-absent-or-private'],
    ['a credential without a grant', NAMING, { error: 'permission-needed' }, 'permission-needed'],
  ] as const)('whose page names %s says no more than that', async (_, body, alternate, code) => {
    const { net } = world({ [LINK]: { body }, [RECORD]: alternate });
    expect(await resolved(net)).toMatchObject({ ok: false, problem: { code } });
  });

  it('that says of its record that it is revoked has the reason, though no pattern knows it', async () => {
    const body = { revoked: true, revocationReason: 'Issued by mistake' };
    const revoked = { code: 'revoked', params: { reason: 'Issued by mistake' } };
    const gone = { status: 410, body: JSON.stringify(body) };
    expect(await resolved(world({ [LINK]: gone }).net)).toMatchObject({ problem: revoked });
    const named = world({ [LINK]: { body: NAMING }, [RECORD]: gone }).net;
    expect(await resolved(named)).toMatchObject({ problem: revoked });
    for (const status of [200, 404])
      expect(await resolved(world({ [LINK]: { ...gone, status } }).net)).not.toMatchObject({
        problem: { code: 'revoked' },
      });
  });

  it('whose page is gone is no withdrawn credential: nobody knows what it was', async () => {
    const { net } = world({ [LINK]: { status: 410 } });
    expect(await resolved(net)).toMatchObject({ problem: { code: 'record-absent-or-private' } });
  });
});
