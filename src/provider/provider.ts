/**
 * Who hosts credentials, with one data file each in registry/. Everything about a provider stands there and nowhere
 * else.
 */
import type { ProblemCode } from '../problem.ts';
import type { Pattern } from './link.ts';

export type ProviderGroup =
  | 'technology'
  | 'learning-platform'
  | 'university'
  | 'association'
  | 'badge-platform';

/** The fields that are read of an award that is no Open Badge. */
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
 * Where a value stands. In JSON it is a pointer from the record on, in which `*` is every member of a list.
 * `Type/pointer` begins at the only other object of the state with that `__typename`. `~(Type/pointer)/pointer`
 * begins at the object whose id or member name contains the id that stands there. `:root/pointer` begins at the whole
 * answer. In elements it is a selector within the record's own element, or after `:root` within the whole page.
 * `@name` at the end names an attribute to read in place of the text.
 */
export type Place = string;

/**
 * Data that only the platform writes, and which part of it is one award's record
 * (docs/decisions.md#what-a-platform-says-of-its-own-awards).
 */
export interface RecordReading {
  /**
   * What the answer is: JSON · a page with JSON in a script that a selector names (`script`), percent-encoded or not ·
   * a page whose script assigns JSON to a variable, as an object or as text (`assigned`) · elements of a known template
   * (`elements`).
   */
  readonly of:
    | { readonly kind: 'json' }
    | { readonly kind: 'script'; readonly script: string; readonly encoding?: 'percent' }
    | { readonly kind: 'assigned'; readonly variable: string }
    | { readonly kind: 'elements'; readonly template: string };
  /** Where records stand: a pointer or a selector with `{name}` for groups of the link, or `Type/`. */
  readonly record: Place;
  /** The values that make the record this link's: each place holds exactly this. */
  readonly ids: readonly {
    readonly at: Place;
    readonly is: string;
    /** The platform keeps each record under its id. The record itself may leave the id out, but name no other. */
    readonly mayLack?: true;
  }[];
  /** Several places are joined by a space. `after` is removed from the beginning of a text. */
  readonly reads: Readonly<Partial<Record<RecordField, Place | readonly Place[]>>>;
  /** What the platform calls a holder who hides their name: no name then. */
  readonly nameless?: RegExp;
  /** Words that stand before a value in the template: `Earned`, `Issued`. */
  readonly labels?: readonly string[];
  /** The partner for whom the platform gives the award: `Coursera, for Meta`. */
  readonly partner?: Place;
  /** A member that gives the award's state. One value is good, others have a code, the rest is not understood. */
  readonly state?: {
    readonly at: Place;
    readonly good: string;
    readonly others: Readonly<Record<string, ProblemCode>>;
  };
  /** A date or flag that is set where the award was withdrawn. */
  readonly revoked?: Place;
  /** A flag that is set where only the holder may see it. */
  readonly private?: Place;
  /** A text of the whole answer that replaces the record, and what some of its values mean. */
  readonly instead?: { readonly at: Place; readonly means: Readonly<Record<string, ProblemCode>> };
  /** The address at which the record says that it is shown. It must be on this host. */
  readonly shownAt?: { readonly at: Place; readonly host: string };
}

/** What a status means on this platform, where it is known to have a meaning of its own. */
type Saying = Readonly<Partial<Record<number, 'private-record' | 'record-absent-or-private'>>>;

/** JSON that has to be asked for first. The value at `at` becomes the route's group `as`. */
export interface AskedFirst {
  readonly address: string;
  readonly at: string;
  readonly as: string;
  /** The values that make the answer the one about this link. */
  readonly ids?: RecordReading['ids'];
}

/** One way from a link to something that can be read. `{name}` stands for a named group of the shape's pattern. */
export type Route =
  /**
   * A machine-readable record at an address made from the link; `{+name}` is percent-decoded. `at`: JSON Pointers to
   * the credential inside the answer; the first that leads to one is taken. `elsewhere`: its 404 means only "not here",
   * so the next route is asked.
   */
  | {
      readonly via: 'record';
      readonly first?: AskedFirst;
      readonly address: string;
      readonly accept?: string;
      readonly at?: readonly string[];
      readonly elsewhere?: true;
      /**
       * The address that the record must give as its own id. Needed where a signature alone does not tell which badge
       * it is.
       */
      readonly is?: string;
    }
  /** JSON that names the address of the record at a JSON Pointer. That address is asked; nothing else is believed. */
  | { readonly via: 'pointer'; readonly address: string; readonly at: string; readonly says?: Saying }
  /**
   * JSON about an award that others give through the platform. It is no Open Badge, so it is shown as the page's word:
   * at most `page-only`. It is believed only where it carries the link's own id.
   */
  | {
      readonly via: 'api';
      readonly address: string;
      /** JSON Pointer to the value that must equal the named group `names` (`id`); null: the address alone names it. */
      readonly id: string | null;
      readonly names?: string;
      /** A `*` in a pointer is every member of a list: they are read together. */
      readonly reads: Readonly<Partial<Record<RecordField, string>>>;
      /** JSON Pointer to a date or flag that is set where the award was withdrawn. */
      readonly revoked?: string;
      /** JSON Pointer to a flag that says that only the holder may see it. */
      readonly private?: string;
      /** JSON Pointer to what replaces the record where it may not be shown, or does not exist. */
      readonly withheld?: string;
      readonly says?: Saying;
      /** JSON Pointer to the page's address, whose host must be the link's host (white-label hosts). */
      readonly host?: string;
      readonly elsewhere?: true;
    }
  /** The platform's own record of its own award, in its JSON or in the page drawn from it. Needs `issues`. */
  | {
      readonly via: 'award';
      readonly first?: AskedFirst;
      readonly address: string;
      readonly reading: RecordReading;
      /** The issuer of the award, where it is not the provider. */
      readonly issuer?: OwnIssuer;
      readonly says?: Saying;
      readonly elsewhere?: true;
      /** People also visit this host, so its grant is asked for when it is first needed. */
      readonly atRunTime?: true;
    }
  /** The entries of a person's list. Each becomes a link of its own and is checked when the reader asks for it. */
  | {
      readonly via: 'list';
      readonly first?: AskedFirst;
      readonly address: string;
      readonly of: RecordReading['of'];
      /** Where entries stand, and the link that each makes. `{entry}` is what stands there. */
      readonly entries: readonly { readonly at: Place; readonly link: string }[];
      /** The list's own page links to each entry. On that page the whole list needs no row. */
      readonly linked?: true;
      /** The values that make the list the link's own. */
      readonly ids?: RecordReading['ids'];
    }
  /**
   * The link's own address serves the credential document (.json, .jwt, .png, .svg), always or in answer to the Accept
   * header. It may also serve a page that holds the document or names it as its alternate.
   */
  | {
      readonly via: 'direct';
      readonly accept?: string;
      /** The address may equally be a page for people. Then its absence says nothing about a record. */
      readonly perhapsPage?: true;
    }
  /** A page for people (default: the link's own). We learn only that it exists: at most `page-only`. */
  | {
      readonly via: 'page';
      /**
       * The group or groups whose values the page has to carry, all of them. They count only where a page carries what
       * it is about (`page-evidence.ts`). Null where the address alone names the award and `template` recognises its
       * page.
       */
      readonly carries: string | readonly string[] | null;
      readonly address?: string;
      /** A selector of something that no other page at this address has. A page for an unknown id lacks it. */
      readonly template?: string;
      /**
       * Words that stand before a value. A page with those of title and date is the award's, and may carry the id as
       * text.
       */
      readonly labels?: Readonly<Partial<Record<'title' | 'issuer' | 'issued' | 'expires', string>>>;
    }
  /**
   * The link only redirects. It is followed, and its target is matched again. This happens only when the reader asks
   * about the link. `to`: the known origin of the target, without which a browser does not follow it.
   */
  | { readonly via: 'follow'; readonly to?: string }
  /** Cannot or must not be asked; the code says why. */
  | { readonly via: 'none'; readonly code: ProblemCode };

export interface LinkShape {
  readonly kind: 'credential' | 'image' | 'collection' | 'short' | 'private' | 'offer' | 'form' | 'file';
  /** Matched against the whole normalised address (`new URL(x).href`), case-insensitively. Ids keep their case. */
  readonly pattern: Pattern;
  /** The group or groups, joined, that decide whether two links name one record. Default: `id`. */
  readonly identity?: readonly string[];
  /** Tried in order. The next one is tried only where the one before gave `answer-not-understood`. */
  readonly routes: readonly Route[];
  /** Addresses that match, made up or public templates. They run as tests. One for each host of the pattern. */
  readonly examples: readonly string[];
  /** Lower-case pieces; every matching address has at least one. With them the page's script skips other links. */
  readonly hint?: readonly string[];
  /** The path alone is the shape, on any public host. Needs `hint`. */
  readonly anyHost?: true;
  /** The link may lead to something that is no credential (an image). Then the candidate vanishes. */
  readonly speculative?: true;
}

/** A platform as the issuer of its own awards. */
export interface OwnIssuer {
  /** Its address, which serves as its id. */
  readonly id: string;
  readonly name: string;
  /** The registrable domain that its hosts are on. */
  readonly domain: string;
}

/**
 * The organisation behind one host on which a platform shows its awards and no others. It is listed by that very host.
 */
export interface HostOwner extends OwnIssuer {
  readonly host: string;
  /** Other names that its records give it. */
  readonly aka?: readonly string[];
  /** The day on which this was known (ISO date). A name that nobody maintains can be taken over. */
  readonly date: string;
}

export interface Provider {
  readonly id: string;
  readonly name: string;
  readonly group: ProviderGroup;
  /** Match patterns of the hosts that its routes ask: `https://api.example.org/*`. */
  readonly hosts: readonly string[];
  readonly shapes: readonly LinkShape[];
  /** Addresses that name one record. Two match when the same pattern's groups are equal (api. and www. forms). */
  readonly aliases?: readonly RegExp[];
  /** What its 404 means: `absent` only where it is known not to hide private records that way. */
  readonly notFound: 'absent' | 'unknown';
  /** Set where its awards are its own. For them its host makes it the recognised issuer. */
  readonly issues?: OwnIssuer;
  /**
   * Set where only members may issue: their ids, the source of that rule, and the day it was read (ISO date). Never
   * demonstrations.
   */
  readonly membersOnly?: { readonly issuers: RegExp; readonly source: string; readonly date: string };
  /** Best status that its links can reach today. */
  readonly ceiling: 'signature-verified' | 'issuer-confirmed' | 'page-only' | 'not-checked';
  /** What a reader should know: terms, limits. One sentence, for the table in docs/providers.md. */
  readonly note?: string;
  /** No platform stands behind it: its candidates carry no provider. */
  readonly anonymous?: true;
  /** Its badges live at these providers (ids), whose shapes recognise them. */
  readonly through?: readonly string[];
  /** Near-misses on its hosts that are no credentials. They run as tests. */
  readonly counterExamples: readonly string[];
}
