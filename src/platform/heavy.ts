import { killable, type StartThread } from '../heavy/killable.ts';
import type { Heavy } from '../ports.ts';
import { startOffscreen } from './offscreen.ts';
import type { BrowserTasks } from './tasks.ts';
import { startWorker } from './worker.ts';

/** Kept for the next row of the page, not for the next page. */
const IDLE_MS = 10_000;

/** A thread that is talked to over a port. `open` hands over its end of it, and returns what ends the thread. */
const threadOver =
  (open: (port: MessagePort, onDeath: () => void) => () => void): StartThread =>
  ({ onAnswer, onDeath }) => {
    const { port1: mine, port2: its } = new MessageChannel();
    const end = open(its, onDeath);
    mine.onmessage = ({ data }) => onAnswer(data);
    return {
      send: (job) => mine.postMessage(job),
      end() {
        mine.close();
        end();
      },
    };
  };

const workerThread = threadOver((port, onDeath) => {
  const worker = startWorker(port);
  worker.onerror = onDeath;
  return () => worker.terminate();
});

const offscreenThread = threadOver((port, onDeath) => {
  const opened = startOffscreen(port);
  opened.catch(onDeath);
  return () => void opened.then((close) => close()).catch(() => undefined);
});

/**
 * The thread for work that may have to be stopped. Firefox's event page starts a worker itself. Chrome's service worker
 * cannot, so an offscreen document starts it.
 */
export const createHeavy = (): Heavy<BrowserTasks> =>
  killable<BrowserTasks>(typeof Worker === 'undefined' ? offscreenThread : workerThread, { idle: IDLE_MS });
