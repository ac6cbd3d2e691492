import { beginVisit } from './visit.ts';
import { HERE, type Holder } from './visit-here.ts';

/** Pages that the browser draws before anybody opens them (https://wicg.github.io/nav-speculation/prerendering.html). */
type Prerendered = Document & { readonly prerendering?: boolean };

/**
 * Begins the visit of this page, or makes the running visit read the page again. A page that nobody has opened yet is
 * read once it is opened: the tab still shows another, and the background would take no report for that tab.
 */
export function readHere(options: { readonly follow: boolean }): void {
  const page: Prerendered = document;
  if (page.prerendering === true) {
    page.addEventListener('prerenderingchange', () => readHere(options), { once: true });
    return;
  }
  // The isolated world's own global: the page cannot see it.
  const here: Holder = globalThis;
  const visit = here[HERE];
  if (visit && !visit.ended.aborted) visit.read();
  else here[HERE] = beginVisit(document, options);
}
