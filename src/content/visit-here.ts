import type { Scanned } from '../site/scanned.ts';

export interface Visit {
  /** Reads the page and reports what it shows, even if nothing has changed. */
  read(): void;
  readonly ended: AbortSignal;
  /** What the last whole reading saw, with the elements. */
  seen(): Scanned | undefined;
}

/** Where the scripts of one page find its visit: in the isolated world's own global, which the page cannot see. */
export const HERE = Symbol.for('touchstone visit');
export type Holder = typeof globalThis & { [HERE]?: Visit };
