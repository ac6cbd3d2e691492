/**
 * Times of several contestants. Each has a process of its own, because it would otherwise pay for the memory of the
 * others; they take turns, so that whatever else the machine does falls on all of them.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { median } from '../figures.ts';
import type { Question } from './inputs.ts';
import type { Comparison, Name } from './works.ts';

export interface Patience {
  /** The process of a contestant, as it is built (contestant.ts). */
  readonly script: string;
  readonly rounds: number;
  /**
   * Processor time of one turn, about, in milliseconds: work that takes less is repeated. It is long enough that what
   * the caches of the processor have lost during the turns of the others weighs little.
   */
  readonly turn: number;
  /** Processor time for each to get warm. */
  readonly warm: number;
}

/** Median processor time of each contestant for its work, in milliseconds. */
export async function measured(
  { contestants }: Comparison,
  { script, rounds, turn, warm }: Patience,
): Promise<ReadonlyMap<Name, number>> {
  const runners: { name: Name; child: ChildProcess; repeats: number; times: number[] }[] = [];
  try {
    for (const [name, inputs] of await contestants()) {
      const child = fork(script);
      const runner = { name, child, repeats: 1, times: [] };
      runners.push(runner);
      const last = await asked(child, { name, inputs, warm });
      runner.repeats = Math.max(1, Math.round(turn / last));
    }
    for (let round = 0; round < rounds; round += 1)
      for (const { child, repeats, times } of runners) times.push(await asked(child, { repeats }));
    return new Map(runners.map(({ name, times }) => [name, median(times)]));
  } finally {
    for (const { child } of runners) child.kill();
  }
}

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
