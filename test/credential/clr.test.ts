import { describe, expect, test } from 'vitest';
import { issueFor } from '../build/issue.ts';
import { richRecord } from '../build/rich.ts';
import { achievement, clr, ob3 } from '../build/samples.ts';
import { verifyInClosedWorld } from '../fake/closed-world.ts';
import { defectsOf, readOne } from './reading.ts';

describe('CLR 2.0', () => {
  test('must have an id', async () => {
    expect(await defectsOf(clr({ id: null }))).toEqual(['member-malformed /id', 'member-missing /id']);
  });

  test('what it carries stays as it came, JSON and tokens, to be read by itself', async () => {
    const record = await readOne(clr({}, { verifiableCredential: [ob3(), 'eyJ.eyJ.x'] }));
    expect([record.format, record.name, record.contained, record.defects]).toEqual([
      'clr2',
      'Transcript',
      [ob3(), 'eyJ.eyJ.x'],
      [],
    ]);
  });

  test('has evidence of its own', async () => {
    const evidence = [
      { id: 'https://issuer.example.org/transcript.pdf', type: ['Evidence'], name: 'Sealed' },
    ];
    const { achievements } = await readOne(clr({ evidence }, { achievement: [achievement()] }));
    expect(achievements[0]?.evidence.map(({ name }) => name)).toEqual(['Sealed']);
  });

  test('says what is part of what, where both ends and the kind are named', async () => {
    const whole = {
      sourceId: 'urn:a',
      targetId: 'urn:b',
      associationType: 'isPartOf',
      type: ['Association'],
    };
    const halves = ['sourceId', 'targetId', 'associationType'].map((name) => ({
      ...whole,
      [name]: undefined,
    }));
    const record = await readOne(clr({}, { association: [whole, ...halves] }));
    expect(record.associations).toEqual([{ type: 'isPartOf', source: 'urn:a', target: 'urn:b' }]);
  });

  test('may say that its publisher knows of more', async () => {
    const told = [true, false, 'so', undefined].map(
      async (partial) => (await readOne(clr({ partial }))).partial,
    );
    expect(await Promise.all(told)).toEqual([true, undefined, undefined, undefined]);
    const credentialOf = (issuer: string) => richRecord(issuer, []);
    const { credential } = await issueFor('eddsa-rdfc-2022', { credentialOf });
    expect((await verifyInClosedWorld({ credential })).report.credential?.partial).toBe(true);
  });
});
