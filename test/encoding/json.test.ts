import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/encoding/json.ts';

const codeOf = (text: string, limits = {}) => {
  const result = parseJson(text, limits);
  return result.ok ? 'accepted' : result.problem.code;
};
const pointerOf = (text: string) => {
  const result = parseJson(text);
  return result.ok ? undefined : result.problem.at;
};

describe('parseJson agrees with JSON.parse', () => {
  it('on every value that JSON.stringify can write', () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), (text) => {
        const result = parseJson(text);
        fc.pre(result.ok);
        expect(result.ok && result.value).toEqual(JSON.parse(text));
      }),
      { numRuns: 500 },
    );
  });

  it('and refuses whatever JSON.parse refuses', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"a"',
      '"',
      '\\',
      '\\u00e9',
      '1',
      '-',
      '.5',
      '01',
      'e9',
      'tru',
    ];
    const texts = fc.array(
      fc.constantFrom(...pieces, 'true', 'null', ' ', '\t', '\u00a0', '\u0000', '+1', '//'),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('');
        const oracle = (() => {
          try {
            const value: unknown = JSON.parse(text);
            // 1e911: JSON.parse makes it Infinity, which is no JSON value.
            return /Infinity/.test(inspect(value, { depth: 9 })) ? null : { value };
          } catch {
            return null;
          }
        })();
        const result = parseJson(text);
        if (oracle === null) expect(result.ok).toBe(false);
        else if (result.ok) expect(result.value).toEqual(oracle.value);
        else expect(result.problem.code).toBe('json-duplicate-name');
      }),
      { numRuns: 5_000 },
    );
  });

  it.each([
    '-0',
    '1E+2',
    '1e-400',
    '"\\ud83d\\ude00\\/\\b"',
    ' [ ] ',
    '{"":{"constructor":1,"toString":[]}}',
  ])('on %s', (text) => {
    expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
  });
});

describe('parseJson is stricter where readers differ', () => {
  it.each([
    ['{"a":1,"a":1}', 'json-duplicate-name'],
    ['{"a":1,"\\u0061":2}', 'json-duplicate-name'],
    ['{"a":"b","a":["c","d"]}', 'json-duplicate-name'],
    ['[{"\\\\":1,"\\"":"\\\\\\""},{"\\"":{},"\\"":"x"}]', 'json-duplicate-name'],
    ['{"__proto__":{}}', 'json-forbidden-name'],
    ['{"\\u005f_proto__":1}', 'json-forbidden-name'],
    ['"\\ud800"', 'text-not-unicode'],
    ['"\\udc00\\ud800"', 'text-not-unicode'],
    ['1e999', 'json-malformed'],
    ['', 'empty-document'],
    [' \r\n', 'empty-document'],
    ['\ufeff{}', 'json-malformed'],
    ['{"a":1}x', 'json-malformed'],
    ['[1,]', 'json-malformed'],
    ['{"a":1,}', 'json-malformed'],
    ["{'a':1}", 'json-malformed'],
    ['"\n"', 'json-malformed'],
    ['"\\x41"', 'json-malformed'],
    ['"\\u12g4"', 'json-malformed'],
    ['NaN', 'json-malformed'],
    ['<!doctype html>', 'json-malformed'],
    ['"unfinished', 'json-malformed'],
    ['{"a"', 'json-malformed'],
  ])('%j is %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('names the place of the trouble by JSON Pointer, with its escapes', () => {
    expect(pointerOf('{"a":[0,{"b/c~d":tru}]}')).toBe('/a/1/b~1c~0d');
  });

  it('gives pollution no way in by way of __proto__ inside nested objects', () => {
    expect(codeOf('[{"a":{"__proto__":{"polluted":true}}}]')).toBe('json-forbidden-name');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('parseJson sets limits', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

  it('takes 64 levels and refuses 65, or 100,000, without running out of stack', () => {
    expect(codeOf(nested(64))).toBe('accepted');
    expect(codeOf(nested(65))).toBe('json-too-deep');
    expect(codeOf(nested(100_000))).toBe('json-too-deep');
    expect(codeOf('{"a":'.repeat(65))).toBe('json-too-deep');
  });

  it('takes 5,000 entries and refuses 5,001, in arrays and in objects', () => {
    const array = (count: number) => `[${Array(count).fill('0').join()}]`;
    const object = (count: number) => `{${Array.from({ length: count }, (_, at) => `"${at}":0`).join()}}`;
    expect([array(5000), array(5001), object(5000), object(5001)].map((text) => codeOf(text))).toEqual([
      'accepted',
      'json-too-many-entries',
      'accepted',
      'json-too-many-entries',
    ]);
  });

  it('refuses a text over its length before reading it', () => {
    expect(codeOf(`"${'x'.repeat(2 * 1024 * 1024)}"`)).toBe('json-too-large');
  });

  it('lets a caller with larger documents widen them', () => {
    expect(codeOf(nested(80), { maxDepth: 80 })).toBe('accepted');
  });
});
