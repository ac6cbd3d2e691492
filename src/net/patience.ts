import { budgetOf } from '../budget.ts';
import type { Clock, Net } from '../ports.ts';
import { fail } from '../result.ts';

/**
 * How long a reader may wait for all the requests of one document together. Each request has its own deadline. But a
 * presentation may contain five hundred credentials, each with its own slow server. A transcript of a hundred badges
 * from ten issuers needs seconds.
 */
const MAX_WAITING_MS = 120_000;

/**
 * A net with a time limit for all its requests together. Once it is used up, every further request is `timeout` at
 * once. The time comes from the net's own clock, or else from `clock`.
 */
export function patient(net: Net & { readonly clock?: Clock }, clock: Clock, longest = MAX_WAITING_MS): Net {
  const watch = net.clock ?? clock;
  const left = budgetOf(longest);
  return {
    ...net,
    async get(request) {
      if (left.isSpent())
        return fail('timeout', {
          params: { host: URL.canParse(request.url) ? new URL(request.url).hostname : '' },
        });
      const asked = watch.now();
      try {
        return await net.get(request);
      } finally {
        left.spend(Math.max(0, watch.now() - asked));
      }
    },
  };
}
