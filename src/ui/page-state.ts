import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { eachOnce } from '../inspect/each-once.ts';
import type { PageState } from '../protocol.ts';
import type { PageWorld } from './page-world.ts';

/** A list longer than this is redrawn at most every REDRAW_MS while its answers come. */
const LONG = 60;
const REDRAW_MS = 150;

/**
 * The state of the tab's page, with every record once, kept up to date until the surface closes; null until the
 * background has begun.
 */
export function usePageState(world: PageWorld): PageState | null {
  const [state, setState] = useState<PageState | null>(world.first ?? null);
  // Before the first frame: a state that has been read by then stands in it.
  useLayoutEffect(() => {
    const owner = new AbortController();
    world.watch(inSteps(setState, owner.signal), owner.signal);
    return () => owner.abort();
  }, [world]);
  return useMemo(() => state && { ...state, rows: eachOnce(state.rows) }, [state]);
}

/** Passes each state on at once. Of a long list, the first and the latest of states in quick succession. */
function inSteps(tell: (state: PageState | null) => void, signal: AbortSignal): typeof tell {
  let held: PageState | null = null;
  let isPausing = false;
  const isLong = (state: PageState | null): state is PageState => (state?.rows.length ?? 0) > LONG;
  const pass = (state: PageState | null): void => {
    held = null;
    tell(state);
    if (!isLong(state)) return;
    isPausing = true;
    setTimeout(() => {
      isPausing = false;
      if (held !== null && !signal.aborted) pass(held);
    }, REDRAW_MS);
  };
  return (state) => {
    if (isPausing && isLong(state)) held = state;
    else pass(state);
  };
}
