/** Trees behind elements: pages made of components keep their links there. */

/** Custom elements, and the empty elements that frameworks hang whole pages on. Only these come out of the browser's search. */
const HOSTS =
  '//*[contains(local-name(), "-") or (not(node()) and (self::div or self::section or self::span))]';

/** The open shadow roots of a tree. Closed ones stay closed. */
export function* shadowRootsIn(root: ParentNode): Generator<ShadowRoot> {
  for (const element of likelyHosts(root)) if (element.shadowRoot) yield element.shadowRoot;
}

function* likelyHosts(root: ParentNode): Generator<Element> {
  const document = root as Document;
  if (document.nodeType !== DOCUMENT || typeof document.evaluate !== 'function') {
    yield* root.querySelectorAll('*');
    return;
  }
  const found = document.evaluate(HOSTS, document, null, ORDERED_SNAPSHOT, null);
  for (let index = 0; index < found.snapshotLength; index += 1) yield found.snapshotItem(index) as Element;
}

/** `Node.DOCUMENT_NODE` and `XPathResult.ORDERED_NODE_SNAPSHOT_TYPE`: a document of a library has no such globals. */
const DOCUMENT = 9;
const ORDERED_SNAPSHOT = 7;
