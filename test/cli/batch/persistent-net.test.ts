import { describe, expect, it } from 'vitest';
import { persistent } from '../../../src/cli/batch/persistent-net.ts';
import { createNet } from '../../../src/net/guard.ts';
import type { Timer } from '../../../src/net/timer.ts';
import { succeed } from '../../../src/result.ts';

/** A host that answers 429 so many times; time passes when somebody waits for it. */
function world(busy: number) {
  let [now, asked] = [0, 0];
  const timer: Timer = {
    after(milliseconds, run) {
      now += milliseconds;
      queueMicrotask(run);
      return () => undefined;
    },
  };
  const net = createNet({
    clock: { now: () => now },
    timer: { after: () => () => undefined },
    transport: {
      hops: 'visible',
      get: async ({ url }) => {
        asked += 1;
        const headers = new Headers({ 'retry-after': '30' });
        return succeed({ url, status: asked <= busy ? 429 : 200, headers, body: null });
      },
    },
  });
  return { net: persistent(net, timer), asked: () => asked };
}
const request = { url: 'https://busy.example.org/1' };

describe('the net of a batch', () => {
  it('waits where a host asks for a pause, and asks again when it is over', async () => {
    const { net, asked } = world(1);
    expect(await net.get(request)).toMatchObject({ value: { status: 200 } });
    expect(asked()).toBe(2);
  });

  it('gives up in the end', async () => {
    const { net, asked } = world(Number.POSITIVE_INFINITY);
    await net.get(request);
    expect(asked()).toBeLessThanOrEqual(5);
  });

  it('asks once where nobody asks for a pause', async () => {
    const { net, asked } = world(0);
    await net.get(request);
    expect(asked()).toBe(1);
  });
});
