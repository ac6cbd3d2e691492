import type { Status } from '../verify/report.ts';

export type OutcomeCode = 0 | 1 | 2;

/** docs/decisions.md#exit-codes. */
const CODES: Readonly<Record<Status, OutcomeCode>> = {
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

/** One bad status is 1 whatever the others are. Nothing found is 2, so that no script takes it for a success. */
export function exitCodeOf(statuses: readonly Status[]): OutcomeCode {
  return statuses.length === 0 ? 2 : worstOf(statuses.map((status) => CODES[status]));
}

/** Of several: 1 where any is, else 2 where any is. If one target held nothing, the run is never 0. */
export function worstOf(codes: readonly OutcomeCode[]): OutcomeCode {
  if (codes.includes(1)) return 1;
  return codes.includes(2) ? 2 : 0;
}
