import type { Heavy, Tasks } from '../ports.ts';
import { heavyOver } from './job.ts';

/**
 * Runs the work in the caller's own thread, where nothing can stop it. For tests, and for callers that trust their
 * documents. `Heavy.run` has bound each input to the name of its task.
 */
export const inProcess = <T extends Tasks>(tasks: T): Heavy<T> =>
  heavyOver(async (name, input) => tasks[name]?.(input as never));
