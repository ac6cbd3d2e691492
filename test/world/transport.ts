/** The world without a network: answers as its server would, for unit tests of everything above the transport. */
import type { Transport } from '../../src/net/transport.ts';
import { fail, succeed } from '../../src/result.ts';
import type { World } from './world.ts';

/** What never answers is a `timeout` at once: no test waits for a clock. Hops are visible, as on the command line. */
export function worldTransport(world: Pick<World, 'replies'>): Transport {
  return {
    hops: 'visible',
    async get({ url }) {
      const reply = world.replies.get(url);
      if (reply?.kind === 'hang') return fail('timeout');
      if (reply?.kind === 'drop') return fail('network-failed');
      return succeed({
        url,
        status: reply?.status ?? 404,
        headers: new Headers(reply?.headers),
        body: new Blob([new Uint8Array(reply?.body ?? [])]).stream(),
      });
    },
  };
}
