import { fail, type Result } from '../result.ts';
import type { Timer } from './timer.ts';

/** The time that one document may take. The clock starts with its first request, not while the request is queued. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** The task's result, or `timeout` if that comes first. So a transport that ignores its signal delays nobody. */
  watch<T>(task: () => Promise<Result<T>>): Promise<Result<T>>;
  end(): void;
}

/** A deadline that begins with its first task. Problem: `timeout` (params: seconds). */
export function createDeadline(timer: Timer, milliseconds: number): Deadline {
  const controller = new AbortController();
  const late = fail('timeout', { params: { seconds: Math.round(milliseconds / 1000) } });
  let expired: Promise<Result<never>> | null = null;
  let callOff = (): void => undefined;
  const start = (): Promise<Result<never>> =>
    new Promise((resolve) => {
      callOff = timer.after(milliseconds, () => {
        resolve(late);
        controller.abort();
      });
    });
  return {
    signal: controller.signal,
    async watch(task) {
      if (controller.signal.aborted) return late;
      expired ??= start();
      return Promise.race([task(), expired]);
    },
    end: () => callOff(),
  };
}
