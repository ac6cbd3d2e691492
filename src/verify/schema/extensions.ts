import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { type Problem, problem } from '../../problem.ts';
import bundled from './bundled/ob2-extensions.json' with { type: 'json' };
import { validate } from './validate.ts';

interface Extension {
  readonly name: string;
  /** IRIs of the extension's terms, for documents that spell them out (JSON-LD 1.1 §5.5 compaction). */
  readonly terms: Readonly<Record<string, string>>;
  readonly schema: JsonObject;
}

const EXTENSIONS: ReadonlyMap<string, Extension> = new Map(
  Object.entries(bundled).map(([name, one]) => [name, { ...one, name }]),
);

/**
 * Where the extensions of an Open Badges 2.0 document violate their own schemas. OB 2.0 §5.3 lets an extension's
 * context name a schema (`obi:validation`) for objects of a type. The schemas that 1EdTech publishes are bundled. Other
 * extensions are not checked. Codes: `schema-violated`; `schema-unsupported` where the validation takes too many steps.
 */
export const extensionProblems = (document: JsonObject): readonly Problem[] => problemsIn(document, '');

function problemsIn(value: Json | undefined, at: string): readonly Problem[] {
  if (Array.isArray(value)) return value.flatMap((one: Json, index) => problemsIn(one, `${at}/${index}`));
  if (!isJsonObject(value)) return [];
  const own = typesOf(value).flatMap((extension) => violations(value, extension, at));
  const inner = Object.entries(value).flatMap(([name, one]) =>
    problemsIn(one, `${at}/${escapePointer(name)}`),
  );
  return [...own, ...inner];
}

const escapePointer = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** Types are written `extensions:X`, `obi:extensions/#X`, or in full. The part after the last separator is the name. */
function typesOf(value: JsonObject): readonly Extension[] {
  const types = asArray(value.type ?? value['@type']).filter(
    (type): type is string => typeof type === 'string',
  );
  if (!types.includes('Extension')) return [];
  return types.flatMap((type) => EXTENSIONS.get(/[^#:/]+$/.exec(type)?.[0] ?? '') ?? []);
}

function violations(value: JsonObject, { name, terms, schema }: Extension, at: string): readonly Problem[] {
  const names = new Map(Object.entries(terms));
  const compact = Object.fromEntries(
    Object.entries(value).map(([term, one]) => [names.get(term) ?? term, one]),
  );
  const found = validate(schema, compact);
  if (!found.ok) return [{ ...found.problem, at, params: { type: name } }];
  return found.value.map(({ at: inner, keyword }) =>
    problem('schema-violated', { at: `${at}${inner}`, params: { keyword } }),
  );
}
