import { describe, expect, it } from 'vitest';
import { createDeadline } from '../../src/net/deadline.ts';
import { createNet, type NetPorts } from '../../src/net/guard.ts';
import type { NetAnswer } from '../../src/ports.ts';
import type { Result } from '../../src/result.ts';
import { handTime, type Script, scriptedWire, settle } from './wire.ts';

const A = 'https://issuer.example.org/a';
const setUp = (script: Script, options: Partial<NetPorts> & { hops?: 'visible' | 'hidden' } = {}) => {
  const { hops = 'visible', ...ports } = options;
  const wire = scriptedWire(script, hops);
  const time = handTime(1_000_000);
  const net = createNet({ transport: wire.transport, clock: time, timer: time, ...ports });
  const get = async (url: string, request = {}) => summary(await net.get({ url, ...request }));
  return { wire, time, net, get };
};
const summary = (result: Result<NetAnswer>) =>
  result.ok ? new TextDecoder().decode(result.value.bytes) : result.problem.code;

describe('an answer', () => {
  it('carries its address, status, type, charset, freshness and time', async () => {
    const headers = {
      'content-type': 'Application/LD+JSON; Charset="UTF-8"',
      'cache-control': 'public, max-age=600',
      age: '100',
    };
    const { net } = setUp({ [A]: { status: 203, headers, body: '{}' } });
    expect(await net.get({ url: `${A}#part` })).toEqual({
      ok: true,
      value: {
        url: `${A}#part`,
        finalUrl: A,
        status: 203,
        contentType: 'application/ld+json',
        charset: 'utf-8',
        maxAgeSeconds: 500,
        bytes: new TextEncoder().encode('{}'),
        at: 1_000_000,
        cached: false,
      },
    });
  });

  it.each([200, 404, 410, 500, 503])('of status %i is an answer, not a problem', async (status) => {
    const { net } = setUp({ [A]: { status } });
    expect(await net.get({ url: A })).toMatchObject({ ok: true, value: { status } });
  });

  it('is asked for without the fragment, as JSON if nothing else is said', async () => {
    const { wire, get } = setUp({ [A]: {} });
    await get(`${A}#secret`);
    await get(A, { accept: 'image/png' });
    expect(wire.requests.map(({ url, accept }) => [url, accept.split(',')[0]])).toEqual([
      [A, 'application/json'],
      [A, 'image/png'],
    ]);
    expect(wire.requests[0]?.accept.length).toBeLessThan(128);
  });
});

describe('what is refused before anything is sent', () => {
  it.each([
    ['http://issuer.example.org/', 'not-https'],
    ['https://127.0.0.1/', 'private-host'],
    ['https://user@issuer.example.org/', 'url-malformed'],
    ['https://issuer.example.org:22/', 'port-refused'],
  ])('%s: %s', async (url, code) => {
    const { wire, get } = setUp({});
    expect([await get(url), wire.asked]).toEqual([code, []]);
  });

  it('an origin without a grant, which a later grant opens', async () => {
    const granted = new Set<string>();
    const { wire, net } = setUp({ [A]: { body: 'text' } }, { permitted: (origin) => granted.has(origin) });
    expect(await net.get({ url: A })).toMatchObject({
      problem: { code: 'permission-needed', params: { origin: 'https://issuer.example.org' } },
    });
    expect(wire.asked).toEqual([]);
    granted.add('https://issuer.example.org');
    expect(summary(await net.get({ url: A }))).toBe('text');
  });

  it('is told beforehand, with nobody asked', async () => {
    const granted = new Set<string>();
    const { wire, net } = setUp({ [A]: { body: 'text' } }, { permitted: (origin) => granted.has(origin) });
    expect(await net.refusal?.(A)).toMatchObject({
      code: 'permission-needed',
      params: { origin: 'https://issuer.example.org' },
    });
    expect(await net.refusal?.('https://127.0.0.1/')).toMatchObject({ code: 'private-host' });
    granted.add('https://issuer.example.org');
    expect(await net.refusal?.(A)).toBeNull();
    expect(wire.asked).toEqual([]);
  });
});

describe('redirects that the transport shows', () => {
  const to = (location: string, status = 302) => ({ status, headers: { location } });

  it.each([301, 302, 303, 307, 308])('with %i lead to the answer, and the hops are named', async (status) => {
    const { net } = setUp({ [A]: to('/b', status), 'https://issuer.example.org/b': { body: 'here' } });
    expect(await net.get({ url: A })).toMatchObject({
      value: { url: A, finalUrl: 'https://issuer.example.org/b', hops: [A], status: 200 },
    });
  });

  it.each([
    ['http://issuer.example.org/b', 'redirected-to-http'],
    ['https://127.0.0.1/', 'redirected-to-private-host'],
    ['https://[::ffff:a9fe:a9fe]/latest/meta-data', 'redirected-to-private-host'],
    ['//localhost/x', 'redirected-to-private-host'],
    ['https://user@evil.example/', 'answer-not-understood'],
    ['https://', 'answer-not-understood'],
    ['javascript:alert(1)', 'redirected-to-http'],
  ])('to %s end as %s, unasked', async (location, code) => {
    const { wire, net } = setUp({ [A]: to(location) });
    expect(await net.get({ url: A })).toMatchObject({
      problem: { code, params: { host: 'issuer.example.org' } },
    });
    expect(wire.asked).toEqual([A]);
  });

  it('in a circle are a loop, with or without fragments', async () => {
    const B = 'https://issuer.example.org/b';
    expect(await setUp({ [A]: to('/b'), [B]: to('/a') }).get(A)).toBe('redirect-loop');
    expect(await setUp({ [A]: to(`${A}#again`) }).get(A)).toBe('redirect-loop');
  });

  it('end after five', async () => {
    const chain = (length: number): Script =>
      Object.fromEntries(
        Array.from({ length: length + 1 }, (_, at) => [
          `https://issuer.example.org/${at}`,
          at < length ? to(`/${at + 1}`) : { body: 'end' },
        ]),
      );
    expect(await setUp(chain(5)).get('https://issuer.example.org/0')).toBe('end');
    expect(await setUp(chain(6)).get('https://issuer.example.org/0')).toBe('too-many-redirects');
  });

  it('need a grant for every origin on the way', async () => {
    const { wire, net } = setUp(
      { [A]: to('https://other.example.org/b') },
      { permitted: (origin) => origin === 'https://issuer.example.org' },
    );
    expect(await net.get({ url: A })).toMatchObject({
      problem: { code: 'permission-needed', params: { origin: 'https://other.example.org' } },
    });
    expect(wire.asked).toEqual([A]);
  });

  it('without a place to go, and 304, are answers', async () => {
    const { net } = setUp({ [A]: { status: 302 }, [`${A}2`]: { status: 304, headers: { location: '/x' } } });
    expect(await net.get({ url: A })).toMatchObject({ value: { status: 302 } });
    expect(await net.get({ url: `${A}2` })).toMatchObject({ value: { status: 304 } });
  });
});

describe('redirects that the platform hides', () => {
  it.each([
    ['http://issuer.example.org/b', 'redirected-to-http'],
    ['https://10.0.0.1/', 'redirected-to-private-host'],
    ['https://issuer.example.org/b', 'text'],
  ])('are judged by where they ended: %s', async (url, outcome) => {
    const { get } = setUp({ [A]: { url, body: 'text' } }, { hops: 'hidden' });
    expect(await get(A)).toBe(outcome);
  });

  it('need a grant for where they ended', async () => {
    const { get } = setUp(
      { [A]: { url: 'https://other.example.org/' } },
      { hops: 'hidden', permitted: (origin) => origin === 'https://issuer.example.org' },
    );
    expect(await get(A)).toBe('permission-needed');
  });
});

describe('caps', () => {
  it('a body of exactly the cap passes, one byte more is too large, and the rest is not taken', async () => {
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1000)),
      cancel: () => {
        cancelled = true;
      },
    });
    const { get } = setUp({ [A]: { body: 'x'.repeat(10) }, [`${A}2`]: { body: endless } });
    expect(await get(A, { maxBytes: 10 })).toBe('x'.repeat(10));
    expect(await get(A, { maxBytes: 9 })).toBe('too-large');
    expect(await get(`${A}2`)).toBe('too-large');
    expect(cancelled).toBe(true);
  });

  it('half a body is no document', async () => {
    const broken = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new Uint8Array(3));
        controller.error(new Error('connection reset'));
      },
    });
    expect(await setUp({ [A]: { body: broken } }).get(A)).toBe('network-failed');
  });

  it('a server that never answers is a timeout, and is told that nobody waits', async () => {
    const { wire, time, get } = setUp({ [A]: 'never' });
    const asking = get(A);
    await settle();
    time.pass(9_999);
    expect(wire.requests[0]?.signal.aborted).toBe(false);
    time.pass(1);
    expect(await asking).toBe('timeout');
    expect(wire.requests[0]?.signal.aborted).toBe(true);
  });

  it('a body that never ends is a timeout too', async () => {
    const stuck = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new Uint8Array(1)),
    });
    const { time, get } = setUp({ [A]: { body: stuck } });
    const asking = get(A);
    await settle();
    time.pass(10_000);
    expect(await asking).toBe('timeout');
  });

  it('an answer leaves no timer behind', async () => {
    const { time, get } = setUp({ [A]: {} });
    await get(A);
    expect(time.armed).toBe(0);
  });

  it('waiting in line does not count as the time of the request', async () => {
    const { wire, time, net } = setUp(
      { [A]: 'never', [`${A}2`]: { body: 'text' } },
      { limits: { perHost: 1 } },
    );
    const [slow, patient] = [net.get({ url: A }), net.get({ url: `${A}2` })];
    await settle();
    expect(wire.asked).toEqual([A]);
    time.pass(10_000);
    expect([summary(await slow), summary(await patient)]).toEqual(['timeout', 'text']);
  });

  it('a deadline that has passed starts nothing more', async () => {
    const time = handTime();
    const deadline = createDeadline(time, 5);
    const first = deadline.watch(() => new Promise<Result<null>>(() => undefined));
    time.pass(5);
    let started = false;
    const second = await deadline.watch(async () => {
      started = true;
      return { ok: true, value: null };
    });
    expect([(await first).ok, second.ok, started]).toEqual([false, false, false]);
  });
});

describe('kindness', () => {
  const addresses = (count: number, host = (at: number) => `h${at}.example.org`) =>
    Array.from({ length: count }, (_, at) => `https://${host(at)}/${at}`);
  const script = (urls: readonly string[]): Script =>
    Object.fromEntries(urls.map((url) => [url, { body: url }]));

  it('asks one host for at most six things at once, and gets them all in the end', async () => {
    const urls = addresses(20, () => 'issuer.example.org');
    const { wire, get } = setUp(script(urls));
    wire.hold();
    const all = Promise.all(urls.map((url) => get(url)));
    await settle();
    expect(wire.asked.length).toBe(6);
    wire.release();
    await settle();
    expect(wire.asked.length).toBe(7);
    wire.releaseAll();
    expect(await all).toEqual(urls);
    expect(wire.atOnce.mostToOneHost).toBe(6);
  });

  it('bounds the whole, and a busy host keeps no other waiting', async () => {
    const busy = addresses(10, () => 'busy.example.org');
    const others = addresses(40);
    const { wire, get } = setUp(script([...busy, ...others]));
    wire.hold();
    const all = Promise.all([...busy, ...others].map((url) => get(url)));
    await settle();
    expect(wire.atOnce).toMatchObject({ most: 24, mostToOneHost: 6 });
    wire.releaseAll();
    expect((await all).length).toBe(50);
    expect(wire.atOnce.most).toBe(24);
  });

  it('leaves a host that answers 429 alone for as long as it asks, and no other', async () => {
    const { wire, time, net, get } = setUp({
      [A]: { status: 429, headers: { 'retry-after': '30' } },
      [`${A}2`]: { body: 'text' },
      'https://other.example.org/': { body: 'other' },
    });
    expect(await net.get({ url: A })).toMatchObject({ ok: true, value: { status: 429 } });
    expect([await get(`${A}2`), await get('https://other.example.org/')]).toEqual(['rate-limited', 'other']);
    time.pass(30_000);
    expect(await get(`${A}2`)).toBe('text');
    expect(wire.asked).toEqual([A, 'https://other.example.org/', `${A}2`]);
  });

  it('does not let a host lock itself away for a day', async () => {
    const { time, get } = setUp({
      [A]: { status: 429, headers: { 'retry-after': '86400' } },
      [`${A}2`]: { body: 'text' },
    });
    await get(A);
    time.pass(60_000);
    expect(await get(`${A}2`)).toBe('text');
  });
});

describe('each document once', () => {
  it('is shared by whoever asks while it is on its way, and after', async () => {
    const { wire, net } = setUp({ [A]: { body: 'text' } });
    const [first, second] = await Promise.all([net.get({ url: A }), net.get({ url: `${A}#x` })]);
    const third = await net.get({ url: A });
    expect(wire.asked).toEqual([A]);
    expect([first, second, third].map((each) => each.ok && [each.value.url, each.value.cached])).toEqual([
      [A, false],
      [`${A}#x`, true],
      [A, true],
    ]);
  });

  it('is another document under another Accept header', async () => {
    const { wire, get } = setUp({ [A]: { body: 'text' } });
    await Promise.all([get(A), get(A, { accept: 'text/html' })]);
    expect(wire.asked.length).toBe(2);
  });

  it('is the same document for all who want JSON, once it has come as JSON', async () => {
    const { wire, get } = setUp({
      [A]: { body: '{}', headers: { 'content-type': 'application/ld+json; charset=utf-8' } },
    });
    await get(A, { accept: 'application/json' });
    await get(A, { accept: 'application/ld+json, application/json;q=0.9, */*;q=0.1' });
    await get(A, { accept: 'text/html' });
    expect(wire.requests.map(({ accept }) => accept)).toEqual(['application/json', 'text/html']);
  });

  it('is not the JSON that came before for whoever would take a token', async () => {
    const { wire, get } = setUp({ [A]: { body: '{}', headers: { 'content-type': 'application/json' } } });
    await get(A, { accept: 'application/json' });
    await get(A, { accept: 'application/statuslist+jwt, application/json;q=0.9' });
    await get(A, { accept: 'application/ld+json, application/json;q=0.9' });
    expect(wire.requests.map(({ accept }) => accept)).toEqual([
      'application/json',
      'application/statuslist+jwt, application/json;q=0.9',
    ]);
  });

  it('is asked anew once it is old, or after forget()', async () => {
    const { wire, time, net, get } = setUp({ [A]: { body: 'text' } });
    await get(A);
    time.pass(5 * 60_000 + 1);
    await get(A);
    net.forget();
    await get(A);
    expect(wire.asked.length).toBe(3);
  });

  it.each([
    ['no answer', 'network-failed' as const],
    ['a busy server', { status: 503 }],
  ])('%s is shared for a moment, never for long', async (_, reply) => {
    const { wire, time, net } = setUp({ [A]: reply });
    await Promise.all([net.get({ url: A }), net.get({ url: A })]);
    expect(wire.asked.length).toBe(1);
    time.pass(15_001);
    await net.get({ url: A });
    expect(wire.asked.length).toBe(2);
  });

  it('lets the oldest go when memory is full', async () => {
    const urls = ['1', '2', '3'].map((name) => `https://issuer.example.org/${name}`);
    const script = Object.fromEntries(urls.map((url) => [url, { body: 'x'.repeat(10_000) }]));
    const { wire, get } = setUp(script, { limits: { rememberBytes: 25_000 } });
    for (const url of [...urls, urls[2] ?? '', urls[0] ?? '']) await get(url);
    expect(wire.asked).toEqual([...urls, urls[0]]);
  });

  it('makes no room for what it holds no more', async () => {
    const body = 'x'.repeat(10_000);
    const B = 'https://issuer.example.org/b';
    const script = { [A]: { body }, [B]: { body } };
    const { wire, time, net, get } = setUp(script, { limits: { rememberBytes: 25_000 } });
    await get(A);
    net.forget();
    await get(A);
    time.pass(5 * 60_000 + 1);
    for (const url of [A, B, A, B]) await get(url);
    expect(wire.asked).toEqual([A, A, A, B]);
  });

  it('a bug in a transport is thrown to everybody, and not remembered', async () => {
    let calls = 0;
    const net = createNet({
      clock: handTime(),
      transport: {
        hops: 'visible',
        get: () => {
          calls++;
          throw new Error('bug');
        },
      },
    });
    await expect(net.get({ url: A })).rejects.toThrow('bug');
    await expect(net.get({ url: A })).rejects.toThrow('bug');
    expect(calls).toBe(2);
  });
});
