import { hostnameOf } from '../net/address.ts';
import type { Candidate } from '../recognise/candidate.ts';

/** How many links of one page are looked up before the reader asks for more: twice what the longest profiles show. */
const LIMITS = { page: 1_000, host: 500 } as const;

/**
 * What has been looked up for a page without the reader asking. A page of a named site is read without a click, so the
 * page could name endless links.
 */
export interface Budget {
  /** Whether this candidate may be looked up. One that was looked up before, or that the reader asked for, always may. */
  admits(candidate: Candidate): boolean;
  /** The reader asks for this candidate. */
  grant(candidate: Candidate): void;
}

export function createBudget(): Budget {
  const admitted = new Set<string>();
  const perHost = new Map<string, number>();
  return {
    grant: ({ key }) => void admitted.add(key),
    admits({ key, link, asked }) {
      if (admitted.has(key) || asked !== undefined) return true;
      const host = hostnameOf(link ?? '');
      const spent = perHost.get(host) ?? 0;
      if (admitted.size >= LIMITS.page || (host !== '' && spent >= LIMITS.host)) return false;
      admitted.add(key);
      perHost.set(host, spent + 1);
      return true;
    },
  };
}
