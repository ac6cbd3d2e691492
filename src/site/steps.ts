/** Work that can pause between any two steps, so that the caller can keep its slices short. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all steps at once: for callers that have no page to keep responsive. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Whether it is time for a pause: at every `size`-th call. */
export function every(size: number): () => boolean {
  let calls = 0;
  return () => ++calls % size === 0;
}
