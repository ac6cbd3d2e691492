/** What it takes to hold a document against a schema: loaded for the first one that is named. */
import type { JsonObject } from '../../json.ts';
import oneEdTech from './bundled/one-ed-tech.json' with { type: 'json' };

export { validate } from './validate.ts';

/**
 * 1EdTech's JSON schemas as published (JSON-LD adaptations, OB 3.0 §C and CLR 2.0 §C), without their descriptions and
 * with what they share written once.
 */
const DEFINITIONS = oneEdTech.$defs as unknown as JsonObject;

/** The same object for the same root, so that it is prepared once. */
const ROOTED = new Map<string, JsonObject>();

/** The bundled schema of that name. */
export function schemaRooted(root: string): JsonObject {
  const known = ROOTED.get(root);
  if (known) return known;
  const schema: JsonObject = {
    $schema: 'https://json-schema.org/draft/2019-09/schema#',
    $ref: `#/$defs/${root}`,
    $defs: DEFINITIONS,
  };
  ROOTED.set(root, schema);
  return schema;
}
