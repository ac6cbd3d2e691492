/**
 * An element with a closed shadow root, made in a document in which no page has scripts. A page may have defined the
 * element's name itself (customElements.define). An element made in that page would open its root to the page's
 * ElementInternals (HTML §4.13.7, shadowRoot; DOM §4.9, attachShadow: "available to element internals").
 */
export function closedHost(
  page: Document,
  name: string,
  style: string,
): { readonly host: HTMLElement; readonly root: ShadowRoot; readonly sheet: HTMLStyleElement } {
  const host = page.implementation.createHTMLDocument('').createElement(name);
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = page.createElement('style');
  sheet.textContent = style;
  root.append(sheet);
  return { host, root, sheet };
}
