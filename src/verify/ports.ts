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

/** Everything outside the program that verifying needs. */
export interface VerifyPorts {
  readonly net: Net;
  /** Runs work that may take for ever: other people's schemas, large graphs. */
  readonly heavy: Heavy<VerifyTasks>;
  readonly clock: Clock;
  /** Keys, DID documents and status lists, within the limits of docs/decisions.md#dependencies-and-lists. */
  readonly store: Store;
  readonly hosting: Hosting;
  readonly issuers: IssuerRegistry;
  readonly contexts: OfferedContexts;
  readonly holder: KnownHolder;
  /** What the credentials of one document may spend together. If absent, each credential has only its own limit. */
  readonly workBudget?: Budget;
  /**
   * Where a signature does not hold, adds what was verified to the facts. The texts are long, and a developer can
   * compare them.
   */
  readonly explain?: boolean;
}
