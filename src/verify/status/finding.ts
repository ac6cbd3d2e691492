/** What one status entry turned out to say. */
import type { Credential, StatusEntry } from '../../credential/model.ts';
import type { Problem } from '../../problem.ts';
import type { VerifyPorts } from '../ports.ts';
import type { Facts } from '../report.ts';

/** `clear`: looked up, and nothing is set. `set`: the problem says what. `unknown`: the problem says why. */
export interface StatusFinding {
  readonly says: 'clear' | 'set' | 'unknown';
  readonly problem: Problem | null;
  /** What was odd about the list, without keeping it from being read. */
  readonly notes: readonly Problem[];
  readonly facts: Facts;
}

export interface StatusQuestion {
  readonly entry: StatusEntry;
  /** Id of the credential that is asked about. */
  readonly credentialId: string | null;
  readonly issuerId: string | null;
  readonly ports: VerifyPorts;
  /** Why a list is not to be believed by its own status; null where that is clear, or it has none. */
  readonly withdrawn: (list: Credential) => Promise<Problem | null>;
}

/** Looks one entry up. Everything that stands in the way is `unknown` with its code, never `clear`. */
export type LookUp = (question: StatusQuestion) => Promise<StatusFinding>;

/** A finding without what was odd about the list: whoever read it adds that. */
export const clear = (facts: Facts): StatusFinding => ({ says: 'clear', problem: null, notes: [], facts });
export const set = (problem: Problem, facts: Facts): StatusFinding => ({
  says: 'set',
  problem,
  notes: [],
  facts,
});
export const unknown = (problem: Problem, facts: Facts = {}): StatusFinding => ({
  says: 'unknown',
  problem,
  notes: [],
  facts,
});
