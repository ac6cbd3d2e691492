import { beforeAll, describe, expect, it } from 'vitest';
import { campaign } from './campaign.ts';
import { respellable } from './sources.ts';
import { SPELLINGS } from './spellings.ts';
import { prepare, type Trial } from './trial.ts';

const SEED = 20261128;
const DOCUMENTS = Number(process.env.RESPELL ?? 2000);
/** A long run ends after this time with what it has found so far. */
const MINUTES = Number(process.env.RESPELL_MINUTES ?? 55);
const A_MINUTE = 60_000;
const isLong = DOCUMENTS > 2000;
const tell = (line: string): void => {
  if (isLong) process.stderr.write(`${line}\n`);
};

describe('a signed graph that is written otherwise', () => {
  let trials: readonly Trial[];
  beforeAll(async () => {
    trials = await Promise.all((await respellable()).map(prepare));
  });

  it('begins as it was issued: good, or not good for the reason that it was made with', () => {
    const told = Object.fromEntries(trials.map(({ source, original }) => [source.name, original[0]?.status]));
    expect(told).toMatchObject({
      'eddsa-rdfc-2022': 'signature-verified',
      'bbs-2023': 'signature-verified',
      expired: 'expired',
      'withdrawn by a bitstring list': 'revoked',
      'withdrawn by a list of ids': 'revoked',
      'standing in a bitstring list': 'signature-verified',
      'a record of two': 'signature-verified',
      'in words of its own': 'signature-verified',
      'signed as text and as a graph': 'signature-verified',
      'with a newer copy': 'signature-verified',
      'a list that withdraws': 'revoked',
    });
  });

  it(
    `is told the same, or left open, each of ${DOCUMENTS} times`,
    async () => {
      const { done, differences, outcomes, kinds } = await campaign(trials, {
        seed: SEED,
        documents: DOCUMENTS,
        until: Date.now() + MINUTES * A_MINUTE,
        onDifference: ({ source, spelling, text }) => tell(`different: ${source}: ${spelling}\n${text}`),
        onProgress: (count) => count % 1000 === 0 && tell(`${count} of ${DOCUMENTS}`),
      });
      tell(`${done} of ${DOCUMENTS}: ${JSON.stringify(outcomes)}`);
      expect(differences.slice(0, 5).map(({ source, spelling }) => `${source}: ${spelling}`)).toEqual([]);
      // Were nothing the same, the spellings would change everything, and nothing would be tried.
      expect(outcomes.same).toBeGreaterThan(done / 5);
      expect(outcomes.open).toBeLessThan(done / 5);
      expect(kinds.size).toBeGreaterThan(SPELLINGS.length / 2);
    },
    2 * MINUTES * A_MINUTE,
  );
});
