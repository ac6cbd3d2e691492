import { describe, expect, it } from 'vitest';
import { sameData } from '../../src/background/same-data.ts';

describe('two values of plain data', () => {
  it.each([
    ['names in another order', { a: 1, b: { c: [1], d: null } }, { b: { d: null, c: [1] }, a: 1 }, true],
    ['a member that is undefined, and none', { a: 1, b: undefined }, { a: 1 }, true],
    ['null, and no member', { a: null }, {}, false],
    ['another text', { a: ['x'] }, { a: ['y'] }, false],
    ['one entry more', [1], [1, 2], false],
    ['a list, and a record with its places for names', ['x'], { 0: 'x' }, false],
    ['a member of the name that objects inherit by', {}, JSON.parse('{"__proto__":{}}'), false],
  ])('%s', (_, one, other, same) => {
    expect([sameData(one, other), sameData(other, one)]).toEqual([same, same]);
  });
});
