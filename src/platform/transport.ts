import type { Transport } from '../net/transport.ts';
import { fail, succeed } from '../result.ts';

/**
 * The browser's `fetch` as net/ wants it. Redirects are followed by the browser, which shows neither the hops nor the
 * resolved address and tells a loop, a DNS, a TLS and a CORS failure from each other to nobody: all of them are
 * `network-failed`, but that the browser knows of no network at all is `offline`. That every hop is https is held by the extension's own `connect-src https:`.
 */
export const createTransport = (send: typeof fetch, isOffline = (): boolean => false): Transport => ({
  hops: 'hidden',
  async get({ url, accept, signal }) {
    try {
      const answer = await send(url, {
        method: 'GET',
        headers: { accept },
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: 'follow',
        // Neither read nor fill the browser's own cache: it holds what the reader's browsing put there.
        cache: 'no-store',
        signal,
      });
      return succeed({ url: answer.url, status: answer.status, headers: answer.headers, body: answer.body });
    } catch {
      if (!signal.aborted && isOffline()) return fail('offline');
      return fail(signal.aborted ? 'timeout' : 'network-failed', { params: { host: new URL(url).hostname } });
    }
  },
});
