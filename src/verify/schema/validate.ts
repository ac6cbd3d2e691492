import { type OutputUnit, type Schema, type SchemaDraft, Validator } from '@cfworker/json-schema';
import { type Budget, budgetOf } from '../../budget.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { fail, type Result, succeed } from '../../result.ts';
import { settlePatterns } from './settle-patterns.ts';

/** Where and how an instance departs from a schema. */
export interface Violation {
  /** JSON Pointer into the instance. */
  readonly at: string;
  readonly keyword: string;
}

/** Steps of one validation: a CLR of fifty takes some 20,000. A schema that somebody named may be written to take 2^64. */
const MAX_STEPS = 300_000;
/** Letters of a settled pattern that are compared in the time of one such step. */
const LETTERS_A_STEP = 300;

/**
 * Validates without eval, and stops. The patterns of a schema from `elsewhere` are matched by an engine of our own, that
 * never goes back; bundled ones are known to be tame. Out: what is violated, the most specific first; empty where
 * nothing is.
 * Problem: `schema-unsupported` for a schema that cannot be understood (an unknown `$ref`, a bad pattern) or that
 * takes too many steps; with `schema-pattern-unsupported` behind it for a pattern that the engine does not carry.
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
    // An unresolved $ref, a pattern that is none, endless recursion, or the meter: nothing was found out.
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

/** Of a document: what a keyword of a stranger's schema may cost at one step. */
interface Size {
  /** Of the widest object: a pattern for names is held against each. */
  readonly members: number;
  /** Of the longest array: for being distinct, each is held against each. */
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

/** Taking a schema of 30 kB apart costs ten times what applying it does: it is done once for each object. */
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
