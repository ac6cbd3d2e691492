#!/usr/bin/env node
// npm run new -- provider <id> | check <id>: writes the files of one more, which compile as they come, and says what to fill in.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const here = join(dirname(fileURLToPath(import.meta.url)), '..');
const [kind, id, root = here] = process.argv.slice(2);
const KINDS = { provider: newProvider, check: newCheck };
if (!Object.hasOwn(KINDS, kind ?? '') || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id ?? '')) {
  console.error('usage: npm run new -- provider <id> | check <id>     (an id in kebab-case)');
  process.exit(64);
}
const name = id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
console.log(KINDS[kind]());

function newProvider() {
  create(
    `src/provider/registry/${id}.ts`,
    `import { link } from '../link.ts';
import type { Provider } from '../provider.ts';

export const ${name}: Provider = {
  // Evidence: links as people publish them
  id: '${id}',
  name: '${id}',
  group: 'learning-platform',
  hosts: [],
  shapes: [
    {
      kind: 'credential',
      pattern: link('${id}\\\\.example', '/certificate/(?<id>[0-9a-z]{8,32})'),
      routes: [{ via: 'none', code: 'no-machine-readable-record' }],
      examples: ['https://${id}.example/certificate/0000aaaa1111bbbb'],
    },
  ],
  notFound: 'unknown',
  ceiling: 'not-checked',
  counterExamples: ['https://${id}.example/course/0000aaaa1111bbbb'],
};
`,
  );
  const index = 'src/provider/registry/index.ts';
  change(index, /^import \{ (\w+) \} from '\.\/([\w-]+)\.ts';$/gm, (imports) =>
    inOrder(
      [...imports, `import { ${name} } from './${id}.ts';`],
      (line) => /'\.\/([\w-]+)/.exec(line)?.[1] ?? '',
    ),
  );
  // The last two take links on any host, so a platform of its own stands before them.
  replace(index, '  certificatePage,\n', `  ${name},\n  certificatePage,\n`);
  return `src/provider/registry/${id}.ts
Fill in: its name, where its links and answers are known from (Evidence), the hosts, the shapes of its links with
made-up examples, the routes to a record (CONTRIBUTING.md has a table of them), near-misses.
Then: npm run generate, npm run test:fast`;
}

function newCheck() {
  create(
    `src/verify/check/${id}.ts`,
    `import type { Check } from '../check.ts';
import { unlessDisproved } from '../check.ts';
import type { CheckContext, CheckResult } from '../check-context.ts';
import { CAUTION_AT_MOST } from '../policy.ts';
import { notApplicable } from '../report.ts';

/** Say here what is asked, by which clause, and which codes the answer may have. */
const run = (_context: CheckContext): CheckResult => ({ outcome: notApplicable() });

export const ${name} = {
  id: '${id}',
  blockedBy: unlessDisproved,
  run,
  policy: CAUTION_AT_MOST,
  rank: ${1 + highestRank()},
} as const satisfies Check;
`,
  );
  replace('src/verify/report.ts', /(CHECK_IDS = \[[^\]]*)\]/, `$1  '${id}',\n]`);
  const checks = 'src/verify/checks.ts';
  change(checks, /^import \{ \w+ \} from '\.\/check\/[\w-]+\.ts';$/gm, (imports) =>
    inOrder(
      [...imports, `import { ${name} } from './check/${id}.ts';`],
      (line) => /check\/([\w-]+)/.exec(line)?.[1] ?? '',
    ),
  );
  const entry = name === id ? name : `'${id}': ${name}`;
  replace(checks, /(IN_ORDER = \{[^}]*)\}/, `$1  ${entry},\n}`);
  const key = name === id ? id : `'${id}'`;
  replace(
    'test/verify/judge.test.ts',
    "    'page-claim': [C, C, C, C, V, V],\n",
    `    'page-claim': [C, C, C, C, V, V],\n    ${key}: [C, C, C, C, V, V],\n`,
  );
  for (const language of readdirSync(join(root, 'public/_locales'))) addWords(language);
  return `src/verify/check/${id}.ts
Fill in: the question, what it waits for, its policy and its rank, a test in test/verify/check/${id}.test.ts,
and its words (check_${inKey(id)}…, question_${inKey(id)}): for now they are those of page-claim, in all languages.
A code of its own: src/problem.ts, with problem_… and developer_… in all languages, then npm run generate.
Then: npm run test:fast. test/locales.test.ts names the words that are still those of page-claim`;
}

/** The words of a check that there is, until somebody writes its own: whole in every language. */
function addWords(language) {
  const path = `public/_locales/${language}/messages.json`;
  const messages = Object.entries(JSON.parse(read(path)));
  for (const kind of ['check', 'question']) {
    const copied = messages.filter(([key]) => new RegExp(`^${kind}_page_claim(?=_|$)`).test(key));
    const own = copied.map(([key, message]) => [key.replace('page_claim', inKey(id)), message]);
    messages.splice(messages.indexOf(copied.at(-1)) + 1, 0, ...own);
  }
  writeFileSync(join(root, path), `${JSON.stringify(Object.fromEntries(messages), null, 2)}\n`);
}

function inKey(text) {
  return text.replaceAll('-', '_');
}

function highestRank() {
  const folder = join(root, 'src/verify/check');
  const ranks = readdirSync(folder).flatMap(
    (file) => /^ {2}rank: (\d+),$/m.exec(readFileSync(join(folder, file), 'utf8'))?.[1] ?? [],
  );
  return Math.max(...ranks.map(Number));
}

function read(path) {
  return readFileSync(join(root, path), 'utf8');
}

function create(path, text) {
  if (existsSync(join(root, path))) {
    console.error(`${path} is there already`);
    process.exit(65);
  }
  writeFileSync(join(root, path), text);
}

function replace(path, before, after) {
  const text = read(path);
  const changed = text.replace(before, after);
  if (changed === text) throw new Error(`${path} has changed its form: scripts/new.mjs has to follow`);
  writeFileSync(join(root, path), changed);
}

/** Puts other lines in the place of those that a pattern finds, which stand together. */
function change(path, pattern, lines) {
  const text = read(path);
  const found = text.match(pattern) ?? [];
  writeFileSync(join(root, path), text.replace(found.join('\n'), lines(found).join('\n')));
}

function inOrder(lines, nameOf) {
  return lines.sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
}
