import { samePage } from '../protocol.ts';

/**
 * Whether the page in view is a server's error page (404, 410, any status from 400 on). Such a page may well repeat
 * what was asked for. False where the browser does not tell, and after a script has navigated.
 */
export function isMissing(address: string): boolean {
  const [loaded] = performance.getEntriesByType('navigation');
  return loaded !== undefined && statusOf(loaded) >= 400 && samePage(loaded.name, address);
}

const statusOf = (entry: PerformanceEntry): number =>
  'responseStatus' in entry && typeof entry.responseStatus === 'number' ? entry.responseStatus : 0;
