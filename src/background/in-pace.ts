import { timer as realTimer, type Timer } from '../net/timer.ts';
import type { PageState } from '../protocol.ts';

export type Tell = (tabId: number, state: PageState | null) => void;

const PACE_MS = 100;

/**
 * Tells of a tab's states a tenth of a second later, and then only of the latest. Badge, dots and pictures cost the
 * background more than a row does, so they follow the answers, and no answer waits for them.
 */
export function inPace(tell: Tell, timer: Timer = realTimer): Tell {
  const latest = new Map<number, PageState | null>();
  return (tabId, state) => {
    const isWaiting = latest.has(tabId);
    latest.set(tabId, state);
    if (isWaiting) return;
    timer.after(PACE_MS, () => {
      const now = latest.get(tabId) ?? null;
      latest.delete(tabId);
      tell(tabId, now);
    });
  };
}
