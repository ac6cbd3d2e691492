/** The one vocabulary that records are written in: what the published contexts call things, whatever a document names. */
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { BUNDLED } from './context/bundled/index.ts';

export const CREDENTIALS = 'https://www.w3.org/2018/credentials#';
export const BADGES = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#';
export const DRAFT_BADGES = 'https://imsglobal.github.io/openbadges-specification/ob_v3p0.html#';
export const RECORDS = 'https://purl.imsglobal.org/spec/vc/clr/vocab.html#';

export interface Vocabulary {
  /** IRI of a property → the name of the member. */
  readonly members: ReadonlyMap<string, string>;
  /** IRI → the name of a class, or of another thing that members name as a word. */
  readonly words: ReadonlyMap<string, string>;
  /** IRIs of properties whose values are words (JSON-LD 1.1 §4.2.3, `@vocab`). */
  readonly worded: ReadonlySet<string>;
}

/** Contexts of test suites and examples: their words are nobody's. */
const NOBODYS = /\/examples\/|undefined-terms/;

/** Of several names for one meaning: the one that the present specification of its field has. */
const PREFERRED: ReadonlySet<string> = new Set([
  'OpenBadgeCredential',
  'tag',
  'expires',
  'verification',
  'issuedOn',
]);

let vocabulary: Vocabulary | null = null;

/** Made once, when first needed. */
export function publishedVocabulary(): Vocabulary {
  vocabulary ??= vocabularyOf(
    [...BUNDLED]
      .filter(([url]) => !NOBODYS.test(url))
      .flatMap(([, snapshots]) => snapshots.map(({ document }) => document)),
  );
  return vocabulary;
}

/** Members that hold documents of their own, under whatever IRI: each is verified by itself. */
const INNER: ReadonlySet<string> = new Set(['verifiableCredential', 'endorsement']);

export const isInnerMember = (iri: string): boolean =>
  INNER.has(publishedVocabulary().members.get(iri) ?? '');

interface Meaning {
  readonly term: string;
  readonly iri: string;
  readonly worded: boolean;
}

/** The vocabulary of some context documents. */
export function vocabularyOf(documents: readonly Json[]): Vocabulary {
  const meanings = documents.flatMap((document) =>
    isJsonObject(document) ? meaningsIn(document['@context'], {}) : [],
  );
  const names = new Map<string, Set<string>>();
  for (const { iri, term } of meanings) names.set(iri, (names.get(iri) ?? new Set()).add(term));
  const best = (isRight: (name: string) => boolean): ReadonlyMap<string, string> =>
    new Map([...names].map(([iri, terms]) => [iri, preferred([...terms], isRight)]));
  return {
    members: best((name) => !isCapital(name)),
    words: best(isCapital),
    worded: new Set(meanings.filter(({ worded }) => worded).map(({ iri }) => iri)),
  };
}

const isCapital = (name: string): boolean => /^\p{Lu}/u.test(name);

function preferred(terms: readonly string[], isRight: (name: string) => boolean): string {
  const right = terms.filter(isRight);
  const choice = (right.length > 0 ? right : [...terms]).sort();
  return choice.find((name) => PREFERRED.has(name)) ?? choice[0] ?? '';
}

/** The terms of a context and of the contexts in it, keywords and prefixes aside. */
function meaningsIn(context: Json | undefined, outer: JsonObject): readonly Meaning[] {
  if (Array.isArray(context)) return context.flatMap((entry: Json) => meaningsIn(entry, outer));
  if (!isJsonObject(context)) return [];
  const scope = { ...outer, ...context };
  return Object.entries(context).flatMap(([term, definition]) => {
    if (term.startsWith('@')) return [];
    const id = isJsonObject(definition) ? (definition['@id'] ?? term) : definition;
    const iri = typeof id === 'string' ? expand(id, scope) : '';
    const worded = isJsonObject(definition) && definition['@type'] === '@vocab';
    const own = iri.includes(':') && !/[#/:]$/.test(iri) ? [{ term, iri, worded }] : [];
    return isJsonObject(definition) ? [...own, ...meaningsIn(definition['@context'], scope)] : own;
  });
}

/** Term or compact IRI → IRI, by the terms of the contexts around it; anything else stays. */
function expand(id: string, context: JsonObject): string {
  if (id.startsWith('@')) return id;
  const [prefix = '', ...rest] = id.split(':');
  if (rest.join(':').startsWith('//')) return id;
  const definition = context[prefix];
  const base = isJsonObject(definition) ? definition['@id'] : definition;
  return typeof base === 'string' && base !== id ? expand(base, context) + rest.join(':') : id;
}
