import type { Document } from '../../credential/model.ts';
import { parseJson } from '../../encoding/json.ts';
import { decodeText } from '../../encoding/text.ts';
import { inspectDocument, inspectLink, inspectUnopened } from '../../inspect.ts';
import type { Item } from '../../item.ts';
import { problem } from '../../problem.ts';
import { itemsJson, jsonLine } from '../../report/json.ts';
import { type Result, succeed } from '../../result.ts';
import type { VerifyPorts } from '../../verify/ports.ts';
import { isWebAddress } from '../arguments.ts';
import { exitCodeOf } from '../exit-code.ts';
import { mediaTypeOf } from '../media-type.ts';
import { VOICE } from '../words.ts';
import { beginningOf, digestOf } from './known-line.ts';
import type { BatchRecord, Checked } from './message.ts';

/** What a record needs of the machine. */
export interface RecordPorts {
  readonly verify: VerifyPorts;
  readonly readFile: (path: string) => Result<Uint8Array>;
}

/**
 * One line → one line. A line is a link, a path, a JSON string of either, or a credential itself (an object, a token).
 * Never rejects: what cannot be read is an item that says so.
 */
export async function checkRecord(record: BatchRecord, ports: RecordPorts): Promise<Checked> {
  const items = await itemsOf(record, ports).catch(() => inspectUnopened(problem('internal'), ports.verify));
  return toLine(record, items, ports.verify.explain);
}

/** The outcome of a record that ended its thread. */
export const stoppedRecord = (record: BatchRecord, clock: VerifyPorts['clock']): Checked =>
  toLine(record, inspectUnopened(problem('work-stopped'), { clock }));

async function itemsOf(
  { bytes, isTooLong }: BatchRecord,
  { verify, readFile }: RecordPorts,
): Promise<readonly Item[]> {
  if (isTooLong) return inspectUnopened(problem('json-too-large'), verify);
  const line = decodeText(bytes, null);
  // A path may be written in any encoding. Only a credential has to be Unicode.
  const isPath = !line.ok && !IS_CONTENT.test(new TextDecoder().decode(bytes).trim());
  if (isPath) return inspectUnopened(problem('file-unreadable'), verify);
  const said = line.ok ? unquoted(line.value.trim()) : line;
  if (!said.ok) return inspectUnopened(said.problem, verify);
  const text = said.value;
  if (isWebAddress(text)) return inspectLink(text, verify);
  if (IS_CONTENT.test(text)) return inspectDocument(document(text, null), verify);
  const file = readFile(text);
  return file.ok
    ? inspectDocument(document(file.value, mediaTypeOf(text)), verify)
    : inspectUnopened(file.problem, verify);
}

/** The content of a JSON string; any other text as it is. */
function unquoted(text: string): Result<string> {
  if (!text.startsWith('"')) return succeed(text);
  const json = parseJson(text);
  return json.ok ? succeed(String(json.value).trim()) : json;
}

/**
 * Text that is no path: JSON, markup, a `data:` address, or a token (RFC 7515 §7.1: its header is a JSON object in
 * base64url).
 */
const IS_CONTENT = /^(?:[[{<]|eyJ|data:)/i;

const document = (content: Document['content'], contentType: string | null): Document => ({
  content,
  contentType,
  charset: null,
  url: null,
  origin: 'file',
});

/** The result of the worst credential comes first, so that no good one hides a bad one. */
function toLine({ n, bytes, isTooLong }: BatchRecord, items: readonly Item[], explain = false): Checked {
  const exit = exitCodeOf(items.map(({ verdict }) => verdict.status));
  const worst = items.find(({ verdict }) => exitCodeOf([verdict.status]) === exit);
  const { status = null, standing = null, reason = null } = worst?.verdict ?? {};
  const outcome = {
    n,
    input: beginningOf({ bytes, isTooLong }),
    digest: digestOf({ bytes, isTooLong }),
    status,
    standing,
    reason,
    items: itemsJson(items, explain ? VOICE : null),
  };
  return { n, exit, line: `${jsonLine(outcome)}\n` };
}
