import { describe, expect, it } from 'vitest';
import { remember, rememberOf } from '../../src/encoding/remember.ts';

function counted(most: number) {
  const made: string[] = [];
  const ask = remember((key: string): string | undefined => {
    made.push(key);
    return key === 'nothing' ? undefined : key.toUpperCase();
  }, most);
  return { ask, made };
}

describe('what is remembered', () => {
  it('is made once, whatever it comes to', () => {
    const { ask, made } = counted(10);
    expect([ask('a'), ask('a'), ask('nothing'), ask('nothing')]).toEqual(['A', 'A', undefined, undefined]);
    expect(made).toEqual(['a', 'nothing']);
  });

  it('is never more than was allowed, and what was asked least lately goes', () => {
    const { ask, made } = counted(2);
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) ask(key);
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });

  it('is nothing whose key alone would fill the memory', () => {
    const { ask, made } = counted(10);
    const long = 'x'.repeat(3000);
    ask(long);
    expect(ask(long)).toHaveLength(3000);
    expect(made).toHaveLength(2);
  });
});

describe('what is remembered of an object', () => {
  it('is made once for it, whatever it comes to, and anew for another of the same content', () => {
    const asked: object[] = [];
    const find = rememberOf((thing: { readonly name: string }) => {
      asked.push(thing);
      return thing.name === 'nothing' ? undefined : thing.name;
    });
    const [one, same, nothing] = [{ name: 'a' }, { name: 'a' }, { name: 'nothing' }];
    expect([find(one), find(one), find(same), find(nothing), find(nothing)]).toEqual([
      'a',
      'a',
      'a',
      undefined,
      undefined,
    ]);
    expect(asked).toEqual([one, same, nothing]);
  });
});
