/** The machine's side of a batch: its files and its threads. */
import { createReadStream, createWriteStream, existsSync, statSync, truncateSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import type { Writable } from 'node:stream';
import { parentPort, Worker } from 'node:worker_threads';
import { timer } from '../../net/timer.ts';
import { portsFor } from '../ports.ts';
import type { World } from '../world.ts';
import type { BatchJob, BatchWorld, Sink } from './batch-world.ts';
import type { FromThread, ToThread } from './message.ts';
import { batchThread } from './thread.ts';

/** The most memory of a thread. Its caches are bounded far below. */
const MAX_MEGABYTES = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 64 } as const;

export function nodeBatch(file: URL): BatchWorld {
  return {
    stream: (path) => {
      if (path === '-') return process.stdin;
      return isFile(path) ? createReadStream(path, { highWaterMark: 256 * 1024 }) : null;
    },
    sizeOf: (path) => (path !== '-' && isFile(path) ? statSync(path).size : null),
    output: sinkOf(process.stdout, false),
    appendTo: (path, from) => {
      try {
        if (existsSync(path)) truncateSync(path, from);
        return sinkOf(createWriteStream(path, { flags: 'a' }), true);
      } catch {
        return null;
      }
    },
    startThread:
      (job) =>
      ({ onMessage, onDeath }) => {
        const worker = new Worker(file, { workerData: job, resourceLimits: MAX_MEGABYTES, stdin: false });
        worker.on('message', onMessage);
        worker.on('error', onDeath);
        worker.on('exit', onDeath);
        return { send: (message) => worker.postMessage(message), end: () => void worker.terminate() };
      },
    timer,
    processors: availableParallelism(),
    async openProgress(isFile) {
      if (!process.stderr.isTTY || (process.stdout.isTTY && !isFile)) return null;
      const { progressOn } = await import('./progress.ts');
      return progressOn(process.stderr);
    },
  };
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function sinkOf(stream: Writable, isOurs: boolean): Sink {
  // Each write reports its own failure.
  if (isOurs) stream.on('error', () => undefined);
  return {
    write: (text) => new Promise((settle) => stream.write(text, (error) => settle(!error))),
    end: () => new Promise((settle) => (isOurs ? stream.end(() => settle()) : settle())),
  };
}

/** Whether a thread was started for a batch. */
export const isBatchJob = (data: unknown): data is BatchJob =>
  typeof data === 'object' && data !== null && 'options' in data && 'at' in data;

/** The inside of a thread that `startThread` has started. */
export function runBatchThread({ options, at }: BatchJob, world: World): void {
  const take = batchThread({
    clock: world.clock,
    portsOver: (net) => ({
      verify: portsFor(options, world, { at, open: net }).verify,
      // A line that somebody else wrote may name a device or a pipe, which never ends.
      readFile: (path) => (world.isFile(path) ? world.readFile(path) : null),
    }),
    send: (message: FromThread) => parentPort?.postMessage(message),
    later: setImmediate,
  });
  parentPort?.on('message', (message: ToThread) => take(message));
}
