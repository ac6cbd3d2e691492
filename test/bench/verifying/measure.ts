/**
 * Times of several contestants. Each has a process of its own, because it would otherwise pay for the memory of the
 * others; they take turns, so that whatever else the machine does falls on all of them.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from '../figures.ts';
import type { Work } from './contestants.ts';
import type { Comparison, Name } from './works.ts';

export interface Patience {
  readonly rounds: number;
  /**
   * Processor time of one turn, about, in milliseconds: work that takes less is repeated. It is long enough that what
   * the caches of the processor have lost during the turns of the others weighs little.
   */
  readonly turn: number;
  /** Processor time for each to get warm. */
  readonly warm: number;
}

const PROCESS = fileURLToPath(new URL('../../../scripts/bench-contestant.mjs', import.meta.url));

/** Median processor time of each contestant for its work, in milliseconds. */
export async function measured(
  { work, contestants }: Comparison,
  { rounds, turn, warm }: Patience,
): Promise<ReadonlyMap<Name, number>> {
  const runners: { name: Name; child: ChildProcess; repeats: number; times: number[] }[] = [];
  try {
    for (const name of contestants.keys()) {
      const child = fork(PROCESS, [work, name]);
      const runner = { name, child, repeats: 1, times: [] };
      runners.push(runner);
      const last = await asked(child, { warm });
      runner.repeats = Math.max(1, Math.round(turn / last));
    }
    for (let round = 0; round < rounds; round += 1)
      for (const { child, repeats, times } of runners) times.push(await asked(child, { repeats }));
    return new Map(runners.map(({ name, times }) => [name, median(times)]));
  } finally {
    for (const { child } of runners) child.kill();
  }
}

type Question = { readonly warm: number } | { readonly repeats: number };

/** What one run took there. */
const asked = (child: ChildProcess, question: Question): Promise<number> =>
  new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`a contestant ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (time: number) => {
      child.off('exit', ended);
      resolve(time);
    });
    child.send(question);
  });

/** The other side: a process that does one work, whenever it is asked to. */
export function takeTurns(work: Work): void {
  process.on('message', async (question: Question) => {
    const time = 'warm' in question ? await warmed(work, question.warm) : await cost(work, question.repeats);
    process.send?.(time);
  });
}

/**
 * After so many runs the compiler has nothing left to do. A core of many small functions has none that is hot at once:
 * it still gets faster after five thousand.
 */
const ENOUGH = 8_000;

/** Runs until it is warm; gives what one took at the end. */
async function warmed(work: Work, most: number): Promise<number> {
  let [spent, last] = [0, 0];
  for (let count = 0; count < 3 || (spent < most && count < ENOUGH); count += 1) {
    last = await cost(work, 1);
    spent += last;
  }
  return Math.max(last, 0.01);
}

async function cost(work: Work, repeats: number): Promise<number> {
  const before = process.cpuUsage();
  for (let count = 0; count < repeats; count += 1) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / repeats;
}
