import { samePage } from '../protocol.ts';
import { recogniseInView } from '../resolve/page-in-view.ts';
import type { PageScan } from '../site/sighting.ts';

/**
 * What a page shows. Its content counts only where the browser also says that the page is at that address. It is kept
 * only where the address may be a credential's own.
 */
export function viewedAt(url: string, scan: PageScan): PageScan {
  const { view, ...rest } = scan;
  const counts = view !== undefined && samePage(url, scan.url);
  return counts && recogniseInView(scan).some((candidate) => candidate.view !== undefined) ? scan : rest;
}
