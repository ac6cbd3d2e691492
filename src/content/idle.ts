/**
 * Runs the task when the page is idle, once for any number of calls. The pause before it limits how often a page that
 * never rests is read. The idle moment avoids slowing the page.
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
