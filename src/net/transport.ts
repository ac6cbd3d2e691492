import type { Result } from '../result.ts';

export interface TransportRequest {
  /** Already checked; https, without fragment. */
  readonly url: string;
  readonly accept: string;
  /** Fires when nobody waits any more: time is up. */
  readonly signal: AbortSignal;
}

export interface TransportAnswer {
  /** The address that answered: the one asked for where hops are visible, the last of the chain where they are hidden. */
  readonly url: string;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  /** null for an answer without a body. The guard reads it, up to its cap, and cancels the rest. */
  readonly body: ReadableStream<Uint8Array> | null;
}

/**
 * One bare request. Every transport keeps these promises: method GET, no cookies and no other credentials, no
 * referrer, no cache that belongs to somebody else's requests, no retry.
 * Trouble is a value: `timeout`, `dns-failed`, `tls-failed`, `connection-refused`, `private-host` (a name that
 * resolves to an inner address) where the transport can tell them apart, else `network-failed`.
 */
export interface Transport {
  /** `visible`: a redirect comes back as its 3xx answer, and the guard follows. `hidden`: the platform has followed. */
  readonly hops: 'visible' | 'hidden';
  get(request: TransportRequest): Promise<Result<TransportAnswer>>;
}
