import fc from 'fast-check';
import { type Difference, explanationOf, type Peer } from './explanations.ts';
import { cook, type Made, recipes, SINGLES } from './recipe.ts';
import { type Answer, digitalBazaar, ours, verifierCore } from './verifiers.ts';

export interface Comparison {
  readonly credentials: number;
  /** Recipes that the issuing library would not sign. */
  readonly notIssued: number;
  readonly agreed: number;
  /** How often each explanation was needed. */
  readonly explained: ReadonlyMap<string, number>;
  /** Differences that nothing explains. */
  readonly unexplained: readonly string[];
}

const PEERS: readonly (readonly [Peer, (made: Made) => Promise<Answer>])[] = [
  ['digitalbazaar', digitalBazaar],
  ['verifier-core', verifierCore],
];

/** Makes so many credentials by a seed and asks all three. `serve` puts the status list within reach of the others. */
export async function compare(
  { count, seed }: { readonly count: number; readonly seed: number },
  serve: (list: Made['list']) => void,
): Promise<Comparison> {
  const explained = new Map<string, number>();
  const unexplained: string[] = [];
  let [credentials, notIssued, agreed] = [0, 0, 0];
  const rest = fc.sample(recipes, { numRuns: Math.max(1, count - SINGLES.length), seed });
  for (const recipe of [...SINGLES, ...rest]) {
    const made = await cook(recipe);
    if (made === null) {
      notIssued++;
      continue;
    }
    credentials++;
    serve(made.list);
    const own = await ours(made);
    for (const [peer, ask] of PEERS) {
      const theirs = await ask(made);
      if (theirs.holds === own.holds) agreed++;
      else note({ recipe, peer, weHold: own.holds }, `${own.because} / ${theirs.because}`);
    }
  }
  return { credentials, notIssued, agreed, explained, unexplained };

  function note(difference: Difference, because: string): void {
    const name = explanationOf(difference)?.name;
    if (name === undefined)
      unexplained.push(`${difference.peer}: ${because} — ${JSON.stringify(difference.recipe)}`);
    else explained.set(name, (explained.get(name) ?? 0) + 1);
  }
}
