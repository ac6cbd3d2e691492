import { beforeAll, describe, expect, it } from 'vitest';
import { corpusIsHere } from '../fixtures/corpus.ts';
import { campaign, prepareAll } from './campaign.ts';
import { fixtureSources } from './fixture-sources.ts';
import { issuedSources } from './issued-sources.ts';
import type { Source } from './source.ts';
import type { Trial } from './trial.ts';
import { prepare } from './trial.ts';

const SEED = 20261123;
/** Named rather than dumped: a forgery is found again by its seed. */
const namesOf = (forged: readonly { source: string; mutation: string }[]): readonly string[] =>
  forged.map(({ source, mutation }) => `${source}: ${mutation}`);

describe('credentials that other people’s libraries issued, one for every suite', () => {
  let sources: readonly Source[];
  let trials: readonly Trial[];
  beforeAll(async () => {
    sources = await issuedSources();
    trials = (await prepareAll(sources)).trials;
  });

  it('all hold as they were issued', async () => {
    expect(trials.map(({ source }) => source.name)).toEqual(sources.map(({ name }) => name));
    expect(sources.length).toBeGreaterThan(18);
  });

  it('never hold again after any of 1,000 changes, unless they still say the very same', async () => {
    const { forged, mutants, refused, same } = await campaign(trials, { seed: SEED, mutants: 1000 });
    expect(namesOf(forged)).toEqual([]);
    expect(mutants).toBeGreaterThanOrEqual(1000);
    expect(refused + same).toBe(mutants);
    // Were nothing accepted, the changes that change nothing would not be tried; were much, forgeries would hide there.
    expect(same).toBeGreaterThan(20);
    expect(refused).toBeGreaterThan(750);
  });
});

describe.skipIf(!corpusIsHere)('credentials of the corpus that hold', () => {
  it('never hold again after any of 1,000 changes, unless they still say the very same', async () => {
    const { trials, unfit } = await prepareAll(await fixtureSources());
    expect(unfit).toEqual([]);
    expect(trials.length).toBeGreaterThan(90);
    const { forged, mutants } = await campaign(trials, { seed: SEED, mutants: 1000 });
    expect(namesOf(forged)).toEqual([]);
    expect(mutants).toBeGreaterThanOrEqual(1000);
  }, 300_000);
});

describe('the judge of mutants', () => {
  let trial: Trial;
  let text: string;
  beforeAll(async () => {
    const [source] = await issuedSources();
    if (!source) throw new Error('nothing was issued');
    text = source.text;
    trial = await prepare(source);
  });

  it('calls the same what is written in another order', async () => {
    const { proof, ...rest } = JSON.parse(text) as Record<string, unknown>;
    expect(await trial.run(JSON.stringify({ proof, ...rest }))).toBe('same');
  });

  it('calls refused what was changed', async () => {
    expect(await trial.run(text.replace('Analysis I', 'Analysis II'))).toBe('refused');
  });

  it('calls refused whose issuer’s name was left out, where it stands nowhere else', async () => {
    const { issuer, ...rest } = JSON.parse(text) as { issuer: object };
    const mutant = { ...rest, issuer: { ...issuer, name: null } };
    expect(await trial.run(JSON.stringify(mutant))).toBe('refused');
  });

  it('would call forged what is good and was never signed', async () => {
    const [, other] = await issuedSources();
    expect(await trial.run(other?.text ?? '')).toBe('forged');
  });
});
