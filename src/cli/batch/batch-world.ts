import type { Timer } from '../../net/timer.ts';
import type { Instant } from '../../ports.ts';
import type { BatchOptions } from '../arguments.ts';
import type { BytesByPath } from '../bytes-by-path.ts';
import type { StartBatchThread } from './pool.ts';

/** What a thread has to know to judge as the command does. Plain data. */
export interface BatchJob {
  readonly options: BatchOptions;
  /** The moment as of which every record is judged. */
  readonly at: Instant;
  /** The files that the options name. */
  readonly read: BytesByPath;
  /** What each outcome says of the options, see `markOfOptions`. */
  readonly optionsMark: string;
}

/** Why no more outcomes can be written. `closed`: whoever read them wants no more. */
export type WriteTrouble = { readonly kind: 'closed' } | { readonly kind: 'failed'; readonly why: string };

/** Where outcomes are written. */
export interface Sink {
  /** Resolves when the text is written, or with why it could not be. */
  write(text: string): Promise<WriteTrouble | null>;
}

/** The lines to check, as bytes. */
export interface Input {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Bytes in all, where that is known. */
  readonly size: number | null;
  /** Waits for no more of it. */
  close(): void;
}

/** A file of outcomes to go on with. It may be empty. */
export interface OutcomeFile {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Writes from this byte on. What stood there is cut off. */
  appendFrom(byte: number): Sink;
}

/** The parts of the machine that a batch uses. */
export interface BatchWorld {
  /** A file or a pipe, or standard input for `-`; null where it cannot be read. */
  openInput(path: string): Input | null;
  /** Standard output. */
  readonly output: Sink;
  /** Makes the file where there is none. Null where it cannot be read and written. */
  openOutcomes(path: string): OutcomeFile | null;
  startThread(job: BatchJob): StartBatchThread;
  readonly timer: Timer;
  /** How many threads can run side by side. */
  readonly processors: number;
  /**
   * A place to show how far the batch is; null where there is no terminal, or where its outcomes go there.
   * @param isFile whether the outcomes go to a file
   */
  openProgress(isFile: boolean): Promise<Progress | null>;
}

export interface Progress {
  /**
   * Shows this in place of what was shown before.
   * @param share how much of the input was read, from 0 to 1; null where nobody knows how much will come
   */
  show(share: number | null, text: string): void;
  /** Takes the line away. */
  end(): void;
}
