/** What a page shows: addresses and claims, nothing believed. The page's script sends it to the worker, so plain data. */

/** How the worker reads what stands in an entry (claims.ts), where that is known better than from the words alone. */
export type ReaderId = 'linkedin' | 'orcid' | 'schema';

/** What the page says about a credential. All of it is the page's word. */
export interface PageClaim {
  readonly title: string | null;
  readonly issuer: string | null;
  readonly issued: string | null;
  readonly expires: string | null;
  readonly credentialId: string | null;
  /** Other names, under which the page gives this same record. */
  readonly alsoNamed?: readonly string[];
}

/** `claim`: the page says that somebody has it, wherever it leads, if anywhere. */
export type SightingKind = 'link' | 'image' | 'embed' | 'json-ld' | 'claim';

export interface Sighting {
  readonly kind: SightingKind;
  /** Absolute address; null for `json-ld`, and for a `claim` that leads nowhere. */
  readonly link: string | null;
  /** The JSON-LD text of an embedded script, and until it is read (claims.ts) of one that only claims something; null otherwise. */
  readonly text: string | null;
  readonly claim: PageClaim;
  /** The n-th sighting on the page, for finding its element again. */
  readonly place: number;
  /** By what it is known to be one row of a list beside others (claims.ts); absent where it is none. */
  readonly row?: string;
}

export interface PageScan {
  readonly url: string;
  readonly title: string;
  readonly language: string | null;
  readonly sightings: readonly Sighting[];
  /**
   * Where the page's own address may be a credential's: what stands on it, as plain HTML without scripts and forms,
   * cut to a length.
   */
  readonly view?: string;
  /** Where the list of certifications stands whole that this page has not drawn yet; absent where none is known of. */
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
 * Words that stand beside a credential, as they stand. The page's script only gathers them: what they mean in forty
 * languages is read from them in the worker (claims.ts), where no page has to carry the words for it.
 */
export interface Wording {
  /** The lines of the part of the page that speaks of this credential alone, from top to bottom. */
  readonly lines: readonly string[];
  /** The lines of the link. */
  readonly own: readonly string[];
  /** Whether the link is the whole part, looks like a button in it, or neither. */
  readonly link: 'whole' | 'button' | 'part';
  /** The heading in it that is most likely this credential's, and whether it may be a section's all the same. */
  readonly heading: readonly string[] | null;
  readonly isLarge: boolean;
  /** What is read where nothing is written: the texts of the link's own pictures, its tooltip and its label. */
  readonly named: readonly string[];
  /** The texts of all other pictures. */
  readonly texts: readonly string[];
  /** All from the heading that stands over this part, and over no other credential, to the part's end. */
  readonly section: { readonly heading: string; readonly lines: readonly string[] } | null;
  /** Whether the part is one of several alike, side by side. */
  readonly isRow?: boolean;
  /** The site's own way in which the lines are to be read. */
  readonly reader?: ReaderId;
}

export const NO_WORDS: Wording = {
  lines: [],
  own: [],
  link: 'part',
  heading: null,
  isLarge: false,
  named: [],
  texts: [],
  section: null,
};

/** A sighting as the page's script sends it: words, or the text of a script. What they claim is read in the worker. */
export interface Seen extends Omit<Sighting, 'claim' | 'row'> {
  readonly wording: Wording | null;
}
export interface SeenPage extends Omit<PageScan, 'sightings' | 'unreadList'> {
  readonly sightings: readonly Seen[];
}

/** Whether two scans report the same of the same page. */
export function isSameScan(one: SeenPage, other: SeenPage): boolean {
  const [{ sightings: mine, ...page }, { sightings: its, ...otherPage }] = [one, other];
  return (
    isSame(page, otherPage) &&
    mine.length === its.length &&
    mine.every((sighting, at) => isSameSighting(sighting, its[at] as Seen))
  );
}

const isSameSighting = (one: Seen, other: Seen): boolean =>
  one.kind === other.kind &&
  one.link === other.link &&
  one.text === other.text &&
  isSame(one.wording, other.wording);

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);
