/** Many mutants of many credentials, by a seed, and what became of them. */
import { JSON_MUTATIONS } from './json-mutations.ts';
import { isObject, type Json, type JsonObject, placesOf, pointer, spotAt } from './place.ts';
import { type Chance, seeded } from './seeded.ts';
import { MULTIBASE_MUTATIONS } from './signature-mutations.ts';
import type { Source } from './source.ts';
import { mutateToken } from './token-mutations.ts';
import { prepare, type Trial } from './trial.ts';

export interface Forgery {
  readonly source: string;
  readonly mutation: string;
  readonly text: string;
}

export interface Figures {
  readonly sources: number;
  readonly mutants: number;
  readonly refused: number;
  readonly same: number;
  readonly forged: readonly Forgery[];
  /** How often each kind of mutation was tried. */
  readonly kinds: ReadonlyMap<string, number>;
}

export interface Campaign {
  readonly seed: number;
  /** Of all sources together; where this is one part of several, it changes its own share of them. */
  readonly mutants: number;
  readonly part?: Part;
  readonly onProgress?: (done: number) => void;
  readonly onForged?: (forgery: Forgery) => void;
}

/** Every `of`th source, beginning with the one at `place`. */
export interface Part {
  readonly place: number;
  readonly of: number;
}
const WHOLE: Part = { place: 0, of: 1 };

interface Mutant {
  readonly label: string;
  readonly text: string;
}

/** Prepares each source; those that do not hold here are named, not used. */
export async function prepareAll(
  sources: readonly Source[],
): Promise<{ trials: readonly Trial[]; unfit: readonly string[] }> {
  const trials: Trial[] = [];
  const unfit: string[] = [];
  for (const source of sources) {
    const trial = await prepare(source);
    if (trial.shown.length > 0) trials.push(trial);
    else unfit.push(source.name);
  }
  return { trials, unfit };
}

/** Runs them, each source its share, in an order that depends on the seed alone. */
export async function campaign(
  trials: readonly Trial[],
  { seed, mutants, part = WHOLE, onProgress, onForged }: Campaign,
): Promise<Figures> {
  const whole = trials.reduce((sum, { source }) => sum + source.share, 0);
  const kinds = new Map<string, number>();
  const forged: Forgery[] = [];
  let [done, refused, same] = [0, 0, 0];
  const own = [...trials.entries()].filter(([index]) => index % part.of === part.place);
  for (const [index, trial] of own) {
    const chance = seeded(seed + index * 7919);
    const others = trials
      .map(({ source }) => source.text)
      .filter((text) => isToken(text) && text !== trial.source.text);
    const share = Math.ceil((mutants * trial.source.share) / whole);
    for (let count = 0; count < share; ) {
      const mutant = mutantOf(trial.source.text, chance, others);
      if (mutant === null) continue;
      count++;
      const outcome = await trial.run(mutant.text);
      const kind = mutant.label.replace(/^\/\S* /, '').replace(/\/\S*/, '');
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      if (outcome === 'refused') refused++;
      else if (outcome === 'same') same++;
      else {
        const forgery = { source: trial.source.name, mutation: mutant.label, text: mutant.text };
        forged.push(forgery);
        onForged?.(forgery);
      }
      done++;
      onProgress?.(done);
    }
  }
  return { sources: own.length, mutants: done, refused, same, forged, kinds };
}

const isToken = (text: string): boolean => !text.startsWith('{') && !text.startsWith('[');

function mutantOf(text: string, chance: Chance, others: readonly string[]): Mutant | null {
  if (isToken(text)) return mutateToken(text, chance, others);
  const root = JSON.parse(text) as Json;
  if (!isObject(root)) return null;
  const places = placesOf(root);
  const path = chance.pick(chance.below(4) === 0 ? favoured(places) : places);
  const spot = spotAt(root, path);
  const onSignature = ['proofValue', 'jws'].includes(String(spot.name)) && typeof spot.value === 'string';
  if (onSignature && chance.below(2) === 0) return signatureMutant(root, spot.value as string, path, chance);
  const kind = chance.pick(Object.keys(JSON_MUTATIONS));
  const mutated = JSON_MUTATIONS[kind]?.(spot, chance) ?? null;
  return mutated === null || mutated === text ? null : { label: `${pointer(path)} ${kind}`, text: mutated };
}

/** Contexts, issuer and proof: few places of many, and those that a forger would look at first. */
function favoured(
  places: readonly (readonly (string | number)[])[],
): readonly (readonly (string | number)[])[] {
  const near = places.filter((path) =>
    ['proof', 'issuer', '@context', 'credentialStatus'].includes(String(path[0])),
  );
  return near.length > 0 ? near : places;
}

function signatureMutant(
  root: JsonObject,
  value: string,
  path: readonly (string | number)[],
  chance: Chance,
): Mutant | null {
  const kind = chance.pick(Object.keys(MULTIBASE_MUTATIONS));
  const changed = MULTIBASE_MUTATIONS[kind]?.(value, chance) ?? null;
  if (changed === null || changed === value) return null;
  const spot = spotAt(root, path);
  (spot.container as JsonObject)[spot.name as string] = changed;
  return { label: `${pointer(path)} signature: ${kind}`, text: JSON.stringify(root) };
}
