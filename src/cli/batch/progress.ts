import type { WriteStream } from 'node:tty';
import { createLogUpdate } from 'log-update';
import { atMost } from '../terminal.ts';
import type { Progress } from './batch-world.ts';

const [MAX_CELLS, MIN_CELLS] = [20, 5];
/** A bar that is full where all is read. */
const bar = (share: number, cells: number): string => {
  const full = Math.floor(share * cells);
  return '█'.repeat(full) + '░'.repeat(cells - full);
};

/** The progress in one line of so many columns. Where there is no room for all, the bar gives way first. */
export function progressLine(share: number | null, text: string, columns: number): string {
  if (share === null) return atMost(text, columns);
  const line = `${Math.floor(100 * share)} %  ${text}`;
  const cells = Math.min(MAX_CELLS, columns - line.length - 1);
  return cells < MIN_CELLS ? atMost(line, columns) : `${bar(share, cells)} ${line}`;
}

/** A line at the bottom of a terminal, which is drawn anew in its place. */
export function progressOn(terminal: WriteStream): Progress {
  // A terminal may say that it has no columns: it does not know.
  const screen = {
    isTTY: true,
    write: (text: string) => terminal.write(text),
    get columns() {
      return terminal.columns || 80;
    },
    get rows() {
      return terminal.rows || 24;
    },
  };
  // Only what is asked for here is used of the stream.
  const draw = createLogUpdate(screen as unknown as NodeJS.WritableStream, { showCursor: true });
  return {
    show: (share, text) => draw(progressLine(share, text, screen.columns)),
    end() {
      draw.clear();
      draw.done();
    },
  };
}
