import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Comparison, compare } from './compare.ts';
import { EXPLANATIONS } from './explanations.ts';
import { answering } from './other-network.ts';

/** Thousands by the environment variable; enough here for each explanation to be needed. */
const COUNT = Number(process.env.DIFFERENTIAL ?? 300);
const SEED = 20261123;

describe('against @digitalbazaar/vc and @digitalcredentials/verifier-core', () => {
  let list: unknown = null;
  let comparison: Comparison;
  beforeAll(async () => {
    vi.stubGlobal(
      'fetch',
      answering(() => list),
    );
    comparison = await compare({ count: COUNT, seed: SEED }, (next) => {
      list = next;
    });
    const { credentials, notIssued, agreed, explained } = comparison;
    const classes = [...explained].map(([name, count]) => `${name}: ${count}`).join('; ');
    console.log(`${credentials} credentials (${notIssued} not issued), ${agreed} agreements; ${classes}`);
  }, 3_600_000);
  afterAll(() => vi.unstubAllGlobals());

  it('every difference is explained by the clause that decides it', () => {
    expect(comparison.unexplained).toEqual([]);
  });

  it('most verdicts agree, and there are enough of them', () => {
    expect(comparison.credentials).toBeGreaterThan(COUNT * 0.6);
    expect(comparison.agreed).toBeGreaterThan(comparison.credentials);
  });

  it('no explanation is there for nothing', () => {
    const needed = new Set(comparison.explained.keys());
    expect(EXPLANATIONS.map(({ name }) => name).filter((name) => !needed.has(name))).toEqual([]);
  });
});
