import type { Heavy, Tasks } from '../ports.ts';

/** Work done where it is asked for, which nothing can stop: for tests, and for whoever knows his documents. */
export const inProcess = <T extends Tasks>(tasks: T): Heavy<T> => ({
  run: (async (name: keyof T & string, input: never) => tasks[name]?.(input)) as Heavy<T>['run'],
});
