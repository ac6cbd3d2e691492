import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DETAILS } from '../src/credential/model.ts';
import { LANGUAGES } from '../src/languages.ts';
import { HINTS, JOBS, REMEDIES } from '../src/present/advice.ts';
import { GROUP_IDS } from '../src/present/groups.ts';
import { createSay, type Messages, readMessages } from '../src/present/say.ts';
import { keyOf } from '../src/present/sentence.ts';
import { ACHIEVEMENT_TYPES, RESULT_STATUSES } from '../src/present/terms.ts';
import { PROBLEMS, type ProblemCode } from '../src/problem.ts';
import {
  CHECK_IDS,
  CHECK_STATES,
  HOLDER_STATES,
  RUNGS,
  SIDE_FACTS,
  STANDINGS,
  STATUSES,
  type Status,
} from '../src/verify/report.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const LOCALES = readdirSync(join(ROOT, 'public/_locales'));
const messagesOf = (locale: string): Messages => JSON.parse(read(`public/_locales/${locale}/messages.json`));
const EN = messagesOf('en');
const KEYS = Object.keys(EN);

const CODES = Object.keys(PROBLEMS) as ProblemCode[];
/** Formats of CredentialContent, the reasons of NotReadable: types, so written out; the compiler holds the rest. */
const FORMATS = ['ob1', 'ob2', 'ob3', 'clr2', 'vc', 'sd-jwt-vc', 'platform', 'page'];
const NOT_READABLE = [
  'browser-page',
  'store-page',
  'pdf',
  'local-file',
  'source-view',
  'no-access',
  'not-allowed',
];

/** Keys that the code makes of codes. */
const MADE: Readonly<Record<string, readonly string[]>> = {
  'problem code': CODES.map(keyOf.problem),
  'problem code, for developers': CODES.map(keyOf.developer),
  status: [
    ...STATUSES,
    'suspended' as const,
    'not-yet-valid' as const,
    'host-confirmed' as const,
    'platform-confirmed' as const,
    'not-in-form' as const,
  ].flatMap((each) => [keyOf.status(each), keyOf.statusMeaning(each)]),
  standing: STANDINGS.flatMap((each) => [keyOf.standing(each), keyOf.standingMeaning(each)]),
  'side fact': SIDE_FACTS.map(keyOf.also),
  check: CHECK_IDS.flatMap((id) => [
    keyOf.check(id),
    keyOf.checkQuestion(id),
    ...CHECK_STATES.map((state) => keyOf.checkState(id, state)),
  ]),
  'check state': CHECK_STATES.map(keyOf.state),
  'holder state': HOLDER_STATES.flatMap((each) => [keyOf.holder(each), keyOf.holderShort(each)]),
  rung: RUNGS.slice(1).flatMap((each) => [keyOf.rung(each), keyOf.rungMeaning(each)]),
  format: FORMATS.map(keyOf.format),
  'group of rows': GROUP_IDS.flatMap((each) => [keyOf.group(each), keyOf.summary(each)]),
  'hint beside a heading': (['confirmed', 'unknown', 'unchecked', 'waiting', 'left'] as const).map(
    keyOf.groupHint,
  ),
  'answer to a comparison': ['match', 'similar', 'differ', 'silent'].map(keyOf.compared),
  'detail of an achievement': [...DETAILS.achievement, ...DETAILS.subject].map(keyOf.detail),
  'kind of achievement': ACHIEVEMENT_TYPES.map(keyOf.achievementType),
  'status of a result': RESULT_STATUSES.map(keyOf.resultStatus),
  'thing endorsed': ['credential', 'achievement', 'issuer', 'creator'].map(keyOf.endorsed),
  'way of knowing the issuer': RUNGS.slice(0, -1).map(keyOf.how),
  'hint for the owner': Object.keys(HINTS).map(keyOf.advice),
  'what can be done': Object.keys(REMEDIES).map(keyOf.remedy),
  'whose job it is': JOBS.map(keyOf.job),
  'thing to take along': ['report', 'csv', 'json', 'receipt'].map(keyOf.taken),
  'holder beside the page': ['matches', 'similar', 'differs'].map(keyOf.whose),
  'thing asked about': ['link', 'image', 'text', 'file'].map(keyOf.asked),
  'unreadable page': NOT_READABLE.map(keyOf.unreadable),
};

const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/bundled/.test(file))
  .map((file) => ({ file, text: read(`src/${file}`) }));
/** Keys written out in the code: what `say` is called with, and quoted names that begin like a key of ours. */
const ROOMS = [...new Set(KEYS.map((key) => key.split('_')[0]))].join('|');
const quoted = new RegExp(`['"\`]((?:${ROOMS})(?:_[a-z0-9_]+))['"\`]`, 'g');
const said = /\bsay\(\s*'([A-Za-z0-9_]+)'/g;
const SPEAKING =
  /^(?:present|report|platform|ui|popup|panel|preview|options|welcome|background|content|cli)\//;
const written = (pattern: RegExp) =>
  sources
    .filter(({ file }) => SPEAKING.test(file))
    .flatMap(({ file, text }) => [...text.matchAll(pattern)].map(([, key = '']) => ({ file, key })));
const inManifest = [...read('manifest.json').matchAll(/__MSG_(\w+)__/g)].map(([, key = '']) => key);

const PLURAL = /_(?:zero|one|two|few|many|other)$/;
const exists = (key: string): boolean => key in EN || `${key}_other` in EN;
const slotsIn = (text: string): readonly string[] =>
  [...text.matchAll(/\$([A-Z_]+)\$/g)].map(([, name = '']) => name.toLowerCase());

describe('every code has its words', () => {
  for (const [what, keys] of Object.entries(MADE)) {
    it(`for each ${what}`, () => {
      expect(keys.filter((key) => !exists(key))).toEqual([]);
    });
  }

  it('and every sentence is a sentence, also where nobody gave its values', () => {
    const say = createSay(readMessages(EN, 'en'));
    const odd = CODES.map((code) => say(keyOf.problem(code))).filter(
      (sentence) => !/^\p{Lu}.*[.]$/u.test(sentence) || /[{}$…]/.test(sentence),
    );
    expect(odd).toEqual([]);
  });

  it('and none of them blames a person', () => {
    const blaming = /\b(?:forge[dr]?|fake[dr]?|fraud\w*|lied|lying|cheat\w*|stolen|suspicious)\b/i;
    expect(KEYS.filter((key) => blaming.test(EN[key]?.message ?? ''))).toEqual([]);
  });

  it('and a status that asks for a look says what the reader can do', () => {
    const asking: readonly Status[] = ['failed', 'revoked', 'expired', 'holder-mismatch'];
    const silent = asking.filter((each) => !/\bask\b/i.test(EN[keyOf.statusMeaning(each)]?.message ?? ''));
    expect(silent).toEqual([]);
  });

  it('and a limit of ours is no fault of the credential', () => {
    const limits = CODES.filter((code) => PROBLEMS[code] === 'limit');
    const blaming = limits.filter(
      (code) => !/says nothing against the credential\.$/.test(EN[keyOf.problem(code)]?.message ?? ''),
    );
    expect([limits.length > 0, blaming]).toEqual([true, []]);
  });

  it('and what could not be found out never reads as a finding', () => {
    const open = CODES.filter((code) =>
      ['network', 'unsupported', 'permission', 'private'].includes(PROBLEMS[code]),
    );
    const finding = /\b(?:invalid|is false|is not valid|is genuine|is verified|has failed|untrustworthy)\b/i;
    expect(open.filter((code) => finding.test(EN[keyOf.problem(code)]?.message ?? ''))).toEqual([]);
  });
});

describe('keys', () => {
  it('used in the code all exist', () => {
    const used = [...written(said), ...written(quoted)].filter(({ key }) => !/_$/.test(key));
    expect(used.filter(({ key }) => !exists(key))).toEqual([]);
  });

  it('used in the manifest all exist', () => {
    expect(inManifest.length).toBeGreaterThan(0);
    expect(inManifest.filter((key) => !(key in EN))).toEqual([]);
  });

  it('are all used', () => {
    const slots = new Set(Object.values(EN).flatMap(({ message }) => slotsIn(message)));
    const used = new Set([
      ...Object.values(MADE).flat(),
      ...written(said).map(({ key }) => key),
      ...written(quoted).map(({ key }) => key),
      ...inManifest,
      ...[...slots].map((slot) => `unnamed_${slot}`),
    ]);
    expect(KEYS.filter((key) => !used.has(key) && !used.has(key.replace(PLURAL, '')))).toEqual([]);
  });
});

describe('placeholders', () => {
  const entries = LOCALES.flatMap((locale) => Object.entries(messagesOf(locale)));

  it('are declared where they are used, and used where they are declared', () => {
    const wrong = entries.filter(
      ([, { message, placeholders = {} }]) =>
        [...new Set(slotsIn(message))].sort().join() !== Object.keys(placeholders).sort().join(),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it('carry their own name, so that they are filled by name', () => {
    const wrong = entries.filter(([, { placeholders = {} }]) =>
      Object.entries(placeholders).some(([name, { content }]) => content !== `{${name}}`),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it('of problem sentences all have a stand-in', () => {
    const slots = CODES.flatMap((code) => slotsIn(EN[keyOf.problem(code)]?.message ?? ''));
    expect([...new Set(slots)].filter((slot) => !(`unnamed_${slot}` in EN))).toEqual([]);
  });

  it('of a number come with the forms that the language needs', () => {
    for (const locale of LOCALES) {
      const messages = messagesOf(locale);
      const forms = new Intl.PluralRules(locale.replace('_', '-')).resolvedOptions().pluralCategories;
      const stems = Object.keys(messages)
        .filter((key) => /_other$/.test(key))
        .map((key) => key.replace(PLURAL, ''));
      expect(stems.length).toBeGreaterThan(5);
      expect(stems.filter((stem) => !forms.every((form) => `${stem}_${form}` in messages))).toEqual([]);
    }
  });
});

describe('the stores', () => {
  it('take name and description of these lengths', () => {
    for (const locale of LOCALES) {
      const { appName, appShortName, appDescription } = messagesOf(locale);
      expect(appName?.message.length).toBeLessThanOrEqual(75);
      expect(appShortName?.message.length).toBeLessThanOrEqual(12);
      expect(appDescription?.message.length).toBeLessThanOrEqual(132);
    }
  });
});

/** Sentences that send the reader to a part of the screen, and the names of the parts on the way there. */
const NAMED_IN: Readonly<Record<string, readonly string[]>> = {
  options_trust_is_badge: ['ui_checks', 'ui_issuer_id'],
  options_trust_is_platform: ['ui_checks', 'ui_issuer_id'],
  remedy_mend: ['advice_copy_issuer'],
  ui_unreadable_pdf: ['ui_preview'],
  ui_unreadable_no_access: ['ui_preview'],
};

const MESSAGES = LOCALES.map((locale) => ({ locale, messages: messagesOf(locale) }));

describe.each(MESSAGES)('every language: $locale', ({ locale, messages }) => {
  it('knows the same keys and the same placeholders as English', () => {
    const stems = (keys: readonly string[]) => new Set(keys.map((key) => key.replace(PLURAL, '')));
    const [own, english] = [stems(Object.keys(messages)), stems(KEYS)];
    expect({
      missing: [...english].filter((stem) => !own.has(stem)),
      unknown: [...own].filter((stem) => !english.has(stem)),
    }).toEqual({ missing: [], unknown: [] });
    const other = Object.entries(messages).filter(
      ([key, { placeholders = {} }]) =>
        key in EN && Object.keys(placeholders).some((name) => !(name in (EN[key]?.placeholders ?? {}))),
    );
    expect(other.map(([key]) => key)).toEqual([]);
  });

  it('names itself, and the direction in which it is written', () => {
    const { language_tag, language_direction } = messages;
    expect(language_tag?.message).toBe(locale.replace('_', '-'));
    expect(language_direction?.message).toBe(/^(?:ar|fa|he|ur)$/.test(locale) ? 'rtl' : 'ltr');
  });

  it('writes one apostrophe, the curved one, in all that no developer reads', () => {
    const straight = Object.entries(messages).filter(
      ([key, { message }]) => !key.startsWith('developer_') && /[\p{L}$]'\p{L}/u.test(message),
    );
    expect(straight.map(([key]) => key)).toEqual([]);
  });

  it('lets no sign that belongs to a word begin or end a line alone', () => {
    const loose = Object.entries(messages).filter(([, { message }]) =>
      /\s(?<!\u00a0)[:;?!»]|«\s(?<!\u00a0)/.test(message),
    );
    expect(loose.map(([key]) => key)).toEqual([]);
  });

  it('leaves no sentence in English', () => {
    const isSentence = (text: string): boolean => text.split(/\s+/).length > 3;
    const left = KEYS.filter((key) => {
      const text = EN[key]?.message ?? '';
      return !key.startsWith('format_') && isSentence(text) && messages[key]?.message === text;
    });
    expect(locale === 'en' ? [] : left).toEqual([]);
  });

  it('names parts of the screen as they are called there, in the order in which they are opened', () => {
    const word = (key: string): string => messages[key]?.message ?? '';
    const isNamed = (text: string, parts: readonly string[]): boolean => {
      const places = parts.map((part) => text.lastIndexOf(word(part)));
      return !places.includes(-1) && places.every((place, at) => place > (places[at - 1] ?? -1));
    };
    const wrong = Object.entries(NAMED_IN).filter(([key, parts]) => !isNamed(word(key), parts));
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it('has words of its own for each check', () => {
    const keys = CHECK_IDS.flatMap((id) => [keyOf.check(id), keyOf.checkQuestion(id)]);
    const first = (key: string) => keys.find((each) => messages[each]?.message === messages[key]?.message);
    expect(keys.filter((key) => first(key) !== key).map((key) => `${key}: as ${first(key)}`)).toEqual([]);
  });

  it('keeps what stands on rows and buttons short', () => {
    const NARROW = /^(?:status_(?!.*_meaning)|standing_(?!.*_meaning)|group_|state_|rung_(?!.*_meaning))/;
    const long = Object.keys(messages).filter(
      (key) => NARROW.test(key) && [...(messages[key]?.message ?? '')].length > 34,
    );
    expect(long).toEqual([]);
  });
});

describe('the languages', () => {
  it('can be chosen in the options', () => {
    expect([...LANGUAGES].sort()).toEqual([...LOCALES].sort());
  });
});
