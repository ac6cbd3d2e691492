import { parentPort, Worker } from 'node:worker_threads';
import { answerJob, type Job } from '../heavy/job.ts';
import type { StartThread } from '../heavy/killable.ts';
import type { Tasks } from '../ports.ts';

/** Twenty times what the largest documents need. Node ends a thread that wants more. */
const MAX_MEGABYTES = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 } as const;

/** A thread that runs this file. It never keeps the command from ending. */
export const nodeThread =
  (file: URL): StartThread =>
  ({ onAnswer, onDeath }) => {
    const worker = new Worker(file, { resourceLimits: MAX_MEGABYTES, stdin: false });
    worker.on('message', onAnswer);
    worker.on('error', onDeath);
    worker.on('exit', onDeath);
    // This comes last: listening for messages keeps the program alive again.
    worker.unref();
    return { send: (job) => worker.postMessage(job), end: () => void worker.terminate() };
  };

/** The thread's own end: it answers jobs, one after the other. */
export function answerJobs(tasks: Tasks): void {
  parentPort?.on('message', async (job: Job) => parentPort?.postMessage(await answerJob(tasks, job)));
}
