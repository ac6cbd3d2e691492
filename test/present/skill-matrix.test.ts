import { describe, expect, it } from 'vitest';
import type { Item } from '../../src/item.ts';
import { skillMatrix } from '../../src/present/skill-matrix.ts';
import type { Standing } from '../../src/verify/report.ts';
import { achievement, content, item } from '../ui/made-up-items.ts';
import { VOICE } from '../ui/voice.ts';

/** A credential that names one skill of a framework. */
const naming = (key: string, name: string, standing: Standing = 'verified'): Item =>
  item({
    key,
    verdict: { standing },
    credential: content({
      achievements: [
        achievement({
          alignments: [{ name, url: null, framework: 'SFIA 9', code: 'THIN', description: null, type: null }],
          tags: [],
        }),
      ],
    }),
  });
const told = (...items: readonly Item[]) =>
  skillMatrix(items, VOICE).flatMap(({ skills }) =>
    skills.map(({ name, sources }) => [name, ...sources.map(({ key }) => key)]),
  );

describe('the skills of a page', () => {
  it('stand once for all credentials that name them', () => {
    expect(told(naming('a', 'Teamwork'), naming('b', 'teamwork'))).toEqual([['Teamwork', 'a', 'b']]);
  });

  it('are named by a credential only as it names them, whatever another one calls their code', () => {
    const items = [naming('stranger', 'Neurosurgery', 'unrecognised'), naming('known', 'Teamwork')];
    expect(told(...items)).toEqual([
      ['Neurosurgery', 'stranger'],
      ['Teamwork', 'known'],
    ]);
  });
});
