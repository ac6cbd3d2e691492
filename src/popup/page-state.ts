import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PageState } from '../protocol.ts';
import type { Request } from './asking.ts';
import type { PopupWorld } from './world.ts';

export interface Page {
  /** null until the background has begun. */
  readonly state: PageState | null;
  /** The background refused, or could not be woken. What it had written before still stands. */
  readonly broken: boolean;
  scan(): void;
}

/** Opening the popup is the reader's one click: it asks for a scan and follows the page's state in storage. */
export function usePage(world: PopupWorld, request: Request): Page {
  const [state, setState] = useState<PageState | null>(null);
  const [broken, setBroken] = useState(false);
  const scan = useCallback(() => {
    setBroken(false);
    void request('scan-tab', { tabId: world.tabId }).then((heard) => setBroken(!heard));
  }, [world, request]);

  useEffect(() => {
    const owner = new AbortController();
    world.watch(setState, owner.signal);
    scan();
    return () => owner.abort();
  }, [world, scan]);

  return { state, broken, scan };
}
