import { describe, expect, it } from 'vitest';
import { problemOfStatus, readJsonAnswer, readTextAnswer } from '../../src/net/answer.ts';
import { recordContacts, withoutSecrets } from '../../src/net/contacts.ts';
import type { NetAnswer } from '../../src/ports.ts';
import { fail, succeed } from '../../src/result.ts';
import { handTime } from './wire.ts';

const answer = (body: string | Uint8Array, parts: Partial<NetAnswer> = {}): NetAnswer => ({
  url: 'https://issuer.example.org/a',
  finalUrl: 'https://issuer.example.org/a',
  status: 200,
  contentType: 'application/json',
  charset: null,
  maxAgeSeconds: null,
  bytes: typeof body === 'string' ? new TextEncoder().encode(body) : body,
  at: 5,
  cached: false,
  ...parts,
});
const html = (body: string, status = 200) => answer(body, { status, contentType: 'text/html' });

describe('problemOfStatus', () => {
  it.each([
    [200, undefined],
    [203, undefined],
    [401, 'access-denied'],
    [403, 'access-denied'],
    [404, 'record-not-found'],
    [408, 'timeout'],
    [410, 'record-gone'],
    [429, 'rate-limited'],
    [500, 'server-error'],
    [503, 'server-error'],
    [302, 'answer-not-understood'],
    [418, 'answer-not-understood'],
    [600, 'answer-not-understood'],
    [999, 'bot-wall'],
  ])('%i is %s', (status, code) => {
    expect(problemOfStatus(answer('{}', { status }))?.code).toBe(code);
  });

  it.each([200, 202, 403, 503])('a wall that asks for a human is one, also with status %i', (status) => {
    const wall = '<!DOCTYPE html><title>Just a moment...</title><script>window._cf_chl_opt={}</script>';
    expect(problemOfStatus(html(wall, status))).toMatchObject({
      code: 'bot-wall',
      params: { host: 'issuer.example.org', status },
    });
  });

  it('a page that only carries the script of a bot filter is none', () => {
    const page = '<html><body>Badge</body><script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js">';
    expect(problemOfStatus(html(page))).toBeNull();
  });

  it('a badge whose text speaks of bot walls is none', () => {
    expect(problemOfStatus(answer('{"name":"<title>Just a moment"}'))).toBeNull();
  });

  it('a missing page stays missing, whatever its words', () => {
    expect(problemOfStatus(html('<title>Just a moment...', 404))?.code).toBe('record-not-found');
  });
});

describe('readJsonAnswer', () => {
  const codeOf = (each: NetAnswer) => {
    const result = readJsonAnswer(each);
    return result.ok ? result.value : result.problem.code;
  };

  it.each([
    ['JSON', answer('{"a":1}'), { a: 1 }],
    ['JSON under a wrong type', html('{"a":1}'), { a: 1 }],
    ['UTF-16', answer(new Uint8Array(Buffer.from('\ufeff{"a":"é"}', 'utf16le'))), { a: 'é' }],
    ['UTF-8 that its server calls UTF-16', answer('{"a":"é"}', { charset: 'utf-16' }), { a: 'é' }],
    [
      'UTF-16 without a mark, called so',
      answer(new Uint8Array(Buffer.from('{"a":"é"}', 'utf16le')), { charset: 'utf-16' }),
      { a: 'é' },
    ],
    ['a page instead', html('<!doctype html><p>Login'), 'html-not-json'],
    ['a page instead, labelled JSON', answer('\n<html>'), 'html-not-json'],
    ['nothing', answer(''), 'empty-document'],
    ['white space', answer(' \n'), 'empty-document'],
    ['half of it', answer('{"a":'), 'json-malformed'],
    ['bytes', answer(Uint8Array.of(0xff, 0xd9, 0xff)), 'text-not-unicode'],
    ['a PNG', answer(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a)), 'image-not-record'],
    ['a JPEG', answer(Uint8Array.of(0xff, 0xd8, 0xff)), 'image-not-record'],
    ['a 404 with JSON', answer('{}', { status: 404 }), 'record-not-found'],
  ])('%s', (_, each, expected) => {
    expect(codeOf(each)).toEqual(expected);
  });

  it('names the host and the place', () => {
    expect(readJsonAnswer(answer('{"a":[tru]}'))).toMatchObject({
      problem: { params: { host: 'issuer.example.org' }, at: '/a/0' },
    });
  });

  it('reads text in the charset of the server', () => {
    const page = answer(Uint8Array.of(0x4d, 0xfc, 0x6c), { contentType: 'text/html', charset: 'iso-8859-1' });
    expect(readTextAnswer(page)).toEqual({ ok: true, value: 'Mül' });
  });
});

describe('recordContacts', () => {
  const outcomes = {
    'https://a.example.org/': succeed(answer('', { finalUrl: 'https://a.example.org/' })),
    'https://b.example.org/': succeed(
      answer('', {
        status: 404,
        finalUrl: 'https://d.example.org/',
        hops: ['https://b.example.org/', 'https://c.example.org/'],
      }),
    ),
    'https://e.example.org/': succeed(answer('', { finalUrl: 'https://e.example.org/', cached: true })),
    'https://f.example.org/': fail('timeout'),
    'https://10.0.0.1/': fail('private-host'),
    'https://g.example.org/': fail('permission-needed', { params: { origin: 'https://g.example.org' } }),
    'https://j.example.org/': fail('permission-needed', { params: { origin: 'https://k.example.org' } }),
    'https://l.example.org/': fail('offline'),
    // in a closed world, what would be asked is told
    'https://m.example.org/': fail('not-in-documents', { params: { url: 'https://m.example.org/' } }),
    'https://h.example.org/': succeed(answer('', { finalUrl: 'https://i.example.org/' })),
  };
  const world = { get: async ({ url }: { url: string }) => outcomes[url as keyof typeof outcomes] };

  it('writes down everybody who was asked, every hop, and nobody who was not', async () => {
    const { net, contacts } = recordContacts(world, handTime(9));
    for (const url of Object.keys(outcomes)) await net.get({ url });
    expect(contacts()).toEqual([
      { url: 'https://a.example.org/', at: 5, outcome: '200' },
      { url: 'https://b.example.org/', at: 5, outcome: 'redirected' },
      { url: 'https://c.example.org/', at: 5, outcome: 'redirected' },
      { url: 'https://d.example.org/', at: 5, outcome: '404' },
      { url: 'https://e.example.org/', at: 5, outcome: 'cached' },
      { url: 'https://f.example.org/', at: 9, outcome: 'timeout' },
      // sent on to a host without a grant: it was asked all the same
      { url: 'https://j.example.org/', at: 9, outcome: 'redirected' },
      { url: 'https://m.example.org/', at: 9, outcome: 'not-in-documents' },
      { url: 'https://h.example.org/', at: 5, outcome: 'redirected' },
      { url: 'https://i.example.org/', at: 5, outcome: '200' },
    ]);
  });

  it('takes the time of the net that was asked, not of the day that is judged', async () => {
    const inner = recordContacts({ ...world, clock: handTime(1234) }, handTime(9));
    const outer = recordContacts(inner.net, handTime(9));
    await outer.net.get({ url: 'https://f.example.org/' });
    expect([inner.contacts()[0]?.at, outer.contacts()[0]?.at]).toEqual([1234, 1234]);
  });

  it('never writes down what opens a record or names a person', () => {
    const address =
      'https://a.example.org/p?identity__email=a%40b.example&seed=1&pin=2&ACCESS_TOKEN=3&id=keep#key=4';
    const written = withoutSecrets(address);
    expect(written).toMatch(/id=keep/);
    expect(written).not.toMatch(/b\.example|seed=1|pin=2|TOKEN=3|key=4/);
    expect(withoutSecrets('https://a.example.org/?id=a+b%20c')).toBe('https://a.example.org/?id=a+b%20c');
  });
});
