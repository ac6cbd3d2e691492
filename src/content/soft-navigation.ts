/**
 * Calls the listener when the page navigates without being loaded. `popstate` tells of some such moves, and of every
 * jump to a fragment. Where the browser has the Navigation API, it also reports one that changes nothing else on the
 * page.
 */
export function onSoftNavigation(listener: () => void, signal: AbortSignal): void {
  addEventListener('popstate', listener, { signal });
  globalThis.navigation?.addEventListener('currententrychange', listener, { signal });
}
