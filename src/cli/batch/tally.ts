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

const CELLS = 20;
/** A bar that is full where all is read. */
const bar = (share: number): string => {
  const full = Math.floor(share * CELLS);
  return '█'.repeat(full) + '░'.repeat(CELLS - full);
};

export function createTally({ earlier, size, progress, clock }: TallyPorts): Tally {
  const start = clock.now();
  const counts = [0, 0, 0];
  let [read, shown, exit]: [number, number, OutcomeCode] = [0, start, earlier.exit];
  const total = (): number => counts.reduce((sum, each) => sum + each, 0);
  const line = (): string => {
    const seconds = Math.max(1, clock.now() - start) / 1000;
    // A file may grow while it is read.
    const share = size ? Math.min(1, read / size) : null;
    const part = share === null ? '' : `${bar(share)} ${Math.floor(100 * share)} %  `;
    return `${part}${total()} checked, ${Math.round(total() / seconds)} a second, ${counts[1]} bad`;
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
      progress.show(line());
    },
    exit: () => (total() + earlier.count === 0 ? 2 : exit),
    summary() {
      const before = earlier.count === 0 ? '' : `; ${earlier.count} were there already`;
      return `${total()} checked: ${counts[0]} hold, ${counts[1]} failed, revoked, expired or another's, ${counts[2]} could not be checked${before}`;
    },
  };
}
