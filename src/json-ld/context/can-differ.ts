/** What tells two sets of contexts apart, for a document whose signature does not hold under the first of them. */
import { rememberOf } from '../../encoding/remember.ts';
import { isJsonObject, type Json, type JsonObject, memberAt } from '../../json.ts';
import type { ContextSet } from './context-set.ts';
import type { ContextCopy } from './snapshots.ts';

/**
 * Whether two sets can give the document different statements. The test is cautious, not exact: a word anywhere in the
 * document or in its other contexts counts as used.
 */
export function canDiffer(document: JsonObject, one: ContextSet, other: ContextSet): boolean {
  const words = decisiveWords(one)(other);
  return words === null || hasOneOf(words, document);
}

/**
 * Words that make a difference between two sets, if a document has one of them. Null: the sets differ for every
 * document. Documents of one kind share their sets, so this is found out once for all of them.
 */
const decisiveWords = rememberOf((one: ContextSet) =>
  rememberOf((other: ContextSet) => wordsApart(one, other)),
);

function wordsApart(one: ContextSet, other: ContextSet): ReadonlySet<string> | null {
  if (one.copies.size !== other.copies.size) return null;
  const apart = new Set<string>();
  for (const [url, copy] of one.copies) {
    const changed = other.copies.get(url);
    if (changed?.document === copy.document) continue;
    const words = changed ? changedWords(copy, changed) : null;
    if (words === null || isUsedBeside(url, one, words)) return null;
    for (const word of words) apart.add(word);
  }
  return apart;
}

/** Whether another context of the set has one of these words. */
const isUsedBeside = (url: string, { copies }: ContextSet, words: ReadonlySet<string>): boolean =>
  [...copies].some(([address, { document }]) => address !== url && hasOneOf(words, document));

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
  /** Without its scoped context. */
  readonly own: Json;
}

function definitionsIn(context: Json | undefined): readonly Definition[] {
  if (!isJsonObject(context)) return [];
  return Object.entries(context).flatMap(([term, definition]) => {
    if (!isJsonObject(definition)) return [{ term, own: definition ?? null }];
    const { '@context': inner, ...own } = definition;
    return [{ term, own }, ...definitionsIn(inner)];
  });
}

/** A term that is built on a changed prefix has changed as well. */
function withLeaning(words: ReadonlySet<string>, definitions: readonly Definition[]): ReadonlySet<string> {
  const all = new Set(words);
  for (let size = -1; size < all.size; ) {
    size = all.size;
    for (const { term, own } of definitions) if (!all.has(term) && hasOneOf(all, own)) all.add(term);
  }
  return all;
}

/** Whether one of the words is a name or text in a value, or the part of one before a colon. */
function hasOneOf(words: ReadonlySet<string>, value: Json | undefined): boolean {
  if (typeof value === 'string') return isAmong(words, value);
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some((item) => hasOneOf(words, item));
  for (const name in value) if (isAmong(words, name) || hasOneOf(words, memberAt(value, name))) return true;
  return false;
}

function isAmong(words: ReadonlySet<string>, text: string): boolean {
  const colon = text.indexOf(':');
  return words.has(text) || (colon > 0 && words.has(text.slice(0, colon)));
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
