import type { Timer } from '../../net/timer.ts';
import type { Instant } from '../../ports.ts';
import type { BatchOptions } from '../arguments.ts';
import type { StartBatchThread } from './pool.ts';

/** What a thread has to know to judge as the command does. Plain data. */
export interface BatchJob {
  readonly options: BatchOptions;
  /** The moment as of which every record is judged. */
  readonly at: Instant;
}

/** Where outcomes are written. */
export interface Sink {
  /** Resolves when the text is written; false where it could not be. */
  write(text: string): Promise<boolean>;
  end(): Promise<void>;
}

/** The parts of the machine that a batch uses. */
export interface BatchWorld {
  /** The bytes of a file, or of standard input for `-`, as they come; null where it cannot be read. */
  stream(path: string): AsyncIterable<Uint8Array> | null;
  /** Bytes of a file, where it has a size. */
  sizeOf(path: string): number | null;
  /** Standard output. */
  readonly output: Sink;
  /** Appends to a file from this byte on. What stood there is cut off. Null where it cannot be written. */
  appendTo(path: string, from: number): Sink | null;
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
  /** Shows this line in place of the one before. */
  show(line: string): void;
  /** Takes the line away. */
  end(): void;
}
