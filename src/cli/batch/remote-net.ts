import { NET_LIMITS } from '../../net/guard.ts';
import { createMemory } from '../../net/memory.ts';
import type { Clock, Net, NetAnswer, NetRequest } from '../../ports.ts';
import type { Result } from '../../result.ts';

export interface RemoteNet {
  readonly net: Net & { readonly clock: Clock };
  /** Brings the answer to one request. */
  settle(id: number, outcome: Result<NetAnswer>): void;
}

/**
 * A net whose requests somebody else makes: all threads ask through the one net of the command, so that its limits
 * for each host hold for all of them, and each document comes once. What came is remembered here too, for as long as
 * there, so that the records of a thread share what they rest on.
 */
export function remoteNet(clock: Clock, send: (id: number, request: NetRequest) => void): RemoteNet {
  const memory = createMemory(clock, NET_LIMITS);
  const waiting = new Map<number, (outcome: Result<NetAnswer>) => void>();
  let asked = 0;
  const getFromPool = (request: NetRequest): Promise<Result<NetAnswer>> =>
    new Promise((resolve) => {
      asked += 1;
      waiting.set(asked, resolve);
      send(asked, request);
    });
  return {
    net: {
      clock,
      get: (request) => memory.share(JSON.stringify(request), () => getFromPool(request)),
    },
    settle(id, outcome) {
      waiting.get(id)?.(outcome);
      waiting.delete(id);
    },
  };
}
