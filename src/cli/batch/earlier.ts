import { createHash, randomBytes } from 'node:crypto';
import { STATUSES } from '../../verify/report.ts';
import { WrongUsage } from '../arguments.ts';
import { exitCodeOf, type OutcomeCode, worstOf } from '../exit-code.ts';
import { type Line, linesOf } from './lines.ts';

/** What an earlier run left in the file of its outcomes. */
export interface Earlier {
  readonly count: number;
  readonly exit: OutcomeCode;
  /** Where its last whole line ends. An incomplete line after it is written again. */
  readonly end: number;
  /** Whether it has an outcome for this line. `other`: it has one, but for another line of that number. */
  outcomeOf(n: number, digest: () => string): 'none' | 'same' | 'other';
}

export const NOTHING_EARLIER: Earlier = { count: 0, exit: 0, end: 0, outcomeOf: () => 'none' };

/** Reads the outcomes of an earlier run. Throws `WrongUsage` where the file holds anything else, or other options decided. */
export async function readEarlier(
  chunks: AsyncIterable<Uint8Array>,
  { path, optionsMark }: { readonly path: string; readonly optionsMark: string },
): Promise<Earlier> {
  const done = lineMarks();
  const markOf = marksOfRun();
  let [count, end, exit]: [number, number, OutcomeCode] = [0, 0, 0];
  for await (const line of linesOf(chunks)) {
    if (!line.whole && isTorn(line)) break;
    const outcome = line.whole ? readOutcome(line) : null;
    if (!outcome) throw new WrongUsage(`--resume: line ${line.n} of ${path} is no outcome of a batch`);
    if (outcome.options !== optionsMark)
      throw new WrongUsage(
        `--resume: ${path} was written with another --at, --email, --name, --trust or --documents: that is another question`,
      );
    end = line.end;
    exit = worstOf([exit, outcome.exit]);
    if (done.get(outcome.n) !== NO_MARK) continue;
    done.set(outcome.n, markOf(outcome.digest));
    count += 1;
  }
  return {
    count,
    exit,
    end,
    outcomeOf(n, digest) {
      const mark = done.get(n);
      if (mark === NO_MARK) return 'none';
      return mark === markOf(digest()) ? 'same' : 'other';
    },
  };
}

/** What stands before it tells one outcome from the other. In a JSON string the quotation marks would be escaped. */
const ITEMS = ',"items":';

interface Outcome {
  readonly n: number;
  readonly digest: string;
  readonly options: string;
  readonly exit: OutcomeCode;
}

function readOutcome({ bytes, isTooLong }: Line): Outcome | null {
  const text = new TextDecoder().decode(bytes);
  try {
    const { n, digest, options, status } = JSON.parse(
      isTooLong ? `${text.slice(0, text.indexOf(ITEMS))}}` : text,
    );
    if (!Number.isSafeInteger(n) || n < 1 || typeof digest !== 'string' || !DIGEST.test(digest)) return null;
    if (typeof options !== 'string') return null;
    const known = STATUSES.find((each) => each === status);
    return { n, digest, options, exit: exitCodeOf(known ? [known] : []) };
  } catch {
    return null;
  }
}

/** Whether an incomplete line is an outcome's. Any other would be cut off a file that somebody needs. */
function isTorn({ bytes }: Line): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, BEGINNING.length));
  return BEGINNING.startsWith(text);
}

/** How `toLine` begins each outcome. */
const BEGINNING = '{"n":';

const DIGEST = /^[0-9a-f]{64}$/;

const NO_MARK = 0;

/**
 * Four bytes for a digest, never `NO_MARK`. Each run makes them in a way of its own: whoever wrote the lines cannot look
 * for two that would be taken for one. So another line goes unnoticed once in four thousand million.
 */
function marksOfRun(): (digest: string) => number {
  const own = randomBytes(16);
  return (digest) => createHash('sha256').update(own).update(digest).digest().readUInt32BE() || 1;
}

const PAGE = 64;

/** Four bytes for each line, in pages: a million lines take some 6 MB, and far more only where their numbers lie apart. */
function lineMarks() {
  const pages = new Map<number, Uint32Array>();
  return {
    get: (n: number): number => pages.get(Math.floor(n / PAGE))?.[n % PAGE] ?? NO_MARK,
    set(n: number, mark: number): void {
      const index = Math.floor(n / PAGE);
      const page = pages.get(index) ?? new Uint32Array(PAGE);
      page[n % PAGE] = mark;
      pages.set(index, page);
    },
  };
}
