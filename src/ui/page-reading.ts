import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PageState } from '../protocol.ts';
import type { Request } from './asking.ts';
import { usePageState } from './page-state.ts';
import type { PageWorld } from './page-world.ts';

export interface PageReading {
  /** null until the background has begun. */
  readonly state: PageState | null;
  /**
   * The background refused, or could not be woken, and has written nothing since; or what it wrote cannot be read. What
   * stood before still stands.
   */
  readonly broken: boolean;
  /** What was read has gone: the tab shows another page, or the same one anew. Nobody reads it without a click. */
  readonly left: boolean;
  scan(): void;
}

/** How long a surface waits for what the background has written. Within it, the storage is asked some five times. */
const MAX_WAIT_MS = 10_000;

/**
 * The state of the tab's page, and whether the reading that was asked for comes to something. `first` is the request
 * that was made before the surface was drawn; null where it waits for a click.
 */
export function usePageReading(
  world: PageWorld,
  request: Request,
  first: Promise<boolean> | null,
): PageReading {
  const state = usePageState(world);
  const [broken, setBroken] = useState(false);
  const [heard, setHeard] = useState(false);
  const [begun, setBegun] = useState(false);
  const follow = useCallback((answer: Promise<boolean>) => {
    void answer.then((isHeard) => {
      setBroken(!isHeard);
      setHeard(isHeard);
    });
  }, []);
  const scan = useCallback(() => {
    setBroken(false);
    setHeard(false);
    setBegun(false);
    follow(request('scan-tab', { tabId: world.tabId }));
  }, [world, request, follow]);
  useEffect(() => {
    if (first !== null) follow(first);
  }, [first, follow]);
  useEffect(() => {
    if (state === null) return;
    setBegun(true);
    setBroken(false);
  }, [state]);
  // The background answers only once a state is written. A surface that cannot read it would wait for ever.
  useEffect(() => {
    if (!heard || begun || state !== null) return;
    const wait = setTimeout(() => setBroken(true), MAX_WAIT_MS);
    return () => clearTimeout(wait);
  }, [heard, begun, state]);
  return { state, broken, left: begun && state === null, scan };
}
