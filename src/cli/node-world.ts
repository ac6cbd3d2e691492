import { accessSync, constants, readFileSync, statSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { createNodeTransport } from '../node/node-transport.ts';
import { nodeBatch } from './batch/node-batch.ts';
import type { World } from './world.ts';

export interface NodeWorldOptions {
  readonly version: string;
  /** The script that its threads run. */
  readonly file: URL;
  readonly heavy: World['heavy'];
}

/** The machine that the command runs on. */
export function nodeWorld({ version, file, heavy }: NodeWorldOptions): World {
  const { stdout, stderr, stdin, env } = process;
  return {
    readFile: (path) => attempt(() => new Uint8Array(readFileSync(path))) ?? null,
    sizeOf: (path) =>
      attempt(() => {
        accessSync(path, constants.R_OK);
        const stat = statSync(path);
        return stat.isFile() ? stat.size : null;
      }) ?? null,
    writeFile: (path, text) =>
      attempt(() => {
        writeFileSync(path, text);
        return true;
      }) ?? false,
    async readInput() {
      const chunks: Buffer[] = [];
      for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
      return new Uint8Array(Buffer.concat(chunks));
    },
    print: (text) => void stdout.write(text),
    complain: (text) => void stderr.write(text),
    clock: { now: () => Date.now() },
    heavy,
    transport: createNodeTransport({ userAgent: `touchstone/${version}` }),
    batch: nodeBatch(file),
    terminal: {
      // no-color.org: present and not empty, whatever its value
      colours: stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb',
      columns: stdout.columns ?? 100,
    },
  };
}

/** The result of a file system call; undefined where it fails. The caller names the file. */
function attempt<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch {
    return undefined;
  }
}
