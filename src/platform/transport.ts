import type { Transport } from '../net/transport.ts';
import { fail, succeed } from '../result.ts';

/**
 * The browser's `fetch` as net/ wants it. The browser follows redirects and shows neither the hops nor the resolved
 * address. It does not distinguish a loop, a DNS, a TLS and a CORS failure, so all of them are `network-failed`. Where
 * the browser knows of no network at all, it is `offline`. The extension's own `connect-src https:` ensures that every
 * hop is https.
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
        // The browser's own cache is neither read nor filled: it holds what the reader's browsing put there.
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
