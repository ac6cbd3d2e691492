import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts';
import { endOf, readDate } from './date.ts';
import { readEndorsements } from './endorsements.ts';
import {
  type CredentialContent,
  type CredentialForm,
  type DateText,
  type Format,
  type Identifier,
  type Issuer,
  isSdJwt,
  type Recipient,
  type Source,
  type StatusEntry,
} from './model.ts';
import { readPersonName } from './person-name.ts';
import { endInToken } from './said-claims.ts';
import { readVersion } from './shape/context-shape.ts';
import { checkPresentationShape, checkVcShape } from './shape/vc-shape.ts';
import { readId, readNames, readObjects, readText, readTypes } from './text.ts';
import { readStatusBeside } from './token-status.ts';

/** The address in a member that holds an address or an Image object (OB 3.0 §B.1.17). */
export function readImage(value: Json | undefined): string | null {
  const one = asArray(value)[0];
  return readId(one);
}

/** An issuer or creator: an address, or a profile (VCDM 2.0 §4.7, OB 3.0 §B.1.21). */
export function readProfile(value: Json | undefined): Issuer {
  const profile = asArray(value)[0];
  const object: JsonObject = isJsonObject(profile) ? profile : {};
  return {
    id: readId(profile),
    name: readText(object.name),
    ...readNames(object.name),
    url: readId(object.url),
    email: readText(object.email),
    image: readImage(object.image),
    description: readText(object.description),
  };
}

/** The identifiers of OB 3.0 §B.1.16. A subject's name and e-mail do not count as identifiers. */
function readIdentifiers(subject: JsonObject): readonly Identifier[] {
  return readObjects(subject.identifier).flatMap((entry) => {
    const { identityHash, identityType, hashed, salt } = entry;
    if (typeof identityHash !== 'string' || typeof identityType !== 'string') return [];
    return [
      {
        identityType,
        identity: identityHash,
        hashed: hashed === true,
        salt: typeof salt === 'string' && salt !== '' ? salt : null,
      },
    ];
  });
}

/** The subjects of a credential that are objects: one, or many (VCDM 2.0 §4.8). */
export const readSubjects = (document: JsonObject): readonly JsonObject[] =>
  readObjects(document.credentialSubject);

/** The person or thing that the credential is about: the id of its one subject, its name, and every identifier. */
function readRecipient(document: JsonObject): Recipient {
  const subjects = readSubjects(document);
  const identifiers = subjects.flatMap(readIdentifiers);
  const ids = new Set(subjects.flatMap((subject) => (typeof subject.id === 'string' ? [subject.id] : [])));
  // Where subjects have different ids, the credential is not about any one of them.
  const id = ids.size === 1 ? ([...ids][0] ?? null) : null;
  const names = new Set(subjects.flatMap((subject) => nameOf(subject) ?? []));
  return subjects.length > 1 && !subjects.every((subject) => subject.id === id)
    ? { id, name: [...names].join(', ') || null, identifiers, several: subjects.map(recipientOf) }
    : { id, name: [...names][0] ?? null, identifiers };
}

const recipientOf = (subject: JsonObject): Recipient => ({
  id: readId(subject),
  name: nameOf(subject),
  identifiers: readIdentifiers(subject),
});

const nameOf = (subject: JsonObject): string | null =>
  readText(subject.name) ??
  readPersonName(subject) ??
  readIdentifiers(subject).find(({ identityType, hashed }) => identityType === 'name' && !hashed)?.identity ??
  null;

/** Each entry once for each of its types, because each may say "revoked" in a place of its own. */
export const readStatuses = (document: JsonObject): readonly StatusEntry[] => {
  const value = document.credentialStatus ?? undefined;
  return asArray<Json>(value).flatMap((json, index) => {
    const at = Array.isArray(value) ? `/credentialStatus/${index}` : '/credentialStatus';
    // An entry that is no object cannot be understood, but it may still say "revoked".
    if (!isJsonObject(json)) return [{ type: 'credentialStatus', json: {}, at }];
    const types = readTypes(json);
    const kinds = types.filter((type) => !OF_RECORDS.has(type));
    return byPurpose(json).flatMap((each) =>
      (kinds.length > 0 ? kinds : [types[0] ?? '']).map((type) => ({ type, json: each, at })),
    );
  });
};

/**
 * Classes of the data models that are no kind of status. An entry has them as well where its id is that of the record, or
 * of something in it: in a graph both are one node.
 */
const OF_RECORDS: ReadonlySet<string> = new Set([
  'VerifiableCredential',
  'OpenBadgeCredential',
  'AchievementCredential',
  'EndorsementCredential',
  'ClrCredential',
  'AchievementSubject',
  'ClrSubject',
  'Achievement',
  'Profile',
  'Evidence',
  'Image',
]);

/** Entries of one id are one node of a graph, with the purposes of all of them. Each purpose is an entry. */
function byPurpose(json: JsonObject): readonly JsonObject[] {
  const purposes = asArray<Json>(json.statusPurpose);
  return purposes.length > 1 ? purposes.map((statusPurpose) => ({ ...json, statusPurpose })) : [json];
}

/** The status claim of a signed token, beside the credential or among its disclosed claims. */
const statusBeside = (source: Source): readonly StatusEntry[] => {
  if (source.securing !== 'enveloping') return [];
  const { claims, document } = source;
  return [...new Set([claims.status, document.status])].flatMap((status) => readStatusBeside({ status }));
};

const isEmbeddable = (value: Json): value is JsonObject | string =>
  typeof value === 'string' || isJsonObject(value);

/** Every status entry of a credential, however it is secured. */
export const readAllStatuses = (document: JsonObject, source: Source): readonly StatusEntry[] => [
  ...readStatuses(document),
  ...statusBeside(source),
];

/** Credentials inside this one: JSON objects and compact JWTs. */
export const readInner = (...values: readonly (Json | undefined)[]): readonly (JsonObject | string)[] =>
  values.flatMap((value) => asArray<Json>(value)).filter(isEmbeddable);

/**
 * The earliest of several ends, which have different names in different data models. An unreadable one counts as the
 * earliest.
 */
export const firstEnd = (...given: readonly (DateText | null)[]): DateText | null =>
  lowest(given, (date) => endOf(date) ?? Number.NEGATIVE_INFINITY);

/** The end of a record, which its token may say better. */
export const endIn = (source: Source, end: DateText | null): DateText | null =>
  source.securing === 'enveloping' && end !== null ? endInToken(source, end) : end;

/** The latest of several beginnings. An unreadable one takes precedence. */
export const lastBeginning = (...given: readonly (DateText | null)[]): DateText | null =>
  lowest(given, ({ instant }) => -(instant ?? Number.POSITIVE_INFINITY));

function lowest(given: readonly (DateText | null)[], rank: (date: DateText) => number): DateText | null {
  const dates = given.filter((date) => date !== null);
  return dates.sort((one, other) => rank(one) - rank(other))[0] ?? null;
}

/**
 * A credential in a token without an issuer of its own has the one of the token (RFC 7519 §4.1.1). That is a fault of its
 * form, but somebody has signed it as his.
 */
function readIssuer({ issuer }: JsonObject, source: Source): Issuer {
  const said = readProfile(issuer);
  const iss = source.securing === 'enveloping' ? source.claims.iss : undefined;
  return said.id === null && typeof iss === 'string' ? { ...said, id: iss } : said;
}

/**
 * The content of any W3C credential, whatever its profile. It is read generically, and nothing is believed.
 *
 * In: the credential, and how it is secured. `readOb3Content` and `readClrContent` replace the parts that they know
 * more about.
 */
export function readVcContent(document: JsonObject, source: Source): CredentialContent {
  const [from, issuance] = [readDate(document.validFrom), readDate(document.issuanceDate)];
  return {
    format: formatOf(source),
    securing: source.securing,
    vcdm: readVersion(document),
    types: readTypes(document),
    id: typeof document.id === 'string' ? document.id : null,
    name: readText(document.name) ?? readableType(document),
    description: readText(document.description),
    image: readImage(document.image),
    issuer: readIssuer(document, source),
    recipient: readRecipient(document),
    achievements: [],
    issued: readDate(document.awardedDate) ?? from ?? issuance,
    // VCDM 1.1 §4.6: it becomes valid at its `issuanceDate`. A `validFrom` beside that makes it valid no earlier.
    validFrom: lastBeginning(from, issuance),
    validUntil: endIn(source, firstEnd(readDate(document.validUntil), readDate(document.expirationDate))),
  };
}

/** What else of it is verified. `readOb3Form` and `readClrForm` replace parts in the same way. */
export function readVcForm(document: JsonObject, source: Source): CredentialForm {
  const secured = source.securing === 'embedded' || source.securing === 'enveloping';
  return {
    source,
    statuses: readAllStatuses(document, source),
    schemas: readObjects(document.credentialSchema),
    refreshServices: readObjects(document.refreshService),
    endorsements: readEndorsements(document),
    contained: [],
    defects: checkVcShape(document, { secured }),
  };
}

const formatOf = (source: Source): Format => (isSdJwt(source) ? 'sd-jwt-vc' : 'vc');

/** A credential without a name is called by its own type. If that is an address, its last part is used. */
const readableType = (document: JsonObject): string | null => {
  const own = readTypes(document).filter((type) => type !== 'VerifiableCredential');
  const type = own.find((one) => !one.includes(':')) ?? own[0];
  return /[^#/:]+$/.exec(type ?? '')?.[0] ?? null;
};

/**
 * Reads a presentation (VCDM 2.0 §4.13), in which somebody shows credentials. Its holder is no issuer, and it certifies
 * nothing.
 */
export const readPresentationContent = (document: JsonObject, source: Source): CredentialContent => ({
  ...readVcContent(document, source),
  name: readText(document.name),
  issuer: readProfile(document.holder),
});

/** The form of a presentation (VCDM 2.0 §4.13), with the credentials in it. */
export const readPresentationForm = (document: JsonObject, source: Source): CredentialForm => ({
  ...readVcForm(document, source),
  contained: readInner(document.verifiableCredential),
  defects: checkPresentationShape(document, source.securing === 'embedded' && source.stated === true),
});
