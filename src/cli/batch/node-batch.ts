/** The machine's side of a batch: its files and its threads. */
import { createReadStream, fstatSync, openSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import type { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { parentPort, Worker } from 'node:worker_threads';
import { timer } from '../../net/timer.ts';
import { havingRead } from '../having-read.ts';
import { portsFor } from '../ports.ts';
import type { World } from '../world.ts';
import type { BatchJob, BatchWorld, Input } from './batch-world.ts';
import type { FromThread, ToThread } from './message.ts';
import { openOutcomes, troubleOf } from './outcome-file.ts';
import { recordFiles } from './record-file.ts';
import { batchThread } from './thread.ts';

/** The most memory of a thread. Its caches are bounded far below. */
const MAX_MEGABYTES = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 64 } as const;

/**
 * Each thread compiles the program for itself, and no function of it is hot enough to gain by having others copied into
 * it. With few copies, the compiler takes a third less time, and the program none more. What a thread runs, it runs for
 * every record, so it is compiled sooner than V8 would. Both hold for what is compiled from then on.
 */
const COMPILING = ['--max-inlined-bytecode-size-cumulative=100', '--interrupt-budget=10000'] as const;

export function nodeBatch(file: URL): BatchWorld {
  return {
    openInput: (path) => (path === '-' ? { ...inputOf(process.stdin), size: null } : fileInput(path)),
    output: {
      write: (text) =>
        new Promise((settle) =>
          process.stdout.write(text, (error) => settle(error ? troubleOf(error) : null)),
        ),
    },
    openOutcomes,
    startThread: (job) => {
      for (const flag of COMPILING) setFlagsFromString(flag);
      return ({ onMessage, onDeath }) => {
        const worker = new Worker(file, { workerData: job, resourceLimits: MAX_MEGABYTES, stdin: false });
        worker.on('message', onMessage);
        worker.on('error', onDeath);
        worker.on('exit', onDeath);
        return { send: (message) => worker.postMessage(message), end: () => void worker.terminate() };
      };
    },
    timer,
    processors: availableParallelism(),
    async openProgress(isFile) {
      const canDraw = process.stderr.isTTY && process.env.TERM !== 'dumb';
      if (!canDraw || (process.stdout.isTTY && !isFile)) return null;
      const { progressOn } = await import('./progress.ts');
      return progressOn(process.stderr);
    },
  };
}

const inputOf = (stream: Readable): Pick<Input, 'chunks' | 'close'> => ({
  chunks: stream,
  close: () => void stream.destroy(),
});

function fileInput(path: string): Input | null {
  try {
    const fd = openSync(path, 'r');
    const stat = fstatSync(fd);
    if (stat.isDirectory()) return null;
    const stream = createReadStream(path, { fd, highWaterMark: 256 * 1024 });
    return { ...inputOf(stream), size: stat.isFile() ? stat.size : null };
  } catch {
    return null;
  }
}

/** Whether a thread was started for a batch. */
export const isBatchJob = (data: unknown): data is BatchJob =>
  typeof data === 'object' && data !== null && 'options' in data && 'at' in data;

/** The inside of a thread that `startThread` has started. */
export function runBatchThread({ options, at, read, optionsMark }: BatchJob, machine: World): void {
  const world = havingRead(machine, read);
  const take = batchThread({
    clock: world.clock,
    portsOver: (net) => ({
      verify: portsFor(options, world, { at, open: net }).verify,
      readFile: recordFiles(world),
      optionsMark,
    }),
    send: (message: FromThread) => parentPort?.postMessage(message),
    later: setImmediate,
  });
  parentPort?.on('message', (message: ToThread) => take(message));
}
