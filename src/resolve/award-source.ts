/** Where the values of one award stand: in JSON, in the state that a page carries, or in the elements of a template. */
import { parseJson } from '../encoding/json.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { lazy } from '../lazy.ts';
import type { Place, RecordReading } from '../provider/provider.ts';
import { fill } from './address.ts';
import { assignedState } from './assigned-state.ts';
import { type PageElement, rawTextOf, readPageElements, select, textOf } from './page-element.ts';
import { objectsIn, readState } from './page-state.ts';
import { type Flag, flagIn } from './pointer.ts';

type Params = Readonly<Record<string, string>>;

/** One record, and how its places are read. */
export interface AwardSource {
  /** Every text or number at a place, as texts; none where nothing stands there. */
  texts(place: Place): readonly string[];
  /** Whether anything but null stands there. */
  has(place: Place): boolean;
  /** What is said there of a yes or no, which may be a date. */
  flag(place: Place): Flag;
}

/** The weightiest first. */
const FLAGS: readonly Flag[] = ['odd', 'set', 'unset'];
/** As many as the longest list has entries. */
const MAX_VALUES = 500;
const ROOT = ':root';

/** The records in an answer's text; null where the answer is of another kind and says nothing. */
export function awardSources(text: string, reading: RecordReading): readonly AwardSource[] | null {
  const { of } = reading;
  if (of.kind === 'json') {
    const json = parseJson(text);
    return json.ok ? jsonSources(json.value, reading) : null;
  }
  const page = readPageElements(text);
  if (of.kind === 'elements') return elementSources(page, reading);
  const written = of.kind === 'script' ? scriptOf(page, of.script) : assignedState(page, of.variable);
  const state = written === null ? null : decoded(written, of);
  const json = state === null ? undefined : readState(state);
  return json === undefined ? null : jsonSources(json, reading);
}

/** The records among the elements of a page; null where the page lacks the template. */
export function elementSources(
  page: PageElement,
  { of, record }: RecordReading,
): readonly AwardSource[] | null {
  if (of.kind !== 'elements' || select(page, of.template).length === 0) return null;
  return (record === '' ? [page] : select(page, record)).map((element) => elementSource(page, element));
}

/** Only the record's own places count. An id that a query, a text or another member repeats does not. */
export const isNamed = (source: AwardSource, { ids }: RecordReading, params: Params): boolean =>
  ids.every(
    ({ at, is, mayLack }) => (mayLack && !source.has(at)) || nameIn(source, { at, is }, params) !== undefined,
  );

/** The link's own id as the record writes it: a server may take one id in many spellings. */
export function ownIdOf(source: AwardSource, { ids }: RecordReading, params: Params): string | null {
  const own = ids.find(({ is }) => is === '{id}');
  return (own && nameIn(source, own, params)) ?? params.id ?? null;
}

type Name = Pick<RecordReading['ids'][number], 'at' | 'is'>;

/** The name in this place of a record that is the link's, in any case. */
function nameIn(source: AwardSource, { at, is }: Name, params: Params): string | undefined {
  const wanted = fill(is, params)?.toLowerCase();
  return source
    .texts(at)
    .map(idIn)
    .find((text) => text.toLowerCase() === wanted);
}

/** The path of an address names the record, whatever its host and query. */
const idIn = (text: string): string =>
  /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text).pathname : text;

function scriptOf(page: PageElement, selector: string): string | null {
  const [script] = select(page, selector);
  return script?.name === 'script' ? rawTextOf(script).trim() : null;
}

function decoded(written: string, of: RecordReading['of']): string | null {
  if (of.kind !== 'script' || of.encoding === undefined) return written;
  try {
    return decodeURIComponent(written);
  } catch {
    return null;
  }
}

/**
 * `Type(Other/pointer)/pointer`: the object of that type whose `id` the other object names. A type may contain a `*`.
 */
const TYPED = /^([\w*]+)(?:\((\w+)(\/[^)]*)\))?(\/.*)?$/;

function jsonSources(root: Json, { record, ids }: RecordReading): readonly AwardSource[] {
  const typed = TYPED.exec(record);
  if (!typed)
    return valuesAt(root, record, root)
      .filter(isJsonObject)
      .map((record) => jsonSource({ root, own: () => root, record }));
  const records = objectsOf(root, typed[1] ?? '').map((object) => ({
    object,
    name: ids
      .flatMap(({ at }) => valuesAt(object, at, root).flatMap(asText))
      .join(' ')
      .toLowerCase(),
  }));
  return records.map(({ object, name }) => {
    const others = () => records.filter((other) => other.name !== '' && other.name !== name);
    const own = lazy(() => ownPart(root, object, new Set(others().map((other) => other.object))));
    return jsonSource({ root, own, record: object });
  });
}

/**
 * The largest part of a state that holds this record and no other's: a page may also carry awards of other people, or
 * others of this person. Null where others stand within the record.
 */
function ownPart(root: Json, record: JsonObject, others: ReadonlySet<JsonObject>): Json {
  const holds = (part: Json | undefined, isMeant: (object: JsonObject) => boolean): boolean =>
    [...objectsIn(part)].some(({ object }) => isMeant(object));
  let part: Json | undefined = root;
  while (part !== undefined && holds(part, (object) => others.has(object)))
    part = Object.values(part ?? {}).find((member) => holds(member, (object) => object === record));
  return part ?? null;
}

interface Stated {
  readonly root: Json;
  /** The part of the state that is this record's alone. */
  readonly own: () => Json;
  readonly record: JsonObject;
}

/** `~(Type/pointer)/pointer`: the objects that the id there names, by their own id or by the member that holds them. */
const NAMED = /^~\((\w+)(\/[^)]*)\)(\/.*)$/;

function jsonSource({ root, own, record }: Stated): AwardSource {
  const values = (place: Place): readonly Json[] => {
    if (place.startsWith(ROOT)) return valuesAt(root, place.slice(ROOT.length), root);
    const [, owner, key = '', member = ''] = NAMED.exec(place) ?? [];
    if (owner !== undefined) {
      const [id] = soleOf({ root, own }, { type: owner, pointer: key, named: null });
      return typeof id === 'string'
        ? sole(objectsNaming(root, id).map((each) => valuesAt(each, member, root)))
        : [];
    }
    const [, type, via, at = '', pointer = ''] = TYPED.exec(place) ?? [];
    if (type === undefined) return valuesAt(record, place, root);
    return soleOf({ root, own }, { type, pointer, named: via === undefined ? null : { type: via, at } });
  };
  return {
    texts: (place) => values(place).flatMap(asText).slice(0, MAX_VALUES),
    has: (place) => values(place).some((value) => value !== null && value !== false && value !== ''),
    flag: (place) => {
      const said = values(place).map(flagIn);
      return FLAGS.find((flag) => said.includes(flag)) ?? 'unset';
    },
  };
}

function asText(value: Json): readonly string[] {
  if (typeof value !== 'number' && typeof value !== 'string') return [];
  const text = String(value).trim();
  return text === '' ? [] : [text];
}

interface Typed {
  readonly type: string;
  readonly pointer: string;
  /** The place that holds the id of that object. */
  readonly named: { readonly type: string; readonly at: string } | null;
}

/**
 * Values of the named object, wherever it stands, or of the only object of its type in the record's own part that has
 * any. Among several, nothing says which is meant.
 */
function soleOf({ root, own }: Omit<Stated, 'record'>, { type, pointer, named }: Typed): readonly Json[] {
  const ids =
    named === null ? [] : objectsOf(own(), named.type).flatMap((each) => valuesAt(each, named.at, root));
  return sole(
    objectsOf(ids.length > 0 ? root : own(), type)
      .filter(({ id }) => ids.length === 0 || ids.includes(id ?? null))
      .map((each) => valuesAt(each, pointer, root)),
  );
}

/** The values that several objects give. Objects without values are left out; all others must give the same. */
function sole(given: readonly (readonly Json[])[]): readonly Json[] {
  const meant = given.filter((values) => values.some((value) => value !== null));
  const distinct = new Set(meant.map((values) => JSON.stringify(values)));
  return distinct.size === 1 ? (meant[0] ?? []) : [];
}

/** A shorter id could be part of another one. */
const MIN_ID_CHARACTERS = 8;

/** Every object whose own id, or the name of the member that holds it, contains this id. */
const objectsNaming = (root: Json, id: string): readonly JsonObject[] =>
  id.length < MIN_ID_CHARACTERS
    ? []
    : objectsWhere(
        root,
        (object, name) => name.includes(id) || (typeof object.id === 'string' && object.id.includes(id)),
      );

/** Every object of a normalised state with that `__typename`, wherever it stands. */
function objectsOf(root: Json, type: string): readonly JsonObject[] {
  const [start = '', ...rest] = type.split('*');
  const fits = (name: string): boolean =>
    rest.length === 0 ? name === type : name.startsWith(start) && rest.every((part) => name.includes(part));
  return objectsWhere(root, ({ __typename: name }) => typeof name === 'string' && fits(name));
}

const objectsWhere = (
  root: Json,
  isMeant: (object: JsonObject, name: string) => boolean,
): readonly JsonObject[] =>
  [...objectsIn(root)].flatMap(({ object, name }) => (isMeant(object, name) ? [object] : []));

/**
 * Values at a JSON Pointer (RFC 6901). `*` is every member of a list or object. `{"__ref": name}` stands for the root's
 * member of that name.
 */
function valuesAt(from: Json, pointer: string, root: Json): readonly Json[] {
  let values: readonly Json[] = [from];
  for (const token of pointer.split('/').slice(1)) {
    const name = token.replace(/~1/g, '/').replace(/~0/g, '~');
    values = values.flatMap((value) => membersOf(value, name)).map((value) => dereferenced(value, root));
  }
  return values;
}

function membersOf(value: Json, name: string): readonly Json[] {
  if (Array.isArray(value))
    return name === '*' ? value : [value[Number(name)]].filter((each) => each !== undefined);
  if (!isJsonObject(value)) return [];
  if (name === '*') return Object.values(value).filter((each) => each !== undefined);
  const member = Object.hasOwn(value, name) ? value[name] : undefined;
  return member === undefined ? [] : [member];
}

function dereferenced(value: Json, root: Json): Json {
  const name = isJsonObject(value) ? value.__ref : undefined;
  if (typeof name !== 'string' || !isJsonObject(root)) return value;
  return Object.hasOwn(root, name) ? (root[name] ?? null) : null;
}

function elementSource(page: PageElement, element: PageElement): AwardSource {
  const texts = (place: Place): readonly string[] => {
    const [selector = '', attribute] = place.split('@');
    const inPage = selector.startsWith(':root ');
    const found = select(inPage ? page : element, inPage ? selector.slice(':root '.length) : selector);
    return found
      .map((each) => (attribute === undefined ? textOf(each) : (each.attributes.get(attribute) ?? '').trim()))
      .filter((text) => text !== '')
      .slice(0, MAX_VALUES);
  };
  const has = (place: Place): boolean => texts(place).length > 0;
  return { texts, has, flag: (place) => (has(place) ? 'set' : 'unset') };
}
