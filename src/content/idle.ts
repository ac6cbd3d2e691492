/** Runs the task when the page has nothing better to do, once per call of the returned function and never twice at once. */
export function whenIdle(
  task: () => void,
  { pause, signal }: { readonly pause: number; readonly signal: AbortSignal },
) {
  let waiting = false;
  const run = (): void => {
    waiting = false;
    if (!signal.aborted) task();
  };
  return (): void => {
    if (waiting || signal.aborted) return;
    waiting = true;
    // The pause bounds how often a page that never rests is read; the idle slice keeps out of its way.
    setTimeout(() => requestIdleCallback(run, { timeout: 2_000 }), pause);
  };
}
