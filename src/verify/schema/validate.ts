import { type OutputUnit, type Schema, type SchemaDraft, Validator } from '@cfworker/json-schema';
import { type Budget, budgetOf } from '../../budget.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { fail, type Result, succeed } from '../../result.ts';
import { settlePatterns } from './settle-patterns.ts';

/** A place where an instance violates a schema, and how. */
export interface Violation {
  /** JSON Pointer into the instance. */
  readonly at: string;
  readonly keyword: string;
}

/** The most steps of one validation. A CLR of fifty takes about 20,000. A hostile schema may need 2^64. */
const MAX_STEPS = 300_000;
/** How many characters of a settled pattern are compared in the time of one step. */
const LETTERS_A_STEP = 300;

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
    meter.steps = budgetOf(MAX_STEPS);
    meter.size = from === 'bundle' ? NO_SIZE : sizeOf(instance);
    const { valid, errors } = validator.validate(instance);
    return succeed(valid ? [] : [mostSpecific(errors)]);
  } catch {
    // An unresolved $ref, an invalid pattern, endless recursion, or too many steps: nothing was found out.
    return fail('schema-unsupported');
  }
}

interface Meter {
  steps: Budget;
  size: Size;
}
interface Prepared {
  readonly validator: Validator;
  readonly meter: Meter;
}

/** The sizes in a document that decide what one step of a stranger's schema may cost. */
interface Size {
  /** The members of the widest object. A pattern for names is matched against each. */
  readonly members: number;
  /** The entries of the longest array. A test for distinct entries compares each with each. */
  readonly entries: number;
}
const NO_SIZE: Size = { members: 0, entries: 0 };

function sizeOf(value: Json | undefined): Size {
  if (typeof value !== 'object' || value === null) return NO_SIZE;
  const inner = Object.values(value as JsonObject);
  const own = Array.isArray(value)
    ? { members: 0, entries: inner.length }
    : { members: inner.length, entries: 0 };
  return inner.map(sizeOf).reduce(
    (most, { members, entries }) => ({
      members: Math.max(most.members, members),
      entries: Math.max(most.entries, entries),
    }),
    own,
  );
}

/** Preparing a schema of 30 kB costs ten times as much as applying it. So it is done once for each object. */
const PREPARED = new WeakMap<JsonObject, Prepared>();

function preparedFor(schema: JsonObject): Prepared {
  const known = PREPARED.get(schema);
  if (known) return known;
  const meter: Meter = { steps: budgetOf(MAX_STEPS), size: NO_SIZE };
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

/**
 * The validator reads every keyword of a schema at each step. This one has no other effect, so reading it counts the
 * steps.
 */
const COUNTED = '$recursiveAnchor';

/** A copy in which each object counts how often it is applied. At zero, it stops the validation. */
function metered(value: Json, meter: Meter): unknown {
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
      if (!meter.steps.spend(1 + costOf(value, meter.size))) throw new RangeError('too many steps');
      return counted;
    },
  });
  return copy;
}

function costOf({ pattern, patternProperties, uniqueItems }: JsonObject, { members, entries }: Size): number {
  if (members === 0) return 0;
  const letters = typeof pattern === 'string' ? pattern.length : 0;
  const names = isJsonObject(patternProperties) ? Object.keys(patternProperties).join('').length : 0;
  const pairs = uniqueItems === true ? entries ** 2 : 0;
  return (letters + names * members + pairs) / LETTERS_A_STEP;
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

function pointerOf(location: string): string {
  const fragment = location.replace(/^#/, '');
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
