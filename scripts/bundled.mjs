// The contexts and schemas that the program brings along: what they were published as, and whether a built script still
// has them so. A context decides what a signature covers; one that was changed on the way is a forged "verified".
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vite';

const CONTEXTS = 'src/json-ld/context/bundled';
const SCHEMAS = 'src/verify/schema/bundled';

/** SHA-256 of the schema files. They are made from 1EdTech's (descriptions left out): whoever makes them anew says so here. */
const SCHEMA_DIGESTS = {
  'ob2-extensions.json': 'be36f62c95e96abc83a141a9674e285c877315e1fe8b0576526c6168b1faf854',
  'one-ed-tech.json': '6c5209aaefb2156378b8a44305e9e006ce13e6b2ef6fa3390c65058ea22ce199',
};

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const jsonIn = (directory) => readdirSync(directory).filter((file) => file.endsWith('.json'));

/** `apart`: a context that the program holds to its digest when it reads it, because it is no part of a script everywhere. */
const kindOf = (directory, file) => {
  if (directory === SCHEMAS) return 'schema';
  return file.startsWith('schema-org') ? 'apart' : 'context';
};

/** Every bundled file: its name, the digest that is stated of it, that of its bytes, and its content in one line. */
export function bundledFiles(root) {
  const read = (directory, file, stated) => {
    const bytes = readFileSync(join(root, directory, file));
    const text = JSON.stringify(JSON.parse(bytes.toString('utf8')));
    return { kind: kindOf(directory, file), file, stated, digest: sha256(bytes), text };
  };
  const table = ['usual.ts', 'former.ts', 'rare.ts', 'schema-org.ts']
    .map((file) => readFileSync(join(root, CONTEXTS, file), 'utf8'))
    .join('\n');
  const statedOf = new Map(
    [...table.matchAll(/\{ name: '([^']+)', sha256: '([0-9a-f]{64})'/g)].map(([, name, digest]) => [
      name,
      digest,
    ]),
  );
  return [
    ...jsonIn(join(root, CONTEXTS)).map((file) =>
      read(CONTEXTS, file, statedOf.get(file.replace(/\.json$/, ''))),
    ),
    ...jsonIn(join(root, SCHEMAS)).map((file) => read(SCHEMAS, file, SCHEMA_DIGESTS[file])),
  ];
}

/** What is wrong with the files themselves; empty where each is what is stated of it. */
export const troubleInFiles = (files) =>
  files
    .filter(({ stated, digest }) => stated !== digest)
    .map(({ file }) => `${file}: not what its digest states`);

/** Texts that stand in what brings a context or a schema along, and nowhere else. */
const MARKS = /[0-9a-f]{64}|\$(?:defs|ref)\b/;

/**
 * What is wrong with the scripts of a built part; empty where every context stands in them under its own digest, and
 * every schema, each with the content of its file and no other.
 * @param {readonly string[]} scripts
 * @param {ReturnType<typeof bundledFiles>} files
 */
export function troubleInScripts(scripts, files) {
  const found = scripts
    .filter((code) => MARKS.test(code))
    .flatMap((code) => scopesOf(parseAst(code)))
    .map(literalsIn);
  return files.flatMap(({ kind, file, digest, text }) => {
    if (kind === 'schema')
      return found.some(({ objects }) => objects.has(text)) ? [] : [`${file}: missing, or changed`];
    if (kind === 'apart')
      return scripts.some((code) => code.includes(digest)) ? [] : [`${file}: its digest is missing`];
    const copies = found.flatMap(({ contexts }) => contexts.get(digest) ?? []);
    if (copies.length === 0) return [`${file}: missing`];
    return copies.every((copy) => copy === text) ? [] : [`${file}: changed`];
  });
}

/** Every object of a script that is nothing but data, as JSON; and of those that pair a digest with a document, the pairs. */
function literalsIn(program) {
  const candidates = [];
  walk(program, (node) => {
    if (node.type === 'ObjectExpression') candidates.push(node);
  });
  const variables = variablesOf(program);
  const known = new Map();
  const valueIn = (node) => {
    if (!known.has(node)) {
      // Against a name that stands for itself.
      known.set(node, NOT_DATA);
      known.set(
        node,
        evaluate(node, (inner) => valueIn(inner), variables),
      );
    }
    return known.get(node);
  };
  const contexts = new Map();
  const objects = new Set();
  for (const node of candidates) {
    const value = valueIn(node);
    if (value === NOT_DATA) continue;
    if (typeof value.sha256 === 'string' && value.document !== undefined)
      contexts.set(value.sha256, JSON.stringify(value.document));
    // The usual contexts come as text.
    else if (typeof value.sha256 === 'string' && typeof value.text === 'string')
      contexts.set(value.sha256, JSON.stringify(JSON.parse(value.text)));
    else objects.add(JSON.stringify(value));
  }
  return { contexts, objects };
}

const NOT_DATA = Symbol('not data');

/** A part of Chrome's worker is a function that a script hands over (vite.worker.ts): each has names of its own. */
function scopesOf({ body }) {
  const parts = body.filter(isPart);
  const others = body.filter((statement) => !isPart(statement));
  return [
    others,
    ...parts.map(({ expression }) => expression.arguments.flatMap(({ body }) => body?.body ?? [])),
  ].map((statements) => ({ type: 'Program', body: statements }));
}

const isPart = ({ expression }) =>
  expression?.type === 'CallExpression' && expression.callee.name === 'definePart';

/**
 * The values of names, each as it is written out. Names of the outermost scope alone: within functions a minifier gives
 * the same ones again and again.
 */
function variablesOf(program) {
  const declared = program.body
    .flatMap((statement) => (statement.type === 'VariableDeclaration' ? statement.declarations : []))
    .filter(({ id }) => id.type === 'Identifier');
  // In one file, what comes later is declared at once and gets its value in a function. Two values are none.
  const given = new Map();
  walk(program, ({ type, operator, left, right }) => {
    if (type === 'AssignmentExpression' && operator === '=' && left.type === 'Identifier')
      given.set(left.name, given.has(left.name) ? null : right);
  });
  return new Map(
    declared
      .map(({ id, init }) => [id.name, init ?? given.get(id.name)])
      .filter(([, value]) => value !== undefined && value !== null),
  );
}

/** The value of an expression that is written out. */
const evaluate = (node, valueIn, variables) =>
  Object.hasOwn(READERS, node.type) ? READERS[node.type](node, valueIn, variables) : NOT_DATA;

/** No call but JSON.parse, no name but that of a value that is written out. */
const READERS = {
  Literal: ({ regex, bigint, value }) => (regex || bigint ? NOT_DATA : value),
  TemplateLiteral: ({ expressions, quasis }) =>
    expressions.length === 0 ? quasis[0].value.cooked : NOT_DATA,
  Identifier: ({ name }, valueIn, variables) =>
    variables.has(name) ? valueIn(variables.get(name)) : NOT_DATA,
  UnaryExpression({ operator, argument }, valueIn) {
    const value = valueIn(argument);
    if (value === NOT_DATA) return NOT_DATA;
    if (operator === '!') return !value;
    return operator === '-' ? -value : NOT_DATA;
  },
  CallExpression({ callee: { object, property }, arguments: given }, valueIn) {
    if (object?.name !== 'JSON' || property?.name !== 'parse' || given.length !== 1) return NOT_DATA;
    const text = valueIn(given[0]);
    return typeof text === 'string' ? JSON.parse(text) : NOT_DATA;
  },
  ArrayExpression({ elements }, valueIn) {
    const values = elements.map((each) => (each === null ? NOT_DATA : valueIn(each)));
    return values.includes(NOT_DATA) ? NOT_DATA : values;
  },
  ObjectExpression: evaluateObject,
};

function evaluateObject({ properties }, valueIn) {
  const entries = [];
  for (const { type, kind, computed, key, value } of properties) {
    if (type !== 'Property' || kind !== 'init' || computed) return NOT_DATA;
    const member = valueIn(value);
    if (member === NOT_DATA) return NOT_DATA;
    entries.push([key.type === 'Identifier' ? key.name : String(key.value), member]);
  }
  return Object.fromEntries(entries);
}

function walk(node, visit) {
  if (Array.isArray(node)) for (const each of node) walk(each, visit);
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
  if (typeof node.type === 'string') visit(node);
  for (const [name, member] of Object.entries(node)) if (name !== 'loc') walk(member, visit);
}
