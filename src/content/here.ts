import { beginVisit } from './visit.ts';
import { HERE, type Holder } from './visit-here.ts';

/** Begins the visit of this page, or makes the running visit read the page again. */
export function readHere(options: { readonly follow: boolean }): void {
  // The isolated world's own global: the page cannot see it.
  const here: Holder = globalThis;
  const visit = here[HERE];
  if (visit && !visit.ended.aborted) visit.read();
  else here[HERE] = beginVisit(document, options);
}
