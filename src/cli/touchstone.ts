import type { Examination } from '../report/examination.ts';
import { toJsonText } from '../report/json.ts';
import {
  type BatchOptions,
  isWebAddress,
  type Options,
  readArguments,
  Unwritable,
  WrongUsage,
} from './arguments.ts';
import { runBatch } from './batch/batch.ts';
import type { BytesByPath } from './bytes-by-path.ts';
import { examine, together } from './examine.ts';
import { exitCodeOf, worstOf } from './exit-code.ts';
import { havingRead } from './having-read.ts';
import { portsFor } from './ports.ts';
import { tellReceipt } from './receipt.ts';
import { toTable } from './table.ts';
import { HELP, USAGE_LINE } from './usage.ts';
import { VOICE } from './words.ts';
import type { World } from './world.ts';

export type ExitCode = 0 | 1 | 2 | 64 | 70;

/**
 * The whole command: reads its words, examines, prints, and returns the exit code
 * (docs/decisions.md#the-machine-readable-outcome). Never rejects.
 */
export async function touchstone(argv: readonly string[], world: World, version = '0'): Promise<ExitCode> {
  try {
    const options = readArguments(argv);
    if (options === 'help') return tell(world, HELP);
    if (options === 'version') return tell(world, `touchstone ${version}\n`);
    return 'batch' in options ? await batch(options, world) : await run(options, world);
  } catch (error) {
    if (error instanceof WrongUsage) {
      world.complain(`touchstone: ${error.message}\n${USAGE_LINE}\n`);
      return 64;
    }
    if (error instanceof Unwritable) {
      world.complain(`touchstone: ${error.message}\n`);
      return 70;
    }
    world.complain(`touchstone: internal error: ${error instanceof Error ? error.stack : String(error)}\n`);
    return 70;
  }
}

async function run(options: Options, machine: World): Promise<ExitCode> {
  const bytes = await bytesOfOnly(options, machine);
  const receipt = bytes && (await tellReceipt(bytes, options.json));
  if (receipt) {
    if (options.report !== null)
      throw new WrongUsage('--report: a receipt is read out, and nothing is checked');
    machine.print(receipt.text);
    return receipt.exit;
  }
  const [target = ''] = options.targets;
  const world = bytes ? havingRead(machine, new Map([[target, bytes]])) : machine;
  const at = options.at ?? world.clock.now();
  const { verify: ports, closed } = portsFor(options, world, { at });
  const findings = await examine(options, world, ports);
  const { explain } = options;
  const examination: Examination = {
    ...together(findings),
    at,
    contexts: closed?.contextsUsed() ?? [],
    explain,
  };
  // First, so that nothing of the work is lost where the report cannot be written.
  world.print(options.json ? `${toJsonText(examination, VOICE)}\n` : toTable(examination, world.terminal));
  if (options.report !== null) {
    const text = await REPORTS[options.report.kind](examination);
    if (!world.writeFile(options.report.path, text))
      throw new Unwritable(`--report: cannot write ${options.report.path}`);
  }
  return worstOf(findings.map(({ items }) => exitCodeOf(items.map(({ verdict }) => verdict.status))));
}

/** Errors in `--documents` or `--trust` are reported before any thread begins. */
async function batch(options: BatchOptions, machine: World): Promise<ExitCode> {
  const at = options.at ?? machine.clock.now();
  const read = filesOf(options, machine);
  const world = havingRead(machine, read);
  const { net, clock } = portsFor(options, world, { at }).verify;
  return runBatch(options, { world, net, clock, read });
}

/** What the options name, read once for all threads. What cannot be read is left out, and named by whoever needs it. */
function filesOf({ documents, trust }: BatchOptions, world: World): BytesByPath {
  const files = new Map<string, Uint8Array>();
  for (const path of [documents, trust]) {
    const bytes = path === null ? null : world.readFile(path);
    if (path !== null && bytes !== null) files.set(path, bytes);
  }
  return files;
}

/** The bytes of the one file to verify, which may be a receipt of ours; null for anything else. */
async function bytesOfOnly({ command, targets }: Options, world: World): Promise<Uint8Array | null> {
  const [target, ...more] = targets;
  if (command !== 'verify' || target === undefined || more.length > 0 || isWebAddress(target)) return null;
  return target === '-' ? world.readInput() : world.readFile(target);
}

/** Few calls write a report, so what writes it is loaded then. */
const REPORTS = {
  html: async (examination: Examination) => {
    const { toHtml } = await import('../report/html.ts');
    return toHtml(examination, { ...VOICE, language: 'en', direction: 'ltr' });
  },
  csv: async (examination: Examination) => {
    const { toCsv } = await import('../report/csv.ts');
    return toCsv(examination);
  },
  json: async (examination: Examination) => `${toJsonText(examination, VOICE)}\n`,
} as const;

function tell(world: World, text: string): 0 {
  world.print(text);
  return 0;
}
