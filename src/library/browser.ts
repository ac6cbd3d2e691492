/**
 * `import { verify } from 'touchstone'` where there is no Node. Requests go out by `fetch`, within what CORS allows.
 * Work that may run away is done in the same thread. Whoever verifies strangers' input should give a `heavy` of their
 * own.
 */
import { inProcess } from '../heavy/in-process.ts';
import { createTransport } from '../platform/transport.ts';
import { fail, succeed } from '../result.ts';
import { scan } from '../site/scan.ts';
import { VERIFY_TASKS } from '../verify/tasks.ts';
import type { LibraryTasks } from './options.ts';
import { libraryIn } from './verifier.ts';

export type * from './types.ts';

const TASKS: LibraryTasks = {
  ...VERIFY_TASKS,
  readPage: ({ html, url }) => {
    if (html.trim() === '') return fail('empty-document');
    return succeed(scan(new DOMParser().parseFromString(html, 'text/html'), { url }));
  },
};

export const { createVerifier, verify, inspect } = libraryIn({
  transport: createTransport((url, init) => fetch(url, init)),
  heavy: inProcess(TASKS),
  clock: { now: () => Date.now() },
});
