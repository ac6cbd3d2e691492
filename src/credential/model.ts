/** What a credential is, in the words of Open Badges 3.0, whatever format it came in. */
import type { JsonObject } from '../json.ts';
import type { Instant } from '../ports.ts';
import type { Problem } from '../problem.ts';

/** A resource as it was received, before anything is believed about it. */
export interface Document {
  readonly bytes: Uint8Array;
  /** Lower-case media type without parameters, where the server or the file's name gave one. */
  readonly contentType: string | null;
  readonly charset: string | null;
  /** The address that answered; null for a file, pasted text or an embedded script. */
  readonly url: string | null;
  /** How it came here: only `fetched` documents can be confirmed by who served them. */
  readonly origin: 'fetched' | 'file' | 'page';
}

/** `platform`: a platform's own data about its own award; `page`: a page for people. */
export type Format = 'ob1' | 'ob2' | 'ob3' | 'clr2' | 'vc' | 'sd-jwt-vc' | 'platform' | 'page';
export type SecuringKind = 'embedded' | 'enveloping' | 'hosted' | 'none';

/** A date as the document writes it, with the instant it names (null where it names none). */
export interface DateText {
  readonly text: string;
  readonly instant: Instant | null;
}

export interface Issuer {
  readonly id: string | null;
  readonly name: string | null;
  readonly url: string | null;
  readonly email: string | null;
  readonly image: string | null;
  readonly description: string | null;
}

/** An identifier of the recipient: an e-mail, a student number, …; plain or a salted hash. */
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
}

interface Criteria {
  readonly id: string | null;
  /** Markdown. */
  readonly narrative: string | null;
}

/** A skill: OB 3.0 Alignment, or a tag where there is no alignment (then only `name` is set). */
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
}

export interface Achievement {
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
}

/** One entry of `credentialStatus` (VC), or the revocation list of an OB 2 issuer. */
export interface StatusEntry {
  readonly type: string;
  readonly json: JsonObject;
  /** JSON Pointer of the entry in the credential. */
  readonly at: string;
}

/** An endorsement that a credential carries. */
export interface EmbeddedEndorsement {
  /** A JSON credential, or a compact JWT (`endorsementJwt`). */
  readonly value: JsonObject | string;
  /** Its JSON Pointer in the credential. */
  readonly at: string;
  /** Ids that it may endorse where it stands. */
  readonly about: readonly string[];
}

/** What a record says of two achievements (CLR 2.0 §B.1, Association): by their ids, and how the first stands to the second. */
export interface Association {
  /** `isPartOf`, `isChildOf`, `isParentOf` and others, as the record has it. */
  readonly type: string;
  readonly source: string;
  readonly target: string;
}

/** What is shown of a credential. Free of bytes and of the signed source: it can be stored and sent. */
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
  /** Of a record of several. */
  readonly associations?: readonly Association[];
  readonly issued: DateText | null;
  readonly validFrom: DateText | null;
  readonly validUntil: DateText | null;
}

/** JSON of W3C form whose own `proof` member (one or several) secures it. */
export interface EmbeddedSource {
  readonly securing: 'embedded';
  readonly document: JsonObject;
  /** Set where the document is not as it came, but what its proof covers, in one form (json-ld/record.ts). */
  readonly stated?: boolean;
}
/** A compact JWS, with or without SD-JWT disclosures. `document` is the credential that its payload carries. */
export interface EnvelopingSource {
  readonly securing: 'enveloping';
  readonly flavour: 'vc-jwt' | 'vc+jwt' | 'sd-jwt-vc' | 'ob2-jws';
  /** The compact JWS alone: three parts, no disclosures. */
  readonly token: string;
  readonly header: JsonObject;
  readonly payload: JsonObject;
  readonly document: JsonObject;
  /** SD-JWT disclosures as received (base64url strings); empty for the other flavours. */
  readonly disclosures: readonly string[];
}
/** An OB 1 or OB 2 Assertion. Only a copy that its own address serves is the record; this one names that address. */
interface HostedSource {
  readonly securing: 'hosted';
  readonly document: JsonObject;
  /** The address that this copy was fetched from; null for a file, an upload, a baked image. */
  readonly retrievedFrom: string | null;
}
/** Nothing secures it: an unsigned VC, a human page. */
interface UnsecuredSource {
  readonly securing: 'none';
  readonly document: JsonObject;
}
export type Source = EmbeddedSource | EnvelopingSource | HostedSource | UnsecuredSource;

/** What is not shown of a credential, but verified: how it is secured, what it rests on, and what was odd about it while reading. */
export interface CredentialForm {
  readonly source: Source;
  readonly statuses: readonly StatusEntry[];
  /** `credentialSchema` entries. */
  readonly schemas: readonly JsonObject[];
  /** `refreshService` entries. */
  readonly refreshServices: readonly JsonObject[];
  /** Embedded endorsements, of the credential and of what is in it. */
  readonly endorsements: readonly EmbeddedEndorsement[];
  /** Credentials inside this one (CLR `verifiableCredential`, VP): each is read and verified on its own. */
  readonly contained: readonly (JsonObject | string)[];
  /** Of Open Badges before 3.0: the assertion with its BadgeClass and its issuer inline, whoever served which part. */
  readonly assembled?: JsonObject;
  /** Departures from the format's required shape, each with a JSON Pointer. Fatal ones never become a Credential. */
  readonly defects: readonly Problem[];
}

/** A credential ready to be verified. */
export type Credential = CredentialContent & CredentialForm;
