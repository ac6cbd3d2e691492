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
  it('is read up to a thousand letters, and not beyond', () => {
    const note = 'a'.repeat(1200);
    expect(told(pattern('a'.repeat(1000)), { note })).toBe('conforms');
    expect(told(pattern('a'.repeat(1001)), { note })).toBe('schema-unsupported');
  });

  it.each([
    ['^a*$', 'pattern'],
    ['^(a+)+$', 'pattern'],
    ['^(?:a|a)*$', 'pattern'],
    ['^(a*)*b$', 'conforms'],
    ['a*b$', 'conforms'],
    ['^b|a+c', 'pattern'],
    ['^(([a-z])+.)+[A-Z]([a-z])+$', 'pattern'],
  ])('%s looks at a long text once for each of its parts', (text, said) => {
    expect(told(pattern(text), { note: `${'a'.repeat(20_000)}b` })).toBe(said);
  });

  it('of which one repetition follows the other without end is none that people write', () => {
    const found = validate(pattern(`^${'\\\\*'.repeat(20)}x$`), { note: '\\'.repeat(400) }, 'elsewhere');
    expect(found).toMatchObject({
      problem: { code: 'schema-unsupported', cause: { code: 'schema-pattern-unsupported' } },
    });
  });

  it('says which it is, where it looks ahead or back', () => {
    for (const text of ['^(?=a)', '(?<!a)b', '(a)\\1', '(?<x>a)\\k<x>']) {
      const found = validate(pattern(text), { note: 'a' }, 'elsewhere');
      expect(found).toMatchObject({ problem: { cause: { params: { pattern: text } } } });
    }
  });

  it('counts in a member of any name, and among values to compare with it is none', () => {
    const never = { pattern: '^x$' };
    expect(told({ properties: { const: never } }, { const: 'a' })).toBe('pattern');
    expect(told({ properties: { a: { const: never } } }, { a: never })).toBe('conforms');
    expect(told({ dependencies: { enum: { properties: { a: never } } } }, { enum: 1, a: 'b' })).toBe(
      'pattern',
    );
  });

  it('for names of members is held against each, beside another that fits the same', () => {
    const names = { patternProperties: { '^n': { minLength: 9 }, e$: { type: 'string' } } };
    expect(told(names, { note: 'too short' })).toBe('conforms');
    expect(told(names, { note: 'short' })).toBe('minLength');
    expect(told(names, { none: 7 })).toBe('type');
    expect(told({ ...names, additionalProperties: { type: 'null' } }, { other: 7 })).toBe('type');
  });

  it('is not held against more than its due', () => {
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`^a{1,${100 + index}}$`, {}]));
    expect(told({ patternProperties: many }, { note: 'x'.repeat(300) })).toBe('schema-unsupported');
  });

  it('that asks for distinct entries costs the square of their number', () => {
    const list = (length: number) => ({ note: Array.from({ length }, (_, index) => index) });
    const distinct = { properties: { note: { uniqueItems: true } } };
    expect(told(distinct, list(100))).toBe('conforms');
    expect(told({ allOf: Array(20).fill(distinct) }, list(5000))).toBe('schema-unsupported');
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
