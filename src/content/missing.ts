import { samePage } from '../protocol.ts';

/**
 * Whether the page in view is its server's answer that there is none (404, 410, any status from 400 on): what stands on
 * such a page may well repeat what was asked for. False where the browser does not tell, and once a script has led on.
 */
export function isMissing(address: string): boolean {
  const [loaded] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return loaded !== undefined && loaded.responseStatus >= 400 && samePage(loaded.name, address);
}
