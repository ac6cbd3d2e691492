/**
 * Where 1EdTech's JSON schemas were published. One address serves both VCDM 1.1 and 2.0. The credential's own data
 * model decides which one applies, as in 1EdTech's `anyachievementcredential` schema.
 */
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
 * The name of the bundled schema for an address and a data model. Null where the address is not 1EdTech's. `absent`
 * where it is, but nothing was published there for that data model.
 */
export function bundledSchema(
  url: string,
  version: '1.1' | '2.0',
): { readonly root: string } | 'absent' | null {
  const name = PUBLISHED.exec(url)?.[1];
  const schema = name === undefined ? undefined : SCHEMAS.get(name);
  if (schema === undefined) return null;
  const root = schema[version];
  return root === null ? 'absent' : { root };
}
