/** Who hosts credentials. One data file each in registry/; everything about a provider stands there and nowhere else. */
import type { Document } from '../credential/model.ts';
import type { ProblemCode } from '../problem.ts';
import type { PageClaim } from '../site/sighting.ts';

export type ProviderGroup =
  | 'technology'
  | 'learning-platform'
  | 'university'
  | 'association'
  | 'badge-platform';

/** One way from a link to something that can be read. `{name}` stands for a named group of the shape's pattern. */
export type Route =
  /** A machine-readable record at an address made from the link. */
  | { readonly via: 'record'; readonly address: string; readonly accept?: string }
  /** The link's own address serves the credential document (.json, .jwt, .png, .svg). */
  | { readonly via: 'direct'; readonly accept?: string }
  /** A human page; believed to exist only where it carries the value of the named group. At most `page-only`. */
  | { readonly via: 'page'; readonly carries: string }
  /** Cannot or must not be asked; the code says why. */
  | { readonly via: 'none'; readonly code: ProblemCode };

export interface LinkShape {
  readonly kind: 'credential' | 'image' | 'collection' | 'short' | 'private' | 'offer' | 'form';
  /** Matched against the whole normalised address (`new URL(x).href`), case-insensitively; ids keep their case. */
  readonly pattern: RegExp;
  /** The group (or groups, joined) that tell two links to one record apart from two records. Default: `id`. */
  readonly identity?: readonly string[];
  /** Tried in order; the next one only where the one before gave `answer-not-understood`. */
  readonly routes: readonly Route[];
  /** Addresses that match, made up or public templates: they run as tests. */
  readonly examples: readonly string[];
}

/** An issuer for which the platform vouches, by id. Being hosted there is never enough (rulings.md, Who may vouch). */
export interface Vouching {
  readonly issuerId: string;
  readonly name: string;
  readonly source: string;
  /** ISO date on which the source was read. */
  readonly date: string;
}

export interface Provider {
  readonly id: string;
  readonly name: string;
  readonly group: ProviderGroup;
  /** Match patterns of the hosts that its routes ask: `https://api.example.org/*`. */
  readonly hosts: readonly string[];
  readonly shapes: readonly LinkShape[];
  /** Addresses that name one record: two match when the same pattern's groups are equal (api. and www. forms). */
  readonly aliases?: readonly RegExp[];
  /** What its 404 means: `absent` only where it is known not to hide private records that way. */
  readonly notFound: 'absent' | 'unknown';
  readonly vouchesFor: readonly Vouching[];
  /** Best status that its links can earn today. */
  readonly ceiling: 'signature-verified' | 'issuer-confirmed' | 'page-only' | 'not-checked';
  /** What a reader should know: terms, limits. One sentence, for the README table. */
  readonly note?: string;
  /** Near-misses on its hosts that are no credentials: they run as tests. */
  readonly decoys: readonly string[];
}

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
  /** May turn out to be nothing (a page's image that hints at a badge): then it vanishes silently. */
  readonly speculative: boolean;
  readonly claim: PageClaim;
  /** Places on the page (Sighting.place) where it was seen. */
  readonly places: readonly number[];
}
