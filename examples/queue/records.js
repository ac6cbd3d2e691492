/** The queue of records: what goes in, how often a record is tried, and where its one result goes. */
import { Queue } from 'bullmq';

export const QUEUE = 'records';
/** A hash: the number of a record → its result. */
export const RESULTS = 'results';
/** An answer that does not come now may come later. */
export const TRIES = 5;

export const openQueue = (connection) => new Queue(QUEUE, { connection });

/** Adds records, `{n, input}` each. The number is the job's id: a record that waits already is not added again. */
export const addRecords = (queue, records) =>
  queue.addBulk(
    records.map(({ n, input }) => ({
      name: 'record',
      data: { n, input },
      opts: {
        jobId: `n${n}`,
        attempts: TRIES,
        backoff: { type: 'exponential', delay: Number(process.env.BACKOFF_MS ?? 5_000) },
        removeOnComplete: true,
        // A record that was given up stays until its result is kept: see `giveUp`.
        removeOnFail: false,
      },
    })),
  );

/** The first result of a record stays: a record that was checked twice, because its worker died, still has one. */
export const keepResult = (redis, n, result) =>
  redis.hsetnx(RESULTS, String(n), JSON.stringify({ n, ...result }));

/** Nothing was found out about it. An empty list would be taken for "nothing bad". */
const STOPPED = { items: [{ status: 'not-checked', standing: 'inconclusive', reason: 'work-stopped' }] };

/** A record that was tried for the last time has a result, too, which accuses nobody. */
export async function giveUp(redis, job) {
  if (!job || !(await job.isFailed())) return;
  await keepResult(redis, job.data.n, STOPPED);
  await job.remove();
}
