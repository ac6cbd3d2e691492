/** DOM → what the page shows of credentials. It only reads and believes nothing; the worker decides. */
import { readClaims } from './claims.ts';
import { createReading } from './reading.ts';
import type { PageScan } from './sighting.ts';
import { finish } from './steps.ts';

export interface ScanOptions {
  /** The page's address: where relative links lead. */
  readonly url: string;
}

/** The credentials that a document (with its open shadow roots and reachable frames) shows, in its order. */
export const scan = (document: Document, options: ScanOptions): PageScan =>
  scanElements(document, options).scan;

/** The same with the elements: each sighting's element at its place, so that a marker finds its link again. */
export function scanElements(
  document: Document,
  options: ScanOptions,
): { readonly scan: PageScan; readonly elements: readonly Element[] } {
  const reading = createReading(document, options);
  finish(reading.whole());
  const { scan: seen, elements } = reading.scanned();
  return { scan: readClaims(seen), elements };
}
