import { type Result, succeed } from '../result.ts';
import { scan } from '../site/scan.ts';
import type { PageScan } from '../site/sighting.ts';
import { readPage } from './page.ts';

/** A page's HTML → what it shows. Problems: those of readPage. */
export function scanPage(html: string, url: string): Result<PageScan> {
  const document = readPage(html);
  return document.ok ? succeed(scan(document.value, { url })) : document;
}
