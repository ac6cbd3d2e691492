import { samePage } from '../protocol.ts';
import { recogniseInView } from '../resolve/page-in-view.ts';
import type { PageScan } from '../site/sighting.ts';

/**
 * What a page shows. What stands on it counts only where the browser, too, says that it is the page at that address, and
 * is kept only where it is some credential's own.
 */
export function viewedAt(url: string, scan: PageScan): PageScan {
  const { view, ...rest } = scan;
  const counts = view !== undefined && samePage(url, scan.url);
  return counts && recogniseInView(scan).some((candidate) => candidate.view !== undefined) ? scan : rest;
}
