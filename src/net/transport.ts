import type { Result } from '../result.ts';

export interface TransportRequest {
  /** Already checked: https, without a fragment. */
  readonly url: string;
  readonly accept: string;
  /** Fires when the time is up and nobody waits any more. */
  readonly signal: AbortSignal;
}

export interface TransportAnswer {
  /** The address that answered. It is the requested one where hops are visible, or else the last of the chain. */
  readonly url: string;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  /** null for an answer without a body. The guard reads it up to its limit, and cancels the rest. */
  readonly body: ReadableStream<Uint8Array> | null;
}

/**
 * One bare request. Every transport keeps these promises: method GET, no cookies or other credentials, no referrer, no
 * cache that other requests share, no retry.
 * Failures are values: `timeout`, `dns-failed`, `tls-failed`, `connection-refused`, `private-host` (a name that
 * resolves to an inner address) where the transport can tell them apart, or else `network-failed`.
 */
export interface Transport {
  /**
   * `visible`: a redirect comes back as its 3xx answer, and the guard follows it. `hidden`: the platform has followed
   * it.
   */
  readonly hops: 'visible' | 'hidden';
  get(request: TransportRequest): Promise<Result<TransportAnswer>>;
}
