/** Times of several contestants, taken in turns, so that whatever else the machine does falls on all of them. */
import { median } from '../figures.ts';
import type { Work } from './contestants.ts';

export interface Patience {
  readonly rounds: number;
  /** Processor time of one turn, about, in milliseconds: work that takes less is repeated. */
  readonly turn: number;
  /** Processor time for each to get warm. */
  readonly warm: number;
}

/** Median processor time of each contestant for its work, in milliseconds. */
export async function measured<Name>(
  contestants: ReadonlyMap<Name, Work>,
  { rounds, turn, warm }: Patience,
): Promise<ReadonlyMap<Name, number>> {
  const runners = new Map<Name, { work: Work; repeats: number; times: number[] }>();
  for (const [name, work] of contestants) {
    const first = await warmed(work, warm);
    runners.set(name, { work, repeats: Math.max(1, Math.round(turn / first)), times: [] });
  }
  for (let round = 0; round < rounds; round += 1)
    for (const { work, repeats, times } of runners.values()) times.push(await cost(work, repeats));
  return new Map([...runners].map(([name, { times }]) => [name, median(times)]));
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
