/** The long run, told line by line. */
import { campaign, type Figures, type Part, prepareAll } from './campaign.ts';
import { fixtureSources } from './fixture-sources.ts';
import { issuedSources } from './issued-sources.ts';

export interface TamperOptions {
  readonly mutants: number;
  readonly seed: number;
  /** Only the sources whose name contains this. */
  readonly only: string;
  readonly part: Part;
  readonly print: (line: string) => void;
}

const MINUTE = 60_000;

/** Runs and prints; 0 where nothing was forged and every source held. */
export async function tamper({ mutants, seed, only, part, print }: TamperOptions): Promise<0 | 1> {
  const fixtures = await fixtureSources();
  if (fixtures.length === 0)
    print('The shared fixtures are not here: only credentials issued for the occasion.');
  const sources = [...(await issuedSources()), ...fixtures].filter(({ name }) => name.includes(only));
  const { trials, unfit } = await prepareAll(sources);
  for (const name of part.place === 0 ? unfit : []) print(`does not hold as it is: ${name}`);
  const began = Date.now();
  let said = began;
  const figures = await campaign(trials, {
    seed,
    mutants,
    part,
    onForged: ({ source, mutation, text }) => print(`FORGED ${source}: ${mutation}\n  ${text}`),
    onProgress: (done) => {
      if (Date.now() - said < MINUTE) return;
      said = Date.now();
      print(`${done} after ${Math.round((said - began) / 1000)} s`);
    },
  });
  for (const line of linesOf(figures)) print(line);
  const failed = figures.forged.length + (part.place === 0 ? unfit.length : 0);
  print(`${figures.refused + figures.same} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

const linesOf = ({ sources, mutants, refused, same, kinds }: Figures): readonly string[] => [
  `${mutants} mutants of ${sources} credentials by ${kinds.size} kinds of change`,
  `${refused} refused; ${same} the same signed statement, shown the same`,
];
