import type { Timer } from '../../src/net/timer.ts';
import type { Transport, TransportAnswer, TransportRequest } from '../../src/net/transport.ts';
import type { Clock } from '../../src/ports.ts';
import type { ProblemCode } from '../../src/problem.ts';
import { fail, type Result, succeed } from '../../src/result.ts';

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | ReadableStream<Uint8Array> | null;
  /** The address that answered, where hops are hidden. */
  readonly url?: string;
}
export type Script = Readonly<Record<string, Reply | ProblemCode | 'never'>>;

/** A wire that answers by script, and remembers what was asked and how much at once. */
export function scriptedWire(script: Script, hops: Transport['hops'] = 'visible') {
  const asked: string[] = [];
  const requests: TransportRequest[] = [];
  const held: (() => void)[] = [];
  const atOnce = { now: 0, most: 0, mostToOneHost: 0, hosts: new Map<string, number>() };
  let holding = false;

  const answer = (url: string): Promise<Result<TransportAnswer>> | Result<TransportAnswer> => {
    const reply = script[url] ?? 'network-failed';
    if (reply === 'never') return new Promise(() => undefined);
    if (typeof reply === 'string') return fail(reply);
    return succeed({
      url: reply.url ?? url,
      status: reply.status ?? 200,
      headers: new Headers(reply.headers),
      body: bodyOf(reply.body ?? ''),
    });
  };
  const transport: Transport = {
    hops,
    async get(request) {
      asked.push(request.url);
      requests.push(request);
      const { host } = new URL(request.url);
      atOnce.now++;
      atOnce.hosts.set(host, (atOnce.hosts.get(host) ?? 0) + 1);
      atOnce.most = Math.max(atOnce.most, atOnce.now);
      atOnce.mostToOneHost = Math.max(atOnce.mostToOneHost, atOnce.hosts.get(host) ?? 0);
      if (holding) await new Promise<void>((release) => held.push(release));
      atOnce.now--;
      atOnce.hosts.set(host, (atOnce.hosts.get(host) ?? 1) - 1);
      return answer(request.url);
    },
  };
  return {
    transport,
    asked,
    requests,
    atOnce,
    hold: () => {
      holding = true;
    },
    /** Lets one request go on. */
    release: () => held.shift()?.(),
    releaseAll: () => {
      holding = false;
      for (const release of held.splice(0)) release();
    },
  };
}

function bodyOf(body: NonNullable<Reply['body']>): ReadableStream<Uint8Array> | null {
  if (body instanceof ReadableStream) return body;
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return new ReadableStream({
    start(controller) {
      if (bytes.length > 0) controller.enqueue(bytes);
      controller.close();
    },
  });
}

/** Time that passes when the test says so, for clock and timers alike. */
export function handTime(
  start = 0,
): Clock & Timer & { pass(milliseconds: number): void; readonly armed: number } {
  let now = start;
  const timers = new Set<{ readonly due: number; readonly run: () => void }>();
  return {
    now: () => now,
    after(milliseconds, run) {
      const each = { due: now + milliseconds, run };
      timers.add(each);
      return () => timers.delete(each);
    },
    pass(milliseconds) {
      now += milliseconds;
      for (const each of [...timers])
        if (each.due <= now) {
          timers.delete(each);
          each.run();
        }
    },
    get armed() {
      return timers.size;
    },
  };
}

/** Lets everything that is ready to go on do so. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
