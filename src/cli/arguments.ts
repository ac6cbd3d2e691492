import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isEmailAddress } from '../credential/email.ts';
import type { Instant } from '../ports.ts';

/** Options that decide how to judge, for every command. */
export interface JudgingOptions {
  readonly explain: boolean;
  readonly at: Instant | null;
  readonly documents: string | null;
  readonly email: string | null;
  readonly name: string | null;
  readonly trust: string | null;
}

/** A record a line. */
export interface BatchOptions extends JudgingOptions {
  readonly batch: {
    /** A path, or `-`. */
    readonly input: string;
    /** The file of outcomes to continue. */
    readonly resume: string | null;
    /** Number of threads; null: as many as can run side by side. */
    readonly threads: number | null;
  };
}

export interface Options extends JudgingOptions {
  readonly command: 'verify' | 'inspect';
  /** Paths, web addresses, or `-`: at least one. */
  readonly targets: readonly string[];
  readonly json: boolean;
  readonly base: string | null;
  readonly report: { readonly path: string; readonly kind: 'html' | 'csv' | 'json' } | null;
}

/** The command was called in an unknown way: exit code 64. Thrown anywhere, caught only in `touchstone`. */
export class WrongUsage extends Error {}

/** The output could not be written, for example on a full disk: exit code 70. Caught only in `touchstone`. */
export class Unwritable extends Error {}

/** Command line words → options, or a text to print instead. Throws `WrongUsage`. */
export function readArguments(argv: readonly string[]): Options | BatchOptions | 'help' | 'version' {
  const { values, positionals } = parse(argv);
  if (values.help) return 'help';
  if (values.version) return 'version';
  const [command, ...targets] = positionals;
  if (command === undefined) throw new WrongUsage('no command given');
  if (command !== 'verify' && command !== 'inspect') throw new WrongUsage(`unknown command: ${command}`);
  const judging = readJudging(values);
  return values.batch === undefined
    ? { ...judging, ...readRun(command, targets, values) }
    : { ...judging, batch: readBatch(command, targets, { ...values, batch: values.batch }) };
}

type Command = Options['command'];
type Values = ReturnType<typeof parse>['values'];

const readJudging = ({ explain, at, documents, email, name, trust }: Values): JudgingOptions => ({
  explain: explain ?? false,
  at: at === undefined ? null : readInstant(at),
  documents: documents ?? null,
  email: email === undefined ? null : readEmail(email),
  name: name ?? null,
  trust: trust ?? null,
});

function readBatch(
  command: Command,
  targets: readonly string[],
  values: Values & { readonly batch: string },
): BatchOptions['batch'] {
  if (command !== 'verify') throw new WrongUsage('--batch: goes with verify only');
  const option = OF_REPORTS.find((name) => values[name] !== undefined);
  const other = targets[0] ?? (option && `--${option}`);
  if (other !== undefined) throw new WrongUsage(`--batch: takes one input, and no ${other}`);
  const { batch: input, resume = null, workers } = values;
  return { input, resume, threads: readThreads(workers) };
}

function readRun(
  command: Command,
  targets: readonly string[],
  values: Values,
): Omit<Options, keyof JudgingOptions> {
  const { json = false, base, report, documents, trust } = values;
  const stray = OF_BATCHES.find((name) => values[name] !== undefined);
  if (stray !== undefined) throw new WrongUsage(`--${stray}: goes with --batch only`);
  if (targets.length === 0) throw new WrongUsage(`${command}: nothing to look at`);
  if (targets.indexOf('-') !== targets.lastIndexOf('-'))
    throw new WrongUsage(`${command}: standard input can be read once, and "-" is named twice`);
  if (targets.length > 1 && base !== undefined)
    throw new WrongUsage('--base: says where one page was saved from, and there are several');
  return {
    command,
    targets,
    json,
    base: base === undefined ? null : readBase(base),
    report: report === undefined ? null : readReport(report, [...targets, documents, trust]),
  };
}

const OF_REPORTS = ['json', 'base', 'report'] as const;
const OF_BATCHES = ['jsonl', 'resume', 'workers'] as const;

function parse(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = {
    ...{ json: flag, jsonl: flag, explain: flag, help: { ...flag, short: 'h' }, version: flag },
    ...{ at: text, base: text, documents: text, email: text, name: text, trust: text, report: text },
    ...{ batch: text, resume: text, workers: text },
  } as const;
  try {
    const parsed = parseArgs({
      args: [...argv],
      options,
      allowPositionals: true,
      strict: true,
      tokens: true,
    });
    refuseTwice(
      parsed.tokens.flatMap((token) => (token.kind === 'option' && token.value ? [token.name] : [])),
    );
    return parsed;
  } catch (error) {
    // Node's sentence names the option: "Unknown option '--x'", "Option '--at <value>' argument missing".
    throw new WrongUsage(error instanceof Error ? error.message.split('. ')[0] : undefined);
  }
}

/** Of two values one would be left out, and nobody would hear of it. */
function refuseTwice(names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw new WrongUsage(`--${twice}: is given twice`);
}

/** ISO 8601 with a time and a zone, or a day alone, which begins at midnight UTC. */
const INSTANT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

function readInstant(text: string): Instant {
  const instant = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  const day = text.slice(0, 10);
  // Date.parse reads 30 February as 2 March.
  const exists = !Number.isNaN(instant) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
  if (!exists) throw new WrongUsage(`--at: not an ISO 8601 instant with a zone: ${text}`);
  return instant;
}

/** Anything else in its place would differ from every address, and make each record another person's. */
function readEmail(text: string): string {
  if (text.trim() !== '' && !isEmailAddress(text)) throw new WrongUsage('--email: not an e-mail address');
  return text;
}

function readThreads(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new WrongUsage(`--workers: not a number from 1 to 999: ${text}`);
  return Number(text);
}

function readBase(text: string): string {
  if (!isWebAddress(text)) throw new WrongUsage(`--base: not a web address: ${text}`);
  return new URL(text).href;
}

/** @param read what the command reads, which its report must not be written over */
function readReport(path: string, read: readonly (string | undefined)[]): Options['report'] {
  if (read.some((each) => each !== undefined && resolve(each) === resolve(path)))
    throw new WrongUsage(`--report: would be written over ${path}, which is read`);
  const kind = /\.(html|csv|json)$/i.exec(path)?.[1]?.toLowerCase();
  if (kind !== 'html' && kind !== 'csv' && kind !== 'json')
    throw new WrongUsage(`--report: ends in none of .html, .csv, .json: ${path}`);
  return { path, kind };
}

/** The URL Standard leaves out tabs and ends of lines, and would join a link with what stands behind it in a table. */
export const isWebAddress = (text: string): boolean =>
  /^https?:\/\/[^\t\r\n]*$/i.test(text) && URL.canParse(text);
