import { useEffect, useState } from 'preact/hooks';
import type { PageState } from '../protocol.ts';
import type { PageWorld } from './page-world.ts';

/** A list longer than this is redrawn at most every REDRAW_MS while its answers come. */
const LONG = 60;
const REDRAW_MS = 150;

/** The state of the tab's page, kept up to date until the surface closes; null until the background has begun. */
export function usePageState(world: PageWorld): PageState | null {
  const [state, setState] = useState<PageState | null>(null);
  useEffect(() => {
    const owner = new AbortController();
    world.watch(inSteps(setState, owner.signal), owner.signal);
    return () => owner.abort();
  }, [world]);
  return state;
}

/** Passes each state on at once. Of a long list, only the latest of states in quick succession. */
function inSteps(tell: (state: PageState | null) => void, signal: AbortSignal): typeof tell {
  let latest: PageState | null = null;
  let isWaiting = false;
  const told = (): void => {
    isWaiting = false;
    if (!signal.aborted) tell(latest);
  };
  return (state) => {
    latest = state;
    if ((state?.rows.length ?? 0) <= LONG) {
      tell(state);
      return;
    }
    if (!isWaiting) setTimeout(told, REDRAW_MS);
    isWaiting = true;
  };
}
