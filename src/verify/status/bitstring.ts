/**
 * BitstringStatusList, StatusList2021 and RevocationList2020. They are three spellings of one idea, so they share one
 * table.
 */

import { decodeBase64, decodeBase64url } from '../../encoding/base64url.ts';
import { countEntries, readBits } from '../../encoding/bitstring.ts';
import { asArray, type Json, type JsonObject } from '../../json.ts';
import { hostnameOf } from '../../net/address.ts';
import { comparableAddress, sameAddress } from '../../net/tenant.ts';
import { type Problem, type ProblemCode, problem } from '../../problem.ts';
import { fail, type Result, succeed } from '../../result.ts';
import type { Facts } from '../report.ts';
import { type AskedEntry, type EntryForm, readEntry, sole } from './bitstring-entry.ts';
import { clear, type LookUp, type StatusFinding, type StatusQuestion, set, unknown } from './finding.ts';
import { fetchListCredential } from './list-credential.ts';
import { unpackList } from './list-source.ts';

/** The spelling of one family. */
interface Family extends EntryForm {
  readonly listTypes: readonly string[];
  readonly subjectTypes: readonly string[];
}

/**
 * Bitstring Status List 1.0 §2.2: multibase, base64url without padding. Its drafts until 2024 and the lists before it had
 * no prefix, and some issuers write plain base64. Gzip begins with `H4sI` (RFC 1952 §2.3.1), so a `u` is always a prefix.
 */
function decodeList(encodedList: string): Result<Uint8Array> {
  const digits = encodedList.replace(/^u/, '').replace(/={1,2}$/, '');
  const urlSafe = decodeBase64url(digits);
  return urlSafe.ok ? urlSafe : decodeBase64(digits);
}

export const FAMILIES = {
  BitstringStatusListEntry: {
    listTypes: ['BitstringStatusListCredential'],
    subjectTypes: ['BitstringStatusList'],
    list: 'statusListCredential',
    index: 'statusListIndex',
    purpose: null,
  },
  StatusList2021Entry: {
    listTypes: ['StatusList2021Credential'],
    subjectTypes: ['StatusList2021'],
    list: 'statusListCredential',
    index: 'statusListIndex',
    purpose: null,
  },
  RevocationList2020Status: {
    listTypes: ['RevocationList2020Credential'],
    subjectTypes: ['RevocationList2020'],
    list: 'revocationListCredential',
    index: 'revocationListIndex',
    purpose: 'revocation',
  },
} as const satisfies Record<string, Family>;

/**
 * Bitstring Status List 1.0 §2.2: a shorter list shows its host whose status is asked. That is the issuer's fault
 * towards the holder, and it is common (lists of 100,000 entries). So it is a caution, and no reason to doubt the list.
 */
const MIN_ENTRIES = 131_072;
/** 2²³ entries of 8 bits, in bytes. */
const MAX_INFLATED_BYTES = 8_388_608;

/**
 * Looks an entry up in its list. Codes: those of list-credential.ts, `status-malformed`, `status-purpose-mismatch`,
 * `status-list-malformed`, `status-index-out-of-range` (unknown); `revoked`, `suspended`, `refresh-advised`,
 * `status-message` (set); as notes `status-list-too-short`, `status-list-other-address`, `status-list-other-issuer`.
 */
export const lookUpBit =
  (family: Family): LookUp =>
  async (question) => {
    const { json, at } = question.entry;
    const readings = readEntry(family, json, at);
    if (!readings.ok) return unknown(readings.problem);
    if (!question.looks.spend(readings.value.length)) return unknown(problem('status-malformed', { at }));
    const findings = await Promise.all(readings.value.map((asked) => lookUpIn(family, asked, question)));
    return agreed(findings) ?? unknown(problem('status-malformed', { at }));
  };

/**
 * What all readings of an entry say. Of several lists, each tells whether it is for the entry's purpose. Undefined where
 * a bit is set by one reading and clear by another: nobody can say which was meant.
 */
function agreed(findings: readonly StatusFinding[]): StatusFinding | undefined {
  const fitting = findings.filter(({ problem }) => problem?.code !== 'status-purpose-mismatch');
  const [first, ...others] = fitting.length > 0 ? fitting : findings;
  const open = fitting.find(({ says }) => says === 'unknown');
  if (!others.every(({ says }) => says === first?.says)) return open;
  return first && { ...first, notes: fitting.flatMap(({ notes }) => notes) };
}

async function lookUpIn(family: Family, asked: AskedEntry, question: StatusQuestion): Promise<StatusFinding> {
  const { entry } = question;
  const { url, index, purpose, size } = asked;
  const facts: Facts = { type: entry.type, purpose, index, list: url };
  const read = (subjects: readonly JsonObject[]) =>
    readSubjects(family, subjects, { purpose, url, size, ports: question.ports });
  const believed = await fetchListCredential({ url, types: family.listTypes, read }, question);
  if (!believed.ok) return unknown(at(believed.problem, entry.at), facts);
  const { content, list, notes } = believed.value;
  const asOf = new Date(list.at).toISOString();
  const findings = content.map(({ bits, elsewhere }) => {
    const entries = countEntries(bits, size);
    if (index >= entries)
      return unknown(problem('status-index-out-of-range', { at: entry.at, params: { index } }), facts);
    const value = readBits(bits, index, size);
    const finding = findingOf(value, { entry: asked, at: entry.at, facts: { ...facts, value, asOf } });
    const short = problem('status-list-too-short', {
      at: entry.at,
      params: { host: hostnameOf(url), entries },
    });
    return {
      ...finding,
      notes: [...(elsewhere ? [elsewhere] : []), ...(entries < MIN_ENTRIES ? [short] : [])],
    };
  });
  const worst = WORST_FIRST.map((says) => findings.find((finding) => finding.says === says)).find(Boolean);
  const finding = worst ?? unknown(problem('status-list-malformed', { at: entry.at }), facts);
  return { ...finding, notes: [...notes, ...finding.notes] };
}

/** Where several subjects fit, any finding against the credential counts. */
const WORST_FIRST: readonly StatusFinding['says'][] = ['set', 'unknown', 'clear'];

interface ReadSubject {
  readonly bits: Uint8Array;
  /**
   * Set where the list gives another address than the requested one, as moved lists do
   * (docs/decisions.md#dependencies-and-lists).
   */
  readonly elsewhere: Problem | null;
}

/** The most lists in one credential. Each is decompressed. */
const MAX_SUBJECTS = 8;

/** The bits of every subject that is a list for the purpose. If any names the address, only those count. */
async function readSubjects(
  family: Family,
  subjects: readonly JsonObject[],
  { purpose, url, size, ports }: Omit<AskedEntry, 'index' | 'messages'> & Pick<StatusQuestion, 'ports'>,
): Promise<Result<readonly ReadSubject[]>> {
  const params = { host: hostnameOf(url) };
  const lists = subjects.filter(
    ({ type, encodedList }) =>
      typeof encodedList === 'string' &&
      asArray<Json>(type ?? undefined).some((each) => family.subjectTypes.includes(String(each))),
  );
  if (lists.length === 0 || subjects.length > MAX_SUBJECTS) return fail('status-list-malformed', { params });
  const fitting = lists.filter(({ statusPurpose }) =>
    asArray<Json>(statusPurpose ?? family.purpose ?? undefined).includes(purpose),
  );
  if (fitting.length === 0) return fail('status-purpose-mismatch', { params: { ...params, purpose } });
  const named = fitting.filter(({ id }) => typeof id === 'string' && sameAddress(id, url));
  const read: ReadSubject[] = [];
  for (const { id, encodedList, statusSize } of named.length > 0 ? named : fitting) {
    // §2.1 has the size in the entry alone. If a list says that it has another size, its bits are not read.
    if ((sole(statusSize) ?? size) !== size) return fail('status-list-malformed', { params });
    const bits = await unpack(String(encodedList), ports);
    if (!bits.ok) return fail('status-list-malformed', { params, cause: bits.problem });
    const isOther = typeof id === 'string' && comparableAddress(id) !== null && !sameAddress(id, url);
    const elsewhere = isOther ? problem('status-list-other-address', { params: { ...params, id } }) : null;
    read.push({ bits: bits.value, elsewhere });
  }
  return succeed(read);
}

async function unpack(encodedList: string, ports: StatusQuestion['ports']): Promise<Result<Uint8Array>> {
  const packed = decodeList(encodedList);
  return packed.ok
    ? unpackList(packed.value, { format: 'gzip', maxBytes: MAX_INFLATED_BYTES }, ports)
    : packed;
}

interface ReadValue {
  readonly entry: AskedEntry;
  readonly at: string;
  readonly facts: Facts;
}

const CODE_OF: ReadonlyMap<string, ProblemCode> = new Map([
  ['revocation', 'revoked'],
  ['suspension', 'suspended'],
  ['refresh', 'refresh-advised'],
]);

/** §2.1: `revocation` cannot be undone, `suspension` can, `refresh` announces a newer copy, `message` has a text. */
function findingOf(value: number, { entry, at, facts }: ReadValue): StatusFinding {
  const { purpose } = entry;
  const message = messageFor(entry.messages, value);
  const told: Facts = { ...facts, message };
  // A message of value 0 is the normal state in most schemes. It is shown without a warning.
  if (value === 0) return clear(told);
  if (purpose === 'message') {
    return set(problem('status-message', { at, params: { message: message ?? String(value) } }), told);
  }
  const code = CODE_OF.get(purpose);
  if (!code) return unknown(problem('status-unsupported', { at, params: { type: purpose } }), told);
  return set(problem(code, { at, ...(message !== null && { params: { reason: message } }) }), told);
}

/** §2.1 `statusMessage`: `status` is the value in hexadecimal with `0x`. */
function messageFor(messages: readonly JsonObject[], value: number): string | null {
  const found = messages.find(({ status }) => typeof status === 'string' && Number(status) === value);
  return typeof found?.message === 'string' ? found.message : null;
}

const at = (trouble: Problem, place: string): Problem => ({ ...trouble, at: trouble.at ?? place });
