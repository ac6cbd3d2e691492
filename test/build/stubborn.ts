/** A badge whose schema takes much work in few steps: each of many texts is compared with many others, many times. */
import type { JsonObject } from '../../src/json.ts';

export const STUBBORN_SCHEMA = 'https://schemas.example/stubborn.json';
/** Alike for so long that comparing two takes a while. */
const ALIKE = 'a'.repeat(300);
const texts = (count: number, from: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${ALIKE}${from + index}`);

/** Below the bound of size (256 kB). */
export const stubbornSchema: JsonObject = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  properties: { note: { allOf: Array.from({ length: 45 }, () => ({ $ref: '#/$defs/all' })) } },
  $defs: { all: { items: { anyOf: [{ enum: texts(700, 2_000_000) }, true] } } },
};

/** Members of the badge: the schema, and the texts. */
export const stubbornMembers: JsonObject = {
  note: texts(3_000, 1_000_000),
  credentialSchema: { id: STUBBORN_SCHEMA, type: 'JsonSchema' },
};
