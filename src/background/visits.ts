import type { Item } from '../item.ts';
import type { KnownHolder } from '../ports.ts';
import { samePage } from '../protocol.ts';
import type { Candidate } from '../recognise/candidate.ts';
import type { VerifyPorts } from '../verify/ports.ts';
import { type Budget, createBudget } from './budget.ts';

export type VisitPorts = Omit<VerifyPorts, 'holder'>;

/** One page in one tab, from its first scan until it is left. What must outlive the worker is in the book instead. */
export interface Visit {
  readonly tabId: number;
  readonly url: string;
  readonly left: AbortSignal;
  /** Renewed when what they remember must no longer be used. */
  ports: VisitPorts;
  /** The candidates that are being checked now, by key. */
  readonly running: Map<string, Candidate>;
  /** Answers that are not written yet, by key. */
  readonly settled: Map<string, readonly Item[]>;
  /** All candidates of the page, in its order. Empty where they can be made from what is stored of the page. */
  candidates: readonly Candidate[];
  holder: KnownHolder;
  /** What may be looked up for the page before the reader asks for the rest. */
  readonly budget: Budget;
  /** How many grants have come so far. What was under way meanwhile may have met the closed door. */
  grants: number;
}

export interface Visits {
  /** The visit of this page. A visit of another page in the same tab ends. */
  at(tabId: number, url: string): Visit;
  /** Whether the tab's visit is of another page than this one: of the next, whose scan is about to be written. */
  isPast(tabId: number, url: string): boolean;
  noteGrant(tabId: number): void;
  /** The visit forgets every document that it has fetched. */
  renewPorts(tabId: number): void;
  end(tabId: number): void;
  /** Whether the visit is still open and belongs to the page at this address. */
  isOpen(visit: Visit, url: string): boolean;
  /** Whether the candidate is being checked, or has an answer that is not written yet. */
  isUnderWay(tabId: number, key: string): boolean;
}

export function createVisits(portsFor: (page: string, tabId: number) => VisitPorts): Visits {
  const open = new Map<number, { readonly visit: Visit; readonly controller: AbortController }>();

  const end = (tabId: number): void => {
    open.get(tabId)?.controller.abort();
    open.delete(tabId);
  };
  return {
    at(tabId, url) {
      const current = open.get(tabId)?.visit;
      if (current && samePage(current.url, url)) return current;
      end(tabId);
      const controller = new AbortController();
      const visit: Visit = {
        tabId,
        url,
        left: controller.signal,
        ports: portsFor(url, tabId),
        running: new Map(),
        settled: new Map(),
        candidates: [],
        holder: {},
        budget: createBudget(),
        grants: 0,
      };
      open.set(tabId, { visit, controller });
      return visit;
    },
    isPast(tabId, url) {
      const visit = open.get(tabId)?.visit;
      return visit !== undefined && !samePage(visit.url, url);
    },
    noteGrant(tabId) {
      const visit = open.get(tabId)?.visit;
      if (visit) visit.grants += 1;
    },
    renewPorts(tabId) {
      const visit = open.get(tabId)?.visit;
      if (visit) visit.ports = portsFor(visit.url, tabId);
    },
    end,
    isOpen: (visit, url) => !visit.left.aborted && samePage(visit.url, url),
    isUnderWay(tabId, key) {
      const visit = open.get(tabId)?.visit;
      return visit !== undefined && (visit.running.has(key) || visit.settled.has(key));
    },
  };
}
