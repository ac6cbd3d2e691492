/** Runs a task once, later. This is a port, so that tests need not wait. */
export interface Timer {
  /** Returns a function that cancels the task. */
  after(milliseconds: number, run: () => void): () => void;
}

export const timer: Timer = {
  after(milliseconds, run) {
    const handle = setTimeout(run, milliseconds);
    return () => clearTimeout(handle);
  },
};
