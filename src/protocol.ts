/** The messages, with their senders and receivers. Messages ask. State lives in `storage.session`, and surfaces subscribe to it. */
import type { Row } from './item.ts';
import type { KnownHolder } from './ports.ts';
import type { Asked } from './recognise/asked.ts';
import type { SeenPage } from './site/sighting.ts';
import type { Standing, Status } from './verify/report.ts';

export type PagePhase =
  /** the page's script is reading the page */
  | 'scanning'
  /** rows are being checked */
  | 'checking'
  | 'done'
  /** this page cannot be read; `notReadable` says why */
  | 'not-readable';

/**
 * The browser's own page · an add-on store · a PDF viewer · a local file · a source view · neither click nor grant · a
 * site that the organisation's policy does not allow.
 */
export type NotReadable =
  | 'browser-page'
  | 'store-page'
  | 'pdf'
  | 'local-file'
  | 'source-view'
  | 'no-access'
  | 'not-allowed';

/** State of one tab's page, at `pageKey(tabId)` in `storage.session`. */
export interface PageState {
  readonly tabId: number;
  readonly url: string;
  readonly title: string;
  /** The person that the page says it is about. */
  readonly person?: string | null;
  readonly phase: PagePhase;
  /** Set in phase `not-readable`. */
  readonly notReadable?: NotReadable;
  readonly startedAt: number;
  readonly rows: readonly Row[];
  /** Origins (`https://host/*`) that rows wait for. One click asks for all of them. */
  readonly wantedOrigins: readonly string[];
  /** How many rows wait for the reader to ask for them. A page may not have endless links looked up. */
  readonly left?: number;
  /** Names of things that the reader asked about, and that there was no room to keep. The reader can give them again. */
  readonly unkept?: readonly string[];
  /** How many links of the page are not listed, because there is no room for their rows. */
  readonly beyond?: number;
  /** The page that lists what this one has not drawn yet. */
  readonly unreadList?: string;
  /**
   * The background knows with whom the rows are compared. It forgets that when it sleeps, and the surface that knows it
   * tells it again.
   */
  readonly compared?: true;
}
/**
 * Whether something of the page is still to come. What the reader asked about is checked even where the page cannot be
 * read.
 */
export const isBusy = ({ phase, rows }: Pick<PageState, 'phase' | 'rows'>): boolean =>
  phase === 'scanning' || phase === 'checking' || rows.some(({ state }) => state === 'checking');

/**
 * The phase as a surface shows it. While something that was asked about is being checked, a page that cannot be read
 * counts as being checked too.
 */
export const shownPhase = (state: PageState): PagePhase =>
  state.phase === 'not-readable' && isBusy(state) ? 'checking' : state.phase;

/**
 * Which page an address names. It tells a soft navigation from a jump within one page. The fragment counts only where
 * single-page applications route by it (`#/…`, `#!…`).
 */
export const samePage = (one: string, other: string): boolean => withoutJump(one) === withoutJump(other);
export const withoutJump = (url: string): string => url.replace(/#(?![/!]).*$/, '');

/**
 * A page's state in `storage.session`: its head under one key, each row under its own. So an answer writes one row and
 * not all of them. The head names the rows in their order.
 */
export interface PageHead extends Omit<PageState, 'rows'> {
  readonly order: readonly string[];
}
export const pageKey = (tabId: number): `page:${number}` => `page:${tabId}`;
export const rowKey = (tabId: number, key: string): `row:${number}:${string}` => `row:${tabId}:${key}`;

/**
 * What stands at those places. Only the background writes there, and content scripts have no access. So the shapes are
 * known, and nobody checks them again.
 */
export const storedHead = (value: unknown): PageHead | undefined => value as PageHead | undefined;
export const storedRow = (value: unknown): Row | undefined =>
  typeof value === 'string' ? (JSON.parse(value) as Row) : undefined;

/**
 * A row is stored as text. Chrome copies a stored value member by member, several times on its way to whoever watches,
 * and a text at once.
 */
export const rowText = (row: Row): string => JSON.stringify(row);

/** Head and rows → the state. A row that is no longer there is left out. */
export function pageFrom({ order, ...head }: PageHead, rowOf: (key: string) => Row | undefined): PageState {
  return { ...head, rows: order.flatMap((key) => rowOf(key) ?? []) };
}

/** What may be asked of the background, and what it answers. */
export interface Requests {
  /** popup, options → background: read the page of this tab and check it */
  'scan-tab': { readonly ask: { readonly tabId: number }; readonly answer: null };
  /** popup, panel → background: something of this page is still open. Wakes a background that sleeps */
  wake: { readonly ask: { readonly tabId: number }; readonly answer: null };
  /** popup, panel → background: this tab has moved on. A background that died may not have noted it */
  'tab-moved': { readonly ask: { readonly tabId: number }; readonly answer: null };
  /** content → background: what the page shows. The tab is taken from the sender, never from the message. */
  'page-scanned': { readonly ask: { readonly scan: SeenPage }; readonly answer: null };
  /** content → background: the page that a click opened has moved on, and the script has ended. The tab is the sender's */
  'page-left': { readonly ask: Readonly<Record<string, never>>; readonly answer: null };
  /** popup → background: ask again for one row (or all), past every cache */
  recheck: { readonly ask: { readonly tabId: number; readonly key: string | null }; readonly answer: null };
  /** popup, preview → background: check this too, because the reader asks for it. The row stays beside the tab's own */
  'check-asked': {
    readonly ask: { readonly tabId: number; readonly asked: readonly Asked[] };
    readonly answer: null;
  };
  /** preview → background: forget everything that was asked in this tab */
  'forget-page': { readonly ask: { readonly tabId: number }; readonly answer: null };
  /** popup → background: check the rows that were left, too */
  'check-rest': { readonly ask: { readonly tabId: number }; readonly answer: null };
  /** popup → background: the reader has granted origins; check what waited for them */
  'origins-granted': { readonly ask: { readonly tabId: number }; readonly answer: null };
  /** popup → background: known e-mail or name. Held in memory only, compared on this machine, never stored */
  'known-holder': {
    readonly ask: { readonly tabId: number; readonly holder: KnownHolder };
    readonly answer: null;
  };
  /** popup, panel → background: scroll the page to where it shows this row. Answers whether it still shows it */
  'show-on-page': {
    readonly ask: { readonly tabId: number; readonly key: string };
    readonly answer: boolean;
  };
  /** popup → background: the reader recognises this issuer; every open page is judged again */
  'recognise-issuer': { readonly ask: { readonly id: string; readonly name: string }; readonly answer: null };
  /** popup → background: the reader no longer recognises this issuer */
  'forget-issuer': { readonly ask: { readonly id: string }; readonly answer: null };
}
export type RequestName = keyof Requests;

/**
 * What tells the script in a page to end its visit: one that follows a named site without a click, or one that a click
 * has begun.
 */
export const endOf = (follow: boolean): `end-${boolean}` => `end-${follow}`;

/** The type of a message; undefined where it is none of ours. */
export const typeOf = (message: unknown): unknown =>
  typeof message === 'object' && message !== null && 'type' in message ? message.type : undefined;

/** Where the page's script saw something: the n-th sighting, and its link. */
export interface Spot {
  readonly place: number;
  readonly link: string | null;
}
/** What a dot in the page shows of one row: a shape and a few words, nothing else of its report. */
export interface Mark {
  readonly spots: readonly Spot[];
  readonly status: Status;
  readonly standing: Standing;
  readonly title: string;
  readonly issuer: string;
  readonly statusWord: string;
  readonly standingWord: string;
  readonly reason: string | null;
  /** What a screen reader says of the dot. */
  readonly label: string;
}
export interface Marking {
  /** The page that the dots belong to. */
  readonly url: string;
  /** What needs a look most comes first. */
  readonly marks: readonly Mark[];
  readonly words: {
    readonly sure: string;
    readonly close: string;
    readonly language: string;
    readonly direction: 'ltr' | 'rtl';
  };
}

/** What the background tells the script that marks a page, and what it answers. */
export interface Tellings {
  /** Show these dots and no others; none where the reader has switched them off. */
  'show-marks': { readonly tell: Marking; readonly answer: true };
  /** Scroll to the first of these that is still there. Answers whether one is. */
  'show-place': { readonly tell: { readonly spots: readonly Spot[] }; readonly answer: boolean };
}
export type TellingName = keyof Tellings;
