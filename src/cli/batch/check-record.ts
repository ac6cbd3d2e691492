import { fileDocument } from '../../credential/file-document.ts';
import { beginsAsRecord } from '../../credential/parse.ts';
import { parseJson } from '../../encoding/json.ts';
import { decodeText } from '../../encoding/text.ts';
import { inspectDocument, inspectLink, inspectUnopened } from '../../inspect.ts';
import type { Item } from '../../item.ts';
import { problem } from '../../problem.ts';
import { itemsJson, jsonLine } from '../../report/json.ts';
import type { Result } from '../../result.ts';
import type { VerifyPorts } from '../../verify/ports.ts';
import { STANDINGS, type Verdict } from '../../verify/report.ts';
import { isWebAddress } from '../arguments.ts';
import { exitCodeOf, type OutcomeCode } from '../exit-code.ts';
import { mediaTypeOf } from '../media-type.ts';
import { VOICE } from '../words.ts';
import { beginningOf, digestOf } from './known-line.ts';
import type { BatchRecord, Checked } from './message.ts';

/** What a record needs of the machine. */
export interface RecordPorts {
  readonly verify: VerifyPorts;
  readonly readFile: (path: string) => Result<Uint8Array>;
  /** What each outcome says of the options, see `markOfOptions`. */
  readonly optionsMark: string;
}

/**
 * One line → one line. A line is a link, a path, a JSON string of either, or a credential itself (an object, a token).
 * Never rejects: what cannot be read is an item that says so.
 */
export async function checkRecord(record: BatchRecord, ports: RecordPorts): Promise<Checked> {
  const items = await itemsOf(record, ports).catch(() => inspectUnopened(problem('internal'), ports.verify));
  return toLine(record, items, { ...ports.verify, optionsMark: ports.optionsMark });
}

/** The outcome of a record that ended its thread. */
export const stoppedRecord = (
  record: BatchRecord,
  ports: Pick<VerifyPorts, 'clock'> & Pick<RecordPorts, 'optionsMark'>,
): Checked => toLine(record, inspectUnopened(problem('work-stopped'), ports), ports);

async function itemsOf(
  { bytes, isTooLong }: BatchRecord,
  { verify, readFile }: RecordPorts,
): Promise<readonly Item[]> {
  if (isTooLong) return inspectUnopened(problem('json-too-large'), verify);
  const line = decodeText(bytes, null);
  // A path may be written in any encoding. Only a credential has to be Unicode.
  if (!line.ok) {
    const isPath = !beginsAsRecord(new TextDecoder().decode(bytes));
    return inspectUnopened(isPath ? problem('file-unreadable') : line.problem, verify);
  }
  const text = unquoted(line.value.trim());
  if (isWebAddress(text)) return inspectLink(text, verify);
  if (beginsAsRecord(text)) return inspectDocument(fileDocument(text), verify);
  const file = readFile(text);
  return file.ok
    ? inspectDocument(fileDocument(file.value, mediaTypeOf(text)), verify)
    : inspectUnopened(file.problem, verify);
}

/** The content of a JSON string; any other text as it is. A quotation mark may begin a cell of a table, too. */
function unquoted(text: string): string {
  const json = text.startsWith('"') ? parseJson(text) : null;
  return json?.ok ? String(json.value).trim() : text;
}

/** The result of the worst credential stands for the record, so that no good one hides a bad one. */
function toLine(
  { n, bytes, isTooLong }: BatchRecord,
  items: readonly Item[],
  { clock, explain, optionsMark }: Pick<VerifyPorts, 'clock' | 'explain'> & Pick<RecordPorts, 'optionsMark'>,
): Checked {
  const exit = exitCodeOf(items.map(({ verdict }) => verdict.status));
  const { status = null, standing = null, reason = null } = worstIn(items, exit) ?? {};
  const outcome = {
    n,
    input: beginningOf({ bytes, isTooLong }),
    digest: digestOf({ bytes, isTooLong }),
    options: optionsMark,
    at: new Date(clock.now()).toISOString(),
    status,
    standing,
    reason,
    items: itemsJson(items, explain ? VOICE : null),
  };
  return { n, exit, line: `${jsonLine(outcome)}\n` };
}

/** The verdict that decides the exit code; of several, the one with the worst standing. */
function worstIn(items: readonly Item[], exit: OutcomeCode): Verdict | undefined {
  const deciding = items.map(({ verdict }) => verdict).filter(({ status }) => exitCodeOf([status]) === exit);
  const worst = Math.max(...deciding.map(({ standing }) => STANDINGS.indexOf(standing)));
  return deciding.find(({ standing }) => standing === STANDINGS[worst]);
}
