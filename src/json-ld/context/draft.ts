import { isJsonObject, type Json, type JsonObject, memberAt } from '../../json.ts';
import { fail } from '../../result.ts';
import { isAbsolute, isBlank, isKeyword, looksLikeKeyword } from '../iri.ts';
import { isLanguageTag } from '../literal.ts';
import { refuse, stop } from '../walked.ts';
import {
  ActiveContext,
  expandIri,
  type Scope,
  type TermDefinition,
  type TermTable,
} from './active-context.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The longest chain of definitions that depend on each other. */
const MAX_DEPENDENCIES = 64;
const MEMBERS: ReadonlySet<string> = new Set([
  '@id',
  '@type',
  '@container',
  '@context',
  '@language',
  '@prefix',
  '@protected',
]);
/**
 * Members that the walk leaves to the general processor. In a bundled context only the term that has them cannot be
 * used.
 */
const UNUSUAL = ['@reverse', '@index', '@direction', '@nest'];
const TYPE_KEYWORDS: ReadonlySet<string> = new Set(['@id', '@vocab', '@json', '@none']);

/**
 * Whose word a context is. `document`: somebody brings it along. `published`: a term of an unusual kind only becomes
 * unusable. `usual`: it is sound as well (test/json-ld/usual-contexts.test.ts).
 */
export type Origin = 'document' | 'published' | 'usual';

/**
 * An active context that is being made: the definitions of one context, on top of those already in force. Of a usual
 * context on top of usual ones, a term is only defined when somebody looks it up: no definition of another term, and no
 * context inside one, can be wrong there.
 */
export class Draft implements Scope, TermTable {
  vocabulary: string | null;
  language: string | null;
  protecting: boolean;
  readonly previous: ActiveContext | null;
  readonly context: JsonObject;
  readonly origin: Origin;
  readonly usual: boolean;
  /** The number of definitions read so far, including those of contexts inside. */
  cost = 1;
  readonly #before: Scope;
  /** The value is undefined while a term is being defined. The term then has no meaning. */
  readonly #own = new Map<string, Writable<TermDefinition> | undefined>();
  /** Terms that are defined when they are looked up. */
  readonly #later = new Set<string>();
  readonly #done = new Set<string>();
  #waiting = 0;

  constructor(
    before: Scope,
    { context, origin, previous }: { context: JsonObject; origin: Origin; previous: ActiveContext | null },
  ) {
    this.#before = before;
    this.vocabulary = before.vocabulary;
    this.language = before.language;
    this.protecting = before.protecting;
    this.context = context;
    this.origin = origin;
    this.usual = origin === 'usual' && before.usual;
    this.previous = previous;
  }

  definition(term: string): TermDefinition | undefined {
    this.#defineNow(term);
    return this.#own.has(term) ? this.#own.get(term) : this.#before.definition(term);
  }

  get size(): number {
    return this.#own.size + this.#later.size;
  }

  get(term: string): TermDefinition | undefined {
    const known = this.#own.get(term);
    if (known !== undefined || this.#later.size === 0) return known;
    this.#defineNow(term);
    return this.#own.get(term);
  }

  all(): ReadonlyMap<string, TermDefinition> {
    for (const term of this.#later) this.#defineNow(term);
    // No term is being defined any more, so each has its definition.
    return this.#own as ReadonlyMap<string, TermDefinition>;
  }

  isSameAs(before: ActiveContext): boolean {
    return (
      this.size === 0 &&
      this.vocabulary === before.vocabulary &&
      this.language === before.language &&
      this.protecting === before.protecting &&
      this.previous === before.previous
    );
  }

  /** The active context. This one stays as the table of its terms, and defines them as they are looked up. */
  finish(before: ActiveContext): ActiveContext {
    return new ActiveContext(this, { own: this, below: before });
  }

  /**
   * Leaves a term of a usual context until it is looked up. A term that is protected already is defined at once,
   * because it may not get another meaning, used or not.
   */
  defineLater(term: string, override: boolean): void {
    if (this.#done.has(term)) return;
    if (!override && this.#before.definition(term)?.protected) {
      this.define(term, override);
      return;
    }
    const value = this.context[term];
    this.protecting ||= this.#protects(isJsonObject(value) ? value : {});
    this.cost += 1;
    this.#later.add(term);
  }

  #defineNow(term: string): void {
    // Whether it overrides a protected term no longer matters: that was seen when it was left.
    if (this.#later.delete(term)) this.define(term, true);
  }

  /**
   * JSON-LD 1.1 API §4.2.2 "Create Term Definition". Stops with `context-redefines-terms` if a protected term gets
   * another meaning. Only a property's scoped context may do so (`override`).
   */
  define(term: string, override: boolean): void {
    if (this.#done.has(term)) return;
    this.#later.delete(term);
    if (this.#own.has(term)) refuse('terms that lean on each other');
    if (term === '' || term.startsWith('@')) refuse('reserved term');
    this.cost += 1;
    this.#waiting += 1;
    if (this.#waiting > MAX_DEPENDENCIES) refuse('long chain of terms');
    const value = this.context[term];
    const simple = typeof value === 'string' || value === null;
    const members = simple ? { '@id': value } : value;
    if (!isJsonObject(members)) refuse('definition of another kind');
    this.#own.set(term, undefined);
    const { iri, prefix } = this.#identity(term, members, simple);
    const definition: Writable<TermDefinition> = {
      iri,
      prefix,
      protected: this.#protects(members),
      type: undefined,
      containers: undefined,
      language: undefined,
      scoped: members['@context'],
      unusual: simple ? null : this.#unusualIn(members),
    };
    this.#own.set(term, definition);
    this.#done.add(term);
    definition.type = this.#typeIn(members);
    definition.containers = containersIn(members['@container']);
    if (definition.containers?.some((each) => OTHER_CONTAINERS.has(each))) {
      if (this.origin === 'document') refuse('map container');
      definition.unusual = 'map container';
    }
    if (members['@type'] === undefined) definition.language = languageIn(members['@language']);
    readPrefix(term, members['@prefix'], definition);
    this.#settle(term, definition, override);
    this.#waiting -= 1;
  }

  /** Applies protection, and drops a definition that changes nothing. */
  #settle(term: string, definition: Writable<TermDefinition>, override: boolean): void {
    const before = this.#before.definition(term);
    if (before?.protected && !override) {
      definition.protected = true;
      if (definition.unusual !== null || before.unusual !== null) refuse('protected term of another kind');
      if (!means(before, definition)) stop(fail('context-redefines-terms', { params: { term } }));
    }
    if (before !== undefined && before.protected === definition.protected && means(before, definition))
      this.#own.delete(term);
    this.protecting ||= definition.protected;
  }

  #protects(members: JsonObject): boolean {
    const own = members['@protected'];
    if (own !== undefined && typeof own !== 'boolean') refuse('@protected of another kind');
    return own === undefined ? this.context['@protected'] === true : own === true;
  }

  #unusualIn(members: JsonObject): string | null {
    for (const name of Object.keys(members))
      if (!MEMBERS.has(name) && !UNUSUAL.includes(name)) refuse('term with another member');
    const unusual = UNUSUAL.find((name) => Object.hasOwn(members, name)) ?? null;
    if (unusual !== null && this.origin === 'document') refuse(`term with ${unusual}`);
    return unusual;
  }

  #identity(term: string, members: JsonObject, simple: boolean): Pick<TermDefinition, 'iri' | 'prefix'> {
    if (members['@id'] === null) return { iri: null, prefix: undefined };
    const id = members['@id'] ?? members['@reverse'];
    if (id !== undefined && typeof id !== 'string') return refuse('@id of another kind');
    if (id === undefined || id === term) return { iri: this.#impliedIri(term), prefix: undefined };
    const iri = this.#iri(id);
    if (!isAbsolute(iri) && !isKeyword(iri)) refuse('term that is no IRI');
    if (iri === '@context' || iri === '@preserve') refuse('keyword that has no alias');
    // A term in the form of an IRI must stand for that same IRI.
    if (/:[^:]|\//.test(term) && this.#iri(term, true) !== iri) refuse('IRI that means another');
    return { iri, prefix: simple && term.indexOf(':') <= 0 && /[:/?#[\]@]$/.test(iri) };
  }

  /**
   * The meaning of a term whose definition has no `@id`: a compact IRI, an IRI, or a name relative to the vocabulary.
   */
  #impliedIri(term: string): string {
    const colon = term.indexOf(':');
    if (colon <= 0) {
      if (this.vocabulary === null) return refuse('term without a meaning');
      return this.vocabulary + term;
    }
    const prefix = term.slice(0, colon);
    if (Object.hasOwn(this.context, prefix)) this.define(prefix, false);
    const base = this.definition(prefix);
    if (base === undefined) return term;
    return (base.iri ?? refuse('prefix without a meaning')) + term.slice(colon + 1);
  }

  /** IRI expansion while terms are being defined. The terms that it depends on are defined first. */
  #iri(value: string, itself = false): string {
    if (isKeyword(value)) return value;
    if (looksLikeKeyword(value) || value.startsWith('@')) return refuse('reserved name');
    if (!itself) this.#defineFirst(value);
    const colon = value.indexOf(':');
    const isCompact = colon > 0 && !value.startsWith('//', colon + 1) && !isBlank(value);
    if (isCompact) this.#defineFirst(value.slice(0, colon));
    return expandIri(this, value, true) ?? refuse('name without a meaning');
  }

  #defineFirst(term: string): void {
    if (!term.startsWith('@') && Object.hasOwn(this.context, term)) this.define(term, false);
  }

  #typeIn(members: JsonObject): string | undefined {
    const type = members['@type'];
    if (type === undefined) return undefined;
    if (typeof type !== 'string') return refuse('@type of another kind');
    if (TYPE_KEYWORDS.has(type)) return type;
    const iri = this.#iri(type);
    return isAbsolute(iri) && !isBlank(iri) ? iri : refuse('datatype that is no IRI');
  }
}

const OTHER_CONTAINERS: ReadonlySet<string> = new Set(['@index', '@id', '@type']);
/** The combinations of containers that JSON-LD 1.1 §9.15 allows, sorted and joined. */
const ALLOWED_CONTAINERS: ReadonlySet<string> = new Set([
  '@graph',
  '@graph @set',
  '@id',
  '@index',
  '@language',
  '@list',
  '@set',
  '@type',
  '@id @set',
  '@index @set',
  '@language @set',
  '@set @type',
]);

function containersIn(value: Json | undefined): readonly string[] | undefined {
  if (value === undefined) return undefined;
  const containers = (Array.isArray(value) ? value : [value]).toSorted();
  return ALLOWED_CONTAINERS.has(containers.join(' ')) && containers.every((each) => typeof each === 'string')
    ? containers
    : refuse('container of another kind');
}

function languageIn(language: Json | undefined): string | null | undefined {
  if (language === undefined || language === null) return language;
  return typeof language === 'string' && isLanguageTag(language)
    ? language.toLowerCase()
    : refuse('no language tag');
}

function readPrefix(term: string, prefix: Json | undefined, definition: Writable<TermDefinition>): void {
  if (prefix === undefined) return;
  if (typeof prefix !== 'boolean' || /:|\//.test(term)) refuse('@prefix of another kind');
  if (definition.iri === null || isKeyword(definition.iri)) refuse('prefix without a meaning');
  definition.prefix = prefix === true;
}

/** Whether two definitions mean the same, apart from protection. */
function means(one: TermDefinition, other: TermDefinition): boolean {
  return (
    one.unusual === null &&
    other.unusual === null &&
    one.iri === other.iri &&
    one.prefix === other.prefix &&
    one.type === other.type &&
    one.language === other.language &&
    one.containers?.join(' ') === other.containers?.join(' ') &&
    isSameJson(one.scoped, other.scoped)
  );
}

function isSameJson(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every(
    (name) => Object.hasOwn(other, name) && isSameJson(inOrder(name, one), inOrder(name, other)),
  );
}

/** Containers are a set, so they are compared in sorted order. */
function inOrder(name: string, members: JsonObject | readonly Json[]): Json | undefined {
  const value = memberAt(members, name);
  return name === '@container' && Array.isArray(value) ? value.toSorted() : value;
}
