/** Work that can be put down between any two steps, so that whoever does it keeps its slices short. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all of it at once: for whoever has no page to keep alive. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Whether it is time for a pause: at every `size`-th call. */
export function every(size: number): () => boolean {
  let calls = 0;
  return () => {
    calls += 1;
    return calls % size === 0;
  };
}
