import { timer as realTimer, type Timer } from '../net/timer.ts';
import type { Heavy, Tasks } from '../ports.ts';
import { fail } from '../result.ts';
import { type Answer, heavyOver, type Job } from './job.ts';

/** A thread: a worker of the browser or of Node. */
interface Thread {
  send(job: Job): void;
  /** Ends it at once, even in the middle of its work. */
  end(): void;
}
export interface ThreadEvents {
  readonly onAnswer: (answer: Answer) => void;
  /** Called where it could not be started, or ended by itself: out of memory. */
  readonly onDeath: () => void;
}
export type StartThread = (events: ThreadEvents) => Thread;

export interface KillableOptions {
  readonly timer?: Timer;
  /** How long an idle thread is kept, in milliseconds. If absent, it is kept as long as the program runs. */
  readonly idle?: number;
}

/** The limit for one job. Real badges take a few milliseconds, the largest transcripts a few hundred. */
export const MAX_SECONDS = 10;

interface Waiting {
  readonly job: Job;
  readonly settle: (answer: Answer | 'stopped') => void;
}

/**
 * Runs work in a separate thread, one job at a time, with ten seconds for each. A job that takes longer, or that ends
 * the thread, is `work-stopped`. Its thread is ended, and the next job gets a new one.
 */
export function killable<T extends Tasks>(
  start: StartThread,
  { timer = realTimer, idle }: KillableOptions = {},
): Heavy<T> {
  const queue: Waiting[] = [];
  let thread: Thread | null = null;
  let current: Waiting | null = null;
  let callOff = (): void => undefined;

  const endThread = (): void => {
    thread?.end();
    thread = null;
  };
  const finish = (answer: Answer | 'stopped'): void => {
    callOff();
    const done = current;
    current = null;
    if (answer === 'stopped') endThread();
    next();
    done?.settle(answer);
  };
  const started = (): Thread => {
    // A message from a thread that was ended answers no job.
    const mine: Thread = start({
      onAnswer: (answer) => {
        if (thread === mine && current) finish(answer);
      },
      onDeath: () => {
        if (thread !== mine) return;
        if (current) finish('stopped');
        else thread = null;
      },
    });
    return mine;
  };
  const next = (): void => {
    if (current) return;
    current = queue.shift() ?? null;
    if (!current) {
      if (thread && idle !== undefined) callOff = timer.after(idle, endThread);
      return;
    }
    callOff();
    callOff = timer.after(MAX_SECONDS * 1000, () => finish('stopped'));
    thread ??= started();
    thread.send(current.job);
  };

  const run = (name: string, input: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const settle = (answer: Answer | 'stopped'): void => {
        if (answer === 'stopped') resolve(fail('work-stopped', { params: { seconds: MAX_SECONDS } }));
        else if ('bug' in answer) reject(new Error(answer.bug));
        else resolve(answer.value);
      };
      queue.push({ job: { name, input }, settle });
      next();
    });
  return heavyOver(run);
}
