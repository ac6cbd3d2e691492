import { type AllowedSites, isPageAllowed } from '../platform/allowed-sites.ts';
import type { PageState } from '../protocol.ts';
import type { PageBook } from './page-book.ts';
import type { PageChecks } from './page-checks.ts';
import { refuse } from './refusal.ts';

type Where = Pick<PageState, 'url' | 'title'>;

export interface GatePorts {
  readonly book: PageBook;
  readonly checks: PageChecks;
  /** Reads the page of a tab. */
  readonly scan: (tabId: number) => Promise<void>;
  /** The sites whose pages the organisation allows to be read; null: all. */
  readonly allowedSites: () => Promise<AllowedSites>;
  /** Whether the address is the extension's own. What the reader brings there is no page of a site. */
  readonly isOwn: (url: string) => boolean;
  readonly tabById: (tabId: number) => Promise<Where | null>;
  readonly now: () => number;
  /** Ends whatever runs in the tab, and takes away what it has put there. Receives the state that says why. */
  readonly onRefused: (tabId: number, state: PageState | null) => void;
}

/**
 * The one way to the page of a tab. Whoever has it read, reports it or asks about something on it comes through here,
 * and meets what the organisation's policy says of its site.
 */
export interface Gate {
  readonly checks: PageChecks;
  scan(tabId: number): Promise<void>;
  isAllowed(url: string): Promise<boolean>;
  /** Leaves the page of the tab, and says why. */
  refuse(tabId: number, page: Where): Promise<void>;
}

export function createGate({ book, checks, ...world }: GatePorts): Gate {
  const isAllowed = async (url: string): Promise<boolean> =>
    isPageAllowed(url, await world.allowedSites()) || world.isOwn(url);
  const turnAway = async (tabId: number, page: Where): Promise<void> => {
    const { leave } = checks;
    world.onRefused(tabId, await refuse({ book, leave }, { tabId, page, now: world.now() }));
  };
  const pass = async (tabId: number, page: Where, work: () => Promise<void>): Promise<void> =>
    (await isAllowed(page.url)) ? work() : turnAway(tabId, page);

  return {
    isAllowed,
    checks: {
      ...checks,
      scanned: (tabId, scan) => pass(tabId, scan, () => checks.scanned(tabId, scan)),
      asked: (tabId, page, asked) => pass(tabId, page, () => checks.asked(tabId, page, asked)),
    },
    async scan(tabId) {
      // Where nothing is limited, nobody waits for the tab's address here.
      if ((await world.allowedSites()) === null) return world.scan(tabId);
      await pass(tabId, (await world.tabById(tabId)) ?? { url: '', title: '' }, () => world.scan(tabId));
    },
    refuse: turnAway,
  };
}
