/** The process of one contestant. It works when its parent asks, and imports no other contestant's libraries. */
import type { Contestant, Question, Work } from './inputs.ts';
import type { Name } from './works.ts';

const CONTESTANTS: Readonly<Record<Name, () => Promise<Contestant>>> = {
  ours: async () => (await import('./contestants/touchstone.ts')).touchstone,
  'ours, unchanged': async () => (await import('./contestants/touchstone.ts')).touchstone,
  'verifier-core': async () => (await import('./contestants/verifier-core.ts')).verifierCore,
  '@digitalbazaar/vc': async () => (await import('./contestants/digitalbazaar.ts')).digitalBazaar,
  jose: async () => (await import('./contestants/jose.ts')).jose,
  floor: async () => (await import('./contestants/floor.ts')).floor,
};

let work: Work = () => Promise.reject(new Error('no work yet'));

process.on('message', async (question: Question) => {
  if ('repeats' in question) return process.send?.(await cost(question.repeats));
  const { name, inputs, warm } = question;
  const contestant = await CONTESTANTS[name]();
  work = await contestant(inputs);
  return process.send?.(await warmed(warm));
});

/**
 * After so many runs the compiler has nothing left to do. A core of many small functions has none that is hot at once:
 * it still gets faster after five thousand.
 */
const ENOUGH = 8_000;

/** Runs until it is warm; gives what one took at the end. */
async function warmed(most: number): Promise<number> {
  let [spent, last] = [0, 0];
  for (let count = 0; count < 3 || (spent < most && count < ENOUGH); count += 1) {
    last = await cost(1);
    spent += last;
  }
  return Math.max(last, 0.01);
}

async function cost(repeats: number): Promise<number> {
  const before = process.cpuUsage();
  for (let count = 0; count < repeats; count += 1) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / repeats;
}
