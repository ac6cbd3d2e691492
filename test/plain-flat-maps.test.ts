import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { plainFlatMaps, withPlainFlatMaps } from '../vite.flat-map.ts';

const HEAD = "import { flatMapOf } from 'virtual:flat-map';\n";

/** The function that the build puts in the place of `flatMap`. */
function ours(): string {
  const { load } = plainFlatMaps;
  if (typeof load !== 'function') throw new Error('nothing to load');
  return String(Reflect.apply(load, null, ['\0virtual:flat-map'])).replace('export ', '');
}

const evaluated = (script: string): unknown => {
  const given = 'const a = [1, [2, [3]]], none = [], no = null, f = (each) => [each, each];';
  return JSON.parse(runInNewContext(`${ours()}; ${given} JSON.stringify(${script.replace(HEAD, '')})`));
};

describe('a list that is mapped and flattened', () => {
  it.each([
    ['a.flatMap(f)', 1],
    ['none.flatMap(f)', 1],
    ['a.flatMap((each) => each)', 1],
    ['a.flatMap((each, at, all) => (at > 0 ? [] : [each, at, all.length]))', 1],
    ['a.flatMap(f).flatMap((each) => ({ each }))', 2],
    ['(no ?? a).flatMap((each) => [each].flatMap(f))', 2],
    ['[...a, ...none /* a.b */]\n  . /* of it */ flatMap /* by */ (\n    f,\n  ).length', 1],
    ['a.map(f)[0].flatMap(f)', 1],
  ])('gives the same in %s', (expression, count) => {
    const written = withPlainFlatMaps(expression);
    expect(evaluated(written)).toEqual(evaluated(expression));
    expect(written.split('flatMapOf(').length - 1).toBe(count);
    expect(written).not.toContain('flatMap /*');
  });

  it.each([
    'no?.flatMap(f) ?? 1',
    'no?.inner.flatMap(f) ?? 1',
    'no?.()[0].flatMap(f) ?? 1',
    'a.flatMap',
    'a["flatMap"](f)',
    'f(a.map(f))',
  ])('stays in %s', (expression) => {
    expect(withPlainFlatMaps(expression)).toBe(expression);
  });

  it('is asked for by the module that says what it is', () => {
    expect(withPlainFlatMaps('a.flatMap(f)')).toBe(`${HEAD}flatMapOf(a, f)`);
  });
});
