import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { escapePointer } from '../../json-ld/context/references.ts';
import { type Problem, problem } from '../../problem.ts';

/**
 * RDF canonicalisation signs a graph, and one graph has many spellings. Some of them hide a member from whoever
 * reads the JSON while the signature still holds: `"https://www.w3.org/2018/credentials#validUntil"` for
 * `validUntil`, `{"@value": …}` around a date, `{"@set": […]}` around a status. Issuers write none of these (VCDM 2.0
 * §4.2 asks for terms), so they are refused. Two objects of one id are another matter: an issuer may have signed them
 * so, but their members could have been moved between them since, and nobody can tell. The same of lists in lists.
 */
const KEYWORDS_OF_LANGUAGE = new Set(['@value', '@language', '@direction']);
/** Members of a credential that have exactly one value. */
const SINGULAR = [
  'id',
  'issuer',
  'validFrom',
  'validUntil',
  'issuanceDate',
  'expirationDate',
  'awardedDate',
] as const;

/**
 * The first such spelling in a document that an RDFC suite secures (`record-rearranged`, with the place), the first
 * object that repeats another one's id or list in a list (`record-ambiguous`), or null.
 */
export function findRearrangement(document: JsonObject): Problem | null {
  const { proof: _, ...body } = document;
  for (const name of SINGULAR) if (Array.isArray(body[name])) return rearranged(`/${name}`);
  for (const [name, value] of Object.entries(body)) {
    // JSON-LD 1.1 §4.3.1: arrays in arrays are flattened for sets, so wrapping leaves no trace.
    if (name !== '@context' && asArray(value as Json).some(Array.isArray)) return rearranged(`/${name}`);
  }
  return inValue(body, '', typeof body.id === 'string' ? body.id : null);
}

/** The same for a proof's own members: its end is signed, and must be read where it stands. */
export const findRearrangementInProof = (proof: JsonObject, at: string): Problem | null =>
  inValue(proof, at, null);

const rearranged = (at: string): Problem => problem('record-rearranged', { at });
const ambiguous = (at: string): Problem => problem('record-ambiguous', { at });

function inValue(value: Json | undefined, at: string, rootId: string | null): Problem | null {
  if (Array.isArray(value)) return inArray(value as readonly Json[], at, rootId);
  if (!isJsonObject(value)) return null;
  const tagged = '@value' in value && ('@language' in value || '@direction' in value);
  for (const [name, member] of Object.entries(value)) {
    if (name === '@context') continue;
    const below = `${at}/${escapePointer(name)}`;
    const hidden = name.startsWith('@') ? !(tagged && KEYWORDS_OF_LANGUAGE.has(name)) : name.includes(':');
    if (hidden) return rearranged(below);
    const found = inValue(member, below, rootId);
    if (found) return found;
  }
  const isRootAgain = at !== '' && rootId !== null && value.id === rootId;
  return isRootAgain && Object.keys(value).some((name) => name !== 'id' && name !== 'type')
    ? ambiguous(at)
    : null;
}

function inArray(values: readonly Json[], at: string, rootId: string | null): Problem | null {
  const ids = new Set<string>();
  for (const [index, entry] of values.entries()) {
    const below = `${at}/${index}`;
    // JSON-LD 1.1 §4.3.1 flattens sets: whoever reads the JSON sees a list where a text stood, or nothing. An issuer's
    // own JSON literal may nest lists as well, so it is not called changed.
    if (Array.isArray(entry)) return ambiguous(below);
    if (isJsonObject(entry) && typeof entry.id === 'string') {
      if (ids.has(entry.id)) return ambiguous(below);
      ids.add(entry.id);
    }
    const found = inValue(entry, below, rootId);
    if (found) return found;
  }
  return null;
}

/**
 * Whether a member `__proto__` stands anywhere. The reader refuses it; here once more, since JSON-LD processors drop
 * it before hashing, so that it can be added after signing (speed.md, hostile input).
 */
export function hasForbiddenName(value: Json | undefined): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(hasForbiddenName);
}
