import { readId } from '../../credential/text.ts';
import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { fail, type Result, succeed } from '../../result.ts';

/** How a family writes its entries. */
export interface EntryForm {
  /** Members of the entry: the address of the list, and the index in it. */
  readonly list: string;
  readonly index: string;
  /** The purpose, where the family has only one. */
  readonly purpose: string | null;
}

export interface AskedEntry {
  readonly url: string;
  readonly index: number;
  readonly purpose: string;
  readonly size: number;
  readonly messages: readonly JsonObject[];
}

/** The most that one entry is read as. Each may name a list of its own. */
const MAX_READINGS = 8;

/**
 * An entry, as everything that it may mean. Entries of one id are one node of a graph (RDF 1.1 Concepts §3.1). It has
 * the lists and the indexes of all of them, and does not tell which belong together. Problem: `status-malformed`.
 */
export function readEntry(form: EntryForm, json: JsonObject, place: string): Result<readonly AskedEntry[]> {
  const malformed = (member: string) =>
    fail('status-malformed', { at: `${place}/${member}`, params: { member } });
  const urls = every(json[form.list], readAddress);
  if (urls === null) return malformed(form.list);
  const indexes = every(json[form.index], readIndex);
  if (indexes === null || urls.length * indexes.length > MAX_READINGS) return malformed(form.index);
  const purpose = sole(json.statusPurpose) ?? form.purpose;
  if (typeof purpose !== 'string') return malformed('statusPurpose');
  const size = sole(json.statusSize) ?? 1;
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 1 || size > 32)
    return malformed('statusSize');
  const messages = asArray<Json>(json.statusMessage ?? undefined).filter(isJsonObject);
  return succeed(urls.flatMap((url) => indexes.map((index) => ({ url, index, purpose, size, messages }))));
}

/**
 * To JSON-LD and its signature, a list of one value is that value. So a holder must not hide a revocation by wrapping
 * it.
 */
export const sole = (value: Json | undefined): Json | undefined =>
  Array.isArray(value) && value.length === 1 ? value[0] : value;

/** Every value of a member. Null where there is none, or one that cannot be read. */
function every<T>(value: Json | undefined, read: (one: Json) => T | null): readonly T[] | null {
  const values = asArray<Json>(value ?? undefined).map(read);
  return values.length > 0 && values.every((one) => one !== null) ? values : null;
}

/** In a graph the list is a node. Where more is said of it, its address is its id. */
function readAddress(value: Json): string | null {
  const id = readId(value);
  return id !== null && URL.canParse(id) ? id : null;
}

/** §2.1: a string that is an integer of zero or more. Some lists have numbers, which mean the same. */
function readIndex(value: Json): number | null {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !/^\d{1,15}$/.test(text)) return null;
  return Number(text);
}
