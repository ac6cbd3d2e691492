import type { Document } from '../credential/model.ts';
import type { LinkShape, Provider, Route } from '../provider/provider.ts';
import type { PageClaim } from '../site/sighting.ts';
import type { PlatformRecord } from '../verify/platform-record.ts';
import type { HumanPage } from '../verify/unresolved.ts';

/** What the reader pointed at, with the name of a file, or how a text begins. */
export interface AskedAs {
  readonly kind: 'link' | 'image' | 'text' | 'file';
  readonly name: string | null;
}

/** What an open page is to an award: the platform's own record of it, or a page that only exists. */
export type View =
  | { readonly kind: 'platform'; readonly record: PlatformRecord }
  | { readonly kind: 'page'; readonly page: HumanPage };

/** A link (or an embedded document) that is, or claims to be, one credential. */
export interface Candidate {
  /** Equal for two sightings of one credential: `credly:<id>`, `url:<address>`, `embedded:<digest>`, `claim:<n>`. */
  readonly key: string;
  readonly link: string | null;
  readonly provider: Provider | null;
  readonly kind: LinkShape['kind'];
  /** Named groups of the pattern. */
  readonly params: Readonly<Record<string, string>>;
  readonly routes: readonly Route[];
  /** Set where the page itself carries the document (JSON-LD, data: link). */
  readonly document: Document | null;
  /** May turn out to be nothing (a page's image that hints at a badge). Then it vanishes silently. */
  readonly speculative: boolean;
  readonly claim: PageClaim;
  /** Places on the page (Sighting.place) where it was seen. */
  readonly places: readonly number[];
  /** Set where the reader asked about it. */
  readonly asked?: AskedAs;
  /** What the open page says of it, where that page is its own. */
  readonly view?: View;
}
