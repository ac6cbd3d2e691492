import { isJsonObject, type Json, type JsonObject } from '../../json.ts';

/** A quantified group or a back reference: what can make a pattern take 2^n steps. */
const REPEATED = /\)[*+{]|\\[1-9k]/;
const UNBOUNDED = /(?<!\\)[*+]|\{\d+,\}/g;
const LONGEST_TEXT = 20_000;

/**
 * Whether a schema from somewhere can be applied to this document within reason: its patterns are short and cannot
 * backtrack without end, and no text is so long that even a tame one would. Bundled schemas need no such question.
 */
export function isPlain(schema: JsonObject, document: JsonObject): boolean {
  const patterns = patternsOf(schema);
  return patterns.every(isTame) && (patterns.length === 0 || longestText(document) <= LONGEST_TEXT);
}

/** An unanchored pattern begins anew at every letter, which counts like one repetition more. */
const isTame = (pattern: string): boolean =>
  pattern.length <= 200 &&
  !REPEATED.test(pattern) &&
  (pattern.match(UNBOUNDED)?.length ?? 0) <= (pattern.startsWith('^') ? 2 : 1);

function longestText(value: Json | undefined): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value as JsonObject).reduce<number>(
    (most, one) => Math.max(most, longestText(one)),
    0,
  );
}

function patternsOf(value: Json | undefined): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one: Json) => patternsOf(one));
  if (!isJsonObject(value)) return [];
  const own = typeof value.pattern === 'string' ? [value.pattern] : [];
  const names = isJsonObject(value.patternProperties) ? Object.keys(value.patternProperties) : [];
  return [...own, ...names, ...Object.values(value).flatMap(patternsOf)];
}
