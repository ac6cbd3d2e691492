/** The tasks that programs on Node can stop. */
import type { Tasks } from '../ports.ts';
import { type Result, succeed } from '../result.ts';
import { scan } from '../site/scan.ts';
import type { PageScan } from '../site/sighting.ts';
import { VERIFY_TASKS } from '../verify/tasks.ts';
import { readPage } from './page.ts';

export const NODE_TASKS = {
  ...VERIFY_TASKS,
  /** A page's HTML → what it shows. The library that builds the tree was not made for hostile pages. */
  readPage: ({ html, url }: { readonly html: string; readonly url: string }): Result<PageScan> => {
    const document = readPage(html);
    return document.ok ? succeed(scan(document.value, { url })) : document;
  },
} as const satisfies Tasks;
export type NodeTasks = typeof NODE_TASKS;
