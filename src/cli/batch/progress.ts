import { createLogUpdate } from 'log-update';
import type { Progress } from './batch-world.ts';

/** A line at the bottom of a terminal, which is drawn anew in its place. */
export function progressOn(terminal: NodeJS.WritableStream): Progress {
  const draw = createLogUpdate(terminal, { showCursor: true });
  return {
    show: draw,
    end() {
      draw.clear();
      draw.done();
    },
  };
}
