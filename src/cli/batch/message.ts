/** The messages between the command and the threads that check its records. Plain data. */
import type { NetAnswer, NetRequest } from '../../ports.ts';
import type { Result } from '../../result.ts';
import type { OutcomeCode } from '../exit-code.ts';

export interface BatchRecord {
  readonly n: number;
  readonly bytes: Uint8Array;
  /** It is longer than any record may be, and only its beginning is here. */
  readonly isTooLong: boolean;
}

/** The outcome of one record: a line of the output, and its part of the exit code. */
export interface Checked {
  readonly n: number;
  readonly line: string;
  readonly exit: OutcomeCode;
}

/** From the command to a thread. */
export type ToThread =
  | { readonly kind: 'record'; readonly record: BatchRecord }
  | { readonly kind: 'answer'; readonly id: number; readonly outcome: Result<NetAnswer> }
  | { readonly kind: 'ping' };

/** From a thread to the command. */
export type FromThread =
  | { readonly kind: 'checked'; readonly outcomes: readonly Checked[] }
  | { readonly kind: 'request'; readonly id: number; readonly request: NetRequest }
  /** The thread has started, or answers a ping: no record blocks it. */
  | { readonly kind: 'alive' };
