import type { Sink } from '../../src/cli/batch/batch-world.ts';
import { recordFiles } from '../../src/cli/batch/record-file.ts';
import { havingRead } from '../../src/cli/having-read.ts';
import { portsFor } from '../../src/cli/ports.ts';
import { type ExitCode, touchstone } from '../../src/cli/touchstone.ts';
import type { World } from '../../src/cli/world.ts';
import { inProcess } from '../../src/heavy/in-process.ts';
import type { Transport } from '../../src/net/transport.ts';
import { NODE_TASKS } from '../../src/node/tasks.ts';
import { fail } from '../../src/result.ts';
import { batchMachine, inProcessThreads } from './batch-machine.ts';

export const NOW = '2026-11-23T00:00:00.000Z';

export interface Machine {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Paths that give their bytes once. */
  readonly pipes?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly transport?: Transport;
  readonly terminal?: World['terminal'];
  readonly onRead?: (path: string) => void;
  /** Where a batch writes, in place of standard output. */
  readonly output?: Sink;
}
export interface Told {
  readonly exit: ExitCode;
  readonly out: string;
  readonly err: string;
  readonly written: Readonly<Record<string, string>>;
}

/** The list for `--documents` at `list`, with a file for each document. */
export const closedFiles = (
  list: string,
  documents: Readonly<Record<string, unknown>>,
): Record<string, string> => {
  const listed = Object.entries(documents).map(([url, document], at) => ({
    url,
    document,
    file: `/w/${at}.json`,
  }));
  return {
    [list]: JSON.stringify(Object.fromEntries(listed.map(({ url, file }) => [url, { file }]))),
    ...Object.fromEntries(listed.map(({ document, file }) => [file, JSON.stringify(document)])),
  };
};

/** Runs the command on a machine that has only these files, and no network unless one is given. */
export async function run(argv: readonly string[], machine: Machine = {}): Promise<Told> {
  const files = new Map(Object.entries(machine.files ?? {}));
  const pipes = new Map(Object.entries(machine.pipes ?? {}));
  const written: Record<string, string> = {};
  let [out, err] = ['', ''];
  const bytes = (content: string | Uint8Array): Uint8Array =>
    typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const world: World = {
    readFile: (path) => {
      const content = files.get(path) ?? pipes.get(path);
      if (pipes.has(path)) pipes.set(path, '');
      machine.onRead?.(path);
      return content === undefined ? null : bytes(content);
    },
    sizeOf: (path) => {
      const content = files.get(path);
      return content === undefined ? null : content.length;
    },
    writeFile: (path, text) => {
      if (path.startsWith('/nowhere/')) return false;
      written[path] = text;
      return true;
    },
    readInput: async () => bytes(machine.input ?? ''),
    print: (text) => {
      out += text;
    },
    complain: (text) => {
      err += text;
    },
    clock: { now: () => Date.parse(NOW) },
    heavy: inProcess(NODE_TASKS),
    transport: machine.transport ?? { hops: 'visible', get: async () => fail('network-failed') },
    batch: batchMachine({
      files,
      input: machine.input ?? '',
      print: (text) => world.print(text),
      output: machine.output,
      startThread: inProcessThreads(
        { now: () => Date.parse(NOW) },
        ({ options, at, read, optionsMark }, open) => ({
          verify: portsFor(options, havingRead(world, read), { at, open }).verify,
          readFile: recordFiles(world),
          optionsMark,
        }),
      ),
    }),
    terminal: machine.terminal ?? { colours: false, columns: 100 },
  };
  const exit = await touchstone(argv, world, '1.2.3');
  for (const [path, content] of files) if (content !== machine.files?.[path]) written[path] = String(content);
  return { exit, out, err, written };
}
