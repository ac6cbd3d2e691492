/** The result of one status entry. */
import type { Budget } from '../../budget.ts';
import type { Credential, StatusEntry } from '../../credential/model.ts';
import type { Problem } from '../../problem.ts';
import type { VerifyPorts } from '../ports.ts';
import type { Facts } from '../report.ts';

/** `clear`: looked up, and nothing is set. `set`: the problem says what. `unknown`: the problem says why. */
export interface StatusFinding {
  readonly says: 'clear' | 'set' | 'unknown';
  readonly problem: Problem | null;
  /** What was odd about the list, although it could be read. */
  readonly notes: readonly Problem[];
  readonly facts: Facts;
}

export interface StatusQuestion {
  readonly entry: StatusEntry;
  /** The id of the credential in question. */
  readonly credentialId: string | null;
  readonly issuerId: string | null;
  readonly ports: VerifyPorts;
  /** How often bits may still be looked up for the credential, with those of its lists. Each may be in another list. */
  readonly looks: Budget;
  /** Why a list's own status makes it untrustworthy. Null where that is clear, or where it has no status. */
  readonly withdrawn: (list: Credential) => Promise<Problem | null>;
}

/** Looks up one entry. Anything that prevents an answer is `unknown` with its code, never `clear`. */
export type LookUp = (question: StatusQuestion) => Promise<StatusFinding>;

/** A finding without notes. The reader of the list adds them. */
export const clear = (facts: Facts): StatusFinding => ({ says: 'clear', problem: null, notes: [], facts });
export const set = (problem: Problem, facts: Facts): StatusFinding => ({
  says: 'set',
  problem,
  notes: [],
  facts,
});
/** Nobody could tell what the list says, and why. */
export const unknown = (problem: Problem, facts: Facts = {}): StatusFinding => ({
  says: 'unknown',
  problem,
  notes: [],
  facts,
});
