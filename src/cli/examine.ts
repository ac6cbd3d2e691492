import { decodeText } from '../encoding/text.ts';
import { inspect, inspectCandidate, inspectDocument } from '../inspect.ts';
import type { Item } from '../item.ts';
import { readTextAnswer } from '../net/answer.ts';
import type { NetAnswer } from '../ports.ts';
import { askedCandidates } from '../recognise/asked.ts';
import type { Examination } from '../report/examination.ts';
import type { VerifyPorts } from '../verify/ports.ts';
import { isWebAddress, type Options, WrongUsage } from './arguments.ts';
import { mediaTypeOf } from './media-type.ts';
import type { World } from './world.ts';

export type Examined = Pick<Examination, 'page' | 'items'>;

/** Base of a page whose address nobody named: its relative links lead to a reserved name, which is never asked. */
const NOWHERE = 'https://page.invalid/';
const PAGE_ACCEPT = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5';
const MAX_PAGE_BYTES = 8 * 1024 * 1024;

interface Looking {
  readonly world: World;
  readonly ports: VerifyPorts;
}

/** What the command looks at, and what comes of it. Throws `WrongUsage` where there is no such file. */
export function examine(options: Options, world: World, ports: VerifyPorts): Promise<Examined> {
  const { command, target } = options;
  if (command === 'verify') return verifyTarget(target, world, ports);
  return isWebAddress(target)
    ? inspectAddress(target, { world, ports })
    : inspectFile(options, { world, ports });
}

async function verifyTarget(target: string, world: World, ports: VerifyPorts): Promise<Examined> {
  if (isWebAddress(target)) {
    return { page: null, items: await inspectLink(target, ports) };
  }
  const bytes = await readTarget(target, world);
  const contentType = target === '-' ? null : mediaTypeOf(target);
  const document = { bytes, contentType, charset: null, url: null, origin: 'file' } as const;
  return { page: null, items: await inspectDocument(document, ports) };
}

/**
 * An address that somebody typed: what nobody knows is read, whatever it serves, and a short link is followed (once), for
 * whoever types one asks for what it leads to.
 */
async function inspectLink(link: string, ports: VerifyPorts): Promise<readonly Item[]> {
  const candidates = askedCandidates({ kind: 'link', link });
  return (await Promise.all(candidates.map((each) => inspectCandidate(each, ports)))).flat();
}

async function readTarget(target: string, world: World): Promise<Uint8Array> {
  const bytes = target === '-' ? await world.readInput() : world.readFile(target);
  if (bytes === null) throw new WrongUsage(`cannot read ${target}`);
  return bytes;
}

async function inspectFile({ target, base }: Options, looking: Looking): Promise<Examined> {
  const text = decodeText(await readTarget(target, looking.world), null);
  if (!text.ok) return { page: { url: base, title: '', problem: text.problem }, items: [] };
  return inspectHtml(text.value, base, looking);
}

/**
 * A page on the network. Where no page comes but the address is a credential's, or what comes is a credential and no
 * page, that one is looked at.
 */
async function inspectAddress(address: string, looking: Looking): Promise<Examined> {
  const { ports } = looking;
  const answer = await ports.net.get({ url: address, accept: PAGE_ACCEPT, maxBytes: MAX_PAGE_BYTES });
  const page = answer.ok && isPage(answer.value) ? readTextAnswer(answer.value) : null;
  if (answer.ok && page?.ok) return inspectHtml(page.value, answer.value.finalUrl, looking);
  return { page: { url: address, title: '' }, items: await inspectLink(address, ports) };
}

const isPage = ({ contentType, bytes }: NetAnswer): boolean =>
  contentType === 'text/html' ||
  contentType === 'application/xhtml+xml' ||
  (!contentType && bytes[0] === 0x3c);

async function inspectHtml(html: string, url: string | null, { world, ports }: Looking): Promise<Examined> {
  const found = await world.heavy.run('readPage', { html, url: url ?? NOWHERE });
  if (!found.ok) return { page: { url, title: '', problem: found.problem }, items: [] };
  return { page: { url, title: found.value.title }, items: await inspect(found.value, ports) };
}
