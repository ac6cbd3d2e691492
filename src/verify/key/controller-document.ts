import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import type { Net } from '../../ports.ts';
import { fail, type Result, succeed } from '../../result.ts';
import { didJwkDocument } from './did-jwk.ts';
import { didKeyDocument } from './did-key.ts';
import { didWebAddress } from './did-web.ts';
import { loadDidWebvh } from './did-webvh.ts';
import { fetchJson } from './fetch-json.ts';

/** A controller document (Controlled Identifiers 1.0 §2), wherever it came from. */
export interface ControllerDocument {
  /** The identifier that was asked for. */
  readonly id: string;
  readonly json: JsonObject;
  /** The host that vouches for it by serving it; null where the identifier is itself the key. */
  readonly domain: string | null;
}

type Load = (id: string, net: Net) => Promise<Result<ControllerDocument>>;

/** One row an identifier scheme; the first prefix that fits decides. */
const SCHEMES: readonly (readonly [string, Load])[] = [
  ['did:key:', async (id) => computed(id, didKeyDocument(id))],
  ['did:jwk:', async (id) => computed(id, didJwkDocument(id))],
  ['did:web:', loadDidWeb],
  ['did:webvh:', loadLogged],
  ['https://', loadHttps],
];

/**
 * The document that speaks for an identifier (a DID or an https URL, no fragment).
 *
 * Problems: `key-unresolvable` (asked and not got, also 404 and 410: rulings.md, Dependencies),
 * `key-method-unsupported`, `key-document-mismatch` (the document names another id), those of loadDidWebvh,
 * `key-malformed` (a did:key or did:jwk that encodes no key), `permission-needed`.
 */
export async function loadControllerDocument(id: string, net: Net): Promise<Result<ControllerDocument>> {
  const row = SCHEMES.find(([prefix]) => id.startsWith(prefix));
  if (!row) return fail('key-method-unsupported', { params: { method: schemeOf(id) } });
  // DID 1.0 §3.2: paths, queries and parameters select something else than the DID document; none is defined here.
  if (id.startsWith('did:') && /[/?;#]/.test(id))
    return fail('key-method-unsupported', { params: { method: schemeOf(id) } });
  return row[1](id, net);
}

const schemeOf = (id: string): string => (/^did:[a-z0-9]+/.exec(id) ?? /^[a-z0-9+.-]+/i.exec(id))?.[0] ?? id;

const computed = (id: string, json: Result<JsonObject>): Result<ControllerDocument> =>
  json.ok ? succeed({ id, json: json.value, domain: null }) : json;

async function loadDidWeb(did: string, net: Net): Promise<Result<ControllerDocument>> {
  const address = didWebAddress(did);
  if (!address.ok) return address;
  const json = await fetchJson(address.value, net);
  if (!json.ok) return json;
  // did:web §3.2 Read, step 5: the id of the document must be the DID that is being resolved.
  if (json.value.id !== did)
    return fail('key-document-mismatch', { params: { expected: did, found: String(json.value.id ?? '') } });
  return succeed({ id: did, json: json.value, domain: new URL(address.value).host });
}

async function loadLogged(id: string, net: Net): Promise<Result<ControllerDocument>> {
  const found = await loadDidWebvh(id, net);
  return found.ok ? succeed({ id, ...found.value }) : found;
}

async function loadHttps(url: string, net: Net): Promise<Result<ControllerDocument>> {
  if (!URL.canParse(url)) return fail('key-malformed');
  const json = await fetchJson(url, net);
  return json.ok ? succeed({ id: url, json: json.value, domain: new URL(url).host }) : json;
}

/** Verification relationships of Controlled Identifiers 1.0 §2.3, in which a method may stand embedded. */
const RELATIONSHIPS = [
  'assertionMethod',
  'authentication',
  'capabilityInvocation',
  'capabilityDelegation',
  'keyAgreement',
] as const;
export type Relationship = (typeof RELATIONSHIPS)[number];

/** A method of a document, with what the document says it may be used for. */
export interface ListedMethod {
  readonly json: JsonObject;
  /** Listed under `assertionMethod`, by id or embedded. */
  readonly forAssertion: boolean;
}

/**
 * Every method in a document by absolute id. A relative id (`#key-1`) is resolved against the document's own id
 * (DID 1.0 §3.2.2). An id that stands for two different methods is left out: nobody can say which is meant.
 */
export function methodsIn(document: ControllerDocument): ReadonlyMap<string, ListedMethod> {
  const absolute = (id: Json | undefined): string | null => absoluteId(document, id);
  const found = new Map<string, JsonObject>();
  const ambiguous = new Set<string>();
  const note = (entry: Json | undefined): void => {
    const id = isJsonObject(entry) ? absolute(entry.id) : null;
    if (id === null || !isJsonObject(entry)) return;
    const before = found.get(id);
    if (before && JSON.stringify(before) !== JSON.stringify(entry)) ambiguous.add(id);
    found.set(id, entry);
  };
  for (const entry of entriesOf(document)) note(entry);
  const forAssertion = new Set(
    asArray<Json>(document.json.assertionMethod as Json).map((entry) =>
      absolute(isJsonObject(entry) ? entry.id : entry),
    ),
  );
  return new Map(
    [...found]
      .filter(([id]) => !ambiguous.has(id))
      .map(([id, json]) => [id, { json, forAssertion: forAssertion.has(id) }]),
  );
}

const absoluteId = (document: ControllerDocument, id: Json | undefined): string | null =>
  typeof id !== 'string' ? null : id.startsWith('#') ? document.id + id : id;

const entriesOf = ({ json }: ControllerDocument): readonly Json[] =>
  ['verificationMethod', ...RELATIONSHIPS].flatMap((name) => asArray<Json>(json[name] as Json));

/** Whatever a document says of a method, in every place where it writes it out; for methods that stand elsewhere. */
export const statementsOn = (document: ControllerDocument, methodId: string): readonly JsonObject[] =>
  entriesOf(document)
    .filter(isJsonObject)
    .filter(({ id }) => absoluteId(document, id) === methodId);

/** Whether a document lists an id under `assertionMethod`. */
export const listsForAssertion = (document: ControllerDocument, methodId: string): boolean =>
  listsUnder(document, 'assertionMethod', methodId);

/** Whether a document lists an id under a relationship. */
export function listsUnder(document: ControllerDocument, name: Relationship, methodId: string): boolean {
  return asArray<Json>(document.json[name] as Json).some((entry) => {
    const id = isJsonObject(entry) ? entry.id : entry;
    return id === methodId || (typeof id === 'string' && id.startsWith('#') && document.id + id === methodId);
  });
}
