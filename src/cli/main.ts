import process from 'node:process';
import { isMainThread } from 'node:worker_threads';
import { version } from '../../package.json' with { type: 'json' };
import { killable } from '../heavy/killable.ts';
import { answerJobs, nodeThread } from './node-thread.ts';
import { nodeWorld } from './node-world.ts';
import { CLI_TASKS } from './tasks.ts';
import { touchstone } from './touchstone.ts';

// One file is both: the command, and the thread that it starts for what may have to be stopped.
if (isMainThread) {
  // A reader that closes the pipe early (`| head`) is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 70));
  const heavy = killable<typeof CLI_TASKS>(nodeThread(new URL(import.meta.url)));
  process.exitCode = await touchstone(process.argv.slice(2), nodeWorld(version, heavy), version);
} else answerJobs(CLI_TASKS);
