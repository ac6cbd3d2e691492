/**
 * What a page shows: addresses and claims, none of them believed. It is plain data, because the page's script sends it
 * to the worker.
 */

/** Which reader the worker uses for an entry's words (claims.ts), where a site has one of its own. */
export type ReaderId = 'linkedin' | 'orcid' | 'schema';

/** What the page says about a credential. All of it is the page's word. */
export interface PageClaim {
  readonly title: string | null;
  readonly issuer: string | null;
  readonly issued: string | null;
  readonly expires: string | null;
  readonly credentialId: string | null;
  /** Other names under which the page gives this same record; the first of them where there are many. */
  readonly alsoNamed?: readonly string[];
  /** How many names it gives this record in all; absent where that is this one and `alsoNamed`. */
  readonly names?: number;
}

/** `claim`: the page says that somebody has it, with any link or none. */
export type SightingKind = 'link' | 'image' | 'embed' | 'json-ld' | 'claim';

export interface Sighting {
  readonly kind: SightingKind;
  /** Absolute address. Null for `json-ld`, and for a `claim` without a link. */
  readonly link: string | null;
  /**
   * The JSON-LD text of an embedded script. Until it is read (claims.ts), also the text of a script that only claims
   * something. Null otherwise.
   */
  readonly text: string | null;
  readonly claim: PageClaim;
  /** The n-th sighting on the page, for finding its element again. */
  readonly place: number;
  /** What marks it as one row of a list beside others (claims.ts); absent where it is none. */
  readonly row?: string;
}

export interface PageScan {
  readonly url: string;
  readonly title: string;
  readonly language: string | null;
  /** What the page marks as a name: the mark (an element or a property) and its text. */
  readonly names?: readonly (readonly [mark: string, text: string])[];
  readonly sightings: readonly Sighting[];
  /**
   * Where the page's own address may be a credential's: its content as plain HTML, without scripts and forms, cut to a
   * length.
   */
  readonly view?: string;
  /** The page with the whole list of certifications that this page has not drawn yet; absent where none is known. */
  readonly unreadList?: string;
}

export const NO_CLAIM: PageClaim = {
  title: null,
  issuer: null,
  issued: null,
  expires: null,
  credentialId: null,
};

/**
 * The words beside a credential, unchanged. The page's script only gathers them. The worker reads their meaning in
 * forty languages (claims.ts), so no page has to carry the words for that.
 */
export interface Wording {
  /** The lines of the part of the page that is about this credential alone, from top to bottom. */
  readonly lines: readonly string[];
  /** The lines of the link, and whether each is the whole text of an element. */
  readonly own: readonly string[];
  readonly isParted: boolean;
  /** Whether the link is the whole part, looks like a button in it, or neither. */
  readonly link: 'whole' | 'button' | 'part';
  /** The heading in it that is most likely this credential's, and whether it may be a section's after all. */
  readonly heading: readonly string[] | null;
  readonly isLarge: boolean;
  /** Texts that stand for a link without words: its own pictures' texts, its tooltip and its label. */
  readonly named: readonly string[];
  /** The texts of all other pictures. */
  readonly texts: readonly string[];
  /** Everything from the nearest heading above this part to the part's end. The heading is over no other credential. */
  readonly section: { readonly heading: string; readonly lines: readonly string[] } | null;
  /** What is named around the part (named-values.ts): each value's lines, its name first. */
  readonly cells: readonly (readonly string[])[];
  /** Whether the part is one of several alike, side by side. */
  readonly isRow?: boolean;
  /** The site's own reader for the lines. */
  readonly reader?: ReaderId;
}

export const NO_WORDS: Wording = {
  lines: [],
  own: [],
  isParted: false,
  link: 'part',
  heading: null,
  isLarge: false,
  named: [],
  texts: [],
  section: null,
  cells: [],
};

/** A sighting as the page's script sends it: words, or the text of a script. The worker reads what they claim. */
export interface Seen extends Omit<Sighting, 'claim' | 'row'> {
  readonly wording: Wording | null;
}
export interface SeenPage extends Omit<PageScan, 'sightings' | 'unreadList'> {
  readonly sightings: readonly Seen[];
}

/** Whether two scans report the same of the same page. */
export const isSameScan = (one: SeenPage, other: SeenPage): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
