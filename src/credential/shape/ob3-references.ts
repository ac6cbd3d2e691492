import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { type Problem, problem } from '../../problem.ts';
import { readId } from '../text.ts';
import { type Placed, placed } from './placed.ts';
import { pointer } from './shape.ts';

/**
 * Members of an Open Badge that name another part of it by an id that does not occur. They are a result's description,
 * the level it reached (OB 3.0 §B.1.22 Result), and the level that is required (§B.1.23 ResultDescription).
 *
 * Out: `reference-dangling`, once for each, with its place. An achievement that is only an address may have the named
 * part elsewhere, so its results are not checked.
 */
export function danglingReferences(document: JsonObject): readonly Problem[] {
  return placed({ value: document, at: '' }, 'credentialSubject').flatMap(inSubject);
}

function inSubject(subject: Placed): readonly Problem[] {
  const descriptions = placed(subject, 'achievement').flatMap((each) => placed(each, 'resultDescription'));
  const levels = levelsByDescription(descriptions);
  const required = descriptions.flatMap((each) => {
    const own = idsOfLevels(each);
    return dangling(each, 'requiredLevel', (id) => own.includes(id));
  });
  const { achievement } = subject.value;
  const isHere = achievement !== undefined && asArray<Json>(achievement).every(isJsonObject);
  return isHere
    ? [...required, ...placed(subject, 'result').flatMap((each) => inResult(each, levels))]
    : required;
}

/** The ids of the levels in each description, by its id. Those of all descriptions are under null. */
type Levels = ReadonlyMap<Json, ReadonlySet<Json>>;

function levelsByDescription(descriptions: readonly Placed[]): Levels {
  const all = new Set<Json>();
  const levels = new Map<Json, Set<Json>>();
  for (const each of descriptions) {
    const id = each.value.id ?? null;
    const own = levels.get(id) ?? new Set<Json>();
    levels.set(id, own);
    for (const level of idsOfLevels(each)) {
      own.add(level);
      all.add(level);
    }
  }
  return levels.set(null, all);
}

function inResult(result: Placed, levels: Levels): readonly Problem[] {
  const undescribed = dangling(result, 'resultDescription', (id) => levels.has(id));
  if (undescribed.length > 0) return undescribed;
  const known = levels.get(readId(result.value.resultDescription));
  return dangling(result, 'achievedLevel', (id) => known?.has(id) ?? false);
}

const idsOfLevels = (description: Placed): readonly Json[] =>
  placed(description, 'rubricCriterionLevel').map(({ value }) => value.id ?? null);

/** `reference-dangling` where a member refers to an id that is not known. Empty where it refers to nothing. */
export function dangling(
  { value, at }: Placed,
  member: string,
  isKnown: (id: string) => boolean,
): readonly Problem[] {
  const reference = readId(value[member]);
  if (reference === null || isKnown(reference)) return [];
  return [problem('reference-dangling', { at: pointer(at, member), params: { reference } })];
}
