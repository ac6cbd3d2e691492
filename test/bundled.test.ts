/** The contexts and schemas that come along are those that were published, in the source and in what is built of it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledFiles, troubleInFiles, troubleInScripts } from '../scripts/bundled.mjs';
import { BUNDLED } from './build/bundled.ts';

const ROOT = join(import.meta.dirname, '..');
const files = bundledFiles(ROOT);

describe('the source of the bundle', () => {
  it('is what its digests state, file by file', () => {
    expect(troubleInFiles(files)).toEqual([]);
    const served = new Set([...BUNDLED.values()].flat().map(({ name }) => `${name}.json`));
    const contexts = files.filter(({ kind }) => kind !== 'schema').map(({ file }) => file);
    expect(contexts).toEqual([...served].sort());
    expect(files.filter(({ kind }) => kind === 'schema')).toHaveLength(2);
  });

  it('is refused where a file was changed, or nothing is stated of it', () => {
    const [first, second, ...rest] = files;
    if (!first || !second) return expect.fail();
    const changed = [{ ...first, digest: '0'.repeat(64) }, { ...second, stated: undefined }, ...rest];
    expect(troubleInFiles(changed)).toEqual(
      [first, second].map(({ file }) => `${file}: not what its digest states`),
    );
  });
});

describe('a built script', () => {
  const context = files.find(({ file }) => file === 'credentials-v2.json') ?? expect.fail();
  const schema = files.find(({ file }) => file === 'one-ed-tech.json') ?? expect.fail();
  const two = [context, schema];
  /** As bundlers write it: literals, JSON in text, names for parts, `!0` for true. */
  const built = (contextText: string, schemaText: string, digest = context.digest): string =>
    `var part=${contextText};var all=[{name:"v2",sha256:"${digest}",document:part}];` +
    `function f(){var part=1;return part}export const schema=JSON.parse(${JSON.stringify(schemaText)});` +
    `export const s={$defs:JSON.parse(${JSON.stringify(JSON.stringify(JSON.parse(schemaText).$defs))})};`;
  const whole = built(context.text.replaceAll(':true', ':!0'), schema.text);

  it('that shares them with another, each in a part of its own, is accepted, and refused without the other', () => {
    const [first, second] = [built(context.text, '{}'), `var s=${schema.text};`].map(
      (code) => `definePart("./a.js",function(require,module,exports){${code.replaceAll('export ', '')}});`,
    );
    expect(troubleInScripts([first ?? '', second ?? ''], two)).toEqual([]);
    expect(troubleInScripts([second ?? ''], two)).toEqual(['credentials-v2.json: missing']);
  });

  it('that has a context as text is accepted, and refused where the text is changed', () => {
    const asText = (text: string): string =>
      `var t=\`${text}\`;var all=[s({name:"v2",sha256:"${context.digest}",text:t})]`;
    expect(troubleInScripts([asText(context.text)], [context])).toEqual([]);
    const changed = context.text.replace('"validUntil"', '"validTill"');
    expect(troubleInScripts([asText(changed)], [context])).toEqual(['credentials-v2.json: changed']);
  });

  it('names the digest of a context that is read apart from it', () => {
    const apart = files.filter(({ kind }) => kind === 'apart');
    expect(apart.map(({ file }) => file)).toEqual(['schema-org-29.3.json']);
    expect(troubleInScripts([`var d="${apart[0]?.digest}"`], apart)).toEqual([]);
    expect(troubleInScripts(['var d="0"'], apart)).toEqual(['schema-org-29.3.json: its digest is missing']);
  });

  it('that has them whole, and once more changed, is refused', () => {
    const changed = built(context.text.replace('"validUntil"', '"validTill"'), '{}');
    expect(troubleInScripts([whole, changed], two)).toEqual(['credentials-v2.json: changed']);
  });

  it('that gives a document its value later, in a function, is accepted; where it gives two it is refused', () => {
    const late = whole.replace(/^var part=(.*?);var all/, 'var part;var init=()=>{part=$1};var all');
    expect(late).not.toBe(whole);
    expect(troubleInScripts([late], two)).toEqual([]);
    expect(troubleInScripts([`${late}function g(){part={}}`], two)).toEqual(['credentials-v2.json: missing']);
  });

  it('that has them whole is accepted, however they are written', () => {
    expect(troubleInScripts([whole], two)).toEqual([]);
  });

  it.each<[string, string, readonly string[]]>([
    [
      'a term gone',
      built(context.text.replace('"validUntil"', '"validTill"'), schema.text),
      ['credentials-v2.json: changed'],
    ],
    [
      'a meaning changed',
      built(context.text.replace('credentials#validUntil', 'credentials#validFrom'), schema.text),
      ['credentials-v2.json: changed'],
    ],
    [
      'protection off',
      built(context.text.replace('"@protected":true', '"@protected":false'), schema.text),
      ['credentials-v2.json: changed'],
    ],
    [
      'another digest beside it',
      built(context.text, schema.text, '0'.repeat(64)),
      ['credentials-v2.json: missing'],
    ],
    [
      'something that is made only when it runs',
      built(context.text.replace('"@protected":true', '"@protected":Math.random()>2'), schema.text),
      ['credentials-v2.json: missing'],
    ],
    [
      'a schema that demands less',
      built(context.text, schema.text.replace('"required":[', '"required":[],"was":[')),
      ['one-ed-tech.json: missing, or changed'],
    ],
  ])('with %s is refused', (_what, code, trouble) => {
    expect(troubleInScripts([code], two)).toEqual(trouble);
  });
});

const DIST = join(ROOT, 'dist');
describe.skipIf(!existsSync(DIST))('what is built here', () => {
  const parts = existsSync(DIST) ? readdirSync(DIST) : [];
  it.each(parts.filter((part) => ['chrome', 'firefox', 'cli'].includes(part)))(
    'as %s has every context and schema as published',
    (part) => {
      const scripts = readdirSync(join(DIST, part), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.m?js$/.test(file))
        .map((file) => readFileSync(join(DIST, part, file), 'utf8'));
      expect(troubleInScripts(scripts, files)).toEqual([]);
    },
  );
});
