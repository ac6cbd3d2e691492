/** What the bench runs inside pages: the extension's own code, as the bundler makes it. */
import { createPageReader } from '../../src/content/page-reader.ts';
import { beginVisit } from '../../src/content/visit.ts';
import { createReading } from '../../src/site/reading.ts';
import { scan } from '../../src/site/scan.ts';
import { finish } from '../../src/site/steps.ts';

export const pageCode = { scan, beginVisit, createReading, createPageReader, finish };
declare global {
  var touchstone: typeof pageCode;
}
globalThis.touchstone = pageCode;
