import { describe, expect, it } from 'vitest';
import { card } from '../../src/present/card.ts';
import { plainText } from '../../src/present/plain-text.ts';
import { achievement, content, item } from '../ui/made-up-items.ts';
import { say } from '../ui/voice.ts';

describe('a stranger’s text', () => {
  it.each([
    ['turned round', 'Diploma \u202egnidleW\u202c', 'Diploma gnidleW'],
    ['isolated', '\u2066Welding\u2069 \u2067A\u2069', 'Welding A'],
    ['with marks of direction', 'Wel\u200eding\u200f\u061c', 'Welding'],
    ['parted by what has no width', 'Wel\u200bd\u2060i\ufeffn\u00adg', 'Welding'],
    ['parted by joiners of nothing', 'Wel\u200dd\u200cing', 'Welding'],
    ['with tags and fillers', 'Welding\u{e0041}\u{e0042}\u3164', 'Welding'],
    ['with controls', 'Wel\u0007ding\u001b[2J', 'Wel ding [2J'],
  ])('%s is shown as what can be seen of it', (_, text, shown) => {
    expect(plainText(text)).toBe(shown);
  });

  it.each([
    'Zażółć gęślą jaźń',
    'می\u200cخواهم',
    'क्\u200dष',
    '👩\u200d🎓 graduate',
    '🏳️\u200d🌈',
    '❤\ufe0f',
    'שלום',
    'two\nlines\tand a tab',
  ])('that needs what it has is left alone: %s', (text) => {
    expect(plainText(text)).toBe(text);
  });

  it('is plain wherever a card shows it', () => {
    const unseen = 'Wel\u200bding \u202egnidleW';
    const shown = card(
      item({
        key: 'a',
        verdict: {},
        credential: content({
          name: unseen,
          description: unseen,
          recipient: { id: null, name: unseen, identifiers: [] },
          achievements: [
            achievement({
              name: unseen,
              description: unseen,
              criteria: { id: null, narrative: unseen },
              tags: [unseen],
              results: [{ name: unseen, value: unseen, status: null, achievedLevel: null }],
            }),
          ],
        }),
        item: {
          claim: { title: unseen, issuer: unseen, issued: unseen, expires: null, credentialId: unseen },
        },
      }),
      say,
    );
    expect(shown.title).toBe('Welding gnidleW');
    expect(JSON.stringify(shown)).not.toMatch(/[\u200b\u202e]/);
  });
});
