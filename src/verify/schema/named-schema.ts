import type { Credential } from '../../credential/model.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { readJsonAnswer } from '../../net/answer.ts';
import { part } from '../../part.ts';
import type { Net } from '../../ports.ts';
import { type Problem, problem } from '../../problem.ts';
import { fail, type Result, succeed } from '../../result.ts';
import type { VerifyPorts } from '../ports.ts';
import { bundledSchema } from './bundled.ts';
import type { Violation } from './validate.ts';

const MAX_BYTES = 256 * 1024;

/** OB 3.0 §B.8 and VC JSON Schema §3.1: both validate the whole credential against the schema at `id`. */
const VALIDATORS: ReadonlySet<string> = new Set(['1EdTechJsonSchemaValidator2019', 'JsonSchema']);

/**
 * Validates a credential against one schema that it names. Null where it conforms.
 *
 * Problems: `schema-violated` with the place and keyword; `schema-unavailable` where the schema cannot be fetched;
 * `schema-unsupported` for another kind of schema, or one that cannot be applied; `work-stopped` for one that takes for
 * ever; `part-missing`.
 */
export async function checkNamedSchema(
  credential: Credential,
  index: number,
  { net, heavy }: Pick<VerifyPorts, 'net' | 'heavy'>,
): Promise<Problem | null> {
  const entry = credential.schemas[index];
  const { id, type } = entry ?? {};
  const at = placeOf(credential.source.document, index);
  const types: readonly Json[] = Array.isArray(type) ? type : [type ?? null];
  if (typeof id !== 'string' || !types.some((one) => typeof one === 'string' && VALIDATORS.has(one))) {
    return problem('schema-unsupported', { at, params: { type: String(types[0] ?? '') } });
  }
  const document = withoutNulls(credential.source.document);
  const bundled = bundledSchema(id, credential.vcdm ?? '2.0');
  const violations =
    bundled === null
      ? await heldAgainst(await schemaAt(id, credential, net), document, heavy)
      : await heldAgainstBundled(bundled, document);
  if (!violations.ok) return { ...violations.problem, at, params: { ...violations.problem.params, url: id } };
  const [first] = violations.value;
  if (first === undefined) return null;
  if (bundled === null && isOfSpelling(first, credential))
    return problem('schema-unsupported', { at, params: { url: id } });
  return problem('schema-violated', { at: first.at, params: { keyword: first.keyword, url: id } });
}

/** Keywords about how a value is written: as one value, or as a list of one. A graph does not show that. */
const OF_FORM: ReadonlySet<string> = new Set([
  ...['type', 'const', 'enum', 'items', 'prefixItems', 'contains', 'minItems', 'maxItems', 'uniqueItems'],
  ...['additionalProperties', 'unevaluatedProperties', 'propertyNames', 'patternProperties'],
  // Keywords that state a form by its opposite, or under a condition.
  ...['not', 'if', 'then', 'else', 'oneOf', 'dependentSchemas', 'false'],
]);

/**
 * An issuer's schema fits the way in which it writes. A record that was read from its graph no longer shows that. So
 * violations about the writing are ignored, and so are those about words that no published context has.
 */
const isOfSpelling = ({ keyword }: Violation, { source }: Credential): boolean =>
  source.securing === 'embedded' &&
  source.stated === true &&
  (OF_FORM.has(keyword) || hasOwnWords(source.document));

const hasOwnWords = (value: Json | undefined): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).some(([name, one]) => name.includes(':') || hasOwnWords(one));

/** JSON-LD, and so the signature, treats a null member as absent (JSON-LD 1.1 §4.1). */
function withoutNulls(value: Json): Json {
  if (Array.isArray(value)) return value.map((one: Json) => withoutNulls(one));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => (one == null ? [] : [[name, withoutNulls(one)]])),
  );
}

const placeOf = (document: JsonObject, index: number): string =>
  Array.isArray(document.credentialSchema) ? `/credentialSchema/${index}` : '/credentialSchema';

type Violations = Result<readonly Violation[]>;

const applyPart = part(() => import('./apply.ts'));

async function heldAgainstBundled(
  schema: NonNullable<ReturnType<typeof bundledSchema>>,
  document: Json,
): Promise<Violations> {
  if (schema === 'absent') return fail('schema-unavailable');
  const apply = await applyPart();
  return apply.ok ? apply.value.validate(apply.value.schemaRooted(schema.root), document) : apply;
}

const heldAgainst = async (
  schema: Result<JsonObject>,
  document: Json,
  heavy: VerifyPorts['heavy'],
): Promise<Violations> => (schema.ok ? heavy.run('validate', { schema: schema.value, document }) : schema);

async function schemaAt(url: string, credential: Credential, net: Net): Promise<Result<JsonObject>> {
  // An unsigned document must not make us send requests.
  if (credential.securing === 'none') return fail('schema-unavailable');
  const answer = await net.get({
    url,
    accept: 'application/schema+json, application/json',
    maxBytes: MAX_BYTES,
  });
  if (!answer.ok) return fail('schema-unavailable', { cause: answer.problem });
  const json = readJsonAnswer(answer.value);
  if (!json.ok) return fail('schema-unavailable', { cause: json.problem });
  if (!isJsonObject(json.value))
    return fail('schema-unavailable', { cause: problem('answer-not-understood') });
  return succeed(json.value);
}
