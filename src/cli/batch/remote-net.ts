import { NET_LIMITS } from '../../net/guard.ts';
import { createMemory } from '../../net/memory.ts';
import type { Clock, Net, NetAnswer, NetRequest } from '../../ports.ts';
import type { Result } from '../../result.ts';

export interface RemoteNet {
  readonly net: Net & { readonly clock: Clock };
  /** Fetches the answer to one request. */
  settle(id: number, outcome: Result<NetAnswer>): void;
}

/**
 * A net whose requests are made elsewhere. All threads ask through the command's one net. So its limits for each host
 * hold for all, and each document is fetched once. Answers are remembered here for as long as there, so a thread's
 * records share them.
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
