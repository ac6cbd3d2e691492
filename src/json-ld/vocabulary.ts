/**
 * The one vocabulary that records are written in: the names of the published contexts, whatever names a document uses.
 */

import { isAscii } from '../encoding/text.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { type Result, succeed } from '../result.ts';
import { entryAt } from './column.ts';
import { COMMON_NAMES, COMMON_WORDED } from './common-names.ts';
import { allSnapshots } from './context/bundled/shelf.ts';
import { byPredicate, type Dataset, type Term } from './dataset.ts';
import { iriTerm } from './iri.ts';
import { RDF } from './literal.ts';
import { iriOf } from './terms.ts';

export const CREDENTIALS = 'https://www.w3.org/2018/credentials#';
export const BADGES = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#';
export const DRAFT_BADGES = 'https://imsglobal.github.io/openbadges-specification/ob_v3p0.html#';
export const RECORDS = 'https://purl.imsglobal.org/spec/vc/clr/vocab.html#';

export interface Vocabulary {
  /** The predicate of a statement. */
  readonly property: (predicate: Term) => Property;
  /** A class or another value of this name. Its IRI where it has none, and null where the term is no IRI. */
  readonly word: (term: Term) => Word | null;
}

/** The predicate of a statement, as records write it. */
export interface Property {
  readonly iri: string;
  /** The name of the member, or the IRI where the vocabulary has no name. */
  readonly member: string;
  /** Whether the vocabulary has a name that names a member. */
  readonly isKnown: boolean;
  readonly isWorded: boolean;
  /** Whether its values are documents of their own. */
  readonly isInner: boolean;
}

/** What contexts call an IRI. */
interface Names {
  /** The member of this name, where it is a property. */
  readonly member: string;
  /** The class, or another value that is written as a word. */
  readonly word: string;
}

/** The names that contexts give. */
export interface Named {
  readonly names: ReadonlyMap<string, Names>;
  /** IRIs of properties whose values are words (JSON-LD 1.1 §4.2.3, `@vocab`). */
  readonly worded: ReadonlySet<string>;
}

interface Word {
  readonly text: string;
  readonly isKnown: boolean;
}

/** Contexts of test suites and examples. Their terms do not count as known. */
const NOBODYS = /\/examples\/|undefined-terms/;

/** Where several names have one meaning, the name in the current specification wins. */
const PREFERRED: ReadonlySet<string> = new Set([
  'OpenBadgeCredential',
  'tag',
  'expires',
  'verification',
  'issuedOn',
]);

let common: Vocabulary | null = null;
let all: Vocabulary | null = null;

/**
 * The vocabulary of the common contexts. Its names are those of all contexts (test/json-ld/vocabulary.test.ts). They
 * stand in a table, so that a credential does not wait until twenty contexts are read.
 */
export function commonVocabulary(): Vocabulary {
  common ??= vocabularyWith(commonNamesOf, new Set(COMMON_WORDED));
  return common;
}

const COMMON: ReadonlyMap<string, string> = new Map(Object.entries(COMMON_NAMES));

/** Looks an IRI up in the table as it stands: a credential asks for some dozens of its names. */
function commonNamesOf(iri: string): Names | undefined {
  const end = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/'), iri.lastIndexOf(':')) + 1;
  const local = iri.slice(end);
  const rows = COMMON.get(iri.slice(0, end));
  if (rows === undefined || /[ =]/.test(local)) return undefined;
  const table = ` ${rows} `;
  if (table.includes(` ${local} `)) return { member: local, word: local };
  const at = table.indexOf(` ${local}=`);
  if (at < 0) return undefined;
  const [, member = local, word = member] = table.slice(at + 1, table.indexOf(' ', at + 1)).split('=');
  return { member, word };
}

/** The vocabulary of all published contexts. Problem: `part-missing`. */
export async function wholeVocabulary(): Promise<Result<Vocabulary>> {
  if (all !== null) return succeed(all);
  const snapshots = await allSnapshots();
  if (!snapshots.ok) return snapshots;
  const { names, worded } = namedIn(
    [...snapshots.value]
      .filter(([url]) => !NOBODYS.test(url))
      .flatMap(([, contents]) => contents.map(({ document }) => document)),
  );
  all = vocabularyWith((iri) => names.get(iri), worded);
  return succeed(all);
}

/**
 * A vocabulary with a name for everything that a dataset says. It is the common one where that is enough. Problem:
 * `part-missing`.
 */
export async function vocabularyFor(dataset: Dataset): Promise<Result<Vocabulary>> {
  const own = commonVocabulary();
  return isSaidIn(own, dataset) ? succeed(own) : wholeVocabulary();
}

const TYPE = iriTerm(`${RDF}type`);

/** A rarer context may have the right name of what the vocabulary cannot name. */
function isSaidIn({ property, word }: Vocabulary, dataset: Dataset): boolean {
  for (const [predicate, places] of byPredicate(dataset)) {
    const { iri, isKnown, isWorded } = property(predicate);
    if (!isKnown && !iri.startsWith(RDF)) return false;
    const isWord = predicate === TYPE || isWorded;
    if (isWord && !places.every((at) => word(dataset.objects[at] ?? 0)?.isKnown ?? true)) return false;
  }
  return true;
}

/**
 * Members that hold inner documents, under every IRI that a published context gives them. Each inner document is
 * verified by itself.
 */
export const INNER_MEMBERS: ReadonlySet<string> = new Set([
  `${CREDENTIALS}verifiableCredential`,
  `${RECORDS}verifiableCredential`,
  'https://w3id.org/credentials#credential',
  `${BADGES}endorsement`,
  `${DRAFT_BADGES}endorsement`,
  'https://w3id.org/openbadges/extensions#Endorsement',
]);

/** Whether the values of this property are documents of their own. */
export const isInnerMember = (iri: string): boolean => INNER_MEMBERS.has(iri);

/** A context and the contexts around it. */
interface Scope {
  readonly context: JsonObject;
  readonly outer: Scope | null;
}

/** What contexts say so far. */
interface Found {
  /** IRI → every term for it. */
  readonly terms: Map<string, string[]>;
  readonly worded: Set<string>;
}

/** The names that some context documents give. */
export function namedIn(documents: readonly Json[]): Named {
  const found: Found = { terms: new Map(), worded: new Set() };
  for (const document of documents) if (isJsonObject(document)) gather(document['@context'], null, found);
  const names = new Map<string, Names>();
  for (const [iri, terms] of found.terms)
    names.set(iri, {
      member: preferred(terms, (name) => !isCapital(name)),
      word: preferred(terms, isCapital),
    });
  return { names, worded: found.worded };
}

type NamesOf = (iri: string) => Names | undefined;

const vocabularyWith = (namesOf: NamesOf, worded: ReadonlySet<string>): Vocabulary => ({
  property: rememberNamed(propertyIn(namesOf, worded)),
  word: rememberNamed(wordIn(namesOf)),
});

/** The name of a class does not name a member. */
const propertyIn =
  (namesOf: NamesOf, worded: ReadonlySet<string>) =>
  (predicate: Term): Property => {
    const iri = iriOf(predicate) ?? '';
    const name = namesOf(iri)?.member;
    return {
      iri,
      member: name ?? iri,
      isKnown: name !== undefined && !isCapital(name),
      isWorded: worded.has(iri),
      isInner: isInnerMember(iri),
    };
  };

const wordIn =
  (namesOf: NamesOf) =>
  (term: Term): Word | null => {
    const iri = iriOf(term);
    if (iri === null) return null;
    const name = namesOf(iri)?.word;
    return { text: name ?? iri, isKnown: name !== undefined };
  };

/** Remembers what a vocabulary has a name for. Other terms belong to one document, and would fill the memory. */
function rememberNamed<T extends { readonly isKnown: boolean } | null>(
  find: (term: Term) => T,
): (term: Term) => T {
  const known = new Map<Term, T>();
  return (term) => {
    const before = known.get(term);
    if (before !== undefined) return before;
    const found = find(term);
    if (found?.isKnown) known.set(term, found);
    return found;
  };
}

const isCapital = (name: string): boolean => (isAscii(name) ? /^[A-Z]/.test(name) : /^\p{Lu}/u.test(name));

function preferred(terms: readonly string[], isRight: (name: string) => boolean): string {
  if (terms.length === 1) return entryAt(terms, 0);
  const right = terms.filter(isRight);
  const choice = (right.length > 0 ? right : [...terms]).sort();
  return choice.find((name) => PREFERRED.has(name)) ?? choice[0] ?? '';
}

/** Gathers the terms of a context and of the contexts inside it, except keywords and prefixes. */
function gather(context: Json | undefined, outer: Scope | null, found: Found): void {
  if (Array.isArray(context)) for (const entry of context) gather(entry, outer, found);
  if (!isJsonObject(context)) return;
  const scope: Scope = { context, outer };
  for (const [term, definition] of Object.entries(context)) {
    if (term.startsWith('@')) continue;
    const id = isJsonObject(definition) ? (definition['@id'] ?? term) : definition;
    const iri = typeof id === 'string' ? expand(id, scope) : '';
    if (iri.includes(':') && !/[#/:]$/.test(iri)) note(found, iri, term);
    if (!isJsonObject(definition)) continue;
    if (definition['@type'] === '@vocab' && found.terms.has(iri)) found.worded.add(iri);
    gather(definition['@context'], scope, found);
  }
}

function note({ terms }: Found, iri: string, term: string): void {
  const known = terms.get(iri);
  if (known === undefined) terms.set(iri, [term]);
  else if (!known.includes(term)) known.push(term);
}

function definitionIn(scope: Scope, term: string): Json | undefined {
  for (let each: Scope | null = scope; each !== null; each = each.outer)
    if (Object.hasOwn(each.context, term)) return each.context[term];
  return undefined;
}

/** Expands a term or compact IRI by the contexts around it. Anything else stays as it is. */
function expand(id: string, scope: Scope): string {
  if (id.startsWith('@')) return id;
  const colon = id.indexOf(':');
  const [prefix, rest] = colon < 0 ? [id, ''] : [id.slice(0, colon), id.slice(colon + 1)];
  if (rest.startsWith('//')) return id;
  const definition = definitionIn(scope, prefix);
  const base = isJsonObject(definition) ? definition['@id'] : definition;
  return typeof base === 'string' && base !== id ? expand(base, scope) + rest : id;
}
