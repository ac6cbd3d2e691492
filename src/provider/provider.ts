/** Who hosts credentials. One data file each in registry/; everything about a provider stands there and nowhere else. */
import type { ProblemCode } from '../problem.ts';

export type ProviderGroup =
  | 'technology'
  | 'learning-platform'
  | 'university'
  | 'association'
  | 'badge-platform';

/** What an answer that is no Open Badge says of the award, and where: JSON Pointers, or patterns with one group. */
export type RecordField = 'title' | 'issuer' | 'holder' | 'issued' | 'expires' | 'description';

/** What a status means on this one platform, where it is known to mean something of its own. */
export type Saying = Readonly<Partial<Record<number, 'private-record' | 'record-absent-or-private'>>>;

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
  /** A human page (default: the link's own); believed to exist only where it carries the value of the named group. At most `page-only`. */
  | {
      readonly via: 'page';
      readonly carries: string;
      readonly address?: string;
      readonly reads?: Readonly<Partial<Record<RecordField, RegExp>>>;
      /**
       * The page lists several: a pattern, with `{name}` for a group of the link, of the piece that is about this one.
       * Only that piece has to carry the value, and only it is read.
       */
      readonly piece?: string;
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
  /** Best status that its links can earn today. */
  readonly ceiling: 'signature-verified' | 'issuer-confirmed' | 'page-only' | 'not-checked';
  /** What a reader should know: terms, limits. One sentence, for the README table. */
  readonly note?: string;
  /** No platform stands behind it: its candidates carry no provider. */
  readonly anonymous?: true;
  /** Its badges live at these providers (ids), whose shapes recognise them. */
  readonly through?: readonly string[];
  /** Near-misses on its hosts that are no credentials: they run as tests. */
  readonly decoys: readonly string[];
}
