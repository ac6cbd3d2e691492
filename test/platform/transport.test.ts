import { describe, expect, it } from 'vitest';
import { createTransport } from '../../src/platform/transport.ts';

const request = (signal = new AbortController().signal) => ({
  url: 'https://a.example/1',
  accept: 'application/json',
  signal,
});

describe('the browser as a transport', () => {
  it('sends neither cookies nor a referrer, and keeps out of the browser’s own cache', async () => {
    let sent: RequestInit = {};
    const transport = createTransport(async (_, init) => {
      sent = init ?? {};
      return new Response('{}');
    });
    await transport.get(request());
    expect(sent).toMatchObject({
      method: 'GET',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      headers: { accept: 'application/json' },
    });
  });

  it('says that it hides hops, so that the guard looks at the address that answered', async () => {
    const answer = Object.defineProperty(new Response('x', { status: 410 }), 'url', {
      value: 'https://b.example/2',
    });
    const transport = createTransport(async () => answer);
    expect(transport.hops).toBe('hidden');
    expect(await transport.get(request())).toMatchObject({
      ok: true,
      value: { url: 'https://b.example/2', status: 410 },
    });
  });

  it('has one word for all that a browser does not tell apart', async () => {
    const transport = createTransport(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await transport.get(request())).toMatchObject({
      ok: false,
      problem: { code: 'network-failed', params: { host: 'a.example' } },
    });
  });

  it('tells a computer without a network from a server that is not reached', async () => {
    const broken = () => Promise.reject(new TypeError('Failed to fetch'));
    const codes = await Promise.all(
      [true, false].map(async (isOffline) => {
        const answer = await createTransport(broken, () => isOffline).get(request());
        return answer.ok ? null : answer.problem.code;
      }),
    );
    expect(codes).toEqual(['offline', 'network-failed']);
  });

  it('tells a time that is up from a network that failed', async () => {
    const owner = new AbortController();
    const transport = createTransport(() => {
      owner.abort();
      return Promise.reject(new DOMException('aborted', 'AbortError'));
    });
    expect(await transport.get(request(owner.signal))).toMatchObject({ problem: { code: 'timeout' } });
  });
});
