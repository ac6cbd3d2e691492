import { budgetOf } from '../budget.ts';
import type { Clock, Net } from '../ports.ts';
import { fail } from '../result.ts';

/**
 * How long the credentials of one document may keep their reader waiting for answers, all together. Each request has
 * its own deadline; but a presentation may carry five hundred credentials, each with a server of its own that takes
 * its time. A transcript of a hundred badges from ten issuers needs seconds.
 */
const MAX_WAITING_MS = 120_000;

/**
 * A net that loses its patience: once its requests have taken so long together, what has not been asked yet is answered
 * with `timeout` at once. The time is that of the net's own clock where it has one, else of `clock`.
 */
export function patient(net: Net & { readonly clock?: Clock }, clock: Clock, longest = MAX_WAITING_MS): Net {
  const watch = net.clock ?? clock;
  const left = budgetOf(longest);
  return {
    ...net,
    async get(request) {
      if (left.isSpent)
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
