/** `touchstone verify --batch`: a record a line in, an outcome a line out, for any number of records. */
import type { Clock, Net } from '../../ports.ts';
import { type BatchOptions, Unwritable, WrongUsage } from '../arguments.ts';
import type { BytesByPath } from '../bytes-by-path.ts';
import { type OutcomeCode, worstOf } from '../exit-code.ts';
import type { World } from '../world.ts';
import type { Sink, WriteTrouble } from './batch-world.ts';
import { stoppedRecord } from './check-record.ts';
import { type Earlier, NOTHING_EARLIER, readEarlier } from './earlier.ts';
import { digestOf } from './known-line.ts';
import { linesOf } from './lines.ts';
import { markOfOptions } from './options-mark.ts';
import { persistent } from './persistent-net.ts';
import { createPool } from './pool.ts';
import { createTally, type Tally } from './tally.ts';

export interface BatchPorts {
  readonly world: World;
  /** The net that all threads share. */
  readonly net: Net;
  /** The moment as of which every record is judged. */
  readonly clock: Clock;
  /** The files that the options name. */
  readonly read: BytesByPath;
}

/**
 * Checks every line of the input once. No line is held longer than its check takes. The exit code covers all outcomes,
 * including those of a resumed run. Throws `WrongUsage` where input or output cannot be opened, or belong to different
 * runs, and `Unwritable`.
 */
export async function runBatch(
  options: BatchOptions,
  { world, net, clock, read }: BatchPorts,
): Promise<OutcomeCode> {
  const { threads, resume } = options.batch;
  const { openProgress, processors, startThread, timer } = world.batch;
  const input = world.batch.openInput(options.batch.input);
  if (input === null) throw new WrongUsage(`--batch: cannot read ${options.batch.input}`);
  const optionsMark = markOfOptions(options, read);
  const { earlier, sink } = await outputOf(options, optionsMark, world);
  const progress = await openProgress(resume !== null);
  const tally = createTally({ earlier, size: input.size, progress, clock: world.clock });
  let [trouble, known]: [WriteTrouble | null, number] = [null, 0];
  const pool = createPool({
    start: startThread({ options, at: clock.now(), read, optionsMark }),
    threads: threads ?? processors,
    net: persistent(net, timer),
    timer,
    stopped: (record) => stoppedRecord(record, { clock, optionsMark }),
    async onChecked({ line, exit }) {
      const unwritten = await sink.write(line);
      if (unwritten === null) return tally.count(exit);
      trouble ??= unwritten;
      input.close();
      pool.end();
    },
  });
  try {
    for await (const line of linesOf(input.chunks)) {
      if (line.n === 1 && isUtf16(line.bytes))
        throw new WrongUsage('--batch: the input is UTF-16; it has to be UTF-8');
      tally.reached(line.end);
      const outcome = earlier.outcomeOf(line.n, () => digestOf(line));
      if (outcome === 'other')
        throw new WrongUsage(
          `--resume: line ${line.n} of the input is not the one that ${resume} has an outcome for: that is another input`,
        );
      if (outcome === 'none') await pool.give(line);
      else known += 1;
    }
    await pool.finish();
    if (trouble === null && known < earlier.count)
      throw new WrongUsage(
        `--resume: ${resume} has outcomes for more lines than the input has: that is another input`,
      );
  } catch (error) {
    // An input that was closed while somebody waits for it ends with an error.
    if (trouble === null) throw error;
  } finally {
    pool.end();
    progress?.end();
  }
  return conclude(trouble, { tally, world });
}

/** By its byte order mark. Windows PowerShell writes one where its output goes to a file. */
const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

/** Where the outcomes go, and what is there already. */
async function outputOf(
  { batch: { resume } }: BatchOptions,
  optionsMark: string,
  { batch }: World,
): Promise<Output> {
  if (resume === null) return { earlier: NOTHING_EARLIER, sink: batch.output };
  const file = batch.openOutcomes(resume);
  if (file === null) throw new WrongUsage(`--resume: cannot read and write ${resume}`);
  const earlier = await readEarlier(file.chunks, { path: resume, optionsMark });
  return { earlier, sink: file.appendFrom(earlier.end) };
}

interface Output {
  readonly earlier: Earlier;
  readonly sink: Sink;
}

function conclude(
  trouble: WriteTrouble | null,
  { tally, world }: { readonly tally: Tally; readonly world: World },
): OutcomeCode {
  // Nobody reads on, so nobody is told; but a run that was broken off is no success.
  if (trouble?.kind === 'closed') return worstOf([tally.exit(), 2]);
  world.complain(`touchstone: ${tally.summary()}\n`);
  if (trouble === null) return tally.exit();
  throw new Unwritable(trouble.why);
}
