import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JSON_LIMITS, parseJson } from '../../src/encoding/json.ts';
import { copyOfPlain } from '../../src/encoding/plain-json.ts';

describe('a copy of data in memory', () => {
  it('is what parseJson gives of its text, for all JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6, stringUnit: 'binary' }), (value) => {
        // What the object was parsed from makes no difference to its class.
        const data: unknown = JSON.parse(JSON.stringify(value));
        const read = parseJson(JSON.stringify(data));
        expect(copyOfPlain(data)).toEqual(read.ok ? read.value : undefined);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is that or nothing, for anything', () => {
    const anything = fc.anything({
      withBigInt: true,
      withBoxedValues: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
      stringUnit: 'binary',
    });
    let copied = 0;
    fc.assert(
      fc.property(anything, (value) => {
        const copy = copyOfPlain(value);
        if (copy === undefined) return;
        copied += 1;
        expect(parseJson(JSON.stringify(value))).toEqual({ ok: true, value: copy });
      }),
      { numRuns: 5_000 },
    );
    expect(copied).toBeGreaterThan(500);
  });

  it('has the members in their order', () => {
    const copy = copyOfPlain({ b: 1, a: [{ d: null, c: true }] });
    expect(JSON.stringify(copy)).toBe('{"b":1,"a":[{"d":null,"c":true}]}');
  });

  it('does not change with what it was made of', () => {
    const data = { list: [{ name: 'Glazing' }] };
    const copy = copyOfPlain(data);
    Object.assign(data.list[0] ?? {}, { name: 'Masonry' });
    expect(copy).toEqual({ list: [{ name: 'Glazing' }] });
  });

  it.each<[string, unknown]>([
    ['has its own text', { toJSON: () => 'other' }],
    ['is a date', { at: new Date(0) }],
    ['is of a class', new (class Badge {})()],
    ['is boxed', { name: new String('Glazing') }],
    ['has a member without a value', { name: undefined }],
    ['is a list with a hole', Array(3)],
    ['is a list with its own text', Object.assign([1], { toJSON: () => [2] })],
    ['is no number', { at: Number.NaN }],
    ['is too large for JSON', { n: 1n }],
    ['has half a surrogate pair', { name: '\ud800' }],
    ['has a name with half a surrogate pair', { '\udc00': 1 }],
    ['would change its prototype', JSON.parse('{"__proto__":{"name":1}}')],
    ['is deeper than any document', nested(JSON_LIMITS.maxDepth + 1)],
    [
      'has more members than any document',
      Object.fromEntries(Array.from({ length: JSON_LIMITS.maxEntries + 1 }, (_, name) => [`n${name}`, 0])),
    ],
    ['has more entries than any document', Array(JSON_LIMITS.maxEntries + 1).fill(0)],
    ['may be longer than any document', { name: '\u0001'.repeat(JSON_LIMITS.maxLength / 6) }],
    ['may be longer than any document, by numbers', Array(100).fill(Array(1_000).fill(0.5))],
  ])('is not made where the value %s', (_, value) => {
    expect(copyOfPlain(value)).toBeUndefined();
  });

  it('has no sign on zero, as in the text', () => {
    expect(Object.is((copyOfPlain([-0]) as number[])[0], 0)).toBe(true);
  });

  it('goes as deep as a document may', () => {
    expect(copyOfPlain(nested(JSON_LIMITS.maxDepth))).toEqual(nested(JSON_LIMITS.maxDepth));
  });
});

function nested(depth: number): unknown {
  return depth === 0 ? 0 : [nested(depth - 1)];
}
