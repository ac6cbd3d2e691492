import type { Clock } from '../../ports.ts';
import { type OutcomeCode, worstOf } from '../exit-code.ts';
import type { Progress } from './batch-world.ts';
import type { Earlier } from './earlier.ts';

export interface TallyPorts {
  readonly earlier: Earlier;
  /** Bytes of the input, where it has a size. */
  readonly size: number | null;
  readonly progress: Pick<Progress, 'show'> | null;
  readonly clock: Clock;
}

/** The results of a batch so far. */
export interface Tally {
  /** The input was read up to this byte. */
  reached(end: number): void;
  count(exit: OutcomeCode): void;
  /** The exit code of all outcomes, earlier ones included. No outcome at all is no success. */
  exit(): OutcomeCode;
  /** One sentence. */
  summary(): string;
}

/** A line that changes more often cannot be read. */
const SHOW_EVERY_MS = 250;

export function createTally({ earlier, size, progress, clock }: TallyPorts): Tally {
  const start = clock.now();
  const counts = [0, 0, 0];
  let [read, shown, exit]: [number, number, OutcomeCode] = [0, start, earlier.exit];
  const total = (): number => counts.reduce((sum, each) => sum + each, 0);
  const numbers = (): string => {
    const seconds = Math.max(1, clock.now() - start) / 1000;
    return `${counts[0]} good, ${counts[1]} bad, ${counts[2]} not checked, ${Math.round(total() / seconds)} a second`;
  };
  return {
    reached: (end) => {
      read = end;
    },
    count(code) {
      counts[code] = (counts[code] ?? 0) + 1;
      exit = worstOf([exit, code]);
      if (!progress || clock.now() - shown < SHOW_EVERY_MS) return;
      shown = clock.now();
      // A file may grow while it is read.
      progress.show(size ? Math.min(1, read / size) : null, numbers());
    },
    exit: () => (total() + earlier.count === 0 ? 2 : exit),
    summary() {
      const before = earlier.count === 0 ? '' : `; ${earlier.count} had an outcome already`;
      if (total() === 0) return `no record was checked${before}`;
      return `${total()} ${total() === 1 ? 'record' : 'records'}: ${counts[0]} signed or confirmed by the issuer, ${counts[1]} failed, revoked, expired or another's, ${counts[2]} could not be checked${before}`;
    },
  };
}
