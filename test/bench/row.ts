/** One figure of the bench: what it is, what it must be, and how it is taken. Ratios of one run, for machines differ. */
import type { Bench } from './bench.ts';

export interface Measured {
  /** As printed: `1.3 ×`. */
  readonly value: string;
  readonly holds: boolean;
  /** What stands behind it, in milliseconds or bytes. */
  readonly detail: string;
}

export interface Row {
  readonly figure: string;
  readonly target: string;
  measure(bench: Bench): Promise<Measured>;
}
