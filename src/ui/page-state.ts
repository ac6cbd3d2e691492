import { useEffect, useState } from 'preact/hooks';
import type { PageState } from '../protocol.ts';
import type { PageWorld } from './page-world.ts';

/** The state of the tab's page, followed until the surface goes; null until the background has begun. */
export function usePageState(world: PageWorld): PageState | null {
  const [state, setState] = useState<PageState | null>(null);
  useEffect(() => {
    const owner = new AbortController();
    world.watch(setState, owner.signal);
    return () => owner.abort();
  }, [world]);
  return state;
}
