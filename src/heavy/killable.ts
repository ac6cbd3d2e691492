import { timer as realTimer, type Timer } from '../net/timer.ts';
import type { Heavy, Tasks } from '../ports.ts';
import { fail } from '../result.ts';
import type { Answer, Job } from './job.ts';

/** A thread of its own: a worker of the browser's or of Node's. */
interface Thread {
  send(job: Job): void;
  /** Ends it at once, whatever it is doing. */
  end(): void;
}
export interface ThreadEvents {
  readonly onAnswer: (answer: Answer) => void;
  /** It could not be started, or has ended by itself: out of memory. */
  readonly onDeath: () => void;
}
export type StartThread = (events: ThreadEvents) => Thread;

export interface KillableOptions {
  readonly timer?: Timer;
  /** How long a thread without work is kept, milliseconds; without it as long as the program runs. */
  readonly idle?: number;
}

/** Real badges take some milliseconds, the largest transcripts some hundred. */
export const MAX_SECONDS = 10;

interface Waiting {
  readonly job: Job;
  readonly settle: (answer: Answer | 'stopped') => void;
}

/**
 * Work behind the door of a thread: one job at a time, each with ten seconds. A job that takes longer, or takes the
 * thread with it, is `work-stopped`; its thread is ended, and the next job gets a new one.
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
    // What an ended thread still says is nobody's answer.
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
  return { run: run as Heavy<T>['run'] };
}
