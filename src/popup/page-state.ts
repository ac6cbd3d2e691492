import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PageState } from '../protocol.ts';
import type { PopupWorld } from './world.ts';

export interface Page {
  /** null until the background has begun. */
  readonly state: PageState | null;
  /** The background refused, or could not be woken. */
  readonly broken: boolean;
  scan(): void;
}

/** Opening the popup is the reader's one click: it asks for a scan and follows the page's state in storage. */
export function usePage(world: PopupWorld): Page {
  const [state, setState] = useState<PageState | null>(null);
  const [broken, setBroken] = useState(false);
  const scan = useCallback(() => {
    setBroken(false);
    world.ask('scan-tab', { tabId: world.tabId }).catch(() => setBroken(true));
  }, [world]);

  useEffect(() => {
    const owner = new AbortController();
    world.watch(setState, owner.signal);
    scan();
    return () => owner.abort();
  }, [world, scan]);

  return { state, broken, scan };
}
