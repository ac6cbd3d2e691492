/** Lists of revoked ids: 1EdTechRevocationList (OB 3.0) and RevocationList (OB 2.0). Unsigned: trusted by TLS at the very address that a verified credential, or a fetched profile, names. */

import { unwrapSingles } from '../../credential/unwrap-singles.ts';
import { parseJson } from '../../encoding/json.ts';
import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { hostnameOf } from '../../net/address.ts';
import { comparableWebId } from '../../net/tenant.ts';
import { natureOf, problem } from '../../problem.ts';
import { fail, failWith, type Result, succeed } from '../../result.ts';
import type { VerifyPorts } from '../ports.ts';
import type { Facts } from '../report.ts';
import { clear, type LookUp, type StatusFinding, type StatusQuestion, set, unknown } from './finding.ts';
import { type ListText, MAX_LIST_BYTES, readList, staleness } from './list-source.ts';

/**
 * Members that hold the entries, whatever edition the list says it is of. Some servers give one edition under the
 * other's name. No specification has `revokedCredentials`, but platforms serve it.
 */
const ENTRIES = ['revokedCredential', 'revokedCredentials', 'revokedAssertions'] as const;

interface Dialect {
  /** Whether the list names its issuer, which must then be the credential's. */
  readonly issuer: boolean;
  /** Whether it may be a bare dictionary, uid → reason (OB 1.1 §IssuerOrganization.revocationList). */
  readonly dictionary: boolean;
}

export const DIALECTS = {
  '1EdTechRevocationList': {
    issuer: true,
    dictionary: false,
  },
  RevocationList: { issuer: false, dictionary: false },
  /** Open Badges 1: the dictionary, or the list of 2.0 in its place. */
  RevocationDictionary: { issuer: false, dictionary: true },
} as const satisfies Record<string, Dialect>;

/**
 * Looks the credential's id up. An entry may be an id alone; `revoked: false` is a reinstated one (1EdTech Revocation
 * List §RevokedCredential: default true).
 * Codes: `status-malformed`, `status-list-unreachable`, `status-list-malformed`, `status-list-other-issuer`,
 * `status-list-stale` (unknown); `revoked` (set).
 */
export const lookUpId =
  (dialect: Dialect): LookUp =>
  async (question) => {
    const { entry, ports } = question;
    const url = entry.json.id;
    if (typeof url !== 'string' || !URL.canParse(url)) {
      return unknown(problem('status-malformed', { at: `${entry.at}/id`, params: { member: 'id' } }));
    }
    const ids = idsOf(question);
    if (ids.length === 0)
      return unknown(problem('status-malformed', { at: '/id', params: { member: 'id' } }));
    const facts: Facts = { type: entry.type, purpose: 'revocation', list: url };
    const read = async (text: ListText) => {
      const list = readIdList(text, ports);
      if (!list.ok) return list;
      const found = findIn(list.value, { dialect, question, ids, facts: { ...facts, asOf: dated(text) } });
      const isOvertaken = found.ok && found.value.says === 'clear' && text.insteadOf?.at === UNREADABLE;
      return isOvertaken && text.insteadOf ? failWith(text.insteadOf) : found;
    };
    const found = await readList(url, read, ports);
    return found.ok ? found.value : unknown({ ...found.problem, at: entry.at }, facts);
  };

const dated = ({ at }: ListText): string => new Date(at).toISOString();

interface Search {
  readonly dialect: Dialect;
  readonly question: StatusQuestion;
  readonly ids: readonly string[];
  readonly facts: Facts;
}

/** What a list says of the ids; `status-list-malformed` where it is none, or some of it cannot be read. */
function findIn(list: IdList, { dialect, question, ids, facts }: Search): Result<StatusFinding> {
  const { entry } = question;
  const { host } = new URL(String(entry.json.id));
  const { issuer } = list;
  if (dialect.issuer && issuer !== null && issuer !== question.issuerId)
    return succeed(
      unknown(problem('status-list-other-issuer', { at: entry.at, params: { host, issuer } }), facts),
    );
  const revoked = ids.flatMap((id) => list.revoked.get(comparableId(id)) ?? [])[0];
  if (revoked !== undefined) {
    const told = revoked.reason !== null && { params: { reason: revoked.reason } };
    return succeed(set(problem('revoked', { at: entry.at, ...told }), facts));
  }
  const isNamed = list.isEmpty && (list.types.includes(entry.type) || (list.hasId && issuer !== null));
  const isList = list.hasEntries || isNamed || (dialect.dictionary && list.isDictionary);
  // Nobody can say whom an entry of another form revokes.
  return isList && list.isReadable
    ? succeed(clear(facts))
    : fail('status-list-malformed', { params: { host }, ...(isList && { at: UNREADABLE }) });
}

/**
 * Where a list has entries that are not read: of an unknown form, or too many. They may be newer than a copy that was
 * kept: that still tells who is revoked, and no longer who is not.
 */
const UNREADABLE = '/revokedCredential';

/** OB 2.0 §RevocationList: "id or uid". */
const idsOf = ({ credentialId, entry }: StatusQuestion): readonly string[] =>
  textsIn([credentialId, entry.json.uid]).filter((id) => id !== '');

/** A `uid` is a text. Issuers that count their awards write a number. */
const textsIn = (ids: readonly (Json | undefined)[]): readonly string[] =>
  ids.filter((id) => typeof id === 'string' || typeof id === 'number').map(String);

function readIdList(list: ListText, { clock }: VerifyPorts): Result<IdList> {
  const read = (list.bytes && DECODED.get(list.bytes)) ?? decoded(list);
  if (list.bytes) DECODED.set(list.bytes, read);
  const stale = read.ok ? staleness(list, null, clock.now()) : null;
  return stale ? failWith(stale) : read;
}

/** The credentials of a page share its lists. Each is decoded once, as long as the net remembers the answer. */
const DECODED = new WeakMap<Uint8Array, Result<IdList>>();

/** A list as it is searched. Its own text is not kept: it may be megabytes. */
interface IdList {
  readonly issuer: string | null;
  readonly types: readonly Json[];
  readonly hasId: boolean;
  readonly hasEntries: boolean;
  /** Nothing in it can be a list of ids. Such a list is known by its type, or by its id and issuer. */
  readonly isEmpty: boolean;
  readonly isDictionary: boolean;
  /** By the one spelling of each revoked id. */
  readonly revoked: ReadonlyMap<string, { readonly reason: string | null }>;
  readonly isReadable: boolean;
}

/** An issuer of millions of badges revokes thousands. */
const LIMITS = { maxEntries: 100_000, maxLength: MAX_LIST_BYTES } as const;

function decoded({ url, text }: ListText): Result<IdList> {
  const params = { host: hostnameOf(url) };
  const parsed = parseJson(text, LIMITS);
  if (!parsed.ok) {
    const isTooMuch = natureOf(parsed.problem) === 'limit';
    return fail('status-list-malformed', {
      params,
      cause: parsed.problem,
      ...(isTooMuch && { at: UNREADABLE }),
    });
  }
  const json = parsed.value;
  if (!isJsonObject(json)) return fail('status-list-malformed', { params });
  const members = ENTRIES.filter((name) => json[name] !== undefined);
  const entries = members
    .flatMap((name) => asArray<Json>(json[name]))
    .map((one) => (isJsonObject(one) ? unwrapSingles(one) : one));
  const { issuer } = json;
  const issuerId = isJsonObject(issuer) ? issuer.id : issuer;
  return succeed({
    issuer: typeof issuerId === 'string' ? issuerId : null,
    types: asArray<Json>(json.type ?? undefined),
    hasId: typeof json.id === 'string',
    hasEntries: members.length > 0,
    isEmpty: Object.entries(json).every(([name, value]) => NO_ENTRIES.has(name) || !Array.isArray(value)),
    isDictionary: isDictionary(json),
    revoked: revokedIn(json, entries),
    isReadable: entries.every(isReadable),
  });
}

const NO_ENTRIES: ReadonlySet<string> = new Set(['@context', 'type']);

const idsIn = (one: Json): readonly (Json | undefined)[] => (isJsonObject(one) ? [one.id, one.uid] : [one]);

/** A number alone may be a place in a list that is not ours. */
const isReadable = (one: Json): boolean => idsIn(one).some((id) => typeof id === 'string');

/** Members of an answer that a server gives in place of a list that it lacks (RFC 9457 §3, and before it). */
const APOLOGY = /^(?:errors?|message|msg|detail|title|status|code)$/i;

/** Nothing but ids with their reasons; an empty one is the list of an issuer that has revoked nothing. */
const isDictionary = (json: JsonObject): boolean =>
  Object.entries(json).every(([name, reason]) => typeof reason === 'string' && !APOLOGY.test(name));

/**
 * The revoked ids of the entries, and those of OB 1.1 §IssuerOrganization.revocationList: an object whose members are
 * the ids, each with its reason. Of several entries for one id, the first one tells the reason.
 */
function revokedIn(json: JsonObject, entries: readonly Json[]): IdList['revoked'] {
  const revoked = new Map<string, { readonly reason: string | null }>();
  const note = (id: string, reason: Json | undefined): void => {
    const key = comparableId(id);
    if (!revoked.has(key)) revoked.set(key, { reason: typeof reason === 'string' ? reason : null });
  };
  for (const one of entries) {
    const { revoked: isRevoked, revocationReason } = isJsonObject(one) ? one : {};
    if (!REINSTATED.has(isRevoked)) for (const id of textsIn(idsIn(one))) note(id, revocationReason);
  }
  for (const [id, reason] of Object.entries(json)) if (typeof reason === 'string') note(id, reason);
  return revoked;
}

/** "No", as a boolean and as servers without booleans write it. */
const REINSTATED: ReadonlySet<Json | undefined> = new Set<Json | undefined>([false, 'false', 0, '0']);

/** Two spellings of one id are equal: of a web address, and of a UUID (RFC 9562 §4: in either case, as a URN or bare). */
function comparableId(written: string): string {
  const id = written.trim();
  const uuid = UUID.exec(id)?.[1];
  return uuid?.toLowerCase() ?? comparableWebId(id) ?? id;
}
const UUID = /^(?:urn:uuid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
