/** The file that `--resume` names. */
import { createReadStream, fstat, fstatSync, ftruncateSync, openSync, write } from 'node:fs';
import { promisify } from 'node:util';
import type { OutcomeFile, Sink, WriteTrouble } from './batch-world.ts';

/** Opens the file, or makes it. Null where it cannot be read and written, or is no file. */
export function openOutcomes(path: string): OutcomeFile | null {
  try {
    const fd = openSync(path, 'a+');
    if (!fstatSync(fd).isFile()) return null;
    return {
      chunks: createReadStream(path, { fd, start: 0, autoClose: false, highWaterMark: 256 * 1024 }),
      appendFrom(byte) {
        ftruncateSync(fd, byte);
        return endOf({ fd, path, size: byte });
      },
    };
  } catch {
    return null;
  }
}

interface End {
  readonly fd: number;
  readonly path: string;
  /** Bytes that it has now. */
  readonly size: number;
}

/**
 * Writes whole lines at the end, those that wait together at once. Where the file has another size than it was left
 * with, somebody else writes to it, too. Two runs that go on would leave two outcomes of one record.
 */
function endOf({ fd, path, size }: End): Sink {
  const waiting: { readonly text: string; readonly settle: (trouble: WriteTrouble | null) => void }[] = [];
  let [expected, isWriting] = [size, false];
  const append = async (text: string): Promise<WriteTrouble | null> => {
    try {
      if ((await statOf(fd)).size !== expected)
        return { kind: 'failed', why: `${path} was changed by another run, so this one has stopped` };
      const bytes = Buffer.from(text);
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await writeTo(fd, bytes, done, bytes.length - done, null);
        done += bytesWritten;
        expected += bytesWritten;
      }
      return null;
    } catch (error) {
      return troubleOf(error);
    }
  };
  const drain = async (): Promise<void> => {
    isWriting = true;
    while (waiting.length > 0) {
      const now = waiting.splice(0);
      const trouble = await append(now.map(({ text }) => text).join(''));
      for (const { settle } of now) settle(trouble);
    }
    isWriting = false;
  };
  return {
    write: (text) =>
      new Promise((settle) => {
        waiting.push({ text, settle });
        if (!isWriting) void drain();
      }),
  };
}

/** Node gives a reader that has gone the code `EPIPE`. */
export function troubleOf(error: unknown): WriteTrouble {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EPIPE') return { kind: 'closed' };
  return { kind: 'failed', why: `the outcomes cannot be written: ${message}` };
}

const statOf = promisify(fstat);
const writeTo = promisify(write);
