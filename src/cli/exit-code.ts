import type { Status } from '../verify/report.ts';

/** contract.md, Command line, "exit". */
const CODES: Readonly<Record<Status, 0 | 1 | 2>> = {
  'signature-verified': 0,
  'issuer-confirmed': 0,
  failed: 1,
  revoked: 1,
  expired: 1,
  'holder-mismatch': 1,
  'page-only': 2,
  unreachable: 2,
  'not-checked': 2,
};

/** One bad status is 1 whatever the others are; nothing found is 2: no script may take it for a yes. */
export function exitCodeOf(statuses: readonly Status[]): 0 | 1 | 2 {
  const codes = new Set(statuses.map((status) => CODES[status]));
  if (codes.has(1)) return 1;
  return codes.has(2) || codes.size === 0 ? 2 : 0;
}
