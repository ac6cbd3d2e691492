/** What a schema that somebody named may cost, and by which draft it is read. */
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../src/json.ts';
import { validate } from '../../../src/verify/schema/validate.ts';
import { stubbornMembers, stubbornSchema } from '../../build/stubborn.ts';

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

  it('is weighed in a document with members that are null, too', () => {
    const document = { note: 'aaa', empty: null, list: [null] };
    expect(told(pattern('^a*$'), document)).toBe('conforms');
    expect(told(pattern('^b*$'), document)).toBe('pattern');
  });
});

/** `count` values, each from its number. */
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const allOf = (count: number, schema: JsonObject): JsonObject => ({ allOf: many(count, () => schema) });
const wide: JsonObject = Object.fromEntries(many(2_000, (index) => [`m${index}`, index]));
const long = 'a'.repeat(50_000);

/** The steps by which a schema reaches a value are few in each of these. The work in each step is what is large. */
const LABORIOUS: readonly (readonly [string, JsonObject, Json])[] = [
  ['a list of texts to compare with', stubbornSchema, stubbornMembers],
  [
    'a value to compare with',
    { items: allOf(300, { const: many(300, String) }) },
    many(50, () => many(300, String)),
  ],
  ['objects to compare with', { items: { enum: many(1_000, () => ({})) } }, many(2, () => wide)],
  ['distinct entries', allOf(20, { uniqueItems: true }), many(1_000, (index) => ({ index }))],
  ['entries of any kind', allOf(1_000, { items: true }), many(2_000, () => 1)],
  ['one fitting entry', allOf(1_000, { contains: true }), many(2_000, () => 1)],
  ['members of any kind', allOf(1_000, { additionalProperties: true }), wide],
  ['names of any kind', allOf(1_000, { propertyNames: true }), wide],
  ['names by a pattern', allOf(1_000, { patternProperties: { '^x': true } }), wide],
  ['required members', allOf(1_000, { required: many(2_000, (index) => `m${index}`) }), wide],
  [
    'members that need others',
    allOf(500, { dependentRequired: { m0: many(2_000, (index) => `m${index}`) } }),
    wide,
  ],
  ['a format of a long text', allOf(5_000, { properties: { note: { format: 'uuid' } } }), { note: long }],
  ['the length of a long text', allOf(5_000, { properties: { note: { minLength: 1 } } }), { note: long }],
  ['the form of a long name', allOf(5_000, { propertyNames: { minLength: 1 } }), { [long]: 1 }],
];

describe('a schema from elsewhere that makes each step long', () => {
  it.each(LABORIOUS)('is left open: %s', (_, schema, instance) => {
    expect(told(schema, instance)).toBe('schema-unsupported');
  });

  it('does no harm with a format that JSON Schema does not define', () => {
    expect(told({ properties: { note: { format: 'url' } } }, { note: 'no address' })).toBe('conforms');
    expect(told({ properties: { note: { format: 'uri' } } }, { note: 'no address' })).toBe('format');
    expect(told({ properties: { format: { format: 'url', type: 'null' } } }, { format: 1 })).toBe('type');
  });

  it('is applied where it is an ordinary one to a record with many entries and long texts', () => {
    const entry = {
      id: 'https://issuer.example/a',
      type: ['Achievement'],
      image: long,
      tags: many(20, String),
    };
    const schema = {
      type: 'array',
      items: {
        required: ['id', 'type'],
        properties: {
          id: { type: 'string', format: 'uri' },
          type: { contains: { enum: ['Achievement'] } },
          image: { oneOf: [{ type: 'string', minLength: 1 }, { type: 'object' }] },
          tags: { items: { type: 'string' }, uniqueItems: true },
        },
        additionalProperties: false,
      },
    };
    expect(
      told(
        schema,
        many(100, () => entry),
      ),
    ).toBe('conforms');
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
