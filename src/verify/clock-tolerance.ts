/** How far the clock of whoever signed may be ahead of ours. */
export const CLOCK_TOLERANCE_MS = 300_000;
