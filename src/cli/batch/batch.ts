/** `touchstone verify --batch`: a record a line in, an outcome a line out, for any number of records. */
import type { Clock, Net } from '../../ports.ts';
import { type BatchOptions, WrongUsage } from '../arguments.ts';
import type { OutcomeCode } from '../exit-code.ts';
import type { World } from '../world.ts';
import { stoppedRecord } from './check-record.ts';
import { type Earlier, NOTHING_EARLIER, readEarlier } from './earlier.ts';
import { linesOf } from './lines.ts';
import { persistent } from './persistent-net.ts';
import { createPool } from './pool.ts';
import { createTally } from './tally.ts';

export interface BatchPorts {
  readonly world: World;
  /** The net that all threads share. */
  readonly net: Net;
  /** The moment as of which every record is judged. */
  readonly clock: Clock;
}

/**
 * Checks every line of the input once. No line is held longer than its check takes. The exit code covers all outcomes,
 * including those of a resumed run. Throws `WrongUsage` where input or output cannot be opened.
 */
export async function runBatch(
  options: BatchOptions,
  { world, net, clock }: BatchPorts,
): Promise<OutcomeCode> {
  const { input, resume, threads } = options.batch;
  const chunks = world.batch.stream(input);
  if (chunks === null) throw new WrongUsage(`--batch: cannot read ${input}`);
  const earlier = resume === null ? NOTHING_EARLIER : await earlierIn(resume, world);
  const sink = resume === null ? world.batch.output : world.batch.appendTo(resume, earlier.end);
  if (sink === null) throw new WrongUsage(`--resume: cannot write ${resume}`);
  const { processors, sizeOf, startThread } = world.batch;
  const progress = await world.batch.openProgress(resume !== null);
  const tally = createTally({ earlier, size: sizeOf(input), progress, clock: world.clock });
  let isWritable = true;
  const pool = createPool({
    start: startThread({ options, at: clock.now() }),
    threads: threads ?? processors,
    net: persistent(net, world.batch.timer),
    timer: world.batch.timer,
    stopped: (record) => stoppedRecord(record, clock),
    async onChecked({ line, exit }) {
      isWritable &&= await sink.write(line);
      tally.count(exit);
    },
  });
  for await (const { n, bytes, end } of linesOf(chunks)) {
    if (!isWritable) break;
    tally.reached(end);
    if (!earlier.has(n)) await pool.give({ n, bytes });
  }
  await pool.finish();
  progress?.end();
  await sink.end();
  if (!isWritable) throw new WrongUsage('--batch: the outcomes cannot be written');
  world.complain(`touchstone: ${tally.summary()}\n`);
  return tally.exit();
}

async function earlierIn(path: string, { batch }: World): Promise<Earlier> {
  const chunks = batch.stream(path);
  return chunks === null ? NOTHING_EARLIER : readEarlier(path, chunks);
}
