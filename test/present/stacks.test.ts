import { describe, expect, it } from 'vitest';
import type { Association } from '../../src/credential/model.ts';
import type { Item } from '../../src/item.ts';
import { stacks } from '../../src/present/stacks.ts';
import { timeline } from '../../src/present/timeline.ts';
import { problem } from '../../src/problem.ts';
import { failed, type Standing } from '../../src/verify/report.ts';
import { achievement, content, item, NOW } from '../ui/made-up-items.ts';
import { VOICE } from '../ui/voice.ts';

const part = (n: number, standing: Standing = 'verified'): Item =>
  item({
    key: `part-${n}`,
    verdict: { standing },
    credential: content({ achievements: [achievement({ id: `urn:part:${n}`, name: `Part ${n}` })] }),
  });
/** The credential as if somebody else issued it. */
const by = (from: Item, issuer: { readonly id: string; readonly name: string }): Item => {
  const { credential } = from.report;
  if (credential === null) throw new Error('there is no credential to reissue');
  const reissued = { ...credential, issuer: { ...credential.issuer, ...issuer } };
  return { ...from, report: { ...from.report, credential: reissued } };
};
const transcript = (associations: readonly Association[], standing: Standing = 'verified'): Item =>
  item({
    key: 'transcript',
    verdict: { standing },
    credential: content({
      format: 'clr2',
      achievements: [1, 2, 3]
        .map((n) => achievement({ id: `urn:part:${n}`, name: `Part ${n}` }))
        .concat(achievement({ id: 'urn:whole', name: 'Nurse Assistant' })),
      associations,
    }),
  });
const isPart = (n: number, type = 'isPartOf'): Association => ({
  type,
  source: `urn:part:${n}`,
  target: 'urn:whole',
});
const THREE = [isPart(1), isPart(2), isPart(3, 'isChildOf')];
const wordsOf = (...items: readonly Item[]): readonly string[] =>
  stacks(items, VOICE).map(({ words }) => words);

describe('awards that add up', () => {
  it('are counted by the parts that a credential on the page holds', () => {
    expect(wordsOf(transcript(THREE), part(1), part(2, 'unrecognised'))).toEqual([
      'Nurse Assistant: credentials in order for 2 of 3 parts',
    ]);
  });

  it('do not count a part whose credential does not hold, and say how it stands', () => {
    const [stack] = stacks([transcript(THREE), part(1, 'failed'), part(2, 'inconclusive')], VOICE);
    expect(stack).toMatchObject({ held: 0 });
    expect(stack?.parts).toEqual([
      { title: 'Part 1', standing: 'failed' },
      { title: 'Part 2', standing: 'inconclusive' },
      { title: 'Part 3', standing: null },
    ]);
  });

  it('are not called what a record that does not hold calls them, wherever it stands on the page', () => {
    const named = item({
      key: 'forged',
      verdict: { status: 'failed', standing: 'failed', reason: 'signature-invalid' },
      outcomes: { proof: failed(problem('signature-invalid')) },
      credential: content({
        achievements: [
          achievement({ id: 'urn:whole', name: 'Doctor of Medicine' }),
          achievement({ id: 'urn:part:1', name: 'Surgery' }),
        ],
      }),
    });
    const [stack] = stacks([named, transcript(THREE), part(1)], VOICE);
    expect(stack).toMatchObject({ title: 'Nurse Assistant', held: 1 });
    expect(stack?.parts[0]).toEqual({ title: 'Part 1', standing: 'verified' });
  });

  it('do not count a part that an unknown issuer signs under the id of another’s', () => {
    const forged = part(1, 'unrecognised');
    const stranger = { id: 'did:example:stranger', name: 'Nurse School' };
    expect(wordsOf(transcript(THREE), by(forged, stranger))).toEqual([
      'Nurse Assistant: credentials in order for 0 of 3 parts',
    ]);
  });

  it('count a part that a recognised issuer signs, whoever tells of the whole', () => {
    const school = { id: 'did:example:school', name: 'School' };
    expect(wordsOf(transcript(THREE), by(part(1), school))).toEqual([
      'Nurse Assistant: credentials in order for 1 of 3 parts',
    ]);
  });

  it('are not told of a recognised issuer’s badge by a stranger whose record calls it a part', () => {
    const stranger = { id: 'did:example:stranger', name: 'Nurse School' };
    const items = [by(transcript(THREE, 'unrecognised'), stranger), part(1), part(2)];
    expect(stacks(items, VOICE).flatMap(({ keys }) => keys)).toEqual(['transcript']);
    expect(wordsOf(...items)).toEqual(['Nurse Assistant: credentials in order for 0 of 3 parts']);
  });

  it('are told by an issuer that nobody knows of its own badges', () => {
    expect(wordsOf(transcript(THREE, 'unrecognised'), part(1, 'unrecognised'))).toEqual([
      'Nurse Assistant: credentials in order for 1 of 3 parts',
    ]);
  });

  it('are read from both ends of an association', () => {
    const turned = { type: 'isParentOf', source: 'urn:whole', target: 'urn:part:2' };
    expect(wordsOf(transcript([turned]), part(2))).toEqual([
      'Nurse Assistant: credentials in order for 1 of 1 parts',
    ]);
  });

  it.each(['isRelatedTo', 'isPeerOf', 'precedes', 'exactMatchOf', 'replacedBy'])(
    'are not made of what is merely related: %s',
    (type) => {
      expect(wordsOf(transcript([isPart(1, type)]), part(1))).toEqual([]);
    },
  );

  it.each(['failed', 'caution', 'inconclusive'] as const)(
    'are not believed of a record whose standing is %s',
    (standing) => {
      expect(wordsOf(transcript(THREE, standing), part(1))).toEqual([]);
    },
  );

  it('count one part once, however many credentials and associations there are for it', () => {
    const again = { ...part(1), key: 'part-1-again' };
    expect(wordsOf(transcript([...THREE, isPart(1)]), part(1), again)).toEqual([
      'Nurse Assistant: credentials in order for 1 of 3 parts',
    ]);
  });

  it('are no stack where nothing names the larger award', () => {
    const unnamed = { type: 'isPartOf', source: 'urn:part:1', target: 'urn:elsewhere' };
    expect(wordsOf(transcript([unnamed]), part(1))).toEqual([]);
  });

  it('say in the time line of what came inside another record how that record stands', () => {
    const outer = item({
      key: 'outer',
      verdict: { standing: 'failed' },
      credential: content({ name: 'Doctorate', achievements: [] }),
    });
    const times = timeline([outer, { ...part(1), within: 'outer' }], NOW, VOICE);
    expect(times?.bars.map(({ within }) => within)).toContain(
      'Came inside another record: Doctorate (Not confirmed)',
    );
  });

  it('stand in the time line with each of their parts', () => {
    const times = timeline([transcript(THREE), part(1), part(9)], NOW, VOICE);
    expect(times?.bars.map(({ key, towards }) => [key, towards.length])).toEqual(
      expect.arrayContaining([
        ['part-1', 1],
        ['part-9', 0],
      ]),
    );
  });
});
