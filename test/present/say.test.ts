import { describe, expect, it } from 'vitest';
import { createSay, type Messages, readMessages } from '../../src/present/say.ts';

const slot = (name: string) => ({ [name]: { content: `{${name}}` } });
const MESSAGES: Messages = {
  late: { message: '$HOST$ was late by $MINUTES$', placeholders: { ...slot('host'), ...slot('minutes') } },
  asked: { message: 'We asked $HOST$', placeholders: slot('host') },
  price: { message: '5 $$ of $HOST$', placeholders: slot('host') },
  unnamed_host: { message: 'the other site' },
  rows_one: { message: '$COUNT$ row', placeholders: slot('count') },
  rows_other: { message: '$COUNT$ rows', placeholders: slot('count') },
};
const say = createSay(readMessages(MESSAGES, 'en'));

describe('say', () => {
  it('fills by name, whatever order the values come in', () => {
    expect(say('late', { minutes: 3, host: 'a.example' })).toBe('a.example was late by 3');
  });

  it('asks the browser for each message once', () => {
    const asked: string[] = [];
    const words = readMessages(MESSAGES, 'en');
    const message = (key: string): string => {
      asked.push(key);
      return words.message(key);
    };
    const once = createSay({ ...words, message });
    const rows = () => once('rows', { count: 2 });
    expect([rows(), rows()]).toEqual(['2 rows', '2 rows']);
    expect(asked.filter((key) => key === 'rows_other')).toHaveLength(1);
  });

  it('never fills a value into a value', () => {
    expect(say('late', { host: '{minutes}', minutes: 3 })).toBe('{minutes} was late by 3');
  });

  it('puts a stand-in where a value is missing, capital at the beginning of a sentence only', () => {
    expect(say('asked')).toBe('We asked the other site');
    expect(say('late', { minutes: 1 })).toBe('The other site was late by 1');
    expect(say('asked', { host: '' })).toBe('We asked the other site');
  });

  it('takes five hundred letters of a value into a sentence, and no more', () => {
    expect(say('asked', { host: 'h'.repeat(1_800_000) })).toBe(`We asked ${'h'.repeat(500)}…`);
  });

  it('takes no value from the prototype of the parameters', () => {
    const odd: Messages = { odd: { message: '$CONSTRUCTOR$', placeholders: slot('constructor') } };
    expect(createSay(readMessages(odd, 'en'))('odd')).toBe('…');
  });

  it('picks the plural form of the language', () => {
    expect(say('rows', { count: 1 })).toBe('1 row');
    expect(say('rows', { count: 0 })).toBe('0 rows');
    expect(say('rows', { count: 12_000 })).toBe('12,000 rows');
  });

  it('falls back to the general form where the language asks for one that is not written', () => {
    const arabic = createSay(readMessages(MESSAGES, 'ar'));
    expect(arabic('rows', { count: 2 })).toMatch(/rows$/);
  });

  it('keeps a dollar sign that is meant as one', () => {
    expect(say('price', { host: 'x' })).toBe('5 $ of x');
  });

  it('gives an unknown key back', () => {
    expect(say('nothing_here')).toBe('nothing_here');
  });

  it('isolates right-to-left values and strips controls that would turn the sentence round', () => {
    expect(say('asked', { host: 'מכללה' })).toBe('We asked \u2068מכללה\u2069');
    expect(say('asked', { host: 'moc.\u202eelpmaxe' })).toBe('We asked moc.elpmaxe');
  });

  it('isolates every value where the words themselves run from right to left', () => {
    const rightToLeft = { ...MESSAGES, language_direction: { message: 'rtl' } };
    const arabic = createSay(readMessages(rightToLeft, 'ar'));
    expect(arabic('asked', { host: 'two-part.example' })).toContain('\u2068two-part.example\u2069');
  });
});
