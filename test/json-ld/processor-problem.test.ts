import { expect, it } from 'vitest';
import { ContextMissing } from '../../src/json-ld/loader.ts';
import { problemOfProcessor } from '../../src/json-ld/processor-problem.ts';

const coded = (code: string, more: object = {}): Error =>
  Object.assign(new Error('x'), { name: 'jsonld.SyntaxError', details: { code, ...more } });
const event = (details: object): Error =>
  Object.assign(new Error('x'), {
    name: 'jsonld.ValidationError',
    details: { event: { code: 'dropped', details } },
  });

// What the libraries throw is their own affair; here it is given a name that says what the reader can do.
it.each<[string, unknown, string]>([
  ['too deep a recursion', new RangeError('Maximum call stack size exceeded'), 'graph-too-complex'],
  [
    'a context that is not there',
    coded('loading', { cause: new ContextMissing('https://c.example/') }),
    'context-unknown https://c.example/',
  ],
  ['a property that means nothing', event({ property: 'mood' }), 'term-undefined mood'],
  ['a type that means nothing', event({ type: 'Mood' }), 'term-undefined Mood'],
  ['something dropped', event({ value: 7 }), 'term-undefined dropped'],
  ['a context within itself', coded('recursive context inclusion'), 'context-recursive'],
  ['contexts without end', coded('context overflow'), 'context-recursive'],
  ['a prefix of itself', coded('cyclic IRI mapping'), 'context-recursive'],
  ['a protected term', coded('protected term redefinition', { term: 'id' }), 'context-redefines-terms id'],
  ['a context taken away', coded('invalid context nullification'), 'context-redefines-terms'],
  ['any other code', coded('invalid term definition'), 'json-ld-malformed invalid term definition'],
  ['something else', new TypeError('x'), 'json-ld-malformed TypeError'],
  ['nothing', null, 'json-ld-malformed'],
])('%s has its own name', (_, thrown, told) => {
  const { code, params = {} } = problemOfProcessor(thrown).problem;
  expect([code, ...Object.values(params)].filter((word) => word !== '').join(' ')).toBe(told);
});
