import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSay, readMessages, type Say } from '../../src/present/say.ts';
import {
  ACHIEVEMENT_TYPES,
  achievementTypeWords,
  languageWords,
  RESULT_STATUSES,
  resultStatusWords,
} from '../../src/present/terms.ts';
import schemas from '../../src/verify/schema/bundled/one-ed-tech.json' with { type: 'json' };

const sayIn = (folder: string): Say => {
  const file = join(import.meta.dirname, '../../public/_locales', folder, 'messages.json');
  return createSay(readMessages(JSON.parse(readFileSync(file, 'utf8')), folder.replace('_', '-')));
};

describe('a term of a standard’s list', () => {
  it('is one of the lists in the schemas of 1EdTech', () => {
    const { Achievement, Result } = schemas.$defs;
    expect(ACHIEVEMENT_TYPES).toEqual(Achievement.properties.achievementType.oneOf[0]?.enum);
    expect(RESULT_STATUSES).toEqual(Result.properties.status.enum);
  });

  it('is told in the reader’s language', () => {
    const told = (['de', 'ja', 'ar'] as const).map((folder) => {
      const say = sayIn(folder);
      return [achievementTypeWords('MasterDegree', say), resultStatusWords('InProgress', say)];
    });
    expect(told).toEqual([
      ['Masterabschluss', 'Läuft noch'],
      ['修士', '進行中'],
      ['ماجستير', 'قيد الإنجاز'],
    ]);
  });

  it('that an issuer added stays as the issuer wrote it, as words', () => {
    const say = sayIn('de');
    expect(achievementTypeWords('ext:MicroDegree', say)).toBe('Micro Degree');
    expect(achievementTypeWords('Weiterbildung (Stufe 2)', say)).toBe('Weiterbildung (Stufe 2)');
    expect(resultStatusWords('toString', say)).toBe('to String');
  });
});

describe('a language', () => {
  it('goes by its name, in the reader’s language', () => {
    expect([languageWords('de', sayIn('en')), languageWords('de', sayIn('fr'))]).toEqual([
      'German',
      'allemand',
    ]);
  });

  it('of which nothing is known stays as it is written', () => {
    expect(['German, mostly', 'qaa'].map((tag) => languageWords(tag, sayIn('en')))).toEqual([
      'German, mostly',
      'qaa',
    ]);
  });
});
