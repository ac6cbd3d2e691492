/** The content of a credential in the terms of Open Badges 3.0, whatever its format was. */
import type { JsonObject } from '../json.ts';
import type { Instant } from '../ports.ts';
import type { Problem } from '../problem.ts';

/** A resource as it was received. Nothing in it is believed yet. */
export interface Document {
  /** As it came: bytes, or what was a text already. */
  readonly content: Uint8Array | string;
  /** Lower-case media type without parameters, where the server or the file's name gave one. */
  readonly contentType: string | null;
  readonly charset: string | null;
  /** The address that answered; null for a file, pasted text or an embedded script. */
  readonly url: string | null;
  /** How it was obtained. Only `fetched` documents can be confirmed by the server that sent them. */
  readonly origin: 'fetched' | 'file' | 'page';
}

/** `platform`: a platform's own data about its own award. `page`: a page for people. */
export type Format = 'ob1' | 'ob2' | 'ob3' | 'clr2' | 'vc' | 'sd-jwt-vc' | 'platform' | 'page';
export type SecuringKind = 'embedded' | 'enveloping' | 'hosted' | 'none';

/** A date as the document writes it, and the instant that it names (null where it names none). */
export interface DateText {
  readonly text: string;
  readonly instant: Instant | null;
}

/** A text, and the language that it says it is in: a tag in small letters. */
export interface Text {
  readonly text: string;
  readonly language: string | null;
}

/** Set where a name is given in several languages: all of them. `name` is the one that is shown. */
interface InLanguages {
  readonly names?: readonly string[];
}

export interface Issuer extends InLanguages {
  readonly id: string | null;
  readonly name: string | null;
  readonly url: string | null;
  readonly email: string | null;
  readonly image: string | null;
  readonly description: string | null;
}

/** An identifier of the recipient, such as an e-mail address or a student number. It is plain, or a salted hash. */
export interface Identifier {
  /** As written: `email`, `emailAddress`, `name`, `url`, `did`, … */
  readonly identityType: string;
  /** The value, or `<algorithm>$<hex>` where hashed. */
  readonly identity: string;
  readonly hashed: boolean;
  readonly salt: string | null;
}

export interface Recipient {
  readonly id: string | null;
  readonly name: string | null;
  readonly identifiers: readonly Identifier[];
  /** Each of them, where the credential is about several. Then no identifier is that of whoever earned all that is shown. */
  readonly several?: readonly Recipient[];
}

interface Criteria {
  readonly id: string | null;
  /** Markdown. */
  readonly narrative: string | null;
}

/** A skill: an OB 3.0 Alignment, or a tag. A tag has only `name`. */
export interface Alignment {
  readonly name: string;
  readonly url: string | null;
  readonly framework: string | null;
  readonly code: string | null;
  readonly description: string | null;
  readonly type: string | null;
}

export interface Evidence {
  readonly id: string | null;
  readonly name: string | null;
  readonly narrative: string | null;
  readonly description: string | null;
  readonly genre: string | null;
  readonly audience: string | null;
}

export interface AchievementResult {
  readonly name: string | null;
  readonly value: string | null;
  readonly status: string | null;
  readonly achievedLevel: string | null;
  /** The most that `value` can be. */
  readonly valueMax?: string | null;
  /** The value or the level that was required. */
  readonly required?: string | null;
}

/** What an achievement, and the way to it, say in a word or two (OB 3.0 §B.1.1, §B.1.4). */
export const DETAILS = {
  achievement: ['fieldOfStudy', 'specialization', 'inLanguage', 'creditsAvailable', 'humanCode', 'version'],
  subject: ['creditsEarned', 'role', 'term', 'licenseNumber', 'activityStartDate', 'activityEndDate'],
} as const;
export type Detail = (typeof DETAILS)[keyof typeof DETAILS][number];

export interface Achievement extends InLanguages {
  readonly id: string | null;
  readonly name: string | null;
  readonly description: string | null;
  readonly type: string | null;
  readonly image: string | null;
  readonly criteria: Criteria;
  readonly creator: { readonly id: string | null; readonly name: string | null } | null;
  readonly alignments: readonly Alignment[];
  readonly tags: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly results: readonly AchievementResult[];
  readonly details?: Readonly<Partial<Record<Detail, string>>>;
}

/** One entry of `credentialStatus` (VC), or the revocation list of an OB 2 issuer. */
export interface StatusEntry {
  readonly type: string;
  readonly json: JsonObject;
  /** JSON Pointer of the entry in the credential. */
  readonly at: string;
}

/** An endorsement inside a credential. */
export interface EmbeddedEndorsement {
  /** A JSON credential, or a compact JWT (`endorsementJwt`). */
  readonly value: JsonObject | string;
  /** Its JSON Pointer in the credential. */
  readonly at: string;
  /** The ids that an endorsement in this place may endorse. */
  readonly about: readonly string[];
}

/**
 * How a record relates two achievements, by their ids (CLR 2.0 §B.1, Association). The type says what the first is to
 * the second.
 */
export interface Association {
  /** `isPartOf`, `isChildOf`, `isParentOf` and others, as the record writes it. */
  readonly type: string;
  readonly source: string;
  readonly target: string;
}

/** What is shown of a credential. It has no bytes and no signed source, so it can be stored and sent. */
export interface CredentialContent {
  readonly format: Format;
  readonly securing: SecuringKind;
  /** `1.1` or `2.0` for W3C credentials, from `@context[0]`. */
  readonly vcdm: '1.1' | '2.0' | null;
  readonly types: readonly string[];
  readonly id: string | null;
  readonly name: string | null;
  readonly description: string | null;
  readonly image: string | null;
  readonly issuer: Issuer;
  readonly recipient: Recipient;
  readonly achievements: readonly Achievement[];
  /** Only for a record of several achievements. */
  readonly associations?: readonly Association[] | undefined;
  /** Set where a record of several says that its publisher knows of more (CLR 2.0 §B.1.1, `partial`). */
  readonly partial?: true | undefined;
  /** Each text that the record gives in several languages. What is read of it elsewhere is the English one, or the first. */
  readonly texts?: readonly (readonly Text[])[] | undefined;
  readonly issued: DateText | null;
  readonly validFrom: DateText | null;
  readonly validUntil: DateText | null;
}

/** A W3C credential in JSON, secured by its own `proof` member (one proof or several). */
export interface EmbeddedSource {
  readonly securing: 'embedded';
  readonly document: JsonObject;
  /**
   * Set where the document is not the one that came, but the content its proof covers, in one form (json-ld/record.ts).
   */
  readonly stated?: boolean;
}
/** A compact JWS, with or without SD-JWT disclosures. `document` is the credential in its payload. */
export interface EnvelopingSource {
  readonly securing: 'enveloping';
  readonly flavour: 'vc-jwt' | 'vc+jwt' | 'sd-jwt-vc' | 'ob2-jws';
  /** The compact JWS alone, without disclosures. */
  readonly token: string;
  readonly header: JsonObject;
  readonly payload: JsonObject;
  /** The payload with each disclosed value in its place (RFC 9901 §7.1). */
  readonly claims: JsonObject;
  readonly document: JsonObject;
  /** SD-JWT disclosures as received (base64url strings); empty for the other flavours. */
  readonly disclosures: readonly string[];
}
/** An OB 1 or OB 2 Assertion. The record is only what its own address serves. This copy names that address. */
interface HostedSource {
  readonly securing: 'hosted';
  readonly document: JsonObject;
  /** The address from which this copy was fetched. Null for a file, an upload or a baked image. */
  readonly retrievedFrom: string | null;
}
/** Nothing secures it: an unsigned VC, a human page. */
interface UnsecuredSource {
  readonly securing: 'none';
  readonly document: JsonObject;
}
export type Source = EmbeddedSource | EnvelopingSource | HostedSource | UnsecuredSource;

/** Whether its holder decides how much of it is shown. */
export const isSdJwt = (source: Source): source is EnvelopingSource =>
  source.securing === 'enveloping' && source.flavour === 'sd-jwt-vc';

/**
 * What is verified of a credential but not shown: how it is secured, what it depends on, and what was odd in reading
 * it.
 */
export interface CredentialForm {
  readonly source: Source;
  readonly statuses: readonly StatusEntry[];
  /** `credentialSchema` entries. */
  readonly schemas: readonly JsonObject[];
  /** `refreshService` entries. */
  readonly refreshServices: readonly JsonObject[];
  /** Embedded endorsements of the credential and of its parts. */
  readonly endorsements: readonly EmbeddedEndorsement[];
  /** Credentials inside this one (CLR `verifiableCredential`, VP). Each is read and verified on its own. */
  readonly contained: readonly (JsonObject | string)[];
  /**
   * Only for Open Badges before 3.0: the assertion with its BadgeClass and issuer inline, wherever each part came from.
   */
  readonly assembled?: JsonObject;
  /**
   * Where the credential departs from its format, each with a JSON Pointer. A document with a fatal defect never
   * becomes a Credential.
   */
  readonly defects: readonly Problem[];
}

/** A credential ready to be verified. */
export type Credential = CredentialContent & CredentialForm;
