import { describe, expect, it } from 'vitest';
import { matchNames } from '../../../src/verify/check/name-match.ts';

describe('names', () => {
  it.each([
    ['Ann Smith', 'ANN SMITH', 'matches'],
    ['Ann Smith', 'Smith, Ann', 'matches'],
    ['Dr. Ann Smith, PhD', 'Ann Smith', 'matches'],
    ['Zoë Müller', 'Zoe Mueller', 'matches'],
    ['Jürgen Groß', 'Jurgen Gross', 'matches'],
    ['Łukasz Żak', 'Lukasz Zak', 'matches'],
    ['Søren Ærø', 'Soren Aero', 'matches'],
    ['Conan O’Brien', "Conan O'Brien", 'matches'],
    ['Ａｎｎ Smith', 'Ann Smith', 'matches'],
    ['山田 太郎', '山田太郎', 'matches'],
    ['太郎 山田', '山田 太郎', 'matches'],
    ['Ann Smith', 'Ann Mary Smith', 'similar'],
    ['A. Smith', 'Ann Smith', 'similar'],
    ['Ann Smyth', 'Ann Smith', 'similar'],
    ['Ann Smith', 'Anne Smith', 'differs'],
    ['Ann Smith', 'Bob Smith', 'differs'],
    ['Smith', 'Ann Smith', 'differs'],
    ['Ann Smith', 'Ann Jones', 'differs'],
    ['A. S.', 'Ann Smith', 'differs'],
    ['', 'Ann Smith', 'differs'],
    ['Анна Смирнова', 'Анна Смирнова', 'matches'],
    ['山田太郎', '太郎山田', 'matches'],
    ['Annsmith', 'Ann Smith', 'matches'],
    ['Dr.', 'Dr.', 'matches'],
    ['Ann Ma', 'Ann Ba', 'differs'],
    ['Ma Long', 'Dr. Long', 'differs'],
    ['Ann Lee MA', 'Ann Lee', 'matches'],
    ['Dr. Ann', 'Prof. Ann', 'matches'],
    ['', '', 'differs'],
    ['...', 'Ann', 'differs'],
    ['Ann B. Smith', 'Ann Brown', 'similar'],
    ['Ann Mc Donald', 'Ann McDonald', 'matches'],
    ['Mary O Brien', 'Mary O’Brien', 'matches'],
    ['علی رضایی', 'علي رضايي', 'matches'],
    ['Øyvind Åsen', 'Oeyvind Aasen', 'matches'],
    ['Åse Østergård', 'Ase Ostergard', 'matches'],
    ['김민수', '민수 김', 'matches'],
    ['Smith', 'Smyth', 'differs'],
    ['Ann Li', 'Ann Lo', 'differs'],
    ['Ann Smith, PMP, Ph.D.', 'Ann Mary Smith', 'similar'],
    ['Ann Smith, PMP', 'Ann Smith', 'similar'],
    ['Ann Smith, PMP®, SHRM-CP', 'Ann Mary Smith', 'similar'],
    ['Garcia Lopez, ANA', 'Ana Garcia', 'similar'],
    ['GARCIA LOPEZ, ANA', 'Garcia Lopez', 'similar'],
    ['Garcia Lopez, Mary-Ann', 'Garcia Lopez', 'similar'],
    ['Ann Smith, PMP', 'Ann Jones, PMP', 'differs'],
    ['Smith, PMP', 'Ann Smith', 'differs'],
  ] as const)('%s and %s: %s', (one, other, expected) => {
    expect(matchNames(one, other)).toBe(expected);
    expect(matchNames(other, one)).toBe(expected);
  });
});

describe('two people', () => {
  it.each([
    ['Ann Beth Smith', 'Ann C. Smith'],
    ['Amy Cork', 'Roy Mack'],
    ['김민수', '김수민'],
    ['山田和美', '山田美和'],
  ])('are not one by another initial, nor by the same letters: %s, %s', (one, other) => {
    expect([matchNames(one, other), matchNames(other, one)]).toEqual(['differs', 'differs']);
  });
});
