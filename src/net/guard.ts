import type { Clock, Instant, Net, NetAnswer, NetRequest } from '../ports.ts';
import type { Problem } from '../problem.ts';
import { fail, failWith, type Result, succeed } from '../result.ts';
import { checkAddress } from './address.ts';
import { readBody } from './body.ts';
import { createDeadline, type Deadline } from './deadline.ts';
import { readHeaders, retryAfter } from './headers.ts';
import { createLanes, type LaneLimits } from './lanes.ts';
import { createMemory, type MemoryLimits } from './memory.ts';
import { locationOf, nextAddress } from './redirect.ts';
import { timer as realTimer, type Timer } from './timer.ts';
import type { Transport, TransportAnswer } from './transport.ts';

export interface NetLimits extends LaneLimits, MemoryLimits {
  readonly maxBytes: number;
  /** The limit for one document, redirects included, counted from its first request. */
  readonly timeoutMs: number;
  readonly redirects: number;
}

export const NET_LIMITS: NetLimits = {
  maxBytes: 2 * 1024 * 1024,
  timeoutMs: 10_000,
  redirects: 5,
  perHost: 6,
  total: 24,
  rememberMs: 5 * 60_000,
  rememberTroubleMs: 15_000,
  rememberBytes: 16 * 1024 * 1024,
};

/** Whether this address may be requested. `from` is the address that redirected here, or null for the first request. */
export type AddressCheck = (address: string, from: URL | null) => Result<URL>;

export interface NetPorts {
  readonly transport: Transport;
  readonly clock: Clock;
  /**
   * Whether the reader has granted access to this origin (`https://host`, with its port if that is not 443). Default:
   * all.
   */
  readonly permitted?: (origin: string) => boolean | Promise<boolean>;
  readonly limits?: Partial<NetLimits>;
  readonly timer?: Timer;
  /** Which addresses may be requested. Only a closed world, which sends no requests, may allow more. */
  readonly check?: AddressCheck;
}

export interface GuardedNet extends Net {
  /** The clock by which its requests were made. */
  readonly clock: Clock;
  /** Forgets every answer, so that each document is requested again. */
  forget(): void;
}

/** Safelisted for CORS as long as it stays below 128 characters. */
const ACCEPT = 'application/json, application/ld+json;q=0.9, application/vc;q=0.9, */*;q=0.5';
/** The most documents whose Accept is remembered. It is more than the answers that are kept. */
const MAX_KNOWN_ADDRESSES = 16_384;
/** A host that answers 429 is left alone for as long as it asks, up to this limit. */
const PAUSE_MS = { usual: 5_000, longest: 60_000 };

/**
 * The only way to the network. An answer of any status counts as an answer. A 429 or a 503 is no verdict on a badge.
 *
 * No request was sent: `url-malformed`, `not-https`, `private-host`, `port-refused`, `permission-needed` (params:
 * origin), `rate-limited` (the host has asked for a pause).
 * A request failed: `timeout`, `too-large`, `redirect-loop`, `too-many-redirects`, `redirected-to-http`,
 * `redirected-to-private-host`, and the problems of the transport (`network-failed`, `dns-failed`, `tls-failed`,
 * `connection-refused`).
 * Every problem names the `host`.
 */
export function createNet(ports: NetPorts): GuardedNet {
  const { clock, check = publicOnly, timer = realTimer } = ports;
  const limits = { ...NET_LIMITS, ...ports.limits };
  const client: Client = {
    transport: ports.transport,
    clock,
    check,
    permitted: ports.permitted ?? (() => true),
    lanes: createLanes(limits),
    redirects: limits.redirects,
    pausedUntil: new Map(),
  };
  const memory = createMemory(clock, limits);
  /**
   * The Accept header under which a document came as JSON. Later requests for its JSON use the same one, and so share
   * the answer. Whoever would take a token asks on their own: the server may have one, and signs nothing else.
   */
  const jsonUnder = new Map<string, string>();
  return {
    clock,
    forget() {
      memory.forget();
      jsonUnder.clear();
    },
    async refusal(address) {
      const checked = check(address, null);
      return checked.ok ? refusal(checked.value, client) : checked.problem;
    },
    async get({ url: address, accept: wanted = ACCEPT, maxBytes = limits.maxBytes }: NetRequest) {
      const checked = check(address, null);
      if (!checked.ok) return checked;
      const url = new URL(checked.value);
      url.hash = '';
      const wantsJsonAlone = wanted.includes('json') && !wanted.includes('jwt');
      const accept = (wantsJsonAlone && jsonUnder.get(url.href)) || wanted;
      const outcome = await memory.share(`${maxBytes} ${accept} ${url.href}`, async () => {
        const deadline = createDeadline(timer, limits.timeoutMs);
        try {
          return await followRedirects(url, { accept, maxBytes, deadline }, client);
        } finally {
          deadline.end();
        }
      });
      if (!outcome.ok) return outcome;
      if (outcome.value.contentType?.includes('json')) {
        jsonUnder.set(url.href, accept);
        dropOldest(jsonUnder, MAX_KNOWN_ADDRESSES);
      }
      return succeed({ ...outcome.value, url: address });
    },
  };
}

/** Takes the entry that was set first off a map that holds more than `most`. */
function dropOldest(known: Map<string, unknown>, most: number): void {
  if (known.size <= most) return;
  const [oldest] = known.keys();
  if (oldest !== undefined) known.delete(oldest);
}

const publicOnly: AddressCheck = (address) => checkAddress(address);

/** What all requests of one net share. */
interface Client extends Required<Pick<NetPorts, 'transport' | 'clock' | 'permitted' | 'check'>> {
  readonly lanes: ReturnType<typeof createLanes>;
  readonly redirects: number;
  readonly pausedUntil: Map<string, Instant>;
}
/** What the requests for one document share. */
interface RequestContext {
  readonly accept: string;
  readonly maxBytes: number;
  readonly deadline: Deadline;
}
interface FullResponse {
  readonly answer: TransportAnswer;
  readonly bytes: Uint8Array;
}

/** Follows redirects until an answer is none. */
async function followRedirects(
  first: URL,
  context: RequestContext,
  client: Client,
): Promise<Result<NetAnswer>> {
  const hops: string[] = [];
  for (let url = first; ; ) {
    const refused = await refusal(url, client);
    if (refused) return failWith(refused);
    const step = await client.lanes.run(url.host, () =>
      context.deadline.watch(() => exchange(url, context, client)),
    );
    if (!step.ok) return named(url, step.problem);
    if (!(step.value instanceof URL)) return conclude(url, step.value, { hops, client });
    hops.push(url.href);
    if (hops.includes(step.value.href)) return named(url, { code: 'redirect-loop' });
    if (hops.length > client.redirects) return named(url, { code: 'too-many-redirects' });
    url = step.value;
  }
}

/** Why no request may be sent to this origin now. Null where it may. */
async function refusal(url: URL, { permitted, clock, pausedUntil }: Client): Promise<Problem | null> {
  const params = { host: url.hostname, origin: url.origin };
  if (!(await permitted(url.origin))) return { code: 'permission-needed', params };
  return clock.now() < (pausedUntil.get(url.host) ?? 0) ? { code: 'rate-limited', params } : null;
}

/** Sends one request. Out: the next address of the chain, or the whole answer. */
async function exchange(
  url: URL,
  { accept, maxBytes, deadline }: RequestContext,
  { transport, clock, check, pausedUntil }: Client,
): Promise<Result<URL | FullResponse>> {
  const got = await transport.get({ url: url.href, accept, signal: deadline.signal });
  if (!got.ok) return got;
  const answer = got.value;
  if (answer.status === 429) {
    const pause = retryAfter(answer.headers, clock.now()) ?? PAUSE_MS.usual;
    pausedUntil.set(url.host, clock.now() + Math.min(pause, PAUSE_MS.longest));
  }
  const location = transport.hops === 'visible' ? locationOf(answer) : null;
  if (location !== null) {
    answer.body?.cancel().catch(() => undefined);
    return nextAddress(url, location, (next) => check(next, url));
  }
  const bytes = await readBody(answer.body, maxBytes);
  return bytes.ok ? succeed({ answer, bytes: bytes.value }) : bytes;
}

/**
 * The answer as the rest of the program sees it. Where the platform followed redirects itself, the last address is
 * checked here.
 */
async function conclude(
  asked: URL,
  { answer, bytes }: FullResponse,
  { hops, client }: { readonly hops: readonly string[]; readonly client: Client },
): Promise<Result<NetAnswer>> {
  const hidden = client.transport.hops === 'hidden';
  const final = hidden ? nextAddress(asked, answer.url, (last) => client.check(last, asked)) : succeed(asked);
  if (!final.ok) return named(asked, final.problem);
  const { origin, hostname, href } = final.value;
  if (origin !== asked.origin && !(await client.permitted(origin)))
    return fail('permission-needed', { params: { host: hostname, origin } });
  return succeed({
    url: asked.href,
    finalUrl: href,
    status: answer.status,
    ...readHeaders(answer.headers),
    bytes,
    at: client.clock.now(),
    cached: false,
    ...(hops.length > 0 && { hops }),
  });
}

/** Adds the host to a problem, so that every message can name the server. */
const named = (url: URL, problem: Problem): Result<never> =>
  failWith({ ...problem, params: { host: url.hostname, ...problem.params } });
