import type { Budget } from '../budget.ts';
import type {
  Clock,
  Heavy,
  Hosting,
  IssuerRegistry,
  KnownHolder,
  Net,
  OfferedContexts,
  Store,
} from '../ports.ts';
import type { VerifyTasks } from './tasks.ts';

/** All that verifying needs of the world. */
export interface VerifyPorts {
  readonly net: Net;
  /** What may take for ever: schemas that strangers wrote, large graphs. */
  readonly heavy: Heavy<VerifyTasks>;
  readonly clock: Clock;
  /** Keys, DID documents and status lists, within the limits of docs/decisions.md#status-and-standing. */
  readonly store: Store;
  readonly hosting: Hosting;
  readonly issuers: IssuerRegistry;
  readonly contexts: OfferedContexts;
  readonly holder: KnownHolder;
  /** What the credentials of one document may spend together; without it each has only its own limit. */
  readonly workBudget?: Budget;
  /** Where a signature does not hold, lay what was verified open in the facts: long texts, for a developer to compare. */
  readonly explain?: boolean;
}
