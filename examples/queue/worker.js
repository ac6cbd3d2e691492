/** One worker: `node worker.js`. Start as many as you like, on as many machines as reach the Redis. */
import { DelayedError, Worker } from 'bullmq';
import { createVerifier } from 'touchstone';
import { placeFor } from './host-limit.js';
import { giveUp, keepResult, openQueue, QUEUE, RESULTS, TRIES } from './records.js';
import { connect } from './redis.js';

const { REDIS_HOST, REDIS_PORT = 6379, PER_HOST = 20, PER_MS = 1_000, WORLD } = process.env;
const redis = connect(REDIS_PORT, REDIS_HOST);
const limit = { most: Number(PER_HOST), perMs: Number(PER_MS) };
/** A test has a web of its own; everybody else asks the real one. */
const web = WORLD ? { transport: (await import('./made-up-web.js')).transportTo(WORLD) } : {};
// Whoever tries again wants to ask again, and not to be told what was the matter last time.
const verifier = createVerifier({ ...web, limits: { rememberTroubleMs: 0 } });

const worker = new Worker(QUEUE, check, {
  connection: redis,
  concurrency: 8,
  // A worker that has died is noticed after so long, and its records go to another one.
  lockDuration: 3_000,
  stalledInterval: 1_000,
  // A record that ends one worker after the other is given up in the end.
  maxStalledCount: 3,
});

async function check(job, token) {
  const { n, input } = job.data;
  // The file was added twice, or its worker died before it could say that the record is done.
  if (await redis.hexists(RESULTS, String(n))) return;
  const host = hostOf(input);
  const wait = host === null ? 0 : await placeFor(redis, host, limit);
  if (wait > 0) {
    // Back into the queue until its host has a place again; that is no try.
    await job.moveToDelayed(Date.now() + wait, token);
    throw new DelayedError();
  }
  const { items } = await verifier.verify(input);
  const isLastTry = job.attemptsMade + 1 >= TRIES;
  // Thrown, so that the queue tries again, each time later than before.
  if (!isLastTry && items.some(({ status }) => status === 'unreachable')) throw new Error('unreachable');
  await keepResult(redis, n, { items });
}

// A bug of ours, or a record that takes its workers with it.
worker.on('failed', (job) => void giveUp(redis, job));
// Those that a worker gave up before it died itself.
for (const job of await openQueue(redis).getFailed()) await giveUp(redis, job);
process.once('SIGTERM', () => void worker.close().then(() => redis.quit()));

const hostOf = (input) => (/^https?:\/\//i.test(input) && URL.canParse(input) ? new URL(input).host : null);
