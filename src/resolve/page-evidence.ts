/**
 * Whether a page is about the award of a link. "Not found", log-in and search pages repeat an id in text, forms and
 * scripts, and in addresses of their own. So the id counts only where a page writes it for an award alone: in the
 * path of a picture or a file, or as a member of an object that names what it is.
 */
import { percentDecoded } from '../encoding/percent.ts';
import type { Json } from '../json.ts';
import { ownPath, repeats } from './own-address.ts';
import { below, type PageElement, rawTextOf } from './page-element.ts';
import { objectsIn, readState } from './page-state.ts';

/** Where a page puts pictures, films and files, by element. */
const SHOWN: ReadonlyMap<string, string> = new Map([
  ['img', 'src'],
  ['source', 'src'],
  ['video', 'src'],
  ['iframe', 'src'],
  ['embed', 'src'],
  ['object', 'data'],
]);
const PREVIEWS: ReadonlySet<string> = new Set(['og:image', 'og:image:url', 'twitter:image']);
const FILE = /\.(?:pdf|png|jpe?g|svg|json)$/i;
const NAMES = /name|title/i;

/** `own`: the addresses that were asked for the page, or that answered with it. */
export function isAbout(page: PageElement, id: string, own: readonly string[]): boolean {
  const paths = own.map(ownPath);
  for (const element of below(page)) {
    if (element.name === 'script' ? holdsRecord(element, id) : shows(element, id, paths)) return true;
  }
  return false;
}

function shows(element: PageElement, id: string, own: readonly string[]): boolean {
  const address = shownBy(element);
  if (address === null || own.some((each) => repeats(address, each))) return false;
  return isInPath(address, id) && !isWrittenByVisitors(element);
}

/** A form shows what somebody entered, a comment what somebody wrote. */
function isWrittenByVisitors(element: PageElement): boolean {
  for (let up = element.parent; up !== null; up = up.parent) {
    const { name, attributes } = up;
    if (
      name === 'form' ||
      COMMENTS.test(`${attributes.get('class') ?? ''} ${attributes.get('itemtype') ?? ''}`)
    )
      return true;
  }
  return false;
}
const COMMENTS = /comment/i;

function shownBy({ name, attributes }: PageElement): string | null {
  const attribute = SHOWN.get(name);
  if (attribute !== undefined) return attributes.get(attribute) ?? null;
  if (name === 'meta' && PREVIEWS.has(attributes.get('property') ?? attributes.get('name') ?? ''))
    return attributes.get('content') ?? null;
  const href = name === 'a' ? attributes.get('href') : undefined;
  return href !== undefined && FILE.test(pathOf(href)) ? href : null;
}

const pathOf = (address: string): string => address.replace(/[?#].*$/s, '');

/** As the link spells it or decoded, in any case, and not as part of a longer id. */
function isInPath(address: string, id: string): boolean {
  const path = percentDecoded(pathOf(address)).toLowerCase();
  const wanted = percentDecoded(id).toLowerCase();
  for (let from = path.indexOf(wanted); from >= 0; from = path.indexOf(wanted, from + 1)) {
    const around = `${path[from - 1] ?? ' '}${path[from + wanted.length] ?? ' '}`;
    if (!/[a-z0-9]/.test(around)) return true;
  }
  return false;
}

/** A data script with an object that has the id as a value, and a name or title beside it. */
function holdsRecord(script: PageElement, id: string): boolean {
  if (!/json/i.test(script.attributes.get('type') ?? '')) return false;
  const state = readState(rawTextOf(script));
  for (const { object } of objectsIn(state)) {
    const members = Object.entries(object);
    if (
      members.some(([, value]) => isId(value, id)) &&
      members.some(([name, value]) => isName(name, value, id))
    )
      return true;
  }
  return false;
}

const isId = (value: Json | undefined, id: string): boolean =>
  (typeof value === 'string' || typeof value === 'number') &&
  String(value).toLowerCase() === id.toLowerCase();

const isName = (name: string, value: Json | undefined, id: string): boolean =>
  NAMES.test(name) && typeof value === 'string' && value.trim() !== '' && !isId(value, id);
