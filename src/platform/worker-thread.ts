/** The thread's own end. Its first message brings the port at which it answers jobs. */
import { answerJob } from '../heavy/job.ts';
import { BROWSER_TASKS } from './tasks.ts';

addEventListener(
  'message',
  ({ ports: [port] }: MessageEvent) => {
    if (port) port.onmessage = async ({ data }) => port.postMessage(await answerJob(BROWSER_TASKS, data));
  },
  { once: true },
);
