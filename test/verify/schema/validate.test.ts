/** What a schema that somebody named may cost, and by which draft it is read. */
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../src/json.ts';
import { validate } from '../../../src/verify/schema/validate.ts';

const told = (schema: JsonObject, instance: Json): string => {
  const found = validate(schema, instance, 'elsewhere');
  return found.ok ? (found.value[0]?.keyword ?? 'conforms') : found.problem.code;
};
const pattern = (text: string): JsonObject => ({ properties: { note: { pattern: text } } });

describe('a pattern from elsewhere', () => {
  it('is read up to two hundred letters, and not beyond', () => {
    const note = 'a'.repeat(300);
    expect(told(pattern('a'.repeat(200)), { note })).toBe('conforms');
    expect(told(pattern('a'.repeat(201)), { note })).toBe('schema-unsupported');
  });

  // Twice as long as a text may be for a pattern that begins anew at every letter.
  it.each(['^a*$', '^(?:a)a*$', '^(a)(a)a*$'])(
    '%s is applied to a long text: it looks at it once',
    (text) => {
      expect(told(pattern(text), { note: 'a'.repeat(20_000) })).toBe('conforms');
      expect(told(pattern(text), { note: `${'a'.repeat(20_000)}b` })).toBe('pattern');
    },
  );

  it.each(['a*$', '(?:a|b)a*$', '^(?:a|b)a*$', '^b|a+c'])(
    '%s is not: nothing says that it begins only once',
    (text) => {
      expect(told(pattern(text), { note: 'a'.repeat(20_000) })).toBe('schema-unsupported');
    },
  );

  it('for names of members costs as much as there are members', () => {
    const names = { patternProperties: { '^a*b*$': {}, '^b*a*$': {} } };
    const wide = (members: number): JsonObject => ({
      ...Object.fromEntries(Array.from({ length: members }, (_, index) => [`m${index}`, 1])),
      note: 'x'.repeat(300),
    });
    expect(told(names, wide(10))).toBe('conforms');
    expect(told(names, wide(1000))).toBe('schema-unsupported');
  });

  it('is weighed in a document with members that are null, too', () => {
    const document = { note: 'aaa', empty: null, list: [null] };
    expect(told(pattern('^a*$'), document)).toBe('conforms');
    expect(told(pattern('^b*$'), document)).toBe('pattern');
  });
});

describe('the draft that a schema names', () => {
  const beside = ($schema?: string): JsonObject => ({
    ...($schema !== undefined && { $schema }),
    properties: { note: { $ref: '#/definitions/any', required: ['text'] } },
    definitions: { any: { type: 'object' } },
  });

  it('decides whether what stands beside a reference counts', () => {
    const document = { note: {} };
    for (const old of ['http://json-schema.org/draft-07/schema#', 'http://json-schema.org/draft-06/schema#'])
      expect(told(beside(old), document)).toBe('conforms');
    for (const later of ['https://json-schema.org/draft/2020-12/schema', undefined])
      expect(told(beside(later), document)).toBe('required');
  });

  it('decides what an exclusive bound is', () => {
    const bound = {
      $schema: 'http://json-schema.org/draft-04/schema#',
      properties: { note: { maximum: 5, exclusiveMaximum: true } },
    };
    expect(told(bound, { note: 4 })).toBe('conforms');
    expect(told(bound, { note: 5 })).not.toBe('conforms');
  });
});

describe('a schema', () => {
  it('is told by the deepest place at which it is violated, whichever branch was tried last', () => {
    const deep = { properties: { a: { properties: { b: { type: 'string' } } } } };
    const found = validate({ anyOf: [deep, { required: ['z'] }] }, { a: { b: 7 } });
    expect(found.ok && found.value[0]).toEqual({ at: '/a/b', keyword: 'type' });
  });

  it('with one pattern for names looks at each name once', () => {
    const wide = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`m${index}`, 1]));
    const schema = { patternProperties: { '^a*b*$': {} } };
    const found = validate(schema, { ...wide, note: 'x'.repeat(300) }, 'elsewhere');
    expect(found.ok && found.value).toEqual([]);
  });
});
