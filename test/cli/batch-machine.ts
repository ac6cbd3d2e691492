import type { BatchJob, BatchWorld, Sink } from '../../src/cli/batch/batch-world.ts';
import type { RecordPorts } from '../../src/cli/batch/check-record.ts';
import type { ToThread } from '../../src/cli/batch/message.ts';
import type { StartBatchThread } from '../../src/cli/batch/pool.ts';
import { batchThread } from '../../src/cli/batch/thread.ts';
import type { Clock, Net } from '../../src/ports.ts';

export interface BatchMachine {
  readonly files: Map<string, string | Uint8Array>;
  readonly input: string;
  readonly print: (text: string) => void;
  readonly startThread: BatchWorld['startThread'];
  /** In place of standard output. */
  readonly output?: Sink | undefined;
  /** Bytes of the input that come at once. */
  readonly chunk?: number;
}

/** A machine's side of a batch without files or threads of its own. */
export function batchMachine({
  files,
  input,
  print,
  startThread,
  output,
  chunk = 64,
}: BatchMachine): BatchWorld {
  const bytesOf = (path: string): Uint8Array | null => {
    const content = path === '-' ? input : files.get(path);
    if (content === undefined) return null;
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  };
  return {
    openInput(path) {
      const bytes = bytesOf(path);
      return bytes && { chunks: pieces(bytes, chunk), size: bytes.length, close: () => undefined };
    },
    output: output ?? {
      write: async (text) => {
        print(text);
        return null;
      },
    },
    openOutcomes(path) {
      if (path.startsWith('/nowhere/')) return null;
      const bytes = bytesOf(path) ?? new Uint8Array();
      return {
        chunks: pieces(bytes, chunk),
        appendFrom(from) {
          let text = new TextDecoder().decode(bytes.subarray(0, from));
          files.set(path, text);
          return {
            write: async (more) => {
              text += more;
              files.set(path, text);
              return null;
            },
          };
        },
      };
    },
    startThread,
    timer: { after: () => () => undefined },
    processors: 2,
    openProgress: async () => null,
  };
}

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

/** Threads in this very process: messages come one turn later, as they would. */
export const inProcessThreads =
  (clock: Clock, portsOver: (job: BatchJob, net: Net) => RecordPorts) =>
  (job: BatchJob): StartBatchThread =>
  ({ onMessage }) => {
    const take = batchThread({
      later: setImmediate,
      clock,
      portsOver: (net) => portsOver(job, net),
      send: (message) => queueMicrotask(() => onMessage(message)),
    });
    return { send: (message: ToThread) => queueMicrotask(() => take(message)), end: () => undefined };
  };

/** For machines that run no batch. */
export const NO_BATCH: BatchWorld = batchMachine({
  files: new Map(),
  input: '',
  print: () => undefined,
  startThread: () => {
    throw new Error('no batch here');
  },
});
