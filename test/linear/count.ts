/**
 * Counts what a program does, not how long it takes: the code is built with a counter at every turn of a loop and every
 * call of a function, and what the language does over a text or a list by itself counts by the length of that.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Plugin, parseAst } from 'vite';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly body?: Node;
  readonly [member: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

const COUNTED = /^(?:For|ForIn|ForOf|While|DoWhile)Statement$|Function(?:Expression|Declaration)$/;
const STEP = 'globalThis.__steps.count++';

/** The places at which a script counts, each with what is put there. */
function insertions(root: Node): readonly (readonly [at: number, text: string])[] {
  const found: (readonly [number, string])[] = [];
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const { body } = node;
    if (COUNTED.test(node.type) && isNode(body)) {
      if (body.type === 'BlockStatement') {
        const directive = (body.body as unknown as readonly Node[])[0]?.directive !== undefined;
        if (!directive) found.push([body.start + 1, `${STEP};`]);
      } else if (node.type === 'ArrowFunctionExpression')
        found.push([body.start, `(${STEP},`], [body.end, ')']);
      else found.push([body.start, `{${STEP};`], [body.end, '}']);
    }
    for (const member of Object.values(node))
      for (const child of Array.isArray(member) ? member : [member]) if (isNode(child)) waiting.push(child);
  }
  return found;
}

const counting: Plugin = {
  name: 'counting',
  enforce: 'post',
  transform(code, id) {
    if (!/\.[cm]?[jt]sx?$/.test(id)) return null;
    let counted = code;
    const places = insertions(parseAst(code) as unknown as Node).map((each, index) => ({ each, index }));
    places.sort((one, other) => other.each[0] - one.each[0] || other.index - one.index);
    for (const { each } of places) counted = counted.slice(0, each[0]) + each[1] + counted.slice(each[0]);
    return { code: counted, map: null };
  },
};

const steps = { count: 0 };
(globalThis as unknown as { __steps: typeof steps }).__steps = steps;

const outDir = mkdtempSync(join(tmpdir(), 'touchstone-linear-'));
export const removeCounted = (): void => rmSync(outDir, { recursive: true });

/** The parsers, with counters in them and in the libraries that they use. */
export async function countedParsers(): Promise<typeof import('./parsers.ts')> {
  const root = join(import.meta.dirname, '..', '..');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [counting],
    build: {
      ssr: join(import.meta.dirname, 'parsers.ts'),
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { output: { codeSplitting: false, entryFileNames: 'parsers.mjs', format: 'es' } },
    },
    ssr: { noExternal: true },
  });
  return import(/* @vite-ignore */ join(outDir, 'parsers.mjs'));
}

type Method = (this: { readonly length: number }, ...args: never[]) => unknown;
const OVER_ALL: readonly (readonly [object, readonly PropertyKey[]])[] = [
  [
    String.prototype,
    ['includes', 'indexOf', 'normalize', 'replaceAll', 'split', 'toLowerCase', 'toUpperCase', 'trim'],
  ],
  [
    Array.prototype,
    [
      'concat',
      'includes',
      'indexOf',
      'join',
      'reverse',
      'shift',
      'slice',
      'splice',
      'toSorted',
      'unshift',
      Symbol.iterator,
    ],
  ],
];

/** Steps of a piece of work. */
export async function stepsOf(work: () => unknown): Promise<number> {
  const restore: (() => void)[] = [];
  const replace = (on: object, name: PropertyKey, by: Method): void => {
    const own = Object.getOwnPropertyDescriptor(on, name) as PropertyDescriptor;
    Object.defineProperty(on, name, { ...own, value: by });
    restore.push(() => Object.defineProperty(on, name, own));
  };
  for (const [on, names] of OVER_ALL)
    for (const name of names) {
      const native = (on as Record<PropertyKey, Method>)[name] as Method;
      replace(on, name, function (...args) {
        steps.count += this.length;
        return native.apply(this, args);
      });
    }
  const exec = RegExp.prototype.exec;
  replace(RegExp.prototype, 'exec', function (this: unknown, text: string) {
    const pattern = this as RegExp;
    const from = pattern.sticky || pattern.global ? pattern.lastIndex : 0;
    const found = exec.call(pattern, text);
    const given = pattern.sticky ? from : String(text).length;
    const end = found ? found.index + found[0].length : given;
    steps.count += Math.max(1, end - from);
    return found;
  } as unknown as Method);
  steps.count = 0;
  try {
    await work();
    return steps.count;
  } finally {
    for (const back of restore) back();
  }
}
