import { isJsonObject, type Json, type JsonObject } from '../../json.ts';

/** A quantified group or a back reference: what can make a pattern take 2^n steps. */
const REPEATED = /\)[*+{]|\\[1-9k]/;
/** Where a pattern may stop after any number of letters, or after one of a range of numbers. */
const REPETITION = /(?<!\\)[*+]|\{\d+,\d*\}/g;
/** What may be there or not; `(?:` and the lazy `*?` are none of these, and counted all the same. */
const OPTIONAL = /(?<!\\)\?/g;

const count = (pattern: string, of: RegExp): number => pattern.match(of)?.length ?? 0;

/**
 * At the most how many steps a pattern takes on a text of this length; infinite for one of which that cannot be told
 * by counting its repetitions, options and alternatives.
 */
export function stepsOf(pattern: string, length: number): number {
  if (pattern.length > 200 || REPEATED.test(pattern)) return Number.POSITIVE_INFINITY;
  const alternatives = count(pattern, /\|/g) + 1;
  const groups = alternatives === 1 ? 0 : count(pattern, /\(/g) + 1;
  // An unanchored pattern begins anew at every letter, which counts like one repetition more; of alternatives only the
  // first is anchored.
  const repetitions = count(pattern, REPETITION) + (pattern.startsWith('^') && alternatives === 1 ? 0 : 1);
  return (
    2 ** count(pattern, OPTIONAL) * alternatives ** groups * Math.max(length, 1) ** Math.max(repetitions, 1)
  );
}

/** The longest text in a document, names of members included: all that a pattern can be applied to. */
export function longestText(value: Json | undefined): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value as JsonObject).reduce(
    (most, [name, one]) => Math.max(most, name.length, longestText(one)),
    0,
  );
}

/** The patterns that one schema object applies itself, each to one text or to the names of one object. */
export function patternsOf(schema: JsonObject): readonly string[] {
  const own = typeof schema.pattern === 'string' ? [schema.pattern] : [];
  return [...own, ...(isJsonObject(schema.patternProperties) ? Object.keys(schema.patternProperties) : [])];
}

/** Members of the widest object: a pattern for names is applied to each of them. */
export function mostMembers(value: Json | undefined): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.values(value as JsonObject);
  return inner.reduce<number>((most, one) => Math.max(most, mostMembers(one)), inner.length);
}
