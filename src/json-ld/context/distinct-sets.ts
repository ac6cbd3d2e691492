import { rememberOf } from '../../encoding/remember.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import type { ContextSet } from './context-set.ts';
import type { ContextCopy } from './snapshots.ts';

/**
 * The sets that can give a document different statements. Of sets that give the same statements, only the first is
 * returned. A publisher who changes a context in place mostly adds words that a document does not use. A signature that
 * is wrong under one content is then wrong under the other too.
 *
 * The test is cautious, not exact: a word anywhere in the document or in its other contexts counts as used. The
 * document is searched only when a second set is asked for.
 */
export function* distinctSets(document: JsonObject, sets: readonly ContextSet[]): Generator<ContextSet> {
  const [first, ...others] = sets;
  if (first === undefined) return;
  yield first;
  if (others.length === 0) return;
  const used = wordsIn(document);
  const distinct = [first];
  for (const set of others) {
    if (!distinct.every((earlier) => canDiffer({ used, one: earlier, other: set }))) continue;
    distinct.push(set);
    yield set;
  }
}

interface Choice {
  readonly used: ReadonlySet<string>;
  readonly one: ContextSet;
  readonly other: ContextSet;
}

function canDiffer({ used, one, other }: Choice): boolean {
  if (one.copies.size !== other.copies.size) return true;
  return [...one.copies].some(([url, copy]) => {
    const changed = other.copies.get(url);
    if (changed === undefined) return true;
    if (changed.document === copy.document) return false;
    const words = changedWords(copy, changed);
    if (words === null) return true;
    const isUsed = (word: string): boolean =>
      used.has(word) ||
      [...one.copies].some(([address, { document }]) => address !== url && wordsOf(document).has(word));
    return [...words].some(isUsed);
  });
}

/**
 * Terms, at any depth, that two contents of a context define differently, and terms that depend on those. Null: any
 * term may differ.
 */
const changedWords = (one: ContextCopy, other: ContextCopy): ReadonlySet<string> | null =>
  isJsonObject(one.document) && isJsonObject(other.document)
    ? changedFrom(one.document)(other.document)
    : null;

const changedFrom = rememberOf((one: JsonObject) => rememberOf((other: JsonObject) => changesIn(one, other)));

function changesIn(one: JsonObject, other: JsonObject): ReadonlySet<string> | null {
  const words = new Set<string>();
  const [first, second] = [one['@context'], other['@context']];
  const comparable = gatherChanges(first, second, words);
  return comparable ? withLeaning(words, [...definitionsIn(first), ...definitionsIn(second)]) : null;
}

/** Notes the terms that differ. False where the contexts differ in another way. */
function gatherChanges(one: Json | undefined, other: Json | undefined, words: Set<string>): boolean {
  if (!isJsonObject(one) || !isJsonObject(other)) return isSame(one, other);
  for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const [first, second] = [one[name], other[name]];
    if (isSame(first, second)) continue;
    if (name.startsWith('@')) return false;
    if (!differInside(first, second, words)) words.add(name);
  }
  return true;
}

/** Whether two definitions differ only in their scoped contexts. The differing terms inside are then noted. */
function differInside(one: Json | undefined, other: Json | undefined, words: Set<string>): boolean {
  if (!isJsonObject(one) || !isJsonObject(other)) return false;
  const { '@context': first, ...rest } = one;
  const { '@context': second, ...others } = other;
  return isSame(rest, others) && gatherChanges(first, second, words);
}

interface Definition {
  readonly term: string;
  /** The words of the definition, without those of its scoped context. */
  readonly words: ReadonlySet<string>;
}

function definitionsIn(context: Json | undefined): readonly Definition[] {
  if (!isJsonObject(context)) return [];
  return Object.entries(context).flatMap(([term, definition]) => {
    if (!isJsonObject(definition)) return [{ term, words: wordsIn(definition ?? null) }];
    const { '@context': inner, ...own } = definition;
    return [{ term, words: wordsIn(own) }, ...definitionsIn(inner)];
  });
}

/** A term that is built on a changed prefix has changed as well. */
function withLeaning(words: ReadonlySet<string>, definitions: readonly Definition[]): ReadonlySet<string> {
  const all = new Set(words);
  const leans = ({ term, words }: Definition): boolean =>
    !all.has(term) && [...words].some((word) => all.has(word));
  for (let size = -1; size < all.size; ) {
    size = all.size;
    for (const definition of definitions) if (leans(definition)) all.add(definition.term);
  }
  return all;
}

const wordsOf = (document: Json): ReadonlySet<string> =>
  isJsonObject(document) ? wordsOfObject(document) : wordsIn(document);

const wordsOfObject = rememberOf((document: JsonObject) => wordsIn(document));

/** Every name and text in a value, and the part of each before a colon. */
function wordsIn(value: Json): ReadonlySet<string> {
  const words = new Set<string>();
  const note = (text: string): void => {
    words.add(text);
    const colon = text.indexOf(':');
    if (colon > 0) words.add(text.slice(0, colon));
  };
  const gather = (item: Json | undefined): void => {
    if (typeof item === 'string') note(item);
    if (typeof item !== 'object' || item === null) return;
    if (!Array.isArray(item)) Object.keys(item).forEach(note);
    Object.values(item).forEach(gather);
  };
  gather(value);
  return words;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
