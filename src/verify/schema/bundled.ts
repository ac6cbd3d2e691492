import type { JsonObject } from '../../json.ts';
import oneEdTech from './bundled/one-ed-tech.json' with { type: 'json' };

/**
 * 1EdTech's JSON schemas as published (JSON-LD adaptations, OB 3.0 §C and CLR 2.0 §C), without their descriptions and
 * with what they share written once. The same address serves VCDM 1.1 and 2.0: which one holds is told by the
 * credential's own data model, as in 1EdTech's `anyachievementcredential` schema.
 */
const DEFINITIONS = oneEdTech.$defs as unknown as JsonObject;

interface ByVersion {
  readonly '1.1': string | null;
  readonly '2.0': string;
}

const ACHIEVEMENT: ByVersion = { '1.1': 'AchievementCredentialv1p1', '2.0': 'AchievementCredential' };
const ENDORSEMENT: ByVersion = { '1.1': 'EndorsementCredentialv1p1', '2.0': 'EndorsementCredential' };
// CLR 2.0 was published for VCDM 2.0 only.
const CLR: ByVersion = { '1.1': null, '2.0': 'ClrCredential' };

const SCHEMAS: ReadonlyMap<string, ByVersion> = new Map([
  ['ob_v3p0_achievementcredential_schema', ACHIEVEMENT],
  ['ob_v3p0_anyachievementcredential_schema', ACHIEVEMENT],
  ['clr_v2p0_achievementcredential_schema', ACHIEVEMENT],
  ['ob_v3p0_endorsementcredential_schema', ENDORSEMENT],
  ['ob_v3p0_anyendorsementcredential_schema', ENDORSEMENT],
  ['clr_v2p0_endorsementcredential_schema', ENDORSEMENT],
  ['clr_v2p0_clrcredential_schema', CLR],
]);

const PUBLISHED =
  /^https:\/\/purl\.imsglobal\.org\/spec\/(?:ob\/v3p0|clr\/v2p0)\/schema\/(?:json|json-ld)\/(\w+)\.json$/;

/**
 * The bundled schema behind an address, for credentials of that data model. Null where the address is none of
 * 1EdTech's; `absent` where it is, and nothing was published there for that data model.
 */
export function bundledSchema(url: string, version: '1.1' | '2.0'): JsonObject | 'absent' | null {
  const name = PUBLISHED.exec(url)?.[1];
  const schema = name === undefined ? undefined : SCHEMAS.get(name);
  if (schema === undefined) return null;
  const root = schema[version];
  return root === null ? 'absent' : rooted(root);
}

/** The same object for the same root, so that it is prepared once. */
const ROOTED = new Map<string, JsonObject>();

function rooted(root: string): JsonObject {
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
