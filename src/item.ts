/**
 * One credential of a page with everything that was found out about it. It is plain data: stored, sent and printed as
 * it is.
 */

import type { Instant } from './ports.ts';
import type { AskedAs } from './recognise/candidate.ts';
import type { PageClaim } from './site/sighting.ts';
import type { Presenter } from './verify/presentation.ts';
import type { Report, Verdict } from './verify/report.ts';

export interface Subject {
  /** Candidate.key; credentials inside another one append `/<n>`. */
  readonly key: string;
  readonly link: string | null;
  /** The file or address that it came from, where one run looked at several. */
  readonly source?: string;
  readonly provider: { readonly id: string; readonly name: string } | null;
  /** What the page says of it; null where no page was involved. */
  readonly claim: PageClaim | null;
  readonly places: readonly number[];
  /** Set where the reader asked about it. */
  readonly asked?: AskedAs;
}
export interface Item extends Subject {
  /** Keys of the other rows of the same record, for which this one stands (inspect/each-once.ts). */
  readonly standsFor?: readonly string[];
  /** The other addresses under which the page links the same record, in its order. */
  readonly alsoLinked?: readonly string[];
  /** Links of a list's entries. Each can be checked by itself. */
  readonly contains?: readonly string[];
  readonly report: Report;
  readonly verdict: Verdict;
  /** The badge's picture, drawn small, as a `data:` URL; absent until it was fetched. */
  readonly picture?: string;
  /** Key of the containing CLR, or of the containing presentation if that has a row of its own. */
  readonly within: string | null;
  /** Who signed the presentation that it came in, where somebody did. */
  readonly presenter?: Presenter | undefined;
  /** What an earlier visit found, where that differs and the reader keeps a list. */
  readonly earlier?: Earlier;
}

/** A row of a page: still being checked, or done. */
export type Row = CheckingRow | ({ readonly state: 'checked' } & Item);
interface CheckingRow extends Subject {
  readonly state: 'checking';
  /** Key of the row that stood for this one, as the same record, when it was last checked. */
  readonly standIn?: string;
}

/** Those of the rows that are done. */
export const checkedAmong = (rows: readonly Row[]): readonly Item[] =>
  rows.flatMap((row) => (row.state === 'checked' ? [row] : []));

/** Statuses that answer about the credential itself, not about who could be reached or what the reader compared. */
export const SETTLED = [
  'signature-verified',
  'issuer-confirmed',
  'expired',
  'revoked',
  'suspended',
  'not-yet-valid',
  'not-in-form',
  'failed',
] as const;
export type Settled = (typeof SETTLED)[number];

export interface Earlier {
  readonly outcome: Settled;
  /** When it was last found to be that. */
  readonly at: Instant;
}
