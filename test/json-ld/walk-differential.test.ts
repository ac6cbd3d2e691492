import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { seeded } from '../tamper/seeded.ts';
import { bundledSet, type Comparison, compare } from './differential/compare.ts';
import { DOCUMENTS } from './differential/documents.ts';
import { mutated, respelt } from './differential/mutate.ts';

/** `npm run test:canon` asks for fifty thousand. */
const RUNS = Number(process.env.CANON_RUNS ?? 2_000);
/** A limit against hanging. */
const LIMIT = Math.max(120_000, RUNS * 250);
const SEED = Number(process.env.CANON_SEED ?? 20261128);

interface Tally {
  readonly kinds: Map<string, number>;
  readonly refusals: Map<string, number>;
  readonly differences: string[];
}

const count = (map: Map<string, number>, key: string): void => {
  map.set(key, (map.get(key) ?? 0) + 1);
};

async function compareMany(
  make: (run: number) => { document: JsonObject; first: boolean },
  runs: number,
): Promise<Tally> {
  const tally: Tally = { kinds: new Map(), refusals: new Map(), differences: [] };
  for (let run = 0; run < runs; run++) {
    const { document, first } = make(run);
    const chance = seeded(SEED + run);
    const compared = await compare(
      document,
      bundledSet(document, (contents) => (first ? 0 : chance.below(contents))),
    );
    note(tally, compared, document);
  }
  return tally;
}

function note(
  { kinds, refusals, differences }: Tally,
  { kind, detail }: Comparison,
  document: JsonObject,
): void {
  count(kinds, kind);
  if (kind.startsWith('refused')) count(refusals, `${kind}: ${detail}`);
  if (kind === 'different') differences.push(`${detail}: ${JSON.stringify(document)}`);
}

/** Figures of a long run, for people. */
function tell(title: string, { kinds, refusals }: Tally): void {
  if (process.env.CANON_RUNS === undefined) return;
  const sorted = [...refusals].sort(([, one], [, other]) => other - one);
  console.info(title, Object.fromEntries(kinds), Object.fromEntries(sorted));
}

describe('the walk beside jsonld.js and rdf-canonize', () => {
  it.each(DOCUMENTS.map((document, at) => [at, document] as const))(
    'gives the same canonical form of document %i',
    async (_, document) => {
      expect(
        await compare(
          document,
          bundledSet(document, () => 0),
        ),
      ).toEqual({ kind: 'same', detail: '' });
    },
  );

  it(
    'never differs over documents that were changed at random',
    async () => {
      const tally = await compareMany((run) => {
        const chance = seeded(SEED + run);
        return { document: mutated(chance.pick(DOCUMENTS), DOCUMENTS, chance), first: run % 4 > 0 };
      }, RUNS / 2);
      tell('changed', tally);
      expect(tally.differences).toEqual([]);
      expect(tally.kinds.get('same')).toBeGreaterThan(RUNS / 10);
      expect(tally.kinds.get('both fail')).toBeGreaterThan(RUNS / 20);
    },
    LIMIT,
  );

  it(
    'gives the same form of documents that were spelt anew, and refuses none',
    async () => {
      const tally = await compareMany((run) => {
        const chance = seeded(SEED - run);
        return { document: respelt(chance.pick(DOCUMENTS), chance), first: run % 4 > 0 };
      }, RUNS / 2);
      tell('spelt anew', tally);
      expect(tally.differences).toEqual([]);
      expect(tally.kinds.get('refused')).toBeUndefined();
      expect(tally.kinds.get('same')).toBeGreaterThan(RUNS / 4);
    },
    LIMIT,
  );
});
