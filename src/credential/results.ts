import type { Json, JsonObject } from '../json.ts';
import { lazy } from '../lazy.ts';
import type { AchievementResult } from './model.ts';
import { readId, readObjects, readText } from './text.ts';

/** The things in a value by their ids. Of several with one id, the first. */
function byId(value: Json | undefined): ReadonlyMap<string, JsonObject> {
  const things = new Map<string, JsonObject>();
  for (const one of readObjects(value))
    if (typeof one.id === 'string' && !things.has(one.id)) things.set(one.id, one);
  return things;
}

/** What a result may name. */
interface Description {
  readonly achievement: JsonObject;
  readonly json: JsonObject;
  readonly levels: () => ReadonlyMap<string, JsonObject>;
}

/**
 * OB 3.0 §B.1.22: a result names its description and its level by id. JSON-LD lets an object with that id stand in its
 * place.
 */
export function resultsByAchievement(
  subject: JsonObject,
  achievements: readonly JsonObject[],
): ReadonlyMap<JsonObject, readonly AchievementResult[]> {
  const descriptions = new Map<string, Description>();
  for (const achievement of achievements)
    for (const [id, json] of byId(achievement.resultDescription))
      if (!descriptions.has(id))
        descriptions.set(id, { achievement, json, levels: lazy(() => byId(json.rubricCriterionLevel)) });
  const results = new Map<JsonObject, AchievementResult[]>();
  for (const result of readObjects(subject.result)) {
    const described = descriptions.get(readId(result.resultDescription) ?? '');
    const owner = described?.achievement ?? achievements[0];
    if (owner === undefined) break;
    const told = readResult(result, described);
    const known = results.get(owner);
    if (known === undefined) results.set(owner, [told]);
    else known.push(told);
  }
  return results;
}

/**
 * Every result repeats what its description says. In a thousand of them, a long text would become gigabytes, and a name
 * of that length is none.
 */
const MAX_SHARED_CHARACTERS = 1000;
const brief = (text: string | null): string | null =>
  text === null || text.length > MAX_SHARED_CHARACTERS ? null : text;
const readShared = (value: Json | undefined): string | null => brief(readText(value));

function readResult(result: JsonObject, described: Description | undefined): AchievementResult {
  const json = described?.json;
  const levelOf = (value: Json | undefined): string | null => {
    const id = readId(value);
    const level = id === null ? undefined : described?.levels().get(id);
    return readShared(level?.name) ?? readShared(level?.level) ?? brief(id);
  };
  return {
    name: readShared(json?.name),
    value: readText(result.value),
    status: readText(result.status),
    achievedLevel: levelOf(result.achievedLevel),
    valueMax: readShared(json?.valueMax),
    required: readShared(json?.requiredValue) ?? levelOf(json?.requiredLevel),
  };
}
