/** Everything needed to validate a document against a schema. It is loaded when the first schema is named. */
import type { JsonObject } from '../../json.ts';
import oneEdTech from './bundled/one-ed-tech.json' with { type: 'json' };

export { validate } from './validate.ts';

/**
 * 1EdTech's JSON schemas as published (JSON-LD adaptations, OB 3.0 §C and CLR 2.0 §C). Descriptions are removed, and
 * shared parts are written once.
 */
const DEFINITIONS = oneEdTech.$defs;

/** One object for each root, so that each is prepared once. */
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
