/** How far a signer's clock may be ahead of ours. */
export const CLOCK_TOLERANCE_MS = 300_000;
