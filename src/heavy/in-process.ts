import type { Heavy, Tasks } from '../ports.ts';

/**
 * Runs the work in the caller's own thread, where nothing can stop it. For tests, and for callers that trust their
 * documents.
 */
export const inProcess = <T extends Tasks>(tasks: T): Heavy<T> => ({
  run: (async (name: keyof T & string, input: never) => tasks[name]?.(input)) as Heavy<T>['run'],
});
