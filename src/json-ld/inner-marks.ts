/**
 * Finds which object of a document became which node. The processor does not report this, so each object carries a mark
 * through it.
 */
import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts';
import { escapePointer } from './context/references.ts';
import { isInnerMember } from './vocabulary.ts';

export interface Marked {
  /** The expanded document. Each document inside it has one more property, `marker`. */
  readonly expanded: Json;
  readonly marker: string;
  /** JSON Pointer → the object at that place. */
  readonly sources: ReadonlyMap<string, JsonObject>;
}

export interface Marks {
  /** IRI of the member that holds it. */
  readonly predicate: string;
  readonly source: JsonObject;
}

type Expand = (document: JsonObject) => Promise<Json>;
type IsCandidate = (value: JsonObject) => boolean;

const has = (value: JsonObject, ...names: readonly string[]): boolean =>
  names.some((name) => value[name] !== undefined);

/** Whether the names of its members show that an object under such a member is a document. */
export const looksLikeDocument: IsCandidate = (value) =>
  has(value, 'id', '@id', 'type', '@type', '@context', 'proof') &&
  !has(value, '@value', '@list', '@set', '@index');

/** What may be marked, widest first. A mark inside a language map or a JSON literal would change the meaning. */
const CANDIDATES: readonly IsCandidate[] = [
  looksLikeDocument,
  (value) => has(value, '@context', 'proof') && !has(value, '@index'),
];

/**
 * Marks the documents inside a document with their places: credentials in a CLR or presentation, and endorsements. Null
 * if every way of marking would change the meaning. The text of those documents is then unknown.
 */
export async function markInner(
  document: JsonObject,
  expanded: Json,
  expand: Expand,
): Promise<Marked | null> {
  const text = JSON.stringify(expanded);
  let marker = 'urn:x-touchstone:stands-at:';
  while (text.includes(marker)) marker += ':';
  if (!holdsInner(expanded)) return { expanded, marker, sources: new Map() };
  for (const isCandidate of CANDIDATES) {
    const sources = new Map<string, JsonObject>();
    const tagged = tagObject(document, '', { isCandidate, marker, sources });
    const found = await expand(tagged).catch(() => null);
    if (found !== null && JSON.stringify(untagged(found, marker)) === text)
      return { expanded: withMarks(found, null, marker), marker, sources };
  }
  return null;
}

/** What the value of a marker says. */
export function readMark(value: string, sources: Marked['sources']): Marks | null {
  const [predicate = '', at = ''] = value.split(' ');
  const source = sources.get(at);
  return source ? { predicate, source } : null;
}

function holdsInner(value: Json): boolean {
  if (Array.isArray(value)) return value.some(holdsInner);
  if (!isJsonObject(value)) return false;
  return Object.entries(value).some(
    ([name, one]) => isInnerMember(name) || (one !== undefined && holdsInner(one)),
  );
}

interface Tagging {
  readonly isCandidate: IsCandidate;
  readonly marker: string;
  readonly sources: Map<string, JsonObject>;
}

/** Its value is no node, but a map of members (JSON-LD 1.1 §4.8). */
const REVERSE = '/@reverse';

/** Marks go into `@index`, which leaves no trace in the graph (JSON-LD 1.1 §4.6.1). */
function tag(value: Json, at: string, tagging: Tagging): Json {
  if (Array.isArray(value)) return value.map((one: Json, index) => tag(one, `${at}/${index}`, tagging));
  return isJsonObject(value) ? tagObject(value, at, tagging) : value;
}

function tagObject(value: JsonObject, at: string, tagging: Tagging): JsonObject {
  const below = Object.entries(value).map(([name, one]): [string, Json | undefined] => [
    name,
    name === '@context' || one === undefined ? one : tag(one, `${at}/${escapePointer(name)}`, tagging),
  ]);
  const copy: JsonObject = Object.fromEntries(below);
  if (at === '' || at.endsWith(REVERSE) || !tagging.isCandidate(value)) return copy;
  tagging.sources.set(encodeURI(at), value);
  return { ...copy, '@index': tagging.marker + encodeURI(at) };
}

const membersOf = (value: JsonObject): readonly [string, Json][] =>
  Object.entries(value).filter((entry): entry is [string, Json] => entry[1] !== undefined);

const isTag = (value: Json | undefined, marker: string): value is string =>
  typeof value === 'string' && value.startsWith(marker);

function untagged(value: Json, marker: string): Json {
  if (Array.isArray(value)) return value.map((one: Json) => untagged(one, marker));
  if (!isJsonObject(value)) return value;
  const kept = membersOf(value).filter(([name, one]) => !(name === '@index' && isTag(one, marker)));
  return Object.fromEntries(kept.map(([name, one]) => [name, untagged(one, marker)]));
}

/** Turns the marks of inner documents into statements about them, and removes all other marks. */
function withMarks(value: Json, member: string | null, marker: string): Json {
  if (Array.isArray(value)) return value.map((one: Json) => withMarks(one, member, marker));
  if (!isJsonObject(value)) return value;
  const index = value['@index'];
  const entries = membersOf(value)
    .filter(([name]) => !(name === '@index' && isTag(index, marker)))
    .map(([name, one]) => [name, withMarks(one, memberOf(name, member), marker)] as const);
  const copy: JsonObject = Object.fromEntries(entries);
  if (member === null || !isTag(index, marker)) return copy;
  return { ...copy, [marker]: asArray({ '@value': `${member} ${index.slice(marker.length)}` }) };
}

/** The contents of a graph object belong to the member that holds the graph. */
const memberOf = (name: string, outer: string | null): string | null => {
  if (name === '@graph') return outer;
  return isInnerMember(name) ? name : null;
};
