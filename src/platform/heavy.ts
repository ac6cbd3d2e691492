import { killable, type StartThread } from '../heavy/killable.ts';
import type { Heavy } from '../ports.ts';
import { startOffscreen } from './offscreen.ts';
import type { BrowserTasks } from './tasks.ts';
import { startWorker } from './worker.ts';

/** Kept for the next row of the page, not for the next page. */
const IDLE_MS = 10_000;

/**
 * The thread for work that may have to be stopped. Firefox's event page starts a worker itself. Chrome's service worker
 * cannot, so an offscreen document starts it.
 */
export const createHeavy = (): Heavy<BrowserTasks> =>
  killable<BrowserTasks>(typeof Worker === 'undefined' ? offscreenThread : workerThread, { idle: IDLE_MS });

const workerThread: StartThread = ({ onAnswer, onDeath }) => {
  const { port1: mine, port2: its } = new MessageChannel();
  const worker = startWorker(its);
  worker.onerror = onDeath;
  mine.onmessage = ({ data }) => onAnswer(data);
  return {
    send: (job) => mine.postMessage(job),
    end() {
      mine.close();
      worker.terminate();
    },
  };
};

const offscreenThread: StartThread = ({ onAnswer, onDeath }) => {
  const { port1: mine, port2: its } = new MessageChannel();
  const opened = startOffscreen(its);
  opened.catch(onDeath);
  mine.onmessage = ({ data }) => onAnswer(data);
  return {
    send: (job) => mine.postMessage(job),
    end() {
      mine.close();
      void opened.then((close) => close()).catch(() => undefined);
    },
  };
};
