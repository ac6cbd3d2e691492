import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { type Problem, problem } from '../../problem.ts';
import { readId } from '../text.ts';
import { type Placed, placed } from './placed.ts';
import { pointer } from './shape.ts';

const isAmong = (things: readonly Placed[], id: string): boolean =>
  things.some(({ value }) => value.id === id);

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
  const required = descriptions.flatMap((each) =>
    dangling(each, 'requiredLevel', (id) => isAmong(levelsOf([each]), id)),
  );
  const { achievement } = subject.value;
  const isHere = achievement !== undefined && asArray<Json>(achievement).every(isJsonObject);
  return isHere
    ? [...required, ...placed(subject, 'result').flatMap((each) => inResult(each, descriptions))]
    : required;
}

function inResult(result: Placed, descriptions: readonly Placed[]): readonly Problem[] {
  const resultDescription = readId(result.value.resultDescription);
  const undescribed = dangling(result, 'resultDescription', (id) => isAmong(descriptions, id));
  if (undescribed.length > 0) return undescribed;
  const named = descriptions.filter(
    ({ value }) => resultDescription === null || value.id === resultDescription,
  );
  return dangling(result, 'achievedLevel', (id) => isAmong(levelsOf(named), id));
}

const levelsOf = (descriptions: readonly Placed[]): readonly Placed[] =>
  descriptions.flatMap((each) => placed(each, 'rubricCriterionLevel'));

export function dangling(
  { value, at }: Placed,
  member: string,
  isKnown: (id: string) => boolean,
): readonly Problem[] {
  const reference = readId(value[member]);
  if (reference === null || isKnown(reference)) return [];
  return [problem('reference-dangling', { at: pointer(at, member), params: { reference } })];
}
