import type { Candidate } from '../recognise/candidate.ts';

/** What one page may have looked up before the reader asks for more: twice what the longest profiles show. */
const LIMITS = { page: 400, host: 150 } as const;

/** What a page has had looked up unasked. A page of a named site is read without a click: its links decide nothing alone. */
export interface Budget {
  /** Whether this one may be looked into; one that was before, or that the reader asked for, always may. */
  admits(candidate: Candidate): boolean;
  /** The reader asks for this one. */
  grant(candidate: Candidate): void;
}

export function createBudget(): Budget {
  const admitted = new Set<string>();
  const perHost = new Map<string, number>();
  return {
    grant: ({ key }) => void admitted.add(key),
    admits({ key, link, asked }) {
      if (admitted.has(key) || asked !== undefined) return true;
      const host = link !== null && URL.canParse(link) ? new URL(link).host : '';
      const spent = perHost.get(host) ?? 0;
      if (admitted.size >= LIMITS.page || (host !== '' && spent >= LIMITS.host)) return false;
      admitted.add(key);
      perHost.set(host, spent + 1);
      return true;
    },
  };
}
