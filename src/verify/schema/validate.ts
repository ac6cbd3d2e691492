import { type OutputUnit, type Schema, type SchemaDraft, Validator } from '@cfworker/json-schema';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { fail, type Result, succeed } from '../../result.ts';

/** Where and how an instance departs from a schema. */
export interface Violation {
  /** JSON Pointer into the instance. */
  readonly at: string;
  readonly keyword: string;
}

/** Steps of one validation: a CLR of fifty takes some 20,000. A schema that somebody named may be written to take 2^64. */
const MOST_STEPS = 300_000;

/**
 * Validates without eval, and stops. Out: what is violated, the most specific first; empty where nothing is.
 * Problem: `schema-unsupported` for a schema that cannot be understood (an unknown `$ref`, a bad pattern) or that
 * takes too many steps.
 */
export function validate(schema: JsonObject, instance: Json): Result<readonly Violation[]> {
  try {
    const prepared = preparedFor(schema);
    prepared.meter.left = MOST_STEPS;
    const { valid, errors } = prepared.validator.validate(instance);
    return succeed(valid ? [] : [mostSpecific(errors)]);
  } catch {
    // An unresolved $ref, a pattern that is none, endless recursion, or the meter: nothing was found out.
    return fail('schema-unsupported');
  }
}

interface Prepared {
  readonly validator: Validator;
  readonly meter: { left: number };
}

/** Taking a schema of 30 kB apart costs ten times what applying it does: it is done once for each object. */
const PREPARED = new WeakMap<JsonObject, Prepared>();

function preparedFor(schema: JsonObject): Prepared {
  const known = PREPARED.get(schema);
  if (known) return known;
  const meter = { left: MOST_STEPS };
  const prepared = {
    validator: new Validator(metered(schema, meter) as Schema, draftOf(schema), true),
    meter,
  };
  PREPARED.set(schema, prepared);
  return prepared;
}

const DRAFTS: readonly (readonly [RegExp, SchemaDraft])[] = [
  [/draft-0[34]/, '4'],
  [/draft-0[67]/, '7'],
  [/2019-09/, '2019-09'],
];

function draftOf(schema: JsonObject): SchemaDraft {
  const name = typeof schema.$schema === 'string' ? schema.$schema : '2019-09';
  return DRAFTS.find(([pattern]) => pattern.test(name))?.[1] ?? '2020-12';
}

/** The validator reads each keyword of a schema at each step: one of them, read by nothing else, counts. */
const COUNTED = '$recursiveAnchor';

/** A copy in which every object counts how often it is applied, and stops the whole at zero. */
function metered(value: Json, meter: { left: number }): unknown {
  if (Array.isArray(value)) return value.map((one: Json) => metered(one, meter));
  if (!isJsonObject(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(value)) {
    if (one !== undefined && name !== COUNTED) copy[name] = metered(one, meter);
  }
  const counted = value[COUNTED];
  Object.defineProperty(copy, COUNTED, {
    enumerable: false,
    get: () => {
      meter.left -= 1;
      if (meter.left < 0) throw new RangeError('too many steps');
      return counted;
    },
  });
  return copy;
}

/** The units of one failure run from the root to the place; the deepest place says most. */
function mostSpecific(errors: readonly OutputUnit[]): Violation {
  let deepest: Violation = { at: '', keyword: '' };
  for (const { instanceLocation, keyword } of errors) {
    const at = pointerOf(instanceLocation);
    if (depth(at) >= depth(deepest.at)) deepest = { at, keyword };
  }
  return deepest;
}

const depth = (at: string): number => at.split('/').length;

function pointerOf(location: string): string {
  const fragment = location.replace(/^#/, '');
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
