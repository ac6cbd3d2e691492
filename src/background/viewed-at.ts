import { samePage } from '../protocol.ts';
import { recognise } from '../provider/recognise.ts';
import type { PageScan } from '../site/sighting.ts';

/**
 * What a page shows. What stands on it counts only where the browser, too, says that it is the page at that address, and
 * is kept only where it is some credential's own.
 */
export function viewedAt(url: string, scan: PageScan): PageScan {
  const { view, ...rest } = scan;
  const counts = view !== undefined && samePage(url, scan.url);
  return counts && recognise(scan).some((candidate) => candidate.view !== undefined) ? scan : rest;
}
