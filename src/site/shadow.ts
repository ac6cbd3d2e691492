/** Trees behind elements: pages made of components keep their links there. */

/** Custom elements: the one thing that selectors cannot ask for and XPath can, without handing over every element. */
const CUSTOM = '//*[contains(local-name(), "-")]';
/** Frameworks also hang whole pages on an empty `div`. */
const EMPTY = 'div:empty';

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
  const found = document.evaluate(CUSTOM, document, null, ORDERED_SNAPSHOT, null);
  for (let index = 0; index < found.snapshotLength; index += 1) yield found.snapshotItem(index) as Element;
  yield* document.querySelectorAll(EMPTY);
}

/** `Node.DOCUMENT_NODE` and `XPathResult.ORDERED_NODE_SNAPSHOT_TYPE`: a document of a library has no such globals. */
const DOCUMENT = 9;
const ORDERED_SNAPSHOT = 7;
