import { samePage } from '../protocol.ts';
import type { PageScan } from '../site/sighting.ts';

/** What a page shows; what stands on it counts only where the browser, too, says that it is the page at that address. */
export const viewedAt = (url: string, { view, ...scan }: PageScan): PageScan =>
  view !== undefined && samePage(url, scan.url) ? { ...scan, view } : scan;
