import { fileDocument } from '../credential/file-document.ts';
import { beginsAsRecord } from '../credential/parse.ts';
import { isPdf } from '../encoding/is-pdf.ts';
import { isPng } from '../encoding/is-png.ts';
import { parseJson } from '../encoding/json.ts';
import { decodeText } from '../encoding/text.ts';
import { inspect, inspectDocument, inspectLink, inspectUnopened } from '../inspect.ts';
import type { Item } from '../item.ts';
import { readTextAnswer } from '../net/answer.ts';
import { createLanes } from '../net/lanes.ts';
import type { NetAnswer } from '../ports.ts';
import { problem } from '../problem.ts';
import type { Examination, ExaminedPage } from '../report/examination.ts';
import type { VerifyPorts } from '../verify/ports.ts';
import { isWebAddress, type Options, WrongUsage } from './arguments.ts';
import { mediaTypeOf } from './media-type.ts';
import type { World } from './world.ts';

/** Base of a page without a given address. Its relative links lead to a reserved name, which is never asked. */
const NOWHERE = 'https://page.invalid/';
const PAGE_ACCEPT = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5';
const MAX_PAGE_BYTES = 8 * 1024 * 1024;

interface Looking {
  readonly world: World;
  readonly ports: VerifyPorts;
}

/** The result of one target. */
export interface Finding {
  readonly source: string;
  readonly page: ExaminedPage | null;
  readonly items: readonly Item[];
}

/** Enough to keep the network busy while one is read; few enough for their bytes to fit into memory. */
const TARGETS_AT_ONCE = 8;

/**
 * What the command looks at and finds, in the order of the targets. Throws `WrongUsage` where the only target cannot be
 * read. One of several becomes an item that says so (`file-unreadable`).
 */
export async function examine(
  options: Options,
  world: World,
  ports: VerifyPorts,
): Promise<readonly Finding[]> {
  const { targets } = options;
  const lanes = createLanes({ perHost: TARGETS_AT_ONCE, total: TARGETS_AT_ONCE });
  const look = async (source: string): Promise<Finding> => {
    const found = await examineTarget(source, options, { world, ports });
    if (found === null && targets.length === 1)
      throw new WrongUsage(`cannot read ${source} (no such file, or no access; a link begins with https://)`);
    return { source, page: null, items: inspectUnopened(problem('file-unreadable'), ports), ...found };
  };
  return Promise.all(targets.map((target) => lanes.run('', () => look(target))));
}

/**
 * The findings as one examination. With several targets, each item and each page names its `source`. Keys stay distinct
 * although each target numbers its own items.
 */
export function together(findings: readonly Finding[]): Pick<Examination, 'page' | 'pages' | 'items'> {
  const [first, ...more] = findings;
  if (first && more.length === 0) return { page: first.page, items: first.items };
  const items = findings.flatMap(({ source, items }, index) =>
    items.map((item) => ({
      ...item,
      source,
      key: `${index}:${item.key}`,
      within: item.within === null ? null : `${index}:${item.within}`,
    })),
  );
  const pages = findings.flatMap(({ source, page }) => (page === null ? [] : [{ ...page, source }]));
  return { page: null, ...(pages.length > 0 && { pages }), items };
}

type Looked = Omit<Finding, 'source'>;

/** One target; null where it cannot be read. */
async function examineTarget(
  target: string,
  { command, base }: Options,
  looking: Looking,
): Promise<Looked | null> {
  if (command === 'verify') return verifyTarget(target, looking);
  return isWebAddress(target) ? inspectAddress(target, looking) : inspectFile(target, base, looking);
}

async function verifyTarget(target: string, { world, ports }: Looking): Promise<Looked | null> {
  if (isWebAddress(target)) {
    return { page: null, items: await inspectLink(target, ports) };
  }
  const bytes = await readTarget(target, world);
  return bytes === null ? null : inspectBytes(bytes, target, { world, ports });
}

async function inspectBytes(bytes: Uint8Array, target: string, { ports }: Looking): Promise<Looked> {
  const document = fileDocument(bytes, target === '-' ? null : mediaTypeOf(target));
  return { page: null, items: await inspectDocument(document, ports) };
}

const readTarget = async (target: string, world: World): Promise<Uint8Array | null> =>
  target === '-' ? world.readInput() : world.readFile(target);

async function inspectFile(target: string, base: string | null, looking: Looking): Promise<Looked | null> {
  const bytes = await readTarget(target, looking.world);
  if (bytes === null) return null;
  // A file may be a credential or its container, as an address may serve one where a page was looked for.
  const inPlaceOfPage = () => inspectBytes(bytes, target, looking);
  if (isPdf(bytes) || isPng(bytes)) return inPlaceOfPage();
  const text = decodeText(bytes, declaredCharset(bytes));
  if (!text.ok) return { page: { url: base, title: '', problem: text.problem }, items: [] };
  const html = text.value;
  const isBegun = beginsAsRecord(html) && !/^\s*</.test(html);
  if (isBegun && !isNoJson(html)) return inPlaceOfPage();
  const looked = await inspectHtml(html, base, looking);
  return isBegun && looked.items.length === 0 ? inPlaceOfPage() : looked;
}

/** What begins as JSON and is none may be a page all the same: a link in brackets, a form with braces. */
const isNoJson = (text: string): boolean => /^\s*[[{]/.test(text) && !parseJson(text).ok;

/** What a page says of its own encoding, near its beginning (HTML Standard §13.2.3.2). */
function declaredCharset(bytes: Uint8Array): string | null {
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return /<meta\s[^>]*charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(beginning)?.[1] ?? null;
}

/**
 * A page on the network. The address itself is examined as a credential in two cases: no page comes but the address is
 * a credential's, or a credential comes in place of a page.
 */
async function inspectAddress(address: string, looking: Looking): Promise<Looked> {
  const { ports } = looking;
  const answer = await ports.net.get({ url: address, accept: PAGE_ACCEPT, maxBytes: MAX_PAGE_BYTES });
  const page = answer.ok && isPage(answer.value) ? readTextAnswer(inItsCharset(answer.value)) : null;
  if (answer.ok && page?.ok) return inspectHtml(page.value, answer.value.finalUrl, looking);
  return { page: { url: address, title: '' }, items: await inspectLink(address, ports) };
}

const inItsCharset = (answer: NetAnswer): NetAnswer => ({
  ...answer,
  charset: answer.charset ?? declaredCharset(answer.bytes),
});

const isPage = ({ contentType, bytes }: NetAnswer): boolean =>
  contentType === 'text/html' ||
  contentType === 'application/xhtml+xml' ||
  (!contentType && bytes[0] === 0x3c);

async function inspectHtml(html: string, url: string | null, { world, ports }: Looking): Promise<Looked> {
  const found = await world.heavy.run('readPage', { html, url: url ?? NOWHERE });
  if (!found.ok) return { page: { url, title: '', problem: found.problem }, items: [] };
  return { page: { url, title: found.value.title }, items: await inspect(found.value, ports) };
}
