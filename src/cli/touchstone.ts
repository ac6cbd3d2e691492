import { createNet } from '../net/guard.ts';
import { hosting } from '../provider/hosting.ts';
import { toCsv } from '../report/csv.ts';
import type { Examination } from '../report/examination.ts';
import { toHtml } from '../report/html.ts';
import { toJsonText } from '../report/json.ts';
import type { VerifyPorts } from '../verify/ports.ts';
import { isWebAddress, type Options, readArguments, WrongUsage } from './arguments.ts';
import { type ClosedWorld, closeWorld, NO_CONTEXTS } from './closed-world.ts';
import { examine, together } from './examine.ts';
import { exitCodeOf, worstOf } from './exit-code.ts';
import { memoryStore } from './memory-store.ts';
import { type Told, tellReceipt } from './receipt.ts';
import { toTable } from './table.ts';
import { readTrust } from './trust-file.ts';
import { HELP, USAGE_LINE } from './usage.ts';
import { VOICE } from './words.ts';
import type { World } from './world.ts';

export type ExitCode = 0 | 1 | 2 | 64 | 70;

/** The command, whole: reads its words, looks, tells, and says by its exit code what came of it (contract.md). Never rejects. */
export async function touchstone(argv: readonly string[], world: World, version = '0'): Promise<ExitCode> {
  try {
    const options = readArguments(argv);
    if (options === 'help') return tell(world, HELP);
    if (options === 'version') return tell(world, `touchstone ${version}\n`);
    return await run(options, world);
  } catch (error) {
    if (error instanceof WrongUsage) {
      world.complain(`touchstone: ${error.message}\n${USAGE_LINE}\n`);
      return 64;
    }
    world.complain(`touchstone: internal error: ${error instanceof Error ? error.stack : String(error)}\n`);
    return 70;
  }
}

async function run(options: Options, world: World): Promise<ExitCode> {
  const receipt = await receiptIn(options, world);
  if (receipt !== null) {
    world.print(receipt.text);
    return receipt.exit;
  }
  const closed = options.documents === null ? null : closeWorld(world, options.documents);
  const ports = portsFor(options, world, closed);
  const at = ports.clock.now();
  const findings = await examine(options, world, ports);
  const { explain } = options;
  const examination: Examination = {
    ...together(findings),
    at,
    contexts: closed?.contextsUsed() ?? [],
    explain,
  };
  if (
    options.report !== null &&
    !world.writeFile(options.report.path, REPORTS[options.report.kind](examination))
  )
    throw new WrongUsage(`--report: cannot write ${options.report.path}`);
  world.print(options.json ? `${toJsonText(examination, VOICE)}\n` : toTable(examination, world.terminal));
  return worstOf(findings.map(({ items }) => exitCodeOf(items.map(({ verdict }) => verdict.status))));
}

/** Whether the one file to verify is a receipt of ours. */
async function receiptIn({ command, targets, json }: Options, world: World): Promise<Told | null> {
  const [target, ...more] = targets;
  if (command !== 'verify' || target === undefined || more.length > 0) return null;
  const bytes = !isWebAddress(target) && target !== '-' ? world.readFile(target) : null;
  return bytes === null ? null : tellReceipt(bytes, json);
}

const REPORTS = {
  html: (examination: Examination) => toHtml(examination, { ...VOICE, language: 'en', direction: 'ltr' }),
  csv: toCsv,
  json: (examination: Examination) => `${toJsonText(examination, VOICE)}\n`,
} as const;

/**
 * The world, put together. The clock that judges stands still, at `--at` or at the start, so that one run is judged
 * as of one moment. The clock of the open network goes on: it says when somebody was really asked.
 */
function portsFor(options: Options, world: World, closed: ClosedWorld | null): VerifyPorts {
  const at = options.at ?? world.clock.now();
  const clock = { now: () => at };
  const { email, name } = options;
  return {
    clock,
    net: closed
      ? createNet({ transport: closed.transport, check: closed.check, clock })
      : createNet({ transport: world.transport, clock: world.clock }),
    heavy: world.heavy,
    store: memoryStore(),
    hosting,
    issuers: readTrust(world, options.trust),
    contexts: closed?.contexts ?? NO_CONTEXTS,
    explain: options.explain,
    holder: { ...(email !== null && { email }), ...(name !== null && { name }) },
  };
}

function tell(world: World, text: string): 0 {
  world.print(text);
  return 0;
}
