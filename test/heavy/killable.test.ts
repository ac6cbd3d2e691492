/** The one door to work whose end nobody can foresee. */
import { describe, expect, it } from 'vitest';
import { fewStops } from '../../src/heavy/few-stops.ts';
import { answerJob, type Job } from '../../src/heavy/job.ts';
import { killable, MAX_SECONDS, type ThreadEvents } from '../../src/heavy/killable.ts';
import type { Tasks } from '../../src/ports.ts';
import { fail, succeed } from '../../src/result.ts';
import { handTime } from '../net/wire.ts';

const TASKS = {
  double: ({ number }: { readonly number: number }) => succeed(number * 2),
  never: () => succeed(0),
  refuse: () => fail('schema-unsupported'),
  break: () => {
    throw new Error('a bug');
  },
} as const satisfies Tasks;

interface FakeThread extends ThreadEvents {
  readonly jobs: Job[];
  ended: boolean;
}

/** Threads that answer at once, but for the task `never`; and time that passes when it is told to. */
function world({ idle, mortal = false }: { idle?: number; mortal?: boolean } = {}) {
  const threads: FakeThread[] = [];
  const time = handTime();
  const heavy = killable<typeof TASKS>(
    (events) => {
      const thread: FakeThread = { ...events, jobs: [], ended: false };
      threads.push(thread);
      return {
        send: (job) => {
          thread.jobs.push(job);
          if (job.name !== 'never') void answerJob(TASKS, job).then(events.onAnswer);
          else if (mortal) queueMicrotask(events.onDeath);
        },
        end: () => {
          thread.ended = true;
        },
      };
    },
    { ...(idle !== undefined && { idle }), timer: time },
  );
  return { heavy, threads, pass: time.pass, waits: () => time.armed };
}

describe('heavy work', () => {
  it('gives what the task gives, its problem too', async () => {
    const { heavy, threads } = world();
    expect(await heavy.run('double', { number: 4 })).toEqual(succeed(8));
    expect(await heavy.run('refuse', undefined as never)).toMatchObject({
      problem: { code: 'schema-unsupported' },
    });
    expect(threads).toHaveLength(1);
  });

  it('that throws is a bug, and rejects; the next is done all the same', async () => {
    const { heavy } = world();
    await expect(heavy.run('break', undefined as never)).rejects.toThrow('a bug');
    expect(await heavy.run('double', { number: 1 })).toEqual(succeed(2));
  });

  it('is stopped after ten seconds, its thread ended, and the next goes on in a new one', async () => {
    const { heavy, threads, pass } = world();
    const evil = heavy.run('never', undefined as never);
    const good = heavy.run('double', { number: 3 });
    pass(MAX_SECONDS * 1000 - 1);
    expect(threads.map(({ ended }) => ended)).toEqual([false]);
    pass(1);
    expect(await evil).toMatchObject({ problem: { code: 'work-stopped', params: { seconds: 10 } } });
    expect(await good).toEqual(succeed(6));
    expect(threads.map(({ ended, jobs }) => [ended, jobs.map(({ name }) => name)])).toEqual([
      [true, ['never']],
      [false, ['double']],
    ]);
  });

  it('whose thread dies of it is stopped, and the next goes on', async () => {
    const { heavy } = world({ mortal: true });
    const both = [heavy.run('never', undefined as never), heavy.run('double', { number: 3 })];
    expect(await Promise.all(both)).toMatchObject([{ problem: { code: 'work-stopped' } }, succeed(6)]);
  });

  it('takes no late word of a thread that was ended for the answer to another job', async () => {
    const { heavy, threads, pass } = world();
    const evil = heavy.run('never', undefined as never);
    pass(MAX_SECONDS * 1000);
    await evil;
    const second = heavy.run('never', undefined as never);
    threads[0]?.onAnswer({ value: succeed('forged') });
    threads[0]?.onDeath();
    pass(MAX_SECONDS * 1000);
    expect(await second).toMatchObject({ problem: { code: 'work-stopped' } });
  });

  it('has the whole of its time, however long the one before it took', async () => {
    const { heavy, pass } = world();
    const [first, second] = [heavy.run('never', undefined as never), heavy.run('never', undefined as never)];
    pass(MAX_SECONDS * 1000);
    await first;
    let settled = false;
    void second.then(() => {
      settled = true;
    });
    pass(MAX_SECONDS * 1000 - 1);
    await Promise.resolve();
    expect(settled).toBe(false);
    pass(1);
    expect(await second).toMatchObject({ problem: { code: 'work-stopped' } });
  });

  it('leaves no thread behind that has nothing to do, where it is told so', async () => {
    const { heavy, threads, pass, waits } = world({ idle: 5_000 });
    await heavy.run('double', { number: 1 });
    pass(4_999);
    await heavy.run('double', { number: 2 });
    pass(4_999);
    expect(threads.map(({ ended }) => ended)).toEqual([false]);
    pass(1);
    expect([threads.map(({ ended }) => ended), waits()]).toEqual([[true], 0]);
    expect(await heavy.run('double', { number: 3 })).toEqual(succeed(6));
    expect(threads).toHaveLength(2);
  });

  it('of one document is begun no more after three stops', async () => {
    let asked = 0;
    const heavy = fewStops<typeof TASKS>({
      run: async () => {
        asked += 1;
        return fail('work-stopped');
      },
    });
    for (let index = 0; index < 5; index++)
      expect(await heavy.run('double', { number: 1 })).toMatchObject({ problem: { code: 'work-stopped' } });
    expect(asked).toBe(3);
  });

  it('of a name that nobody knows is a bug', async () => {
    expect(await answerJob(TASKS, { name: 'constructor', input: null })).toEqual({
      bug: 'no task constructor',
    });
  });
});
