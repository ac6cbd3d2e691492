/** The world on loopback: one HTTPS server for all of its hosts, with a log of what was asked and a way to hold answers back. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { createCertificate } from './certificate.ts';
import { type Reply, status } from './reply.ts';

export interface LoggedRequest {
  readonly url: string;
  readonly method: string;
  /** Lower-case names, as received. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** When it came, in milliseconds of this process. */
  readonly at: number;
}

export interface WorldServer {
  readonly port: number;
  readonly fingerprint: string;
  readonly requests: readonly LoggedRequest[];
  forgetRequests(): void;
  /** From now on the answer of this address waits, until what this returns is called. */
  hold(url: string): () => void;
  /** Resolves as soon as this address has been asked (again), counted from the call. */
  asked(url: string): Promise<void>;
  /** Changes what an address answers from now on. */
  change(url: string, reply: Reply): void;
  close(): Promise<void>;
}

export interface Served {
  readonly replies: ReadonlyMap<string, Reply>;
  readonly hosts: ReadonlySet<string>;
  /** What an address does that has no reply. Default: 404. */
  readonly elsewhere?: Reply;
  /** Milliseconds before each answer. Default: none. */
  readonly latency?: number;
}

/** Starts on an ephemeral port of 127.0.0.1. Whoever starts it closes it. */
export async function serveWorld(world: Served): Promise<WorldServer> {
  const { key, cert, fingerprint } = await createCertificate(world.hosts);
  const replies = new Map(world.replies);
  const requests: LoggedRequest[] = [];
  const held = new Map<string, Promise<void>>();
  const waiting = new Map<string, (() => void)[]>();

  const server = createServer({ key, cert }, async (request, response) => {
    const url = addressOf(request);
    requests.push({ url, method: request.method ?? '', headers: request.headers, at: performance.now() });
    for (const arrived of waiting.get(url) ?? []) arrived();
    waiting.delete(url);
    await held.get(url);
    if (world.latency !== undefined) await after(world.latency);
    send(replies.get(url) ?? world.elsewhere ?? NOT_FOUND, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    port: (server.address() as AddressInfo).port,
    fingerprint,
    requests,
    forgetRequests: () => requests.splice(0),
    hold(url) {
      let release = (): void => undefined;
      held.set(
        url,
        new Promise((resolve) => {
          release = resolve;
        }),
      );
      return () => {
        held.delete(url);
        release();
      };
    },
    asked: (url) =>
      new Promise((resolve) => {
        waiting.set(url, [...(waiting.get(url) ?? []), resolve]);
      }),
    change: (url, reply) => replies.set(url, reply),
    close() {
      server.closeAllConnections();
      return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
    },
  };
}

const addressOf = ({ headers, url }: IncomingMessage): string =>
  new URL(url ?? '/', `https://${(headers.host ?? 'unknown.invalid').replace(/:\d+$/, '')}`).href;

function send(reply: Reply, response: ServerResponse): void {
  if (reply.kind === 'hang') return;
  if (reply.kind === 'drop') {
    response.destroy();
    return;
  }
  response.writeHead(reply.status, {
    ...reply.headers,
    'content-length': reply.body.length,
    'cache-control': 'no-store',
    // as platforms do; whoever sends it back has been recognised
    'set-cookie': 'visitor=4711; Path=/; Secure; SameSite=None; Max-Age=86400',
  });
  response.end(reply.body);
}

const NOT_FOUND = status(404, 'Not Found');
