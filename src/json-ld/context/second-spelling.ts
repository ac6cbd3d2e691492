import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { type Problem, problem } from '../../problem.ts';
import type { ContextSet } from './context-set.ts';
import { scopeOf } from './inline-scope.ts';
import { meaningsOfOne } from './known-meanings.ts';
import { contextUse, escapePointer } from './references.ts';

/**
 * The published contexts themselves give some meanings two names: Open Badges 3.0 calls a property `criteria` and a
 * class `Criteria` by one IRI, its beta does so with `achievement`, ODRL calls `id` also `uid`. A holder may swap such
 * names and keep the signature, while a reader who looks for the one sees nothing under the other. No issuer writes a
 * class's name for a member, or another name for a keyword, so these are refused.
 */
const OWN_NAMES = new Map([
  ['@id', 'id'],
  ['@type', 'type'],
]);

/**
 * Types that decide how a credential is read, and what is looked up of it. Written as IRIs they mean the same to a
 * signature. (Those of bitstring lists define their own members, which would be lost.)
 */
const READ_TYPES = [
  'VerifiableCredential',
  'VerifiablePresentation',
  'OpenBadgeCredential',
  'EndorsementCredential',
  'ClrCredential',
  'AchievementSubject',
  'EndorsementSubject',
  'ClrSubject',
  '1EdTechRevocationList',
  '1EdTechCredentialRefresh',
  '1EdTechJsonSchemaValidator2019',
] as const;

/**
 * The first member or type of a document that is spelt so that its signature holds and its reader is misled:
 * `record-rearranged`, with its place. Null where there is none.
 * @param sets every choice of contents for the contexts that the document reaches
 */
export function findSecondSpelling(document: JsonObject, sets: readonly ContextSet[]): Problem | null {
  const contexts = new Set<Json>(
    sets.flatMap(({ copies }) => [...copies.values()].map((copy) => copy.document)),
  );
  const inline = contextUse(document).inline.map(({ context }) => context);
  const own = inline.map((context) => ({ '@context': context }));
  const { vocabularies } = scopeOf(inline);
  return inValue(document, '', { ...together([...contexts, ...own].map(meaningsOfOne)), vocabularies });
}

interface LookUp {
  get(key: string): ReadonlySet<string> | undefined;
}
/** What terms stand for, and how each meaning is spelt. */
interface Spellings {
  readonly byTerm: LookUp;
  readonly byIri: LookUp;
}
/** And what completes a type that no context defines (JSON-LD 1.1 §4.1.2). */
interface InForce extends Spellings {
  readonly vocabularies: readonly string[];
}

/** Several contexts as one, without copying a term. */
const together = (contexts: readonly Spellings[]): Spellings => ({
  byTerm: { get: (term) => new Set(contexts.flatMap(({ byTerm }) => [...(byTerm.get(term) ?? [])])) },
  byIri: { get: (iri) => new Set(contexts.flatMap(({ byIri }) => [...(byIri.get(iri) ?? [])])) },
});

function inValue(value: Json | undefined, at: string, meanings: InForce): Problem | null {
  if (typeof value !== 'object' || value === null) return null;
  const isObject = isJsonObject(value);
  for (const [name, member] of Object.entries(value)) {
    if (isObject && name === '@context') continue;
    const below = `${at}/${escapePointer(name)}`;
    const misled =
      isObject && (isSecondSpelling(name, meanings) || (name === 'type' && misleads(member, meanings)));
    const found = misled ? problem('record-rearranged', { at: below }) : inValue(member, below, meanings);
    if (found) return found;
  }
  return null;
}

/** Whether a member's name means what another name is for: a keyword, or a property whose class it is. */
export function isSecondSpelling(name: string, { byTerm, byIri }: Spellings): boolean {
  return [...(byTerm.get(name) ?? [])].some((iri) => {
    if (iri.startsWith('@')) return OWN_NAMES.get(iri) !== name;
    return isClass(name) && [...(byIri.get(iri) ?? [])].some((other) => !isClass(other));
  });
}

const isClass = (name: string): boolean => /^\p{Lu}/u.test(name);

function misleads(types: Json | undefined, { byTerm, vocabularies }: InForce): boolean {
  return asArray<Json>(types ?? undefined).some((type) => {
    if (typeof type !== 'string' || READ_TYPES.some((known) => known === type)) return false;
    const [prefix = '', ...rest] = type.split(':');
    const bases = rest.length > 0 ? (byTerm.get(prefix) ?? []) : [];
    const iris = [
      type,
      ...vocabularies.map((vocabulary) => vocabulary + type),
      ...[...bases].map((base) => base + rest.join(':')),
    ];
    return READ_TYPES.some((known) => iris.some((iri) => byTerm.get(known)?.has(iri)));
  });
}
