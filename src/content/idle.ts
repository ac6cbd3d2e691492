/**
 * Runs the task when the page has nothing better to do, once for any number of calls. The pause before it bounds how
 * often a page that never rests is read; the idle moment keeps out of the page's way.
 */
export function whenIdle(
  task: () => void,
  { pause, signal }: { readonly pause: () => number; readonly signal: AbortSignal },
) {
  let waiting = false;
  const run = (): void => {
    waiting = false;
    if (!signal.aborted) task();
  };
  return (): void => {
    if (waiting || signal.aborted) return;
    waiting = true;
    setTimeout(() => requestIdleCallback(run, { timeout: 2_000 }), pause());
  };
}
