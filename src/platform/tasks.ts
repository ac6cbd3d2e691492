/** The extension's tasks that can be stopped. */
import type { Tasks } from '../ports.ts';
import { VERIFY_TASKS } from '../verify/tasks.ts';
import { readCode } from './read-code.ts';

export const BROWSER_TASKS = {
  ...VERIFY_TASKS,
  /** The text of the QR code in an image; null where it has none. */
  readCode: ({ image }: { readonly image: Uint8Array }) => readCode(image),
} as const satisfies Tasks;
export type BrowserTasks = typeof BROWSER_TASKS;
