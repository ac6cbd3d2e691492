/** Each record exactly once, whatever a record does to its thread. */
import { describe, expect, it } from 'vitest';
import type { BatchRecord, Checked, ToThread } from '../../../src/cli/batch/message.ts';
import { type BatchThreadEvents, createPool } from '../../../src/cli/batch/pool.ts';
import { fail } from '../../../src/result.ts';
import { handTime } from '../../net/wire.ts';

/** What the record of this number does: it is checked, crashes its thread, never lets go of it, or waits. */
type Does = (n: number) => 'checked' | 'crash' | 'hang' | 'wait';

function world(does: Does, threads = 2) {
  const outcomes: string[] = [];
  const running: { ended: boolean; hangs: boolean; events: BatchThreadEvents }[] = [];
  const time = handTime();
  const held: (() => void)[] = [];
  let [mostAtOnce, isSlow] = [0, false];
  const line = (n: number, word: string): Checked => ({ n, line: `${n} ${word}`, exit: 0 });
  const pool = createPool({
    threads,
    net: { get: async () => fail('timeout') },
    stopped: ({ n }) => line(n, 'stopped'),
    async onChecked({ line: text }) {
      if (isSlow) await new Promise<void>((release) => held.push(release));
      outcomes.push(text);
    },
    timer: time,
    start(events) {
      const thread = { ended: false, hangs: false, events };
      const open = new Set<number>();
      const say = (message: Parameters<BatchThreadEvents['onMessage']>[0]) =>
        queueMicrotask(() => events.onMessage(message));
      running.push(thread);
      say({ kind: 'alive' });
      const act = ({ n }: BatchRecord) => {
        open.add(n);
        mostAtOnce = Math.max(mostAtOnce, open.size);
        const what = does(n);
        if (what === 'crash') queueMicrotask(events.onDeath);
        if (what === 'hang') thread.hangs = true;
        if (what === 'checked' && !thread.hangs) {
          open.delete(n);
          say({ kind: 'checked', outcomes: [line(n, 'checked')] });
        }
      };
      return {
        send(message: ToThread) {
          if (message.kind === 'record') act(message.record);
          if (message.kind === 'ping' && !thread.hangs) say({ kind: 'alive' });
        },
        end: () => {
          thread.ended = true;
        },
      };
    },
  });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return {
    pool,
    outcomes,
    running,
    turn,
    mostAtOnce: () => mostAtOnce,
    beSlow: () => {
      isSlow = true;
    },
    release: () => {
      for (const each of held.splice(0)) each();
    },
    async pass(seconds: number) {
      time.pass(seconds * 1000);
      await turn();
    },
  };
}
const record = (n: number): BatchRecord => ({
  n,
  bytes: new Uint8Array(),
  isTooLong: false,
});
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const inOrder = (outcomes: readonly string[]) =>
  [...outcomes].sort((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10));

describe('the threads of a batch', () => {
  it('give each record one outcome', async () => {
    const { pool, outcomes, running } = world(() => 'checked');
    for (const n of numbers(100)) await pool.give(record(n));
    await pool.finish();
    pool.end();
    expect(inOrder(outcomes)).toEqual(numbers(100).map((n) => `${n} checked`));
    expect(running.map(({ ended }) => ended)).toEqual([true, true]);
  });

  it('lose only the record that crashes one, and check its neighbours again', async () => {
    const { pool, outcomes } = world((n) => (n === 5 ? 'crash' : 'checked'));
    for (const n of numbers(40)) await pool.give(record(n));
    await pool.finish();
    expect(inOrder(outcomes)).toEqual(numbers(40).map((n) => `${n} ${n === 5 ? 'stopped' : 'checked'}`));
  });

  it('end one that gives no sign of life, and lose only the record that holds it', async () => {
    const { pool, outcomes, pass } = world((n) => (n === 2 ? 'hang' : 'checked'), 1);
    for (const n of numbers(6)) await pool.give(record(n));
    const finished = pool.finish();
    for (const _ of numbers(6)) await pass(10);
    await finished;
    expect(inOrder(outcomes)).toEqual(numbers(6).map((n) => `${n} ${n === 2 ? 'stopped' : 'checked'}`));
  });

  it('are left alone as long as they give signs of life, however long a record waits', async () => {
    const { pool, running, pass, turn } = world(() => 'wait', 1);
    await pool.give(record(1));
    await turn();
    for (const _ of numbers(20)) await pass(10);
    expect(running.map(({ ended }) => ended)).toEqual([false]);
  });

  it('have nothing beside a record that is checked again', async () => {
    const taken: number[] = [];
    const { pool, running, turn } = world((n) => {
      taken.push(n);
      return 'wait';
    }, 1);
    await pool.give(record(1));
    await pool.give(record(2));
    running[0]?.events.onDeath();
    await turn();
    void pool.give(record(3));
    await turn();
    expect(taken).toEqual([1, 2, 1]);
  });

  it('take no more than they have room for, and written outcomes take room until they are written', async () => {
    const { pool, beSlow, release, mostAtOnce, turn, outcomes } = world(() => 'checked', 1);
    beSlow();
    let taken = 0;
    const giving = (async () => {
      for (const n of numbers(100)) {
        await pool.give(record(n));
        taken = n;
      }
    })();
    await turn();
    expect(taken).toBe(16);
    for (const _ of numbers(10)) {
      release();
      await turn();
    }
    await giving;
    release();
    await pool.finish();
    expect(mostAtOnce()).toBeLessThanOrEqual(16);
    expect(outcomes).toHaveLength(100);
  });

  it('can be ended while records wait, and then nobody waits for them', async () => {
    const { pool, running, outcomes, turn } = world(() => 'wait', 1);
    const giving = numbers(20).map((n) => pool.give(record(n)));
    const finished = pool.finish();
    pool.end();
    await Promise.all([...giving, finished, pool.give(record(21)), pool.finish()]);
    await turn();
    expect(running.map(({ ended }) => ended)).toEqual([true]);
    expect(outcomes).toEqual([]);
  });

  it('that die without a record cost nothing', async () => {
    const { pool, running, outcomes, turn } = world(() => 'checked', 1);
    await pool.give(record(1));
    await turn();
    running[0]?.events.onDeath();
    await pool.give(record(2));
    await pool.finish();
    expect(outcomes).toEqual(['1 checked', '2 checked']);
    expect(running).toHaveLength(2);
  });

  it('that were ended are not listened to any more', async () => {
    const { pool, running, outcomes, turn } = world(() => 'wait', 1);
    await pool.give(record(1));
    await pool.give(record(2));
    running[0]?.events.onDeath();
    await turn();
    running[0]?.events.onMessage({ kind: 'checked', outcomes: [{ n: 1, line: '1 late', exit: 0 }] });
    await turn();
    expect(outcomes).toEqual([]);
  });
});
