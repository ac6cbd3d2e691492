/** Who hosts credentials. One data file each in registry/; everything about a provider stands there and nowhere else. */
import type { ProblemCode } from '../problem.ts';

export type ProviderGroup =
  | 'technology'
  | 'learning-platform'
  | 'university'
  | 'association'
  | 'badge-platform';

/** What is read of an award that is no Open Badge. */
export type RecordField =
  | 'title'
  | 'issuer'
  | 'holder'
  | 'issued'
  | 'expires'
  | 'description'
  | 'score'
  | 'skills';

/**
 * Where a value stands. In JSON a pointer from the record on, in which `*` is every member of a list; `Type/pointer`
 * begins at the one other object of the state with that `__typename`, `:root/pointer` at the whole answer. In elements a selector within the record's own
 * element, or behind `:root` within the whole page; `@name` behind it is an attribute in place of the text.
 */
export type Place = string;

/** Data that only the platform writes, and what of it is one award's record (docs/decisions.md#what-a-platform-says-of-its-own-awards). */
export interface RecordReading {
  /**
   * What the answer is: JSON · a page with JSON in a script that a selector names (`script`), percent-encoded or not · a
   * page whose script assigns JSON to a variable (`assigns`) · elements of a template that is known (`elements`).
   */
  readonly of:
    | { readonly kind: 'json' }
    | { readonly kind: 'script'; readonly script: string; readonly encoding?: 'percent' }
    | { readonly kind: 'assigned'; readonly variable: string }
    | { readonly kind: 'elements'; readonly template: string };
  /** Where records stand: a pointer or a selector with `{name}` for groups of the link, or `Type/`. */
  readonly record: Place;
  /** What the record must carry to be this link's: each place holds exactly this. */
  readonly ids: readonly { readonly at: Place; readonly is: string }[];
  /** Several places are joined by a space; of a text, `after` is taken off its beginning. */
  readonly reads: Readonly<Partial<Record<RecordField, Place | readonly Place[]>>>;
  /** Words that stand before a value in the template: `Earned`, `Issued`. */
  readonly labels?: readonly string[];
  /** Whose award it is beside the platform's: `Coursera, for Meta`. */
  readonly partner?: Place;
  /** A member that says how the award stands: one value is good, others have a code, the rest is not understood. */
  readonly state?: {
    readonly at: Place;
    readonly good: string;
    readonly others: Readonly<Record<string, ProblemCode>>;
  };
  /** A date or flag that is set where the award was withdrawn. */
  readonly revoked?: Place;
  /** A flag that is set where only the holder may see it. */
  readonly private?: Place;
  /** The address at which the record says that it is shown: on this very host. */
  readonly shownAt?: { readonly at: Place; readonly host: string };
}

/** What a status means on this one platform, where it is known to mean something of its own. */
type Saying = Readonly<Partial<Record<number, 'private-record' | 'record-absent-or-private'>>>;

/** JSON that has to be asked first: what stands at `at` in it is the route's further group `as`. */
export interface AskedFirst {
  readonly address: string;
  readonly at: string;
  readonly as: string;
}

/** One way from a link to something that can be read. `{name}` stands for a named group of the shape's pattern. */
export type Route =
  /**
   * A machine-readable record at an address made from the link; `{+name}` is percent-decoded.
   * `at`: JSON Pointers to the credential inside the answer, the first that leads to one is taken.
   * `elsewhere`: its 404 says only "not here", so the next route is asked.
   */
  | {
      readonly via: 'record';
      readonly address: string;
      readonly accept?: string;
      readonly at?: readonly string[];
      readonly elsewhere?: true;
      /** The address that the record must give as its own id, where a signature alone would not say which badge it is. */
      readonly is?: string;
    }
  /** JSON that names, at a JSON Pointer, the address of the record: that address is asked, nothing else is believed. */
  | { readonly via: 'pointer'; readonly address: string; readonly at: string; readonly says?: Saying }
  /** The platform's own JSON about the award, no Open Badge. Believed only where it carries the link's own id. */
  | {
      readonly via: 'api';
      readonly address: string;
      /** JSON Pointer to what must equal the value of the named group `names` (`id`); null: the address alone names it. */
      readonly id: string | null;
      readonly names?: string;
      /** A `*` in a pointer is every member of a list: they are read together. */
      readonly reads: Readonly<Partial<Record<RecordField, string>>>;
      /** JSON Pointer to a date or flag that is set where the award was withdrawn. */
      readonly revoked?: string;
      /** JSON Pointer to a flag that says that only the holder may see it. */
      readonly private?: string;
      /** JSON Pointer to what stands in place of the record where it may not be shown, or is none. */
      readonly withheld?: string;
      readonly says?: Saying;
      /** JSON Pointer to the page's address, whose host must be the link's host (white-label hosts). */
      readonly host?: string;
      readonly elsewhere?: true;
    }
  /** The platform's own record of its own award, in its JSON or in the page that it draws from it. Needs `issues`. */
  | {
      readonly via: 'award';
      readonly first?: AskedFirst;
      readonly address: string;
      readonly reading: RecordReading;
      /** Whose award it is where it is not the provider's. */
      readonly issuer?: OwnIssuer;
      readonly says?: Saying;
      readonly elsewhere?: true;
      /** People visit this host, too: its grant is asked for when it is first needed. */
      readonly atRunTime?: true;
    }
  /** What a person's list holds: each entry becomes a link of its own, checked by itself when the reader wants it. */
  | {
      readonly via: 'list';
      readonly first?: AskedFirst;
      readonly address: string;
      readonly of: RecordReading['of'];
      /** Where entries stand, and the link that each makes: `{entry}` is what stands there. */
      readonly entries: readonly { readonly at: Place; readonly link: string }[];
      /** Its own page links to each entry: who is on it needs no row for the whole. */
      readonly linked?: true;
      /** What must stand there for the list to be the link's own. */
      readonly ids?: RecordReading['ids'];
    }
  /**
   * The link's own address serves the credential document (.json, .jwt, .png, .svg), by itself or where it is asked for
   * one, or a page that holds it or names it as its alternate.
   */
  | {
      readonly via: 'direct';
      readonly accept?: string;
      /** As likely a page for people: that it is gone says nothing about a record. */
      readonly perhapsPage?: true;
    }
  /** A human page (default: the link's own), which only exists: at most `page-only`. */
  | {
      readonly via: 'page';
      /**
       * The group (or groups, all of them) whose value the page has to carry where a page only carries what it is about
       * (`page-evidence.ts`); null where the address alone names the award, and `template` knows its page.
       */
      readonly carries: string | readonly string[] | null;
      readonly address?: string;
      /** A selector of what no other page at this address has: not the answer for an id that is none. */
      readonly template?: string;
      /** Words that stand before a value. A page that has those of title and date is the award's, and may carry the id as text. */
      readonly labels?: Readonly<Partial<Record<'title' | 'issuer' | 'issued' | 'expires', string>>>;
    }
  /**
   * The link only redirects: it is followed and its target matched anew. For what the reader asks about, never by itself.
   * `to`: the origin that it is known to lead to, without which a browser does not follow it.
   */
  | { readonly via: 'follow'; readonly to?: string }
  /** Cannot or must not be asked; the code says why. */
  | { readonly via: 'none'; readonly code: ProblemCode };

export interface LinkShape {
  readonly kind: 'credential' | 'image' | 'collection' | 'short' | 'private' | 'offer' | 'form' | 'file';
  /** Matched against the whole normalised address (`new URL(x).href`), case-insensitively; ids keep their case. */
  readonly pattern: RegExp;
  /** The group (or groups, joined) that tell two links to one record apart from two records. Default: `id`. */
  readonly identity?: readonly string[];
  /** Tried in order; the next one only where the one before gave `answer-not-understood`. */
  readonly routes: readonly Route[];
  /** Addresses that match, made up or public templates: they run as tests. One for each host of the pattern. */
  readonly examples: readonly string[];
  /** Lower-case pieces of which every matching address has one: by them the page's script passes over other links. */
  readonly hint?: readonly string[];
  /** The path alone is the shape, on any public host. Needs `hint`. */
  readonly anyHost?: true;
  /** What it leads to may well be no credential (an image): then the candidate vanishes. */
  readonly speculative?: true;
}

/** A platform as the issuer of its own awards. */
export interface OwnIssuer {
  /** Its address, which stands for it as its id. */
  readonly id: string;
  readonly name: string;
  /** The registrable domain that its hosts are on. */
  readonly domain: string;
}

/** Whoever runs a host on which a platform shows its awards, and nobody else's: listed by that very host. */
export interface HostOwner extends OwnIssuer {
  readonly host: string;
  /** Other names by which its records call it. */
  readonly aka?: readonly string[];
  /** As of when it is known to be so (ISO date): a name that nobody tends can be taken over. */
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
  /** Set where its awards are its own: it is recognised for them by its host. */
  readonly issues?: OwnIssuer;
  /** Set where only members may issue: their ids, and what says so, read on that day (ISO date). Never demonstrations. */
  readonly membersOnly?: { readonly issuers: RegExp; readonly source: string; readonly date: string };
  /** Best status that its links can earn today. */
  readonly ceiling: 'signature-verified' | 'issuer-confirmed' | 'page-only' | 'not-checked';
  /** What a reader should know: terms, limits. One sentence, for the README table. */
  readonly note?: string;
  /** No platform stands behind it: its candidates carry no provider. */
  readonly anonymous?: true;
  /** Its badges live at these providers (ids), whose shapes recognise them. */
  readonly through?: readonly string[];
  /** Near-misses on its hosts that are no credentials: they run as tests. */
  readonly counterExamples: readonly string[];
}
