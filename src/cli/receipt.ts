/** `touchstone verify receipt.jws`: what was seen and when, and that nothing was changed since. */
import { decodeText } from '../encoding/text.ts';
import type { Json } from '../json.ts';
import { jsonText } from '../report/json.ts';
import { isReceipt, readReceipt } from '../report/receipt.ts';
import { STATUSES, type Status } from '../verify/report.ts';
import { clean } from './terminal.ts';
import { say } from './words.ts';

export interface Told {
  readonly text: string;
  readonly exit: 1 | 2;
}

/**
 * The receipt in these bytes as text; null where they hold none. Anybody can make one that records anything. So its
 * records are no items of this run, and nothing was checked: the exit code is 2. Of a changed receipt it is 1.
 */
export async function tellReceipt(bytes: Uint8Array, json: boolean): Promise<Told | null> {
  const text = decodeText(bytes, null);
  if (!text.ok || !isReceipt(text.value)) return null;
  const read = await readReceipt(text.value);
  if (!read.ok) {
    const { code } = read.problem;
    const told = json
      ? `${jsonText({ schema: 'touchstone/1', receipt: { intact: false, reason: code }, items: [] })}\n`
      : `${say(`problem_${code.replaceAll('-', '_')}`)}\n`;
    return { text: told, exit: 1 };
  }
  const { report, thumbprint } = read.value;
  const exit = 2;
  if (json) {
    const receipt = { intact: true, key: thumbprint, records: report };
    return { text: `${jsonText({ schema: 'touchstone/1', receipt, items: [] })}\n`, exit };
  }
  const items = Array.isArray(report.items) ? report.items.map(itemOf) : [];
  const page = objectOf(report.page ?? null);
  const lines = [
    `Receipt of ${clean(String(report.at))}. Nothing in it was changed since it was made.`,
    `Made with the key ${thumbprint}. Whose key that is, its maker's settings say.`,
    'Nothing was checked now. Its maker recorded:',
    ...[page.title, page.url].flatMap((part) =>
      typeof part === 'string' && part !== '' ? [clean(part)] : [],
    ),
    '',
    ...items.map(
      ({ status, title, issuer }, index) =>
        `${String(index + 1).padStart(3)}  ${say(`status_${status.replaceAll('-', '_')}`)}  ${clean(title)}  ${clean(issuer)}`,
    ),
  ];
  return { text: `${lines.join('\n')}\n`, exit };
}

const objectOf = (value: Json): Readonly<Record<string, Json | undefined>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

function itemOf(value: Json): { readonly status: Status; readonly title: string; readonly issuer: string } {
  const item = objectOf(value);
  const [credential, claim, issuer] = [item.credential, item.claim, item.issuer].map((each) =>
    objectOf(each ?? null),
  );
  return {
    // A status that this version does not know never counts as good.
    status: STATUSES.find((status) => status === item.status) ?? 'not-checked',
    title: textOf(credential?.name) || textOf(claim?.title) || textOf(item.link),
    issuer: textOf(issuer?.name) || textOf(claim?.issuer),
  };
}
