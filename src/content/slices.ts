import type { Steps } from '../site/steps.ts';

/** A slice ends with the step that passes this limit, long before anybody notices (a long task has 50 ms). */
const SLICE_MS = 8;

export interface Slicing<T> {
  readonly signal: AbortSignal;
  /** How long a page that does not rest may put off the next slice, milliseconds. */
  readonly timeout: number;
  readonly onDone: (value: T, spentMs: number) => void;
  /** A bug in a step. It is thrown to the page's console as well. */
  readonly onBroken: () => void;
}

/** Does the first slice at once and the rest whenever the page is idle. */
export function inSlices<T>(steps: Steps<T>, { signal, timeout, onDone, onBroken }: Slicing<T>): void {
  let spent = 0;
  const slice = (): void => {
    if (signal.aborted) return;
    const start = performance.now();
    let turn: IteratorResult<undefined, T>;
    try {
      do turn = steps.next();
      while (!turn.done && performance.now() - start < SLICE_MS);
    } catch (bug) {
      onBroken();
      throw bug;
    }
    spent += performance.now() - start;
    if (turn.done) onDone(turn.value, spent);
    else requestIdleCallback(slice, { timeout });
  };
  slice();
}
