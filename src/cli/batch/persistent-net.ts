import type { Timer } from '../../net/timer.ts';
import type { Net, NetAnswer } from '../../ports.ts';
import type { Result } from '../../result.ts';

/** Longer than the net remembers a failure, so that the host is really asked again. */
const PAUSE_MS = 20_000;
/** Together longer than the longest pause that the net keeps. */
const MAX_PAUSES = 4;

/**
 * A net that waits where a host asks for a pause, and then asks again. For a single record, the user is told of the
 * pause at once. In a batch, most records of a busy host would otherwise be unreachable.
 */
export const persistent = (net: Net, timer: Timer): Net => ({
  ...net,
  async get(request) {
    let outcome = await net.get(request);
    for (let pauses = 0; pauses < MAX_PAUSES && asksForPause(outcome); pauses += 1) {
      await new Promise<void>((resolve) => void timer.after(PAUSE_MS, resolve));
      outcome = await net.get(request);
    }
    return outcome;
  },
});

/** RFC 6585 §4. While the pause lasts, the net answers in place of the host. */
const asksForPause = (outcome: Result<NetAnswer>): boolean =>
  outcome.ok ? outcome.value.status === 429 : outcome.problem.code === 'rate-limited';
