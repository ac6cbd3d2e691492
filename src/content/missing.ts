import { samePage } from '../protocol.ts';

/**
 * Whether the page in view is a server's error page (404, 410, any status from 400 on). Such a page may well repeat
 * what was asked for. False where the browser does not tell, and after a script has navigated.
 */
export function isMissing(address: string): boolean {
  // All entries of that type are of that class (Navigation Timing §4).
  const [loaded] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return loaded !== undefined && loaded.responseStatus >= 400 && samePage(loaded.name, address);
}
