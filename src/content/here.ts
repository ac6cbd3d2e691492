import { beginVisit, type Visit } from './visit.ts';

const MARK = Symbol.for('touchstone visit');
type Holder = { [MARK]?: Visit };

/** Begins the visit of this page, or has the one that is already here read the page again. */
export function readHere(options: { readonly follow: boolean }): void {
  // The isolated world's own global: the page cannot see it.
  const here = globalThis as Holder;
  const visit = here[MARK];
  if (visit && !visit.ended.aborted) visit.read();
  else here[MARK] = beginVisit(document, options);
}
