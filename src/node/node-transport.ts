import { type LookupAddress, lookup as resolveName } from 'node:dns';
import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import type { LookupFunction } from 'node:net';
import { type Duplex, pipeline, Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { isInnerAddress } from '../net/private-address.ts';
import type { Transport, TransportAnswer } from '../net/transport.ts';
import type { ProblemCode } from '../problem.ts';
import { fail, type Result, succeed } from '../result.ts';

export interface NodeTransportOptions {
  /** Resolves names. Default: the system's resolver. */
  readonly resolve?: (
    host: string,
    done: (error: Error | null, addresses: readonly LookupAddress[]) => void,
  ) => void;
  /** Addresses that are refused. Default: everything that is not the public Internet. */
  readonly refuses?: (address: string) => boolean;
  /** Further certificate authorities, PEM. */
  readonly ca?: string;
  readonly userAgent?: string;
}

/** Marks the refusal among the errors of a connection. */
const INNER = 'TOUCHSTONE_INNER_ADDRESS';
const CODES: readonly (readonly [RegExp, ProblemCode])[] = [
  [new RegExp(INNER), 'private-host'],
  [/^(ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/, 'dns-failed'],
  [/^ECONNREFUSED$/, 'connection-refused'],
  [/^(ETIMEDOUT|ABORT_ERR)$/, 'timeout'],
  [/CERT|^ERR_TLS|^ERR_SSL|^UNABLE_TO|^EPROTO$|^HOSTNAME_MISMATCH$/, 'tls-failed'],
];

/**
 * Requests by node:https. No cookies, no referrer, no proxy, no redirects of its own. Each resolved address is judged
 * in the lookup that the connection itself uses. So a name that resolves differently the second time gains nothing.
 */
export function createNodeTransport(options: NodeTransportOptions = {}): Transport {
  const agent = new Agent({
    keepAlive: true,
    lookup: guardedLookup(options),
    ...(options.ca && { ca: options.ca }),
  });
  const userAgent = options.userAgent ?? 'touchstone';
  return {
    hops: 'visible',
    get: ({ url, accept, signal }) =>
      new Promise((settle) => {
        const headers = { accept, 'accept-encoding': 'gzip, deflate, br', 'user-agent': userAgent };
        const asked = request(url, { agent, headers, signal });
        asked.on('error', (error) => settle(fail(codeOf(error))));
        asked.on('response', (message) => settle(answerOf(url, message)));
        asked.end();
      }),
  };
}

const systemResolver: NonNullable<NodeTransportOptions['resolve']> = (host, done) =>
  resolveName(host, { all: true, verbatim: true }, done);

/** One inner address among several is enough to refuse the name: the connection could pick any of them. */
function guardedLookup({
  resolve = systemResolver,
  refuses = isInnerAddress,
}: NodeTransportOptions): LookupFunction {
  return (host, { all }, done) =>
    resolve(host, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || first === undefined) return done(error ?? coded('ENOTFOUND'), '', 0);
      if (addresses.some(({ address }) => refuses(address))) return done(coded(INNER), '', 0);
      return all ? done(null, [...addresses]) : done(null, first.address, first.family);
    });
}

const coded = (code: string): NodeJS.ErrnoException => Object.assign(new Error(code), { code });

function codeOf(error: NodeJS.ErrnoException): ProblemCode {
  // If all of several addresses fail, the attempt fails with all their errors at once.
  const inner: NodeJS.ErrnoException | undefined = error instanceof AggregateError ? error.errors[0] : error;
  const code = inner?.code ?? '';
  return CODES.find(([pattern]) => pattern.test(code))?.[1] ?? 'network-failed';
}

const DECODERS: ReadonlyMap<string, () => Duplex> = new Map<string, () => Duplex>([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

function answerOf(url: string, message: IncomingMessage): Result<TransportAnswer> {
  const encoding = (message.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const decoder = DECODERS.get(encoding)?.();
  // Ends both when either ends. Whoever reads sees the error.
  if (decoder) pipeline(message, decoder, () => undefined);
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  return succeed({
    url,
    status: message.statusCode ?? 0,
    headers,
    // Node's types do not say that the chunks of such a stream are bytes.
    body: Readable.toWeb(decoder ?? message) as ReadableStream<Uint8Array>,
  });
}
