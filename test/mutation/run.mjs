#!/usr/bin/env node
// npm run mutation [-- --only <text> --keep <directory>]: takes each guard of src/verify and src/credential away in turn,
// and asks the tests that meet it. What none of them notices has to stand in survivors.json, with its reason.
import { spawn } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { guardsOf } from './guards.mjs';
import { isGuarded } from './plugin.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const { values: options } = parseArgs({
  options: { only: { type: 'string', default: '' }, keep: { type: 'string' } },
});
const state = options.keep ?? mkdtempSync(join(tmpdir(), 'mutation-'));
mkdirSync(state, { recursive: true });
const at = (name) => join(state, name);
const linesOf = (name) =>
  existsSync(at(name)) ? readFileSync(at(name), 'utf8').split('\n').filter(Boolean) : [];
const records = (name) => linesOf(name).map((line) => JSON.parse(line));

const TESTS = [
  ...['test/verify', 'test/credential', 'test/provider', 'test/world', 'test/pitfalls', 'test/inspect'],
  ...['test/cli/explain', 'test/cli/presentations', 'test/cli/touchstone'],
  ...['test/part', 'test/present/in-language'],
  ...['test/mutation/corpus', 'test/mutation/vectors'],
];

/**
 * Each pass: how many tests each mutant is tried on, the most telling first, and how many milliseconds they may take.
 * What then survives and stands in no list is tried on all that these may take.
 */
const PASSES = [
  { tests: 6, budget: 300 },
  { tests: 24, budget: 1_000 },
  { tests: 80, budget: 2_500 },
  { tests: Number.POSITIVE_INFINITY, budget: 30_000, unlisted: true },
];
/** Silence after which a process is taken to hang, beyond twice the time that its test was given. */
const PATIENCE = 10_000;

const started = Date.now();
const said = (line) =>
  console.log(`${String(Math.round((Date.now() - started) / 1000)).padStart(5)} s  ${line}`);

if (!existsSync(join(root, '..', 'shared', 'fixtures', 'INDEX.json'))) {
  console.error('The corpus is not here: half of the guards would not be met.');
  process.exit(2);
}
const all = mutantsOf();
if (!existsSync(at('tests.jsonl'))) await vitest(TESTS);
const rules = new Set(
  [...records('tests.jsonl'), ...records('outside.jsonl')].flatMap(({ noted }) =>
    noted.filter((id) => id.endsWith('rule')),
  ),
);
const mutants = all.filter(
  ({ site, kind, name }) => (kind !== 'off' || rules.has(`${site}\u241frule`)) && name.includes(options.only),
);
said(`${mutants.length} mutants of ${new Set(mutants.map(({ site }) => site)).size} guards`);

const ids = new Set(mutants.map(({ id }) => id));
const tests = records('tests.jsonl')
  .filter(({ repeats }) => repeats)
  .map(({ name, ms, noted }) => ({ name, ms, noted: noted.filter((id) => ids.has(id)) }));
const meeting = new Map(mutants.map(({ id }) => [id, []]));
for (const test of tests) for (const id of test.noted) meeting.get(id).push(test);
// A test that meets few guards was written for them, and one of the same room rather than another.
const roomOf = (path) => path.split('/').slice(1, -1).join('/');
for (const test of tests) {
  const [file] = test.name.split(' > ', 1);
  Object.assign(test, { file, room: roomOf(file), cost: test.noted.length * (test.ms + 5) });
}
for (const [id, list] of meeting) {
  const room = roomOf(id.split(' ', 1)[0]);
  const rank = ({ cost, room: own }) => (own === room ? cost : 5 * cost);
  list.sort((one, other) => rank(one) - rank(other));
  // One of each file before a second of any: what one file does not notice, its neighbours in it seldom do.
  const rounds = new Map();
  const round = new Map();
  for (const test of list) {
    rounds.set(test.file, (rounds.get(test.file) ?? 0) + 1);
    round.set(test, rounds.get(test.file));
  }
  list.sort((one, other) => round.get(one) - round.get(other));
}
said(
  `${tests.length} tests, ${[...meeting.values()].filter((list) => list.length > 0).length} mutants met by one of them`,
);

const listed = new Set(Object.values(JSON.parse(readFileSync(join(here, 'survivors.json'), 'utf8'))).flat());
const tried = new Map(mutants.map(({ id }) => [id, new Set()]));
for (const pass of PASSES) {
  const tries = triesOf(pass);
  const names = Object.keys(tries);
  const times = Object.fromEntries(tests.filter(({ name }) => tries[name]).map(({ name, ms }) => [name, ms]));
  rmSync(at('done.txt'), { force: true });
  writeFileSync(at('plan.json'), JSON.stringify({ tries, times }));
  if (names.length > 0) await vitest([...new Set(names.map((name) => name.split(' > ', 1)[0]))]);
  said(
    `${mutants.filter(({ id }) => !new Set(linesOf('dead.txt')).has(id)).length} left, asked of ${pass.tests} tests each`,
  );
}
process.exitCode = conclude();

function mutantsOf() {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name}`)
    .filter(isGuarded)
    .sort()
    .flatMap((file) =>
      guardsOf(readFileSync(join(root, file), 'utf8'), file).flatMap(({ site, kinds, line }) =>
        kinds.map((kind) => ({
          id: `${site}\u241f${kind}`,
          name: `${site} → ${kind}`,
          place: `${file}:${line}`,
          site,
          kind,
        })),
      ),
    );
}

/** By test, the mutants that are still alive and to be tried on it in this pass. One test at the least, in the last. */
function triesOf(pass) {
  const dead = new Set(linesOf('dead.txt'));
  const tries = {};
  for (const { id, name: mutant } of mutants) {
    if (dead.has(id) || (pass.unlisted && listed.has(mutant))) continue;
    const already = tried.get(id);
    let left = pass.budget;
    for (const { name, ms } of meeting.get(id)) {
      const alone = pass === PASSES.at(-1) && already.size === 0;
      if (already.size >= pass.tests || already.has(name) || (ms > left && !alone)) continue;
      left -= ms;
      already.add(name);
      tries[name] ??= [];
      tries[name].push(id);
    }
  }
  return tries;
}

/** Runs vitest, and again after each mutant that hung, or that left something behind in the process. */
async function vitest(filters) {
  for (;;) {
    const { hung, code } = await once(filters);
    if (hung) count(hung, 'hangs');
    const dead = new Set(linesOf('dead.txt'));
    const spoilt = records('left-behind.jsonl').filter(({ mutant }) => !dead.has(mutant));
    // The first of two times it may have been another one's doing.
    for (const one of spoilt)
      if (spoilt.filter(({ mutant }) => mutant === one.mutant).length > 1) count(one, 'spoils');
    if (!hung && code !== 3) return;
  }
}

function count({ mutant, name }, how) {
  if (linesOf('dead.txt').includes(mutant)) return;
  appendFileSync(at('dead.txt'), `${mutant}\n`);
  appendFileSync(at('killed.jsonl'), `${JSON.stringify({ mutant, by: name, how })}\n`);
}

function once(filters) {
  return new Promise((resolve) => {
    rmSync(at('current.json'), { force: true });
    const left = linesOf('left-behind.jsonl').length;
    const config = join(here, 'vitest.config.ts');
    const child = spawn(
      process.execPath,
      [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', config, '--reporter=dot', ...filters],
      { cwd: root, detached: true, stdio: 'ignore', env: { ...process.env, MUTATION_STATE: state } },
    );
    let hung = null;
    const watch = setInterval(() => {
      const current = currentTrial();
      if (hung || !current || Date.now() - current.since < 2 * current.limit + PATIENCE) return;
      hung = current;
      process.kill(-child.pid, 'SIGKILL');
    }, 1000);
    child.on('close', () => {
      clearInterval(watch);
      resolve({ hung, code: linesOf('left-behind.jsonl').length > left ? 3 : 0 });
    });
  });
}

function currentTrial() {
  try {
    return JSON.parse(readFileSync(at('current.json'), 'utf8'));
  } catch {
    return null;
  }
}

/** Compares the survivors with those that are listed. 0 where both are the same. */
function conclude() {
  const killed = new Set(records('killed.jsonl').map(({ mutant }) => mutant));
  const survivors = mutants.filter(({ id }) => !killed.has(id));
  const told = ({ place, name, id }) =>
    `${place}  ${name.replace(/^\S+ /, '')}  (met by ${meeting.get(id).length} tests)`;
  writeFileSync(at('survivors.txt'), survivors.map(told).join('\n'));
  const unlisted = survivors.filter(({ name }) => !listed.has(name));
  const names = new Set(survivors.map(({ name }) => name));
  const stale = [...listed].filter((name) => name.includes(options.only) && !names.has(name));
  for (const one of unlisted) console.log(`survives, and is not listed: ${told(one)}`);
  for (const name of stale) console.log(`listed, and does not survive: ${name}`);
  said(
    `${mutants.length} mutants, ${mutants.length - survivors.length} killed, ${survivors.length} survivors; ${at('')}`,
  );
  return unlisted.length + stale.length > 0 ? 1 : 0;
}
