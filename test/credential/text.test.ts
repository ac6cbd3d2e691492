import { describe, expect, test } from 'vitest';
import { readText } from '../../src/credential/text.ts';
import type { Json } from '../../src/json.ts';
import { badgeClass, ob2 } from '../build/samples.ts';
import { readOne } from './reading.ts';

describe('readText', () => {
  test('reads strings, value objects, language maps and lists of them', () => {
    expect(readText('Bread')).toBe('Bread');
    expect(readText({ '@value': 'Brot', '@language': 'de' })).toBe('Brot');
    expect(readText({ de: 'Brot', 'en-GB': 'Bread' })).toBe('Bread');
    expect(readText({ de: 'Brot', fr: 'Pain' }, ['fr'])).toBe('Pain');
    expect(readText([{ '@value': 'Brot', '@language': 'de' }, 'Bread'])).toBe('Bread');
    expect(readText({ id: 'https://x.example', type: 'Image' })).toBeNull();
    expect(readText(null)).toBeNull();
  });

  test.each<[string, Json, string | null]>([
    ['a number is shown as it is written', 7, '7'],
    ['a list within a list is none', [['Pain', 'Brot']], null],
    ['a value that is a number is none', { '@value': 7 }, null],
    ['an entry that is a number is none', { en: 7, fr: 'Pain' }, 'Pain'],
    [
      'the entry of no language stands before that of a foreign one',
      { fr: 'Pain', '@none': 'Bread' },
      'Bread',
    ],
  ])('%s', (_, value, expected) => {
    expect(readText(value)).toBe(expected);
  });
});

test('a language map may have an entry without a language', async () => {
  const name = { '@none': 'Bread', en: 'Bread' };
  const of = async (value: Json) => (await readOne(ob2({ badge: badgeClass({ name: value }) }))).name;
  expect(await of(name)).toBe('Bread');
});
