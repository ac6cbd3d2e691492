import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Rooms from the ground up: a file may import from its own room and from rooms before it. */
const ORDER = [
  'json',
  'problem',
  'result',
  'part',
  'lazy',
  'ports',
  'languages',
  'budget',
  'encoding',
  'json-ld',
  'net',
  'heavy',
  'credential',
  'verify',
  'provider',
  'site',
  'recognise',
  'resolve',
  'item',
  'inspect',
  'present',
  'report',
  'protocol',
  'platform',
  'ui',
  'node',
] as const;
const SURFACES = [
  'content',
  'background',
  'popup',
  'options',
  'welcome',
  'panel',
  'preview',
  'offscreen',
  'library',
];
/** Small pieces that rooms further down share: they import nothing, so they tie nothing to anything. */
const SHARED: Record<string, readonly string[]> = {
  'site/sighting.ts': ['verify'],
  'recognise/unwrap.ts': ['site', 'content'],
  'ui/standing-shapes.ts': ['content'],
};
const CORE = ORDER.slice(0, ORDER.indexOf('report') + 1) as readonly string[];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const SRC = join(import.meta.dirname, '..', 'src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
  .map((file) => file.replaceAll('\\', '/'));

const roomOf = (file: string): string => file.split('/')[0]?.replace(/\.tsx?$/, '') ?? '';
const textOf = (file: string): string => readFileSync(join(SRC, file), 'utf8');
/** The code without comments, so that prose about `fetch` does not count. */
const codeOf = (file: string): string =>
  textOf(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:'"`])\/\/.*$/gm, '$1');

function importsOf(file: string): { readonly specifiers: readonly { text: string; typeOnly: boolean }[] } {
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'";]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;
  return {
    specifiers: [...textOf(file).matchAll(pattern)].map((match) => ({
      text: match[2] ?? match[3] ?? match[4] ?? '',
      typeOnly: match[1] !== undefined,
    })),
  };
}

const imports: Import[] = files.flatMap((file) =>
  importsOf(file)
    .specifiers.filter(({ text }) => text.startsWith('.'))
    .map(({ text, typeOnly }) => ({
      from: file,
      to: relative(SRC, normalize(join(SRC, dirname(file), text.replace(/\?.*$/, '')))).replaceAll('\\', '/'),
      typeOnly,
    })),
);

/** Every file that one file imports, directly or by others, types included. */
function reach(start: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = [start];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop())
    for (const { from, to } of imports)
      if (from === file && !seen.has(to)) {
        seen.add(to);
        waiting.push(to);
      }
  return seen;
}

const allowed = ({ from, to }: Import): boolean => {
  const [room, target] = [roomOf(from), roomOf(to)];
  if (room === target || to.startsWith('..')) return true;
  if (SHARED[to]?.includes(room)) return true;
  if (SURFACES.includes(target)) return room === 'background' && /\.iife\.ts$/.test(to);
  if (room === 'content') return ['site', 'protocol', 'json', 'platform'].includes(target);
  if (room === 'cli') return target === 'node' || (CORE as readonly string[]).includes(target);
  if (SURFACES.includes(room)) return true;
  const [level, below] = [ORDER.indexOf(room as never), ORDER.indexOf(target as never)];
  return level >= 0 && below >= 0 && below < level;
};

describe('the dependency rule', () => {
  it('is looked at over a house that has its rooms', () => {
    expect(files.length).toBeGreaterThan(60);
    expect(imports.length).toBeGreaterThan(200);
  });

  it('knows every room', () => {
    const rooms = [...new Set(files.map(roomOf))].filter(
      (room) => !(ORDER as readonly string[]).includes(room) && !SURFACES.includes(room) && room !== 'cli',
    );
    expect(rooms).toEqual([]);
  });

  it('lets imports point only to rooms further down the house', () => {
    expect(imports.filter((each) => !allowed(each)).map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('shares with rooms further down only what imports nothing itself', () => {
    expect(imports.filter(({ from }) => from in SHARED)).toEqual([]);
  });

  it('knows no circles, not even of types', () => {
    expect(files.filter((file) => reach(file).has(file))).toEqual([]);
  });

  it('keeps verifying out of the script that runs in pages', () => {
    const seen = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const each of imports) if (each.from === file && !each.typeOnly) visit(each.to);
    };
    for (const file of files) if (roomOf(file) === 'content') visit(file);
    const heavy = [...seen].filter((file) =>
      ['verify', 'credential', 'net', 'inspect'].includes(roomOf(file)),
    );
    expect(heavy).toEqual([]);
  });
});

describe('the core knows no world', () => {
  const core = files.filter((file) => CORE.includes(roomOf(file)));
  const world: Record<string, RegExp> = {
    'the browser': /\b(?:browser|chrome)\.[a-z]/,
    'the document global': /(?<![.\w])(?:window|globalThis\.document)\b/,
    fetch: /(?<![.\w])fetch\(/,
    'the clock': /Date\.now\(|new Date\(\)/,
    'node modules': /from 'node:/,
    preact: /from '(?:preact|@preact)/,
    'webextension-polyfill': /webextension-polyfill/,
  };
  for (const [name, pattern] of Object.entries(world)) {
    it(`does not touch ${name}`, () => {
      expect(core.filter((file) => pattern.test(codeOf(file)))).toEqual([]);
    });
  }

  it('asks for what it loads later by one door, which says so where it cannot be had', () => {
    expect(core.filter((file) => /await import\(/.test(codeOf(file)))).toEqual([]);
  });

  it('leaves the list of public suffixes, larger than the rest of the worker, to what people look at', () => {
    const listed = files.filter((file) => /from 'tldts'/.test(codeOf(file)));
    expect(listed.filter((file) => roomOf(file) !== 'present')).toEqual([]);
  });

  it('leaves webextension-polyfill to platform/ alone', () => {
    expect(
      files.filter((file) => roomOf(file) !== 'platform' && /webextension-polyfill/.test(codeOf(file))),
    ).toEqual([]);
  });
});

describe('the house style', () => {
  it('has no default exports, no any and no skipped type checks', () => {
    const pattern = /export default|:\s*any\b|as any\b|@ts-ignore|@ts-nocheck/;
    expect(files.filter((file) => pattern.test(codeOf(file)))).toEqual([]);
  });

  it('names no room or file after nothing in particular', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|misc|common|manager)(\/|\.)/i.test(file))).toEqual(
      [],
    );
  });
});
