import type { Timer } from '../../net/timer.ts';
import type { Net, NetAnswer } from '../../ports.ts';
import type { Result } from '../../result.ts';

/** Longer than the net remembers trouble, so that the host is really asked again. */
const PAUSE_MS = 20_000;
/** Together longer than the longest pause that is kept. */
const MAX_PAUSES = 4;

/**
 * A net that waits where a host asks for a pause, and asks again. A person who waits for an answer is told at once; of a
 * million records, most of those of one host would else be unreachable.
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

/** RFC 6585 §4; the net answers for the host while the pause lasts. */
const asksForPause = (outcome: Result<NetAnswer>): boolean =>
  outcome.ok ? outcome.value.status === 429 : outcome.problem.code === 'rate-limited';
