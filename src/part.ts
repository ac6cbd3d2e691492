import { type Problem, problem } from './problem.ts';
import { fail, type Result, type Success, succeed } from './result.ts';

/**
 * A part of the program that only some documents need. It is loaded when it is first asked for, and then kept. A
 * second `import()` would go through the platform's loader again.
 *
 * In: an `import()` written out at the call, so that the bundler sees it. Chrome's service worker has no `import()`.
 * There the build turns it into a script that was installed with the worker (vite.worker.ts). Problem: `part-missing`.
 * What rests on the part is then left open, and nothing is found wrong.
 */
export function part<T>(load: () => Promise<T>): () => Promise<Result<T>> {
  let kept: Success<T> | null = null;
  return async () => {
    try {
      kept ??= succeed(await load());
      return kept;
    } catch {
      return fail('part-missing');
    }
  };
}

/**
 * What to tell of something that was thrown: `internal`. In Chrome's worker, a part that is imported at once may be
 * missing when it is first used (vite.worker.ts): `part-missing`.
 */
export const problemOfBug = (bug: unknown): Problem =>
  problem(bug instanceof Error && bug.name === 'PartMissing' ? 'part-missing' : 'internal');
