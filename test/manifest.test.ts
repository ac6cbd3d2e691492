import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import base from '../manifest.json' with { type: 'json' };
import { version } from '../package.json' with { type: 'json' };
import messages from '../public/_locales/en/messages.json' with { type: 'json' };
import { machineReadableHosts } from '../src/provider/hosts.ts';
import { manifestFor, TARGETS, type Target } from '../vite.config.ts';

const ROOT = join(import.meta.dirname, '..');

/** Every permission with what needs it. A permission that nothing uses is not asked for. */
const PERMISSIONS: Record<string, RegExp> = {
  activeTab: /scripting\.executeScript/,
  contextMenus: /contextMenus\.create/,
  offscreen: /offscreen\.createDocument/,
  scripting: /scripting\.executeScript/,
  sidePanel: /sidePanel\.open/,
  storage: /storage\.session/,
};

const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join(ROOT, 'src', file), 'utf8'))
  .join('\n');

describe('the version', () => {
  it.each(TARGETS)('is that of package.json for %s, and stands nowhere else', (target) => {
    expect(manifestFor(target)).toMatchObject({ version });
    expect(base).not.toHaveProperty('version');
  });
});

describe('what the extension asks for', () => {
  it('is these permissions and no others', () => {
    expect(base.permissions).toEqual(Object.keys(PERMISSIONS));
  });

  it.each(Object.entries(PERMISSIONS))('%s is used', (_, use) => {
    expect(sources).toMatch(use);
  });

  it('is, of hosts, the machine-readable endpoints of the registry’s platforms and no others', () => {
    // On a difference: paste the registry's list into manifest.json.
    expect(base.host_permissions).toEqual(machineReadableHosts());
  });

  it('names each host whole', () => {
    expect(base.host_permissions.filter((host) => !/^https:\/\/[a-z0-9.-]+\/\*$/.test(host))).toEqual([]);
  });

  it('is everything else only on the reader’s word', () => {
    expect(base.optional_host_permissions).toEqual(['https://*/*']);
    expect(base).not.toHaveProperty('content_scripts');
    expect(base).not.toHaveProperty('externally_connectable');
    expect(base).not.toHaveProperty('web_accessible_resources');
  });

  it('is told to Firefox’s readers as no data collected', () => {
    expect(base.browser_specific_settings.gecko.data_collection_permissions).toEqual({ required: ['none'] });
  });
});

describe('the policy of the extension’s own pages', () => {
  const policy = new Map(
    base.content_security_policy.extension_pages.split(/;\s*/).map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values] as const;
    }),
  );

  it.each([
    ['default-src', ["'none'"]],
    ['script-src', ["'self'"]],
    ['object-src', ["'none'"]],
    // Every hop of a redirect must be https: the browser holds it, since a script cannot see hops. Its own files hold
    // the words of the language that the reader chose.
    ['connect-src', ["'self'", 'https:']],
    // A remote picture would tell its host, and a private one would be asked, past the guard.
    ['img-src', ["'self'", 'data:', 'blob:']],
    ['base-uri', ["'none'"]],
    ['form-action', ["'none'"]],
    ['frame-ancestors', ["'none'"]],
  ])('%s is %j', (directive, values) => {
    expect(policy.get(directive)).toEqual(values);
  });

  it('allows no evaluation and nothing inline', () => {
    expect(base.content_security_policy.extension_pages).not.toMatch(/unsafe|wasm|http:|\*/);
  });
});

describe.each(TARGETS)('the manifest for %s', (target) => {
  const manifest = manifestFor(target) as unknown as Record<string, unknown>;

  it('has only words that the locale has', () => {
    const keys = [...JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key ?? '');
    expect(keys.length).toBeGreaterThan(2);
    expect(keys.filter((key) => !Object.hasOwn(messages, key))).toEqual([]);
  });

  it('names files that exist', () => {
    const named = [...JSON.stringify(manifest).matchAll(/"((?:icons|src)\/[^"]+|[a-z.]+\.json)"/g)];
    const missing = named
      .map(([, file]) => file ?? '')
      .filter((file) => !existsSync(join(ROOT, file)) && !existsSync(join(ROOT, 'public', file)));
    expect(named.length).toBeGreaterThan(4);
    expect(missing).toEqual([]);
  });
});

describe('one manifest, two browsers', () => {
  const permissionsFor = (target: Target): unknown =>
    (manifestFor(target) as unknown as Record<string, unknown>).permissions;

  it('gives Chrome a service worker and a floor with native Ed25519', () => {
    expect(manifestFor('chrome')).toMatchObject({
      background: { service_worker: 'src/background/main.ts' },
      minimum_chrome_version: '137',
    });
    expect(manifestFor('chrome')).not.toHaveProperty('browser_specific_settings');
    expect(permissionsFor('chrome')).toEqual(Object.keys(PERMISSIONS));
  });

  it('gives Firefox an event page of the same script and its own id', () => {
    expect(manifestFor('firefox')).toMatchObject({
      background: { scripts: ['src/background/main.ts'], type: 'module' },
      browser_specific_settings: { gecko: { strict_min_version: '142.0' } },
    });
    expect(manifestFor('firefox')).not.toHaveProperty('minimum_chrome_version');
    // It knows neither, and would warn of them.
    expect(permissionsFor('firefox')).toEqual(
      Object.keys(PERMISSIONS).filter((each) => each !== 'offscreen' && each !== 'sidePanel'),
    );
  });
});

type Node = { readonly type: string; readonly [member: string]: unknown };
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

function* nodesOf(node: Node): Generator<Node> {
  const waiting: Node[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    for (const member of Object.values(next))
      for (const child of Array.isArray(member) ? member : [member]) if (isNode(child)) waiting.push(child);
  }
}

/** A script of its own, by its name: pages load those when they are first needed. The bundler writes it as a template. */
function isOwnScript(node: unknown): boolean {
  if (!isNode(node)) return false;
  const [quasi, ...others] = node.type === 'TemplateLiteral' && Array.isArray(node.quasis) ? node.quasis : [];
  const name = isNode(quasi) && others.length === 0 ? rawOf(quasi) : node.value;
  return /^\.\/[\w.-]+\.js$/.test(String(name));
}

const rawOf = ({ value }: Node): unknown =>
  typeof value === 'object' && value !== null && 'raw' in value ? value.raw : undefined;

/** Chrome's worker, which is classic, loads its parts so (vite.worker.ts). */
const CLASSIC_WORKER = 'worker/main.js';

/** Ways to run text as code, among them `import()` of anything but a script of the extension's own. */
function dynamicCode(script: string, forbidden = ['eval', 'Function', 'importScripts']): readonly string[] {
  const named = (node: unknown, names: readonly string[]): boolean =>
    isNode(node) && node.type === 'Identifier' && names.includes(String(node.name));
  return [...nodesOf(parseAst(script) as unknown as Node)].flatMap((node) => {
    if (node.type === 'ImportExpression') return isOwnScript(node.source) ? [] : ['import()'];
    if (node.type === 'CallExpression' && named(node.callee, forbidden)) return ['call'];
    if (node.type === 'NewExpression' && named(node.callee, ['Function'])) return ['new Function'];
    return [];
  });
}

it('the search for code from text finds it', () => {
  expect(dynamicCode('eval("1"); new Function("2"); import(x); Function("3")')).toHaveLength(4);
  expect(dynamicCode('class A { eval() {} } x.eval(); import "./y.js"; import("./z.js")')).toEqual([]);
});

for (const target of TARGETS) {
  const dist = join(ROOT, 'dist', target);
  describe.skipIf(!existsSync(join(dist, 'manifest.json')))(`dist/${target}, where it is built`, () => {
    const scripts = existsSync(dist)
      ? readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'))
      : [];
    const text = (file: string): string => readFileSync(join(dist, file), 'utf8');

    it('runs no text as code', () => {
      expect(scripts.length).toBeGreaterThan(4);
      const codeIn = (file: string): readonly string[] =>
        dynamicCode(text(file), file === CLASSIC_WORKER ? ['eval', 'Function'] : undefined);
      expect(scripts.flatMap((file) => codeIn(file).map((what) => `${file}: ${what}`))).toEqual([]);
    });

    it('holds every script that a page loads later', () => {
      const wanted = scripts.flatMap((file) =>
        [...text(file).matchAll(/\bimport\([`"'](\.\/[^`"']+)[`"']\)/g)].map(([, path = '']) =>
          join(dirname(file), path),
        ),
      );
      expect(wanted.length).toBeGreaterThan(0);
      expect(wanted.filter((path) => !scripts.includes(path))).toEqual([]);
    });

    it.skipIf(target === 'firefox')('has a worker without `import()`, and installs its parts with it', () => {
      const { background } = JSON.parse(text('manifest.json'));
      expect(background).toEqual({ service_worker: CLASSIC_WORKER });
      const parts = scripts.filter((file) => /^worker\//.test(file) && file !== CLASSIC_WORKER);
      const named = [...text(CLASSIC_WORKER).matchAll(/\bimportScripts\("(\.\/[^"]+)"\)/g)].map(
        ([, path = '']) => join(dirname(CLASSIC_WORKER), path),
      );
      expect([...new Set(named)]).toEqual(parts);
      const worker = [CLASSIC_WORKER, ...parts];
      expect(worker.filter((file) => /[^.\w]import\(|[^.\w]require\([^"]/.test(text(file)))).toEqual([]);
      const all = worker.map(text).join('\n');
      const found = (pattern: RegExp) => [...all.matchAll(pattern)].map(([, path = '']) => path);
      const defined = found(/^definePart\("([^"]+)"/gm);
      expect(defined.length).toBeGreaterThan(3);
      expect(found(/\brequire\("(\.\/[^"]+)"\)/g).filter((path) => !defined.includes(path))).toEqual([]);
      const texts = found(/\bpartText\([`"']([^`"']+)[`"']\)/g);
      expect(texts.filter((name) => !existsSync(join(dist, dirname(CLASSIC_WORKER), name)))).toEqual([]);
      expect(texts).not.toEqual([]);
    });

    it.skipIf(target === 'firefox')('has a worker in ASCII alone, which starts sooner', () => {
      const worker = scripts.filter((file) => /^worker\//.test(file));
      expect(worker.filter((file) => /[^\0-\x7f]/.test(text(file)))).toEqual([]);
    });

    it('shows no file of its own to any page', () => {
      expect(JSON.parse(text('manifest.json'))).not.toHaveProperty('web_accessible_resources');
    });

    it.each(['src/content/main.iife.js', 'src/content/watch.iife.js'])(
      '%s is 12 kB or less over the wire',
      (file) => {
        expect(gzipSync(text(file)).length).toBeLessThanOrEqual(12_000);
        expect(text(file)).not.toMatch(/^\s*(?:import|export)\b/m);
      },
    );

    it('src/content/marker.iife.js, which draws dots in pages, is 6 kB or less over the wire', () => {
      expect(gzipSync(text('src/content/marker.iife.js')).length).toBeLessThanOrEqual(6_000);
      expect(text('src/content/marker.iife.js')).not.toMatch(/^\s*(?:import|export)\b/m);
    });

    it('holds every page that the manifest and the scripts open', () => {
      const pages = [
        'src/popup/index.html',
        'src/options/index.html',
        'src/welcome/index.html',
        'src/preview/index.html',
        ...(target === 'chrome' ? ['src/offscreen/index.html'] : []),
      ];
      expect(pages.filter((page) => !existsSync(join(dist, page)))).toEqual([]);
    });

    it('has nothing inline in its pages', () => {
      const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
        file.endsWith('.html'),
      );
      const inline = pages.filter((page) =>
        /<script(?![^>]*\bsrc=)|<style|\son[a-z]+=|\sstyle=/i.test(text(page)),
      );
      expect(inline).toEqual([]);
    });
  });
}
