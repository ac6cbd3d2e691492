import { type OutputUnit, type Schema, type SchemaDraft, Validator } from '@cfworker/json-schema';
import { percentDecoded } from '../../encoding/percent.ts';
import { rememberOf } from '../../encoding/remember.ts';
import type { Json, JsonObject } from '../../json.ts';
import { fail, type Result, succeed } from '../../result.ts';
import { Meter } from './meter.ts';
import { settlePatterns } from './settle-patterns.ts';

/** A place where an instance violates a schema, and how. */
export interface Violation {
  /** JSON Pointer into the instance. */
  readonly at: string;
  readonly keyword: string;
}

/**
 * Validates without eval, and within limits. The patterns of a schema from `elsewhere` are matched by our own engine,
 * which never backtracks. Bundled patterns are known to be harmless. Out: the violations, most specific first. Empty
 * where there are none.
 * Problem: `schema-unsupported` for a schema that cannot be understood (an unknown `$ref`, a bad pattern) or that takes
 * too many steps. `schema-pattern-unsupported` is its cause where our engine does not support a pattern.
 */
export function validate(
  schema: JsonObject,
  instance: Json,
  from: 'bundle' | 'elsewhere' = 'bundle',
): Result<readonly Violation[]> {
  const settled = from === 'bundle' ? succeed(schema) : settlePatterns(schema, instance);
  if (!settled.ok) return settled;
  try {
    const { validator, meter } = preparedFor(settled.value);
    meter.begin();
    const document = from === 'bundle' ? instance : meter.document(instance);
    const { valid, errors } = validator.validate(document);
    return succeed(valid ? [] : [mostSpecific(errors)]);
  } catch {
    // An unresolved $ref, an invalid pattern, endless recursion, or too many steps: nothing was found out.
    return fail('schema-unsupported');
  }
}

interface Prepared {
  readonly validator: Validator;
  readonly meter: Meter;
}

/** Preparing a schema of 30 kB costs ten times as much as applying it. So it is done once for each object. */
const preparedFor = rememberOf((schema: JsonObject): Prepared => {
  const meter = new Meter();
  // The library's type of a schema names its keywords. A stranger's schema may be any JSON.
  return { validator: new Validator(meter.schema(schema) as Schema, draftOf(schema), true), meter };
});

const DRAFTS: readonly (readonly [RegExp, SchemaDraft])[] = [
  [/draft-0[34]/, '4'],
  [/draft-0[67]/, '7'],
  [/2019-09/, '2019-09'],
];

function draftOf(schema: JsonObject): SchemaDraft {
  const name = typeof schema.$schema === 'string' ? schema.$schema : '2019-09';
  return DRAFTS.find(([pattern]) => pattern.test(name))?.[1] ?? '2020-12';
}

/** The units of one failure lead from the root to the place. The deepest place is the most specific. */
function mostSpecific(errors: readonly OutputUnit[]): Violation {
  let deepest: Violation = { at: '', keyword: '' };
  for (const { instanceLocation, keyword } of errors) {
    const at = pointerOf(instanceLocation);
    if (depth(at) >= depth(deepest.at)) deepest = { at, keyword };
  }
  return deepest;
}

const depth = (at: string): number => at.split('/').length;

const pointerOf = (location: string): string => percentDecoded(location.replace(/^#/, ''));
