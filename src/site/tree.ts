/** Trees behind elements: shadow roots and frames. Pages made of components keep their links there. */
import { every, type Steps } from './steps.ts';

/** The document, an open shadow root, or the document of a frame that can be reached. */
export interface Tree {
  readonly root: Document | ShadowRoot;
  /** The elements behind which it lies, the outermost first; none for the page itself. */
  readonly hosts: readonly Element[];
  /** Its own address, or that of the page which it is a part of. A `base` element does not change it. */
  readonly url: string;
  /** Where relative links lead. */
  readonly base: URL;
}

/** A page that nests deeper does so to be in the way. */
const MAX_TREES_DEEP = 12;

/** The base of a document at this address. Its `base` element may lead its links elsewhere. */
export function baseOf(document: Document, url: string): URL {
  const base = document.querySelector('base[href]')?.getAttribute('href');
  return parsedUrl(base ?? '', url) ?? parsedUrl(url) ?? new URL('about:blank');
}

/** Null for what is no address. */
export const parsedUrl = (address: string, base?: string | URL): URL | null =>
  URL.canParse(address, base) ? new URL(address, base) : null;

/** RFC 1035 §2.3.4: the longest name in its written form. */
const MAX_HOST_CHARACTERS = 253;

/** The registrable domain of a host: `monster.co.uk` of `www.monster.co.uk`. */
const domainOf = (host: string): string =>
  /[^.]+\.(?:[a-z]{2,3}\.[a-z]{2}|[^.]+)$/.exec(host.slice(-MAX_HOST_CHARACTERS))?.[0] ?? host;

/** Whether a link leads to the registrable domain of a page, or below it. */
export function isSameSite(link: string, { hostname }: URL): boolean {
  const other = parsedUrl(link)?.hostname ?? '';
  const domain = domainOf(hostname);
  return other === domain || other.endsWith(`.${domain}`);
}

/** The elements of a part that match, the part itself among them. */
export function matching(part: ParentNode, selector: string): Iterable<Element> {
  const isMatch = isElement(part) && part.matches(selector);
  if (part.firstElementChild === null) return isMatch ? [part] : [];
  const within = part.querySelectorAll(selector);
  return isMatch ? withFirst(part, within) : within;
}

/** A generator, not a spread list: a caller that works in slices does not want all of them at once. */
function* withFirst(first: Element, others: Iterable<Element>): Generator<Element> {
  yield first;
  yield* others;
}

/**
 * Elements that may have a tree behind them: frames, custom elements and some others (DOM Standard, attachShadow).
 * Selectors can only exclude what may not. The list is short, because every other element is tested against all of it.
 */
const LIKELY = ':not(a,b,br,button,i,img,li,option,path,script,svg,td,tr)';

/**
 * The trees directly behind the elements of a part. Closed shadow roots and frames of other origins stay closed. Custom
 * elements without a shadow root are reported: they may get one later, and no browser event says so.
 */
export function* treesBehind(
  part: ParentNode,
  tree: Tree,
  onBare: (element: Element) => void,
): Steps<readonly Tree[]> {
  const trees: Tree[] = [];
  if (tree.hosts.length >= MAX_TREES_DEEP) return trees;
  const rest = every(200);
  for (const host of matching(part, LIKELY)) {
    const root = rootBehind(host);
    if (root) trees.push({ ...tree, ...placeOf(root, tree), root, hosts: [...tree.hosts, host] });
    else if (host.localName.includes('-')) onBare(host);
    if (rest()) yield;
  }
  return trees;
}

/** What lies behind an element now; null where there is nothing, or nothing that can be reached. */
const rootBehind = (host: Element): Tree['root'] | null =>
  isFrame(host) ? host.contentDocument : host.shadowRoot;

/** A frame's document has a place of its own. Without an address it has its page's (HTML §7.4: about:blank and srcdoc inherit the base). */
function placeOf(root: Tree['root'], { url, base }: Tree): Pick<Tree, 'url' | 'base'> | null {
  if (!('location' in root)) return null;
  const { href = '' } = root.location ?? {};
  const own = /^https?:/i.test(href) ? href : null;
  return { url: own ?? url, base: baseOf(root, own ?? base.href) };
}

/** Whether the page still holds this tree. */
export const isAlive = ({ hosts, root }: Tree): boolean =>
  hosts.every((host, level) => host.isConnected && rootBehind(host)?.contains(hosts[level + 1] ?? root));

export const isFrame = (node: object): node is HTMLIFrameElement =>
  'localName' in node && node.localName === 'iframe';

export const isElement = (node: Node): node is Element => node.nodeType === ELEMENT;

/** `Node.ELEMENT_NODE`: a library's document has no such global. */
const ELEMENT = 1;
