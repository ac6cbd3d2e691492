import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestRunner } from 'vitest';

type Task = Parameters<TestRunner['onBeforeRunTask']>[0];
type Body = () => Promise<void>;

/** Where this process and the one that started it leave each other word. */
const DIRECTORY = process.env.MUTATION_STATE ?? '';
const at = (name: string): string => join(DIRECTORY, name);
const append = (name: string, line: object): void => appendFileSync(at(name), `${JSON.stringify(line)}\n`);
const linesOf = (name: string): readonly string[] =>
  existsSync(at(name)) ? readFileSync(at(name), 'utf8').split('\n') : [];

interface Switches {
  active: { site: string; kind: string } | null;
  noted: Set<string>;
  run: number;
}
const switches = (): Switches => (globalThis as unknown as { __mutation: Switches }).__mutation;

interface Plan {
  /** By test: the mutants to try it on. */
  readonly tries: Readonly<Record<string, readonly string[]>>;
  /** By test: how long it takes, in milliseconds. */
  readonly times: Readonly<Record<string, number>>;
}
const plan: Plan | null = existsSync(at('plan.json'))
  ? JSON.parse(readFileSync(at('plan.json'), 'utf8'))
  : null;
const dead = new Set(linesOf('dead.txt'));
/** Tests that are through with all of their mutants: where a mutant hung, the next process goes on behind them. */
const done = new Set(linesOf('done.txt'));

const nameOf = (test: Task): string => {
  const names = [test.name];
  for (let suite = test.suite; suite; suite = suite.suite) names.unshift(suite.name);
  return [test.file.name, ...names].join(' > ');
};

/** Without a plan: notes which mutants would have changed something in which test. With one: tries the mutants. */
export default class MutationRunner extends TestRunner {
  async runTask(test: Task): Promise<void> {
    const name = nameOf(test);
    const body = TestRunner.getTestFn(test as never) as Body;
    await (plan ? tryAll(name, body, plan) : note(name, body));
  }

  override onAfterRunFiles(): void {
    if (!plan) append('outside.jsonl', { noted: [...switches().noted] });
    super.onAfterRunFiles();
  }
}

async function note(name: string, body: Body): Promise<void> {
  const outside = switches().noted;
  const noted = new Set<string>();
  switches().noted = noted;
  switches().run++;
  await body();
  const start = performance.now();
  // Again: a test that holds only once cannot be asked about a mutant. And now its modules are there.
  const repeats = (await outcome(body, 600_000)) === 'holds';
  append('tests.jsonl', { name, ms: performance.now() - start, repeats, noted: [...noted] });
  switches().noted = outside;
}

async function tryAll(name: string, body: Body, { tries, times }: Plan): Promise<void> {
  const mutants = tries[name];
  if (mutants === undefined || done.has(name)) return;
  const limit = 4000 + 4 * (times[name] ?? 0);
  for (const mutant of mutants) {
    if (dead.has(mutant)) continue;
    const how = await under(mutant, name, body, limit);
    if (how === 'holds') continue;
    if ((await outcome(body, 4 * limit)) !== 'holds') {
      // What the mutant left behind outlives it: nothing that follows in this process can be trusted.
      append('left-behind.jsonl', { mutant, name });
      process.exit(3);
    }
    dead.add(mutant);
    appendFileSync(at('dead.txt'), `${mutant}\n`);
    append('killed.jsonl', { mutant, by: name, how });
  }
  appendFileSync(at('done.txt'), `${name}\n`);
}

/** What becomes of a test under a mutant. A busy machine may only have been slow: what hangs, hangs twice. */
async function under(mutant: string, name: string, body: Body, limit: number): Promise<Outcome> {
  const [site = '', kind = ''] = mutant.split('\u241f');
  const once = async (time: number): Promise<Outcome> => {
    writeFileSync(at('current.json'), JSON.stringify({ mutant, name, since: Date.now(), limit: time }));
    switches().active = { site, kind };
    const how = await outcome(body, time);
    switches().active = null;
    return how;
  };
  const how = await once(limit);
  return how === 'hangs' ? once(3 * limit) : how;
}

type Outcome = 'holds' | 'fails' | 'hangs';

function outcome(body: Body, limit: number): Promise<Outcome> {
  switches().run++;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'hangs'>((resolve) => {
    timer = setTimeout(() => resolve('hangs'), limit);
  });
  const run = Promise.resolve()
    .then(body)
    .then(
      () => 'holds' as const,
      () => 'fails' as const,
    );
  return Promise.race([run, late]).finally(() => clearTimeout(timer));
}
