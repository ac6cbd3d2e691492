import type { PageState } from '../protocol.ts';
import type { Asked } from '../recognise/asked.ts';
import type { PageScan } from '../site/sighting.ts';

/** What is kept of one tab's page: what surfaces show, and what it was made from. */
export interface Page {
  readonly state: PageState;
  readonly source: PageSource | null;
}

/** A page of which something was seen, or asked about. */
export interface SourcedPage extends Page {
  readonly source: PageSource;
}

export const hasSource = (page: Page | null): page is SourcedPage => page !== null && page.source !== null;

/** null in Page until the page's script has answered, or the reader has asked about something. */
export interface PageSource {
  readonly scan: PageScan;
  /** Keys of candidates that are not settled yet. A new worker has to resume them. */
  readonly pending: readonly string[];
  /** What the reader asked about on this page. */
  readonly asked?: readonly Asked[];
  /** Set where the source is less than the page showed: long texts are not kept. */
  readonly cut?: true;
}
