/** `touchstone verify receipt.jws`: what was seen and when, and that nothing was changed since. */
import { decodeText } from '../encoding/text.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { titleOf } from '../present/row.ts';
import { keyOf, problemSentence } from '../present/sentence.ts';
import { isProblemCode, problem } from '../problem.ts';
import { jsonText } from '../report/json.ts';
import { isReceipt, readReceipt } from '../report/receipt.ts';
import { SIDE_FACTS, STANDINGS, STATUSES } from '../verify/report.ts';
import { clean } from './terminal.ts';
import { say, VOICE } from './words.ts';

export interface Told {
  readonly text: string;
  readonly exit: 1 | 2;
}

/**
 * The receipt in these bytes as text; null where they hold none. Anybody can make one that records anything. So its
 * records are no items of this run, and nothing was checked: the exit code is 2. Of a changed receipt it is 1. Whether one
 * that cannot be read was changed is not known: a later version may have made it.
 */
export async function tellReceipt(bytes: Uint8Array, json: boolean): Promise<Told | null> {
  const text = decodeText(bytes, null);
  if (!text.ok || !isReceipt(text.value)) return null;
  const read = await readReceipt(text.value);
  if (!read.ok) {
    const { code } = read.problem;
    const isChanged = code === 'receipt-changed';
    const receipt = { intact: isChanged ? false : null, reason: code };
    const told = json ? jsonText({ schema: 'touchstone/1', receipt, items: [] }) : say(keyOf.problem(code));
    return { text: `${told}\n`, exit: isChanged ? 1 : 2 };
  }
  const { report, thumbprint } = read.value;
  const exit = 2;
  if (json) {
    const receipt = { intact: true, key: thumbprint, records: report };
    return { text: `${jsonText({ schema: 'touchstone/1', receipt, items: [] })}\n`, exit };
  }
  const page = objectOf(report.page);
  const lines = [
    `Receipt of ${clean(textOf(report.at))}, by its maker's clock. Nothing in it was changed since it was made.`,
    `Made with the key ${thumbprint}. Whose key that is, its maker's settings say.`,
    'Nothing was checked now. Its maker recorded:',
    ...[page.title, page.url].flatMap((part) =>
      typeof part === 'string' && part !== '' ? [clean(part)] : [],
    ),
    ...gapLines(page),
    '',
    ...listOf(report.items).flatMap((item, index) => recordLines(item, index, report.at)),
  ];
  return { text: `${lines.join('\n')}\n`, exit };
}

const objectOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

/** What of the page its maker had not seen, as a code: these records are not all of it. */
const gapLines = ({ gaps }: JsonObject): readonly string[] =>
  listOf(gaps)
    .map(objectOf)
    .map(({ code }) => `Not in these records: ${clean(textOf(code))}`);

/** One record: what its maker recorded of it, all that qualifies its status included, and below that the reason. */
function recordLines(value: Json, index: number, last: Json | undefined): readonly string[] {
  const item = objectOf(value);
  const claim = objectOf(item.claim);
  // A status that this version does not know never counts as good.
  const status = STATUSES.find((each) => each === item.status) ?? 'not-checked';
  const standing = STANDINGS.find((each) => each === item.standing) ?? 'inconclusive';
  const also = SIDE_FACTS.filter((fact) => listOf(item.also).includes(fact)).map((fact) =>
    say(keyOf.also(fact)),
  );
  const found = `${say(keyOf.status(status))}${also.length > 0 ? ` (${also.join(', ')})` : ''}`;
  const title = nameIn(objectOf(item.credential)) || textOf(claim.title) || textOf(item.link);
  const who = textOf(objectOf(item.issuer).name) || textOf(claim.issuer);
  const reason = reasonOf(item);
  const at = textOf(item.at);
  return [
    `${String(index + 1).padStart(3)}  ${found} · ${say(keyOf.standing(standing))}  ${clean(title)}  ${clean(who)}`,
    ...(reason === null ? [] : [`     ${clean(reason)}`]),
    ...(at === '' || at === last ? [] : [`     Checked at ${clean(at)}, before the last of them.`]),
  ];
}

/** As the reports name it: most badges have their name in their one achievement. */
function nameIn(credential: JsonObject): string | null {
  const achievements = listOf(credential.achievements).map((each) => ({ name: textOf(objectOf(each).name) }));
  return titleOf({ achievements, name: textOf(credential.name) });
}

/** The reason in words, with what the check that gave it recorded; the code itself where this version does not know it. */
function reasonOf({ reason, checks }: JsonObject): string | null {
  if (typeof reason !== 'string') return null;
  if (!isProblemCode(reason)) return reason;
  const check = listOf(checks)
    .map(objectOf)
    .find(({ code }) => code === reason);
  const params = Object.entries(objectOf(check?.params)).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[name, value] as const] : [],
  );
  return problemSentence(problem(reason, { params: Object.fromEntries(params) }), VOICE);
}
