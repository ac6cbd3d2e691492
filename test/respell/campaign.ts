/** Many documents written otherwise, by chance that can be repeated. */
import { type Chance, seeded } from '../tamper/seeded.ts';
import { type JsonObject, SPELLINGS } from './spellings.ts';
import type { Outcome, Trial } from './trial.ts';

export interface Difference {
  readonly source: string;
  readonly spelling: string;
  readonly text: string;
}
export interface Figures {
  /** How many were written and judged. Fewer than asked for where the time was up. */
  readonly done: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** How often each way of writing was the same statement. */
  readonly kinds: ReadonlyMap<string, number>;
  readonly differences: readonly Difference[];
}
export interface Campaign {
  readonly seed: number;
  readonly documents: number;
  /** No document is begun after this moment. */
  readonly until?: number;
  readonly onDifference?: (difference: Difference) => void;
  readonly onProgress?: (done: number) => void;
}

/** Writes and judges so many documents, in turn of each source, by its share. */
export async function campaign(
  trials: readonly Trial[],
  { seed, documents, until = Number.POSITIVE_INFINITY, onDifference, onProgress }: Campaign,
): Promise<Figures> {
  const chance = seeded(seed);
  const outcomes = { same: 0, open: 0, refused: 0, different: 0 };
  const kinds = new Map<string, number>();
  const differences: Difference[] = [];
  let done = 0;
  const isOver = (): boolean => done >= documents || Date.now() > until;
  while (!isOver()) {
    for (const trial of trials) {
      if (isOver()) break;
      if (chance.below(100) >= trial.source.share * 100) continue;
      const { text, spelling, names } = respell(trial.source.text, chance);
      const outcome = await trial.run(text);
      outcomes[outcome]++;
      if (outcome === 'same') for (const name of names) kinds.set(name, (kinds.get(name) ?? 0) + 1);
      if (outcome === 'different') {
        const difference = { source: trial.source.name, spelling, text };
        differences.push(difference);
        onDifference?.(difference);
      }
      done++;
      onProgress?.(done);
    }
  }
  return { done, outcomes, kinds, differences };
}

/** One to three ways at once. */
function respell(text: string, chance: Chance): { text: string; spelling: string; names: readonly string[] } {
  const document = JSON.parse(text) as JsonObject;
  const names: string[] = [];
  const ways = 1 + chance.below(3);
  for (let way = 0; way < ways; way++) {
    const spelling = chance.pick(SPELLINGS);
    if (spelling.write(document, chance)) names.push(spelling.name);
  }
  return { text: JSON.stringify(document), spelling: names.join(', '), names };
}
