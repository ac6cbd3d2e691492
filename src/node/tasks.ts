/** The tasks that programs on Node can stop. */

import { part } from '../part.ts';
import type { Tasks } from '../ports.ts';
import type { Result } from '../result.ts';
import type { PageScan } from '../site/sighting.ts';
import { VERIFY_TASKS } from '../verify/tasks.ts';

/** The library that builds a page's tree is as large as the rest of the program. Most calls verify no page. */
const pageScanner = part(() => import('./scan-page.ts'));

export const NODE_TASKS = {
  ...VERIFY_TASKS,
  /** A page's HTML → what it shows. The library that builds the tree was not made for hostile pages. */
  readPage: async ({
    html,
    url,
  }: {
    readonly html: string;
    readonly url: string;
  }): Promise<Result<PageScan>> => {
    const scanner = await pageScanner();
    return scanner.ok ? scanner.value.scanPage(html, url) : scanner;
  },
} as const satisfies Tasks;
export type NodeTasks = typeof NODE_TASKS;
