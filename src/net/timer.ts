/** Runs something later, once. A port, so that tests let time pass without waiting. */
export interface Timer {
  /** Returns what calls it off. */
  after(milliseconds: number, run: () => void): () => void;
}

export const timer: Timer = {
  after(milliseconds, run) {
    const handle = setTimeout(run, milliseconds);
    return () => clearTimeout(handle);
  },
};
