/** The thread of a program on Node: what runs in it is ended, and the program goes on. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { killable } from '../../src/heavy/killable.ts';
import { nodeThread } from '../../src/node/node-thread.ts';
import { succeed } from '../../src/result.ts';

const folder = mkdtempSync(join(tmpdir(), 'touchstone-thread-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A thread's file, which knows a task that hoards, one that never ends, and one that answers. */
const file = join(folder, 'thread.mjs');
writeFileSync(
  file,
  `import { parentPort } from 'node:worker_threads';
const TASKS = {
  hoard() { const all = []; for (;;) all.push(new Array(100_000).fill(0.5)); },
  never() { for (;;); },
  answer: (input) => input,
};
parentPort.on('message', ({ name, input }) => parentPort.postMessage({ value: { ok: true, value: TASKS[name](input) } }));
`,
);
type Named = {
  hoard: (input: null) => ReturnType<typeof succeed<null>>;
  never: (input: null) => ReturnType<typeof succeed<null>>;
  answer: (input: number) => ReturnType<typeof succeed<number>>;
};

describe('a thread on Node', () => {
  it('that takes more memory than any document needs is ended; the next job is done in a new one', async () => {
    const heavy = killable<Named>(nodeThread(pathToFileURL(file)));
    const [hoarded, answered] = await Promise.all([heavy.run('hoard', null), heavy.run('answer', 7)]);
    expect(hoarded).toMatchObject({ ok: false, problem: { code: 'work-stopped' } });
    expect(answered).toEqual(succeed(7));
  });

  it('that never ends is ended when its time is over, in the middle of a loop', async () => {
    let over = (): void => undefined;
    const heavy = killable<Named>(nodeThread(pathToFileURL(file)), {
      timer: {
        after: (_, run) => {
          over = run;
          return () => undefined;
        },
      },
    });
    const endless = heavy.run('never', null);
    over();
    expect(await endless).toMatchObject({ ok: false, problem: { code: 'work-stopped' } });
    expect(await heavy.run('answer', 8)).toEqual(succeed(8));
  });
});
