/** The package as somebody installs it: in an empty project, with nothing else. */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAst } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ob3 } from '../build/badge.ts';
import { createSigner } from '../build/signer.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const project = mkdtempSync(join(tmpdir(), 'touchstone-package-'));
const LIBRARY = join(project, 'node_modules', 'touchstone', 'dist', 'lib');

/** Packing builds first. A copy of the sources is built, so that no other test meets a half-built `dist/`. */
function copyOfSources(): string {
  const copy = join(project, 'sources');
  const left = new Set(['.git', 'dist', 'node_modules', 'test'].map((name) => join(ROOT, name)));
  cpSync(ROOT, copy, { recursive: true, filter: (path) => !left.has(path) });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

beforeAll(async () => {
  const quiet = { cwd: copyOfSources(), stdio: 'pipe' } as const;
  execFileSync('npm', ['pack', '--silent', '--pack-destination', project], quiet);
  const [tarball = ''] = readdirSync(project).filter((file) => file.endsWith('.tgz'));
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ name: 'empty', private: true, type: 'module' }),
  );
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${tarball}`], {
    ...quiet,
    cwd: project,
  });
  const signer = await createSigner('eddsa-rdfc-2022');
  const badge = await signer.sign(
    ob3({
      id: 'urn:uuid:6a2f62a4-6f6c-4c1e-9b0c-0f8f0a7e4b11',
      issuer: { id: signer.controller, name: 'Guild of Glaziers' },
      course: { id: 'https://glaziers.example/c', name: 'Glazing', description: 'd', criteria: 'c' },
      subject: { id: 'did:example:ann' },
      from: '2026-01-01T00:00:00Z',
    }),
    new Date('2026-02-01T00:00:00Z'),
  );
  writeFileSync(join(project, 'badge.json'), JSON.stringify(badge));
  writeFileSync(join(project, 'changed.json'), JSON.stringify({ ...badge, name: 'Surgery' }));
});
afterAll(() => rmSync(project, { recursive: true }));

/** What a module of that project prints. */
function printed(code: string): string {
  writeFileSync(join(project, 'main.js'), code);
  return execFileSync(process.execPath, ['main.js'], { cwd: project, encoding: 'utf8' }).trim();
}

/** The modules that a script names to be loaded: at once, and later. What stands in its texts is none. */
function importsOf(code: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, source } = node as {
      readonly type?: string;
      readonly source?: { readonly value?: unknown };
    };
    if (/^Import|^Export/.test(type ?? '') && typeof source?.value === 'string') found.push(source.value);
    for (const member of Object.values(node)) visit(member);
  };
  visit(parseAst(code));
  return found;
}
const PRELUDE = `
import { readFileSync } from 'node:fs';
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const at = new Date('2026-11-23T00:00:00Z');
const say = (...reports) => console.log(JSON.stringify(reports.map(({ items }) => items.map(({ status }) => status))));
`;

describe('the installed package', () => {
  it('brings nothing else along', () => {
    expect(readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'touchstone',
    ]);
  });

  it('verifies a badge, and sees one that was changed', () => {
    const code = `${PRELUDE}
import { createVerifier, verify } from 'touchstone';
const verifier = createVerifier({ at });
say(await verify(read('badge.json'), { at }), await verifier.verify(readFileSync('changed.json')), await verifier.verify('{'));
`;
    expect(JSON.parse(printed(code))).toEqual([['signature-verified'], ['failed'], ['failed']]);
  });

  it('reports a page, read in a thread that does not keep the program from ending', () => {
    const code = `${PRELUDE}
import { inspect } from 'touchstone';
const html = '<html><head><title>Ann</title></head><body><a href="https://www.credly.com/badges/5b3d4ac7-2c1b-4a8e-9d55-1f6f0a2b3c4d">Glazing</a></body></html>';
const net = { get: async () => ({ ok: false, problem: { code: 'timeout' } }) };
const report = await inspect({ html, url: 'https://people.example/ann' }, { at, net });
console.log(JSON.stringify([report.page, report.items.map(({ provider, status }) => [provider, status])]));
`;
    expect(JSON.parse(printed(code))).toEqual([
      { url: 'https://people.example/ann', title: 'Ann' },
      [['credly', 'unreachable']],
    ]);
  });

  it('has an entry for browsers that needs nothing of Node', () => {
    const code = `${PRELUDE}
import { verify } from './node_modules/touchstone/dist/lib/browser.js';
say(await verify(read('badge.json'), { at }));
`;
    expect(JSON.parse(printed(code))).toEqual([['signature-verified']]);
    const reached = new Set<string>();
    const visit = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const target of importsOf(readFileSync(join(LIBRARY, file), 'utf8'))) {
        expect(target).toMatch(/^\.\//);
        visit(target.slice(2));
      }
    };
    visit('browser.js');
    expect(reached.size).toBeGreaterThan(1);
  });

  it('has types: right calls compile, a wrong one does not', () => {
    mkdirSync(join(project, 'typed'), { recursive: true });
    const compile = (call: string): string => {
      const code = `import { createVerifier, inspect, type JsonReport, type Status, type Store, verify } from 'touchstone';
const report: JsonReport = await verify(new Uint8Array(), { at: new Date(), trust: [{ id: 'did:example:a', name: 'A' }] });
export const statuses: readonly Status[] = report.items.map((item) => item.status);
export const found = await inspect({ html: '', url: 'https://a.example' });
export const again = await createVerifier().verify({});
export const keeping = (store: Store) => createVerifier({ store });
${call}
`;
      writeFileSync(join(project, 'typed', 'main.ts'), code);
      const options = ['--module', 'nodenext', '--target', 'es2022', '--strict', '--noEmit', '--types', ''];
      try {
        execFileSync(join(ROOT, 'node_modules', '.bin', 'tsc'), [...options, 'typed/main.ts'], {
          cwd: project,
        });
        return '';
      } catch (error) {
        return String((error as { stdout: Buffer }).stdout);
      }
    };
    expect(compile('')).toBe('');
    const wrong = compile("export const wrong: number = (await verify('{}')).items[0]!.status;");
    expect(wrong).toContain("not assignable to type 'number'");
  });
});
