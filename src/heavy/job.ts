import type { Tasks } from '../ports.ts';

/** What is sent to a thread: one at a time. */
export interface Job {
  readonly name: string;
  readonly input: unknown;
}
/** What comes back. `bug`: the task threw; its words are for a developer. */
export type Answer = { readonly value: unknown } | { readonly bug: string };

/** Does one job, on whichever side of the door. Never rejects. */
export async function answerJob(tasks: Tasks, { name, input }: Job): Promise<Answer> {
  try {
    const task = tasks[name];
    if (!task || !Object.hasOwn(tasks, name)) return { bug: `no task ${name}` };
    return { value: await task(input as never) };
  } catch (trouble) {
    return { bug: trouble instanceof Error ? (trouble.stack ?? trouble.message) : String(trouble) };
  }
}
