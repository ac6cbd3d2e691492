import process from 'node:process';
import { isMainThread, workerData } from 'node:worker_threads';
import { version } from '../../package.json' with { type: 'json' };
import { killable } from '../heavy/killable.ts';
import { computeNatively } from '../node/native-crypto.ts';
import { answerJobs, nodeThread } from '../node/node-thread.ts';
import type { NodeTasks } from '../node/tasks.ts';
import { isBatchJob, runBatchThread } from './batch/node-batch.ts';
import { nodeWorld } from './node-world.ts';

computeNatively();
// One entry for all three: the command, a thread of a batch, and the thread for work that may have to be stopped.
const file = new URL(import.meta.url);
const world = () => nodeWorld({ version, file, heavy: killable<NodeTasks>(nodeThread(file)) });
if (isMainThread) {
  // A program that closes the pipe early (`| head`) is no error of ours, and changes nothing about the exit code.
  process.stderr.on('error', () => undefined);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(`touchstone: the output cannot be written: ${error.message}\n`);
    process.exit(70);
  });
  const { touchstone } = await import('./touchstone.ts');
  process.exitCode = await touchstone(process.argv.slice(2), world(), version);
} else if (isBatchJob(workerData)) runBatchThread(workerData, world());
else {
  const { NODE_TASKS } = await import('../node/tasks.ts');
  answerJobs(NODE_TASKS);
}
