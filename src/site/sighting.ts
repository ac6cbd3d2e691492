/** What a page shows, as its script reports it: addresses and claims, nothing believed. Sent to the worker, so plain data. */

/** What the page says about a credential. All of it is the page's word. */
export interface PageClaim {
  readonly title: string | null;
  readonly issuer: string | null;
  readonly issued: string | null;
  readonly expires: string | null;
  readonly credentialId: string | null;
}

export type SightingKind = 'link' | 'image' | 'embed' | 'json-ld' | 'claim';

export interface Sighting {
  readonly kind: SightingKind;
  /** Absolute address after unwrapping redirectors; null for `json-ld` and `claim`. */
  readonly link: string | null;
  /** The JSON-LD text of an embedded script; null otherwise. */
  readonly text: string | null;
  readonly claim: PageClaim;
  /** The n-th sighting on the page, for finding its element again. */
  readonly place: number;
}

export interface PageScan {
  readonly url: string;
  readonly title: string;
  readonly language: string | null;
  readonly sightings: readonly Sighting[];
  /**
   * Where the page's own address may be a credential's: what stands on it, as plain HTML without scripts, forms and
   * whatever only repeats that address, cut to a length.
   */
  readonly view?: string;
}

export const NO_CLAIM: PageClaim = {
  title: null,
  issuer: null,
  issued: null,
  expires: null,
  credentialId: null,
};

/** Whether two scans report the same of the same page. */
export const isSameScan = (one: PageScan, other: PageScan): boolean =>
  one.url === other.url &&
  one.title === other.title &&
  one.language === other.language &&
  one.sightings.length === other.sightings.length &&
  one.sightings.every((sighting, at) => isSameSighting(sighting, other.sightings[at] as Sighting));

const isSameSighting = (one: Sighting, other: Sighting): boolean =>
  one.kind === other.kind &&
  one.link === other.link &&
  one.text === other.text &&
  (one.claim === other.claim || CLAIMED.every((name) => one.claim[name] === other.claim[name]));

const CLAIMED = Object.keys(NO_CLAIM) as readonly (keyof PageClaim)[];
