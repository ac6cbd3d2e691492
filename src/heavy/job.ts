import type { Heavy, Tasks } from '../ports.ts';

/** A message to a thread. One is sent at a time. */
export interface Job {
  readonly name: string;
  readonly input: unknown;
}
/** The reply. `bug`: the task threw; the text is for a developer. */
export type Answer = { readonly value: unknown } | { readonly bug: string };

/** Runs one job, in a thread or in the caller's process. Never rejects. */
export async function answerJob(tasks: Tasks, { name, input }: Job): Promise<Answer> {
  try {
    const task = tasks[name];
    if (!task || !Object.hasOwn(tasks, name)) return { bug: `no task ${name}` };
    // `Heavy.run` has bound the input to the name. A message to a thread does not carry that type.
    return { value: await task(input as never) };
  } catch (trouble) {
    return { bug: trouble instanceof Error ? (trouble.stack ?? trouble.message) : String(trouble) };
  }
}

/**
 * The typed door over whatever carries jobs. A message has no type of its own, so the answer's type is claimed here,
 * once. The other side must run the tasks of the T that the caller names.
 */
export const heavyOver = <T extends Tasks>(
  carry: (name: string, input: unknown) => Promise<unknown>,
): Heavy<T> => ({ run: carry as Heavy<T>['run'] });
