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
import { type ListText, readList, staleness } from './list-source.ts';

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
      const json = readIdList(text, ports);
      if (!json.ok) return json;
      const found = findIn(json.value, { dialect, question, ids, facts: { ...facts, asOf: dated(text) } });
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
function findIn(json: JsonObject, { dialect, question, ids, facts }: Search): Result<StatusFinding> {
  const { entry } = question;
  const { host } = new URL(String(entry.json.id));
  const issuer = issuerOf(json);
  if (dialect.issuer && issuer !== null && issuer !== question.issuerId)
    return succeed(
      unknown(problem('status-list-other-issuer', { at: entry.at, params: { host, issuer } }), facts),
    );
  const members = ENTRIES.filter((name) => json[name] !== undefined);
  const entries = members
    .flatMap((name) => asArray<Json>(json[name]))
    .map((one) => (isJsonObject(one) ? unwrapSingles(one) : one));
  const meant = new Set(ids.map(comparableId));
  const isMeant = (name: string): boolean => meant.has(comparableId(name));
  const found = entries.find((one) => revokes(one, isMeant)) ?? inDictionary(json, isMeant);
  if (found !== undefined) {
    const reason = isJsonObject(found) ? found.revocationReason : undefined;
    const told = typeof reason === 'string' && { params: { reason } };
    return succeed(set(problem('revoked', { at: entry.at, ...told }), facts));
  }
  // Nobody can say whom an entry of another form revokes.
  const isList = members.length > 0 || names(json, entry.type) || (dialect.dictionary && isDictionary(json));
  return isList && entries.every(isReadable)
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

function readIdList(list: ListText, { clock }: VerifyPorts): Result<JsonObject> {
  const params = { host: hostnameOf(list.url) };
  const json = parseJson(list.text);
  if (!json.ok) {
    const isTooMuch = natureOf(json.problem) === 'limit';
    return fail('status-list-malformed', {
      params,
      cause: json.problem,
      ...(isTooMuch && { at: UNREADABLE }),
    });
  }
  if (!isJsonObject(json.value)) return fail('status-list-malformed', { params });
  const stale = staleness(list, null, clock.now());
  return stale ? failWith(stale) : succeed(json.value);
}

const issuerOf = ({ issuer }: JsonObject): string | null => {
  const id = isJsonObject(issuer) ? issuer.id : issuer;
  return typeof id === 'string' ? id : null;
};

/** A list with nothing in it is known by its type, or by its id and issuer. */
const names = (json: JsonObject, type: string): boolean =>
  (asArray<Json>(json.type ?? undefined).includes(type) ||
    (typeof json.id === 'string' && issuerOf(json) !== null)) &&
  // Another member may list the revoked ones.
  Object.entries(json).every(([name, value]) => NO_ENTRIES.has(name) || !Array.isArray(value));
const NO_ENTRIES: ReadonlySet<string> = new Set(['@context', 'type']);

const idsIn = (one: Json): readonly (Json | undefined)[] => (isJsonObject(one) ? [one.id, one.uid] : [one]);
const namesIn = (one: Json): readonly string[] => textsIn(idsIn(one));

/** A number alone may be a place in a list that is not ours. */
const isReadable = (one: Json): boolean => idsIn(one).some((id) => typeof id === 'string');

/** Members of an answer that a server gives in place of a list that it lacks (RFC 9457 §3, and before it). */
const APOLOGY = /^(?:errors?|message|msg|detail|title|status|code)$/i;

/** Nothing but ids with their reasons; an empty one is the list of an issuer that has revoked nothing. */
const isDictionary = (json: JsonObject): boolean =>
  Object.entries(json).every(([name, reason]) => typeof reason === 'string' && !APOLOGY.test(name));

/**
 * OB 1.1 §IssuerOrganization.revocationList: an object whose members are the revoked ids, each with its reason.
 */
function inDictionary(json: JsonObject, isMeant: (name: string) => boolean): Json | undefined {
  const found = Object.entries(json).find(([name, reason]) => typeof reason === 'string' && isMeant(name));
  return found && { id: found[0], revocationReason: found[1] };
}

const revokes = (one: Json, isMeant: (name: string) => boolean): boolean =>
  !(isJsonObject(one) && one.revoked === false) && namesIn(one).some(isMeant);

/** Two spellings of one id are equal: of a web address, and of a UUID (RFC 9562 §4: in either case, as a URN or bare). */
function comparableId(written: string): string {
  const id = written.trim();
  const uuid = UUID.exec(id)?.[1];
  return uuid?.toLowerCase() ?? comparableWebId(id) ?? id;
}
const UUID = /^(?:urn:uuid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
