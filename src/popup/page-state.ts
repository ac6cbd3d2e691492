import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PageState } from '../protocol.ts';
import type { Request } from '../ui/asking.ts';
import { usePageState } from '../ui/page-state.ts';
import type { PopupWorld } from './world.ts';

export interface Page {
  /** null until the background has begun. */
  readonly state: PageState | null;
  /** The background refused, or could not be woken, and has written nothing since. What stood before still stands. */
  readonly broken: boolean;
  /** What was read has gone: the tab shows another page, or the same one anew. Nobody reads it without a click. */
  readonly left: boolean;
  scan(): void;
}

/** Opening the popup is the reader's one click, which has asked for a scan. It follows the page's state in storage. */
export function usePage(world: PopupWorld, request: Request): Page {
  const state = usePageState(world);
  const [broken, setBroken] = useState(false);
  const [begun, setBegun] = useState(false);
  const follow = useCallback((heard: Promise<boolean>) => void heard.then((is) => setBroken(!is)), []);
  const scan = useCallback(() => {
    setBroken(false);
    setBegun(false);
    follow(request('scan-tab', { tabId: world.tabId }));
  }, [world, request, follow]);
  useEffect(() => follow(world.heard), [world, follow]);
  useEffect(() => {
    if (state === null) return;
    setBegun(true);
    setBroken(false);
  }, [state]);
  return { state, broken, left: begun && state === null, scan };
}
