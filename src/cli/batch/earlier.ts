import { STATUSES } from '../../verify/report.ts';
import { WrongUsage } from '../arguments.ts';
import { exitCodeOf, type OutcomeCode, worstOf } from '../exit-code.ts';
import { linesOf } from './lines.ts';

/** What an earlier run left in the file of its outcomes. */
export interface Earlier {
  readonly count: number;
  readonly exit: OutcomeCode;
  /** Where its last whole line ends. An incomplete line after it is written again. */
  readonly end: number;
  has(n: number): boolean;
}

const MAX_LINES = 2 ** 31 - 1;

export const NOTHING_EARLIER: Earlier = { count: 0, exit: 0, end: 0, has: () => false };

/** Reads the outcomes of an earlier run. Throws `WrongUsage` where the file holds anything else. */
export async function readEarlier(path: string, chunks: AsyncIterable<Uint8Array>): Promise<Earlier> {
  const done = numberSet();
  let [count, end, exit]: [number, number, OutcomeCode] = [0, 0, 0];
  for await (const line of linesOf(chunks)) {
    if (!line.whole) break;
    const outcome = readOutcome(line.bytes);
    if (!outcome) throw new WrongUsage(`--resume: line ${line.n} of ${path} is no outcome of a batch`);
    end = line.end;
    if (!done.add(outcome.n)) continue;
    count += 1;
    exit = worstOf([exit, outcome.exit]);
  }
  return { count, exit, end, has: done.has };
}

function readOutcome(bytes: Uint8Array | null): { readonly n: number; readonly exit: OutcomeCode } | null {
  try {
    const { n, status } = JSON.parse(new TextDecoder().decode(bytes ?? undefined));
    if (!Number.isInteger(n) || n < 1 || n > MAX_LINES) return null;
    const known = STATUSES.find((each) => each === status);
    return { n, exit: exitCodeOf(known ? [known] : []) };
  } catch {
    return null;
  }
}

/** A set of small numbers that takes one bit for each: a million lines take 125 kB. */
function numberSet() {
  let bits = new Uint8Array(1024);
  const has = (n: number): boolean => ((bits[n >> 3] ?? 0) & (1 << (n & 7))) !== 0;
  return {
    has,
    /** False where it was there already. */
    add(n: number): boolean {
      if (has(n)) return false;
      if (n >> 3 >= bits.length) {
        const wider = new Uint8Array(Math.max(2 * bits.length, (n >> 3) + 1));
        wider.set(bits);
        bits = wider;
      }
      bits[n >> 3] = (bits[n >> 3] ?? 0) | (1 << (n & 7));
      return true;
    },
  };
}
