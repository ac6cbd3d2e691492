import { remember, rememberOf } from '../../encoding/remember.ts';
import { asArray, isJsonObject, type Json, type JsonObject, sameJson } from '../../json.ts';
import { part } from '../../part.ts';
import type { Net } from '../../ports.ts';
import { fail, failWith, type Result, succeed } from '../../result.ts';
import { didJwkDocument } from './did-jwk.ts';
import { didKeyDocument } from './did-key.ts';
import { didWebAddress } from './did-web.ts';
import { belongsTo, fetchJson } from './fetch-json.ts';
import { type PublicJwk, sameKey } from './jwk.ts';
import { keyOfMethod, materialOf } from './method.ts';

const webvhPart = part(() => import('./did-webvh.ts'));

/** A controlled identifier document (Controlled Identifiers 1.0 §2), wherever it came from. */
export interface ControlledIdentifierDocument {
  /** The requested identifier. */
  readonly id: string;
  readonly json: JsonObject;
  /** The host that serves the document and so vouches for it. Null where the identifier is itself the key. */
  readonly domain: string | null;
}

type Load = (id: string, net: Net) => Promise<Result<ControlledIdentifierDocument>>;

/** One row for each identifier scheme. The first prefix that fits decides. */
const SCHEMES: readonly (readonly [string, Load])[] = [
  ['did:key:', async (id) => ofKey(id)],
  ['did:jwk:', async (id) => ofJwk(id)],
  ['did:web:', loadDidWeb],
  ['did:webvh:', loadLogged],
  ['https://', loadHttps],
];

/**
 * The document that speaks for an identifier (a DID or an https URL, no fragment).
 *
 * Problems: `key-unresolvable` (requested, but not received, also 404 and 410:
 * docs/decisions.md#dependencies-and-lists), `key-method-unsupported`, `key-document-mismatch` (the document has
 * another id), those of loadDidWebvh, `key-malformed` (a did:key or did:jwk that encodes no key), `key-revoked` (a
 * deactivated DID), `permission-needed`.
 */
export async function loadControlledIdentifierDocument(
  id: string,
  net: Net,
): Promise<Result<ControlledIdentifierDocument>> {
  const row = SCHEMES.find(([prefix]) => id.startsWith(prefix));
  if (!row) return fail('key-method-unsupported', { params: { method: schemeOf(id) } });
  // DID 1.0 §3.2: a path, query or parameter selects something other than the DID document. None is defined here.
  if (id.startsWith('did:') && /[/?;#]/.test(id))
    return fail('key-method-unsupported', { params: { method: schemeOf(id) } });
  return row[1](id, net);
}

const schemeOf = (id: string): string => (/^did:[a-z0-9]+/.exec(id) ?? /^[a-z0-9+.-]+/i.exec(id))?.[0] ?? id;

/** Such a document says only what its identifier says. An issuer's is needed for each of its credentials. */
const MAX_CACHED_DOCUMENTS = 1_000;
const computed = (make: (id: string) => Result<JsonObject>) =>
  remember((id): Result<ControlledIdentifierDocument> => {
    const json = make(id);
    return json.ok ? succeed({ id, json: json.value, domain: null }) : json;
  }, MAX_CACHED_DOCUMENTS);
const ofKey = computed(didKeyDocument);
const ofJwk = computed(didJwkDocument);

async function loadDidWeb(did: string, net: Net): Promise<Result<ControlledIdentifierDocument>> {
  const address = didWebAddress(did);
  if (!address.ok) return address;
  const json = await fetchJson(address.value, net);
  if (!json.ok) return json;
  // did:web §3.2 Read, step 5: the id of the document must be the DID that is being resolved.
  const other = belongsTo(did, json.value.id);
  if (other) return failWith(other);
  // DID 1.0 §7.1.3: the DID was deactivated by its controller. did:web has no other place to state this.
  if (json.value.deactivated === true) return fail('key-revoked', { params: { date: '' } });
  return succeed({ id: did, json: json.value, domain: new URL(address.value).host });
}

async function loadLogged(id: string, net: Net): Promise<Result<ControlledIdentifierDocument>> {
  const method = await webvhPart();
  if (!method.ok) return method;
  const found = await method.value.loadDidWebvh(id, net);
  return found.ok ? succeed({ id, ...found.value }) : found;
}

async function loadHttps(url: string, net: Net): Promise<Result<ControlledIdentifierDocument>> {
  if (!URL.canParse(url)) return fail('key-malformed');
  const json = await fetchJson(url, net);
  return json.ok ? succeed({ id: url, json: json.value, domain: new URL(url).host }) : json;
}

/** Verification relationships of Controlled Identifiers 1.0 §2.3. A method may be embedded in any of them. */
const RELATIONSHIPS = [
  'assertionMethod',
  'authentication',
  'capabilityInvocation',
  'capabilityDelegation',
  'keyAgreement',
] as const;
export type Relationship = (typeof RELATIONSHIPS)[number];

/** A method of a document, and the use that the document permits for it. */
export interface ListedMethod {
  /** The method as it is last written with a usable key. */
  readonly json: JsonObject;
  /** Listed under `assertionMethod`, by id or embedded. */
  readonly forAssertion: boolean;
  /** Set where the document has another method under the same id, so that nobody can say which is meant. */
  readonly isContradicted: boolean;
}

/**
 * Every method in a document by absolute id. A relative id (`#key-1`) is resolved against the document's own id (DID
 * 1.0 §3.2.2). A method that is written twice with one meaning counts once, even if only one copy has an end.
 * statementsOn reads the ends in all copies.
 */
export const methodsIn = rememberOf(
  (document: ControlledIdentifierDocument): ReadonlyMap<string, ListedMethod> => {
    const absolute = (id: Json | undefined): string | null => absoluteId(document, id);
    const found = new Map<string, JsonObject>();
    const contradicted = new Set<string>();
    const note = (entry: Json | undefined): void => {
      const id = isJsonObject(entry) ? absolute(entry.id) : null;
      if (id === null || !isJsonObject(entry)) return;
      const before = found.get(id);
      if (before && !isSameMethod(before, entry)) contradicted.add(id);
      found.set(id, before && !keyOfMethod(entry).ok ? before : entry);
    };
    for (const entry of entriesOf(document)) note(entry);
    const forAssertion = new Set(
      asArray<Json>(document.json.assertionMethod).map((entry) =>
        absolute(isJsonObject(entry) ? entry.id : entry),
      ),
    );
    return new Map(
      [...found].map(([id, json]) => [
        id,
        { json, forAssertion: forAssertion.has(id), isContradicted: contradicted.has(id) },
      ]),
    );
  },
);

/**
 * Whether two entries have one controller and one key, however it is written, and even where one writes it badly. Any
 * other entry without a usable key must be equal except for its id.
 */
function isSameMethod(one: JsonObject, other: JsonObject): boolean {
  if (!sameJson(one.controller, other.controller)) return false;
  if (sameJson({ ...one, id: '' }, { ...other, id: '' })) return true;
  if (![one, other].every(isWellMeant)) return false;
  const [first, second] = [materialOf(one), materialOf(other)];
  const [key] = first;
  return key !== undefined && second.length > 0 && [...first, ...second].every((each) => sameKey(each, key));
}

const isWellMeant = (method: JsonObject): boolean => {
  const key = keyOfMethod(method);
  return key.ok || key.problem.code === 'key-malformed';
};

/** The absolute form of an id. Relative ids are resolved against the document's own (DID 1.0 §3.2.2, RFC 3986 §5). */
function absoluteId({ id: base }: ControlledIdentifierDocument, id: Json | undefined): string | null {
  if (typeof id !== 'string') return null;
  if (id.startsWith('#')) return base + id;
  // Nothing is relative to a DID, whose path is opaque. Some engines make an address of both all the same.
  const isRelative =
    base.startsWith('https://') && !/^[a-z][a-z0-9+.-]*:/i.test(id) && URL.canParse(id, base);
  return isRelative ? new URL(id, base).href : id;
}

const entriesOf = ({ json }: ControlledIdentifierDocument): readonly Json[] =>
  ['verificationMethod', ...RELATIONSHIPS].flatMap((name) => asArray<Json>(json[name]));

/** One copy of a method in a document. */
interface Copy {
  readonly json: JsonObject;
  /** Its absolute id. */
  readonly id: string | null;
  readonly keys: readonly PublicJwk[];
}

/** `publicKey` is the older name of `verificationMethod`. No key is taken from it, but it may end one. */
const allEntriesOf = (document: ControlledIdentifierDocument): readonly Json[] => [
  ...entriesOf(document),
  ...asArray<Json>(document.json.publicKey),
];

/**
 * Whether a document describes a method under that name alone; without an id: any. It is the issuer's, but not in a form
 * that is read.
 */
export const isUnderOlderName = (document: ControlledIdentifierDocument, methodId?: string): boolean =>
  asArray<Json>(document.json.publicKey)
    .filter(isJsonObject)
    .some(({ id }) => methodId === undefined || absoluteId(document, id) === methodId);

/** A document may be a method itself. */
const copiesIn = rememberOf((document: ControlledIdentifierDocument): readonly Copy[] =>
  [document.json, ...allEntriesOf(document)]
    .filter(isJsonObject)
    .map((json) => ({ json, id: absoluteId(document, json.id), keys: materialOf(json) })),
);

/** The addresses of methods that a document lists and does not hold: by an id alone. */
export const methodsElsewhere = (document: ControlledIdentifierDocument): readonly string[] => [
  ...new Set(
    allEntriesOf(document)
      .map((entry) => (isJsonObject(entry) && Object.keys(entry).length === 1 ? entry.id : entry))
      .map((id) => absoluteId(document, id)?.split('#', 1)[0] ?? '')
      .filter((address) => address.startsWith('https://') && address !== document.id),
  ),
];

/** Every copy of a method in a document. Also for methods that are not the document's own. */
export const statementsOn = (
  document: ControlledIdentifierDocument,
  methodId: string,
): readonly JsonObject[] =>
  copiesIn(document)
    .filter(({ id }) => id === methodId)
    .map(({ json }) => json);

/** The keys in every copy of a method in a document. */
export const keysNamed = (document: ControlledIdentifierDocument, methodId: string): readonly PublicJwk[] =>
  copiesIn(document)
    .filter(({ id }) => id === methodId)
    .flatMap(({ keys }) => keys);

/** Every copy of a key in a document, under any id. */
export const statementsOnKey = (
  document: ControlledIdentifierDocument,
  jwk: PublicJwk,
): readonly JsonObject[] =>
  copiesIn(document)
    .filter(({ keys }) => keys.some((key) => sameKey(key, jwk)))
    .map(({ json }) => json);

/** Whether a document lists an id under `assertionMethod`. */
export const listsForAssertion = (document: ControlledIdentifierDocument, methodId: string): boolean =>
  listsUnder(document, 'assertionMethod', methodId);

/** Whether a document lists an id under a relationship. */
export function listsUnder(
  document: ControlledIdentifierDocument,
  name: Relationship,
  methodId: string,
): boolean {
  return asArray<Json>(document.json[name]).some(
    (entry) => absoluteId(document, isJsonObject(entry) ? entry.id : entry) === methodId,
  );
}
