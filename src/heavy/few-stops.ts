import type { Heavy, Tasks } from '../ports.ts';
import { fail } from '../result.ts';

/**
 * After this many stops, a document gets no more time. Otherwise five hundred credentials could take an hour and a
 * half.
 */
const MAX_STOPS = 3;

/** The same `Heavy` for one document. After three stops it starts no more work for it (`work-stopped`). */
export function fewStops<T extends Tasks>(heavy: Heavy<T>): Heavy<T> {
  let stops = 0;
  return {
    async run(name, input) {
      if (stops >= MAX_STOPS) return fail('work-stopped');
      const result = await heavy.run(name, input);
      if (!result.ok && result.problem.code === 'work-stopped') stops += 1;
      return result;
    },
  };
}
