import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { fail, type Result, succeed } from '../result.ts';
import { entryAt } from './column.ts';
import { type ActiveContext, expandIri, type Name } from './context/active-context.ts';
import type { ContextSet } from './context/context-set.ts';
import { ContextProcessor } from './context/processor.ts';
import type { Dataset, GraphName, Term } from './dataset.ts';
import { DatasetBuilder } from './dataset-builder.ts';
import { looksLikeDocument } from './inner-marks.ts';
import { iriTerm, isAbsolute, isBlank } from './iri.ts';
import { isLanguageTag, jsonTerm, RDF, textTerm, typedTerm } from './literal.ts';
import { isInnerMember } from './vocabulary.ts';
import { type GeneralRoute, refuse, Stop, stop, type Walked } from './walked.ts';

/** The deepest nesting of containers: the same as `parseJson` allows. */
const MAX_DEPTH = 64;

const FIRST = `<${RDF}first>`;
const REST = `<${RDF}rest>`;
const NIL = `<${RDF}nil>`;
const TYPE = `<${RDF}type>`;

/**
 * JSON-LD 1.1 to RDF in one walk over the document. It gives exactly what jsonld.js gives in safe mode (every member
 * mapped, nothing relative), or no answer. The time is linear in the document and its contexts.
 *
 * In: the document without its proof, and a complete set of contexts. Out: its statements and the documents inside it;
 * or a problem (`term-undefined`, `context-redefines-terms`, `context-recursive`, `json-ld-malformed`,
 * `graph-too-complex`); or `refused`, where the general processor has to answer.
 */
export function walk(document: JsonObject, contexts: ContextSet): Walked {
  return walkCounting(document, contexts).walked;
}

/** The same, with the number of term definitions that were read. */
export function walkCounting(
  document: JsonObject,
  contexts: ContextSet,
): { readonly walked: Walked; readonly definitions: number } {
  const processor = new ContextProcessor(contexts);
  const walked = untilStopped(() => {
    const walk = new Walk(processor);
    walk.document(document);
    return walk.dataset();
  });
  return { walked, definitions: processor.definitions };
}

function untilStopped(run: () => Dataset): Result<Dataset> | GeneralRoute {
  try {
    return succeed(run());
  } catch (trouble) {
    if (trouble instanceof Stop) return trouble.outcome;
    throw trouble;
  }
}

/** The place of an object. */
interface Place {
  readonly graph: GraphName;
  /** The scoped context of the member that holds it. */
  readonly scoped: Json | undefined;
  /** True at the top of a document or graph. An object without members would be lost there. */
  readonly alone: boolean;
}

/** What must be known of an object before its members are read. */
interface Head {
  readonly names: readonly string[];
  /** The same names, as that context reads them. Null for `@context`. */
  readonly properties: readonly (Name | null)[];
  /** The context in force for its members. */
  readonly context: ActiveContext;
  /** The context in force for its types, before they bring their own contexts. */
  readonly typed: ActiveContext;
  readonly types: readonly string[];
  readonly typeName: string | null;
}

/** The values of an object's keywords, and how many other members it has. */
interface Keywords {
  id: string | null;
  value: Json | undefined;
  language: string | undefined;
  members: number;
}

/** The result of reading an object. */
interface Described {
  readonly term: Term;
  /** The spelling of a literal, where its term alone does not show it. */
  readonly spelling: string;
}

class Walk {
  readonly #processor: ContextProcessor;
  readonly #built = new DatasetBuilder();
  #depth = 0;

  constructor(processor: ContextProcessor) {
    this.#processor = processor;
  }

  document(document: JsonObject): void {
    this.#object(this.#processor.root, document, { graph: '', scoped: undefined, alone: true });
  }

  dataset(): Dataset {
    return this.#built.finish();
  }

  /** JSON-LD 1.1 API §5.1.2 "Expansion", 7 to 12: the contexts of an object come before its members. */
  #head(active: ActiveContext, element: JsonObject, scoped: Json | undefined): Head {
    const names = Object.keys(element);
    let typed = active;
    if (typed.previous !== null && leavesType(typed, names)) typed = typed.previous;
    if (scoped !== undefined) typed = this.#processor.scoped(typed, scoped, 'property');
    const own = element['@context'];
    if (own !== undefined) typed = this.#processor.local(typed, own);
    const typeName = typeNameOf(typed, names);
    const types = typeName === null ? [] : typesIn(element[typeName]);
    let context = typed;
    for (const type of types.length > 1 ? types.toSorted() : types) {
      const below = typed.definition(type)?.scoped;
      if (below !== undefined) context = this.#processor.scoped(context, below, 'type');
    }
    if (typeName !== null && !context.isTypeName(typeName)) refuse('type under another name');
    return { names, properties: propertiesOf(context, names), context, typed, types, typeName };
  }

  #object(active: ActiveContext, element: JsonObject, place: Place): Described {
    this.#enter();
    const head = this.#head(active, element, place.scoped);
    const keywords = readKeywords(head, element);
    const described =
      keywords.value === undefined
        ? this.#node(head, keywords, { element, place })
        : literalOf(head, keywords, place);
    this.#depth -= 1;
    return described;
  }

  #enter(): void {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) stop(fail('graph-too-complex'));
  }

  #node(
    { names, properties, context, typed, types }: Head,
    { id, language, members }: Keywords,
    { element, place: { graph, alone } }: { element: JsonObject; place: Place },
  ): Described {
    const says = members > 0 || types.length > 0;
    checkLanguage(language, says);
    if (alone && !says) stop(undefinedTerm(id === null ? 'empty object' : 'object with only @id'));
    const subject = id === null ? this.#built.blankNode() : idTerm(context, id);
    if (id !== null && says) this.#built.describes(subject, graph);
    this.#types(types, typed, { subject, graph });
    const predicates = new Set<string>();
    for (let at = 0; members > 0 && at < names.length; at++) {
      const name = entryAt(names, at);
      const property = entryAt(properties, at);
      const value = element[name];
      if (value === undefined || property === null || property.keyword || isAbsent(property, value)) continue;
      if (predicates.has(property.term)) this.#built.mayRepeat(subject);
      predicates.add(property.term);
      this.#member(context, { subject, name, property, value, graph });
    }
    return { term: subject, spelling: '' };
  }

  #types(types: readonly string[], typed: ActiveContext, { subject, graph }: NodeInGraph): void {
    const objects = types.map((type) => typeTerm(typed, type));
    for (const object of objects) this.#built.add({ subject, predicate: TYPE, object, graph });
    // Two names may be one type: OB 3.0 has `AchievementCredential` beside `OpenBadgeCredential`.
    if (objects.length > 1 && new Set(objects).size < objects.length) this.#built.mayRepeat(subject);
  }

  #member(
    context: ActiveContext,
    { subject, name, property, value, graph }: Omit<Member, 'inside' | 'own'> & { name: string },
  ): void {
    const inside =
      property.scoped === undefined ? context : this.#processor.scoped(context, property.scoped, 'property');
    const own = inside === context ? property : inside.name(name);
    const isGraph = own.container === 'graph' && property.container !== 'graph';
    if (own.keyword || own.unusual !== null || isGraph) refuse('member that its own context changes');
    const member: Member = { subject, property, value, graph, inside, own };
    if (property.type === '@json') this.#json(member);
    else if (property.container === 'list') this.#list(member);
    else if (property.container === 'graph') this.#graphs(member);
    else if (property.container === 'language' && isJsonObject(value)) this.#languages(member, value);
    else this.#set(member);
  }

  #json({ subject, property, value, graph }: Member): void {
    if (property.container !== 'none') refuse('JSON in a container');
    this.#enter();
    this.#built.add({
      subject,
      predicate: property.term,
      object: jsonTerm(value),
      graph,
      spelling: `JSON ${this.#built.size}`,
    });
    this.#depth -= 1;
  }

  /** The values of a property: one, or many in arrays of any depth. */
  #set(member: Member): void {
    if (!Array.isArray(member.value)) {
      this.#one(member, member.value);
      return;
    }
    this.#enter();
    const seen = new Set<Term>();
    for (const item of member.value) {
      if (item === null) continue;
      if (Array.isArray(item)) refuse('array in an array');
      const term = this.#one(member, item);
      if (seen.has(term)) this.#built.mayRepeat(member.subject);
      seen.add(term);
    }
    this.#depth -= 1;
  }

  #one(member: Member, item: Json): Term {
    const { subject, property, graph } = member;
    const { term, spelling } = this.#item(member, item);
    this.#built.add({ subject, predicate: property.term, object: term, graph, spelling });
    this.#mark(property, term, item);
    return term;
  }

  #item(member: Member, item: Json): Described {
    if (!isJsonObject(item)) return scalar(member, item as Scalar);
    const place = { graph: member.graph, scoped: member.own.scoped, alone: false };
    return this.#object(member.inside, item, place);
  }

  /** Notes an inner document under the name that its statement uses. */
  #mark({ iri, term: predicate }: Name, named: Term, item: Json): void {
    if (iri !== null && isInnerMember(iri) && isJsonObject(item) && looksLikeDocument(item))
      this.#built.inner({ predicate, named, source: item });
  }

  /** JSON-LD 1.1 API §8.2.3 "List to RDF Conversion". */
  #list(member: Member): void {
    const { subject, property, value, graph } = member;
    this.#enter();
    const items = (Array.isArray(value) ? value : [value]).filter((item) => item !== null);
    let [link, from] = [property.term, subject];
    for (const item of items) {
      if (Array.isArray(item)) refuse('list of lists');
      const here = this.#built.blankNode();
      this.#built.add({ subject: from, predicate: link, object: here, graph });
      this.#built.add({ subject: here, predicate: FIRST, object: this.#item(member, item).term, graph });
      [link, from] = [REST, here];
    }
    const spelling = items.length === 0 ? 'empty list' : '';
    this.#built.add({ subject: from, predicate: link, object: NIL, graph, spelling });
    this.#depth -= 1;
  }

  /** JSON-LD 1.1 §4.9.1: each object is a graph of its own, under a blank node's name. */
  #graphs(member: Member): void {
    const { subject, property, value, graph } = member;
    this.#enter();
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item === null) continue;
      if (Array.isArray(item)) refuse('array in a graph container');
      if (!isJsonObject(item))
        stop(undefinedTerm(member.own.type === '@id' ? 'object with only @id' : 'object with only @value'));
      const named = this.#built.blankNode();
      this.#built.add({ subject, predicate: property.term, object: named, graph });
      const place = { graph: named, scoped: member.own.scoped, alone: true };
      this.#object(member.inside, item, place);
      this.#mark(property, named, item);
    }
    this.#depth -= 1;
  }

  /** JSON-LD 1.1 §4.6.2: a language map. */
  #languages({ subject, property, graph, inside }: Member, value: JsonObject): void {
    for (const [tag, texts] of Object.entries(value)) {
      const isNone = expandIri(inside, tag, true) === '@none';
      for (const text of Array.isArray(texts) ? texts : [texts]) {
        if (text === null) continue;
        if (!isNone && !isLanguageTag(tag)) stop(undefinedTerm(tag));
        if (typeof text !== 'string') malformed('invalid language map value');
        this.#built.mayRepeat(subject);
        const object = textTerm(text, isNone ? null : tag.toLowerCase());
        this.#built.add({ subject, predicate: property.term, object, graph });
      }
    }
  }
}

/** A value that is neither null, an array nor an object. Those are read before. */
type Scalar = string | number | boolean;

/** A node, and the graph that tells of it. */
interface NodeInGraph {
  readonly subject: Term;
  readonly graph: GraphName;
}

/** A member of a node. Its name may mean different things outside and inside its own context. */
interface Member extends NodeInGraph {
  readonly property: Name;
  readonly value: Json;
  readonly inside: ActiveContext;
  readonly own: Name;
}

const undefinedTerm = (term: string) => fail('term-undefined', { params: { term } });

/** Stops with the processor's own name for the problem. */
function malformed(detail: string): never {
  return stop(fail('json-ld-malformed', { params: { detail } }));
}

/** JSON-LD 1.1 API §5.1.2, 7: the context of a type ends at the next node, but not at a value or a reference. */
function leavesType(context: ActiveContext, names: readonly string[]): boolean {
  if (names.length > 2 || names.includes('@context')) return true;
  return !names.some((name) => {
    const { iri } = context.name(name);
    return iri === '@value' || (iri === '@id' && names.length === 1);
  });
}

const propertiesOf = (context: ActiveContext, names: readonly string[]): readonly (Name | null)[] =>
  names.map((name) => (name === '@context' ? null : context.name(name)));

/** The member with the types. The other members get their meaning from the contexts of these types. */
function typeNameOf(context: ActiveContext, names: readonly string[]): string | null {
  let found: string | null = null;
  for (const name of names) {
    if (!context.isTypeName(name)) continue;
    if (found !== null) refuse('two names of the type');
    found = name;
  }
  return found;
}

function typesIn(value: Json | undefined): readonly string[] {
  const types = Array.isArray(value) ? value : [value];
  return types.every((type) => typeof type === 'string') ? types : malformed('invalid type value');
}

function readKeywords({ names, properties, typeName }: Head, element: JsonObject): Keywords {
  const found: Keywords = { id: null, value: undefined, language: undefined, members: 0 };
  for (let at = 0; at < names.length; at++) {
    const text = entryAt(names, at);
    const name = entryAt(properties, at);
    if (name === null) continue;
    if (text === '__proto__') refuse('name of an object’s own');
    if (name.iri === null) stop(undefinedTerm(text));
    if (name.unusual !== null) refuse(name.unusual);
    if (name.keyword) {
      if (text !== typeName) readKeyword(found, name.iri, element[text]);
    } else {
      if (isBlank(name.iri) || name.term === TYPE) refuse('predicate of another kind');
      if (counts(name, element[text])) found.members += 1;
    }
  }
  return found;
}

/** Two names may be one keyword (JSON-LD 1.1 §4.1.6), but only one of them may occur. */
function readKeyword(found: Keywords, keyword: string, value: Json | undefined): void {
  switch (keyword) {
    case '@id':
      if (found.id !== null) malformed('colliding keywords');
      found.id = typeof value === 'string' ? value : malformed('invalid @id value');
      return;
    case '@value':
      if (found.value !== undefined) malformed('colliding keywords');
      found.value = value;
      return;
    case '@language':
      if (found.language !== undefined) malformed('colliding keywords');
      if (value !== null && typeof value !== 'string') malformed('invalid language-tagged string');
      if (typeof value === 'string') found.language = value;
      return;
    default:
      refuse(`member ${keyword}`);
  }
}

/** A language belongs to a value. A node may have one that says nothing. */
function checkLanguage(language: string | undefined, says: boolean): void {
  if (language === undefined) return;
  if (!isLanguageTag(language)) stop(undefinedTerm(language));
  if (!says) refuse('object with a language alone');
}

/** A null says nothing (JSON-LD 1.1 §4.1.2), but to a JSON literal it is a value as any other (§4.2.2). */
const isAbsent = ({ type }: Name, value: Json): boolean => value === null && type !== '@json';

/** Whether a member leaves a statement. An empty container of graphs does not. */
function counts(name: Name, value: Json | undefined): boolean {
  if (value === undefined || isAbsent(name, value)) return false;
  return name.container !== 'graph' || !Array.isArray(value) || value.some((item) => item !== null);
}

/** JSON-LD 1.1 §9.5 "Value Objects". */
function literalOf(head: Head, { id, value, language, members }: Keywords, { alone }: Place): Described {
  // jsonld.js takes an array apart and treats an empty one as no value.
  if (value === undefined || (typeof value === 'object' && value !== null))
    return refuse('value of another kind');
  if (id !== null || members > 0) malformed('invalid value object');
  if (head.properties.some((property) => property !== null && !property.keyword))
    refuse('value with an empty member');
  const datatype = datatypeIn(head);
  if (value === null) return stop(undefinedTerm('null @value value'));
  if (alone) stop(undefinedTerm('object with only @value'));
  if (language === undefined) return literal(value, datatype, null);
  if (datatype !== null) malformed('invalid value object');
  if (!isLanguageTag(language)) stop(undefinedTerm(language));
  if (typeof value !== 'string') malformed('invalid language-tagged value');
  return literal(value, null, language.toLowerCase());
}

function literal(value: Scalar, datatype: string | null, language: string | null): Described {
  const isText = typeof value === 'string' && datatype === null;
  return {
    term: isText ? textTerm(value, language) : typedTerm(value, datatype),
    spelling: isText ? '' : `${typeof value} ${value} ${datatype}`,
  };
}

function datatypeIn({ typed, types, typeName }: Head): string | null {
  if (typeName === null) return null;
  const [type, ...others] = types;
  if (type === undefined || others.length > 0) return refuse('value with another number of types');
  return typeIri(typed, type);
}

/** A type as an IRI (JSON-LD 1.1 API §5.1.2, 13.4.4). */
function typeIri(context: ActiveContext, type: string): string {
  const { iri, keyword } = context.name(type);
  if (iri === null || (keyword && iri !== '@json')) return stop(undefinedTerm(type));
  return keyword || isBlank(iri) ? refuse('type of another kind') : iri;
}

function typeTerm(context: ActiveContext, type: string): string {
  typeIri(context, type);
  return context.name(type).term;
}

function idTerm(context: ActiveContext, id: string): string {
  const iri = expandIri(context, id, false);
  if (iri === null || iri === '') return refuse('id of another kind');
  if (!isAbsolute(iri)) stop(undefinedTerm(id));
  return isBlank(iri) ? refuse('blank node with a name') : iriTerm(iri);
}

/** JSON-LD 1.1 API §5.3 "Value Expansion": expands a bare value by the definition of its member. */
function scalar({ inside, own: { type, language } }: Member, value: Scalar): Described {
  if (typeof value === 'string' && type === '@id') return reference(idTerm(inside, value));
  if (typeof value === 'string' && type === '@vocab') return reference(vocabularyTerm(inside, value));
  return literal(value, type === undefined || type.startsWith('@') ? null : type, language);
}

const reference = (term: string): Described => ({ term, spelling: '' });

function vocabularyTerm(context: ActiveContext, value: string): string {
  const iri = expandIri(context, value, true);
  if (iri === null || iri === '') return refuse('id of another kind');
  if (!isAbsolute(iri)) stop(undefinedTerm(value));
  return isBlank(iri) ? refuse('blank node with a name') : iriTerm(iri);
}
