import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { issueFor } from '../build/issue.ts';
import { RICH_ACHIEVEMENT, richBadge, richRecord } from '../build/rich.ts';
import type { Suite } from '../build/signer.ts';
import { verifyInClosedWorld } from '../fake/closed-world.ts';

const shown = async (suite: Suite, credentialOf: (issuer: string) => JsonObject) => {
  const { credential } = await issueFor(suite, { credentialOf });
  const { report } = await verifyInClosedWorld({ credential });
  return report.credential?.achievements ?? [];
};
const names = (things: readonly { readonly name: string | null }[]) => things.map(({ name }) => name);

/** A diploma and eleven modules, the last one first. */
const turned = (issuer: string): JsonObject => {
  const record = richRecord(issuer, []);
  const subject = record.credentialSubject as JsonObject;
  const achievement = (subject.achievement as readonly JsonObject[]).toReversed();
  return { ...record, credentialSubject: { ...subject, achievement } };
};

describe('the order in which a record is shown', () => {
  it('is that of names as people count, where the signature covers a graph: 2 stands before 10', async () => {
    expect(names(await shown('eddsa-rdfc-2022', turned))).toEqual([
      'Diploma in Nautical Science',
      ...Array.from({ length: 11 }, (_, at) => `Module ${at + 1}`),
    ]);
  });

  it('is the issuer’s own, where the signature covers the text', async () => {
    expect(names(await shown('eddsa-jcs-2022', turned)).slice(0, 2)).toEqual(['Module 11', 'Module 10']);
  });

  it('is that of names for skills and evidence too, and what has no name comes first', async () => {
    const skill = (targetName: string, targetCode: string) => ({
      type: ['Alignment'],
      targetName,
      targetCode,
      targetUrl: `https://skills.example/${targetCode}`,
    });
    const evidence = (name: string, n: number) => ({
      id: `https://evidence.example/${n}`,
      type: ['Evidence'],
      name,
    });
    const [only] = await shown('eddsa-rdfc-2022', (issuer) => {
      const badge = richBadge(issuer, { evidence: [evidence('Passage 10', 1), evidence('Passage 9', 2)] });
      const achievement = { ...RICH_ACHIEVEMENT, alignment: [skill('Level 10', 'A'), skill('Level 9', 'B')] };
      return { ...badge, credentialSubject: { ...(badge.credentialSubject as JsonObject), achievement } };
    });
    expect(names(only?.alignments ?? [])).toEqual(['Level 9', 'Level 10']);
    expect(names(only?.evidence ?? [])).toEqual([null, 'Passage 9', 'Passage 10']);
    expect(names(only?.results ?? [])).toEqual([
      'Logbook',
      'Passage under supervision',
      'Written examination',
    ]);
  });
});
