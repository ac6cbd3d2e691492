import { type OutputUnit, type Schema, type SchemaDraft, Validator } from '@cfworker/json-schema';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { fail, type Result, succeed } from '../../result.ts';
import { longestText, mostMembers, patternsOf, stepsOf } from './plain.ts';

/** Where and how an instance departs from a schema. */
export interface Violation {
  /** JSON Pointer into the instance. */
  readonly at: string;
  readonly keyword: string;
}

/** Steps of one validation: a CLR of fifty takes some 20,000. A schema that somebody named may be written to take 2^64. */
const MOST_STEPS = 300_000;
/** Letters that a pattern looks at in the time of one such step. */
const LETTERS_A_STEP = 300;

/**
 * Validates without eval, and stops. The patterns of a schema from `elsewhere` count by what they may cost; bundled
 * ones are known to be tame. Out: what is violated, the most specific first; empty where nothing is.
 * Problem: `schema-unsupported` for a schema that cannot be understood (an unknown `$ref`, a bad pattern) or that
 * takes too many steps.
 */
export function validate(
  schema: JsonObject,
  instance: Json,
  from: 'bundle' | 'elsewhere' = 'bundle',
): Result<readonly Violation[]> {
  try {
    const prepared = preparedFor(schema);
    prepared.meter.left = MOST_STEPS;
    prepared.meter.letters = from === 'elsewhere' ? longestText(instance) : 0;
    prepared.meter.members = from === 'elsewhere' ? mostMembers(instance) : 0;
    const { valid, errors } = prepared.validator.validate(instance);
    return succeed(valid ? [] : [mostSpecific(errors)]);
  } catch {
    // An unresolved $ref, a pattern that is none, endless recursion, or the meter: nothing was found out.
    return fail('schema-unsupported');
  }
}

interface Meter {
  left: number;
  /** Of the longest text; 0 where patterns cost nothing worth counting. */
  letters: number;
  /** Of the widest object. */
  members: number;
}
interface Prepared {
  readonly validator: Validator;
  readonly meter: Meter;
}

/** Taking a schema of 30 kB apart costs ten times what applying it does: it is done once for each object. */
const PREPARED = new WeakMap<JsonObject, Prepared>();

function preparedFor(schema: JsonObject): Prepared {
  const known = PREPARED.get(schema);
  if (known) return known;
  const meter: Meter = { left: MOST_STEPS, letters: 0, members: 0 };
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
function metered(value: Json, meter: Meter): unknown {
  if (Array.isArray(value)) return value.map((one: Json) => metered(one, meter));
  if (!isJsonObject(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(value)) {
    if (one !== undefined && name !== COUNTED) copy[name] = metered(one, meter);
  }
  const counted = value[COUNTED];
  const patterns = patternsOf(value);
  Object.defineProperty(copy, COUNTED, {
    enumerable: false,
    get: () => {
      meter.left -= 1 + costOf(patterns, meter);
      if (meter.left < 0) throw new RangeError('too many steps');
      return counted;
    },
  });
  return copy;
}

function costOf(patterns: readonly string[], { letters, members }: Meter): number {
  if (letters === 0) return 0;
  const steps = patterns.reduce((sum, pattern) => sum + stepsOf(pattern, letters), 0);
  return (steps / LETTERS_A_STEP) * (patterns.length > 1 ? Math.max(members, 1) : 1);
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
