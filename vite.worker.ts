/** Chrome's service worker: one classic script that starts it, and the parts of it that come when they are asked for. */
import { readFileSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import type { CrxPlugin } from '@crxjs/vite-plugin';
import { type AliasOptions, build, type Plugin, type Rolldown } from 'vite';
import { bareProviders, compactContexts } from './vite.data.ts';
import { plainFlatMaps } from './vite.flat-map.ts';

const ENTRY = 'src/background/main.ts';
const FOLDER = 'worker';
export const WORKER = `${FOLDER}/main.js`;
const LATER = 'later.js';

/**
 * Builds the worker beside the pages, whose bundle sees nothing of it but the scripts that it injects.
 *
 * A service worker has no `import()` (HTML: it is a TypeError there), and loads as a script what was loaded while it was
 * installed (Service Workers §importScripts). So a second script only says what its parts are. It is loaded once at
 * installation, and `import()` becomes a `require` that loads it and runs a part when it is first asked for.
 *
 * Chrome reads every script that was installed whenever it starts the worker, used or not. So all parts are in one
 * script, and a large text is no script: an `import()` of it becomes a `fetch`.
 *
 * What the worker starts with is read and compiled before it can answer. So the rooms that a usual page does not enter
 * (SELDOM) are parts as well, although they are imported at once. A `require` waits for nobody: the part is run when the
 * first of its names is read.
 */
export function classicWorker(alias: AliasOptions): CrxPlugin[] {
  return [
    {
      name: 'classic-worker:only-injected',
      enforce: 'pre',
      transform: {
        filter: { id: /\/src\/background\/main\.ts$/ },
        handler: (code) => {
          const injected = [...code.matchAll(/^import (\w+) from '[^']+\?iife';$/gm)];
          const names = injected.map(([, name]) => name);
          return `${injected.map(([line]) => line).join('\n')}\nconsole.log(${names});`;
        },
      },
    },
    {
      name: 'classic-worker',
      enforce: 'post',
      async renderCrxManifest(manifest) {
        for (const { fileName, source } of await workerScripts(alias))
          this.emitFile({ type: 'asset', fileName, source });
        manifest.background = { service_worker: WORKER };
        return manifest;
      },
      generateBundle: {
        order: 'post',
        handler(_options, bundle) {
          for (const [file, output] of Object.entries(bundle))
            if (isModuleWorker(output)) delete bundle[file];
        },
      },
    },
  ];
}

const isModuleWorker = (output: Rolldown.OutputBundle[string]): boolean =>
  output.fileName === 'service-worker-loader.js' ||
  (output.type === 'chunk' && output.facadeModuleId?.endsWith(ENTRY) === true);

/** Rooms that a usual page does not enter, with their modules, as `src/` sees them. */
const SELDOM: Readonly<Record<string, readonly string[]>> = {
  /** What holds a credential and is none. */
  containers: [
    'credential/envelope.ts',
    'credential/europass.ts',
    'credential/html.ts',
    'credential/wrapped.ts',
    'encoding/markup.ts',
    'encoding/png.ts',
    'encoding/svg.ts',
  ],
  tokens: [
    'credential/disclose.ts',
    'credential/json-jws.ts',
    'credential/jwt.ts',
    'credential/said-claims.ts',
    'credential/sd-jwt-vc.ts',
    'encoding/compact-jws.ts',
    'verify/key/jwks.ts',
  ],
  /** Open Badges 1 and 2. */
  older: ['credential/ob1.ts', 'credential/ob2.ts', 'credential/shape/ob2-shape.ts', 'verify/key/pem.ts'],
  /**
   * What few badges tell: results of examinations, who endorses them, digests of what they name, where a newer copy is,
   * texts in several languages, what of a record of several is part of what.
   */
  rich: [
    'credential/languages.ts',
    'credential/results.ts',
    'credential/shape/clr-references.ts',
    'present/in-language.ts',
    'verify/check/compare-digests.ts',
    'verify/check/examine-endorsements.ts',
    'verify/check/refreshed-copy.ts',
  ],
  /** What platforms answer that give no credential: their own data about an award. */
  answers: [
    'resolve/alternate.ts',
    'resolve/api-record.ts',
    'resolve/award-date.ts',
    'resolve/award-source.ts',
    'resolve/award.ts',
    'resolve/list.ts',
    'resolve/short-link.ts',
  ],
  /** Markup of pages, and the record that platforms keep in it. */
  pages: [
    'encoding/html.ts',
    'resolve/assigned-state.ts',
    'resolve/human-page.ts',
    'resolve/page-element.ts',
    'resolve/page-evidence.ts',
    'resolve/page-state.ts',
  ],
  /** Pages that are not read, and what a policy says of sites. */
  refused: [
    'background/not-readable.ts',
    'background/policy-changed.ts',
    'background/refusal.ts',
    'platform/site-limit.ts',
  ],
  /** What a reader points at, beside what a page shows. */
  asked: ['background/inspect-asked.ts', 'recognise/asked.ts'],
  /** Records that a page links under several addresses, and those that no id tells apart. */
  'one-record': ['encoding/unordered.ts', 'inspect/one-record.ts', 'verify/issuers-words.ts'],
  /** What a site's pages show of their credentials, where their reader has asked for that. */
  marked: ['present/localised.ts', 'present/row.ts', 'present/sign.ts'],
  /** Pages that are too large to store as they are. */
  large: ['background/lighten.ts'],
  /** PDFs, which a reader hands over. */
  'in-pdf': ['inspect/in-pdf.ts'],
  /** Contexts as they were before. */
  former: ['json-ld/context/bundled/former.ts'],
  /** SHA-384, SHA-512 and SHA-3, and what is written with them. */
  hashes: ['encoding/sha3.ts', 'encoding/sha512.ts', 'verify/check/identity-hash.ts'],
  schemas: ['verify/schema/bundled.ts', 'verify/schema/named-schema.ts'],
  /** Hosts with letters beyond ASCII. */
  punycode: ['../node_modules/punycode/punycode.es6.js'],
  /** Proofs that are only named, and the second look at one that did not hold, and its steps. */
  proofs: [
    'encoding/cbor.ts',
    'json-ld/context/can-differ.ts',
    'verify/proof/chain-anchor.ts',
    'verify/proof/other-forms.ts',
    'verify/proof/signing-trace.ts',
  ],
};
const roomOf = (id: string): string | undefined =>
  Object.keys(SELDOM).find((room) => SELDOM[room]?.includes(relative('src', id)));

/** The room of a module, or of the only one that imports it. */
function placeOf(id: string, modules: Rolldown.ChunkingContext): string | undefined {
  const [importer, ...others] = modules.getModuleInfo(id)?.importers ?? [];
  return roomOf(id) ?? (importer !== undefined && others.length === 0 ? roomOf(importer) : undefined);
}
const isSeldom = (chunk: string): boolean => Object.hasOwn(SELDOM, basename(chunk, '.js'));

interface Script {
  readonly fileName: string;
  readonly source: string;
}

async function workerScripts(alias: AliasOptions): Promise<readonly Script[]> {
  const texts = new Map<string, string>();
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [
      injectedPaths,
      withoutThreads,
      compactContexts,
      bareProviders,
      polyfillAsModule,
      fetchedTexts(texts),
      plainFlatMaps,
    ],
    resolve: { alias },
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      lib: { entry: ENTRY, formats: ['cjs'], fileName: () => 'main.js' },
      rolldownOptions: {
        // Bounds are written where they are used: the names would only cost bytes.
        optimization: { inlineConst: true },
        // No script of the worker asks where it lies.
        transform: { define: { 'import.meta': '{}' } },
        output: {
          dynamicImportInCjs: false,
          chunkFileNames: '[name].js',
          // What is there from the start is one scope, in which a name is found without a way through `exports`.
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [{ debugName: 'worker', name: startsWithWorker() }],
          },
        },
        // Where a room may lie apart from what it imports, an entry may not be held to its exports. This one has none.
        preserveEntrySignatures: false,
      },
    },
  });
  const [{ output }] = built as [Rolldown.RolldownOutput];
  const chunks = new Map(
    output.flatMap((each) => (each.type === 'chunk' ? [[each.fileName, each] as const] : [])),
  );
  const atOnce = reached('main.js', chunks);
  const later = [...chunks.keys()].filter((name) => !atOnce.has(name)).sort();
  const withDoors = (code: string): string =>
    code.replace(/\brequire\("\.\/([\w.-]+)"\)/g, (required, name: string) =>
      isSeldom(name) ? `door("./${name}", ${JSON.stringify(chunks.get(name)?.exports)})` : required,
    );
  const definitions = (names: Iterable<string>): string =>
    [...names].map((name) => definition(name, withDoors(chunks.get(name)?.code ?? ''))).join('');
  return [
    { fileName: WORKER, source: ascii(`${LOADER}${definitions(atOnce)}part("./main.js");`) },
    { fileName: `${FOLDER}/${LATER}`, source: ascii(definitions(later)) },
    ...[...texts].map(([name, source]) => ({ fileName: `${FOLDER}/${name}`, source })),
  ];
}

/** Names one chunk for every module that the entry imports, directly or by others, and one for each seldom room of these. */
function startsWithWorker(): Rolldown.CodeSplittingGroup['name'] {
  let seen: Set<string> | undefined;
  return (id, modules) => {
    if (seen === undefined) {
      seen = new Set();
      const entry = resolve(ENTRY);
      const open = [entry];
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (seen.has(next)) continue;
        seen.add(next);
        open.push(...(modules.getModuleInfo(next)?.importedIds ?? []));
      }
    }
    return seen.has(id) ? (placeOf(id, modules) ?? 'start') : null;
  };
}

/** Every chunk that one chunk imports, directly or by others, but for those behind a door. */
function reached(start: string, chunks: ReadonlyMap<string, Rolldown.OutputChunk>): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name) || isSeldom(name)) return;
    seen.add(name);
    chunks.get(name)?.imports.forEach(visit);
  };
  visit(start);
  return seen;
}

/** Gives the worker the way to its parts, and has them installed with it. */
const LOADER = `(() => {
const made = new Map(), known = new Map();
const load = () => {
  try { importScripts("./${LATER}"); } catch (cause) {
    throw Object.assign(new Error("no ${LATER}", { cause }), { name: "PartMissing" });
  }
};
self.definePart = (name, make) => made.set(name, make);
self.part = (name) => {
  if (!known.has(name)) {
    if (!made.has(name)) load();
    const module = { exports: {} };
    known.set(name, module);
    try { made.get(name)(part, module, module.exports); } catch (bug) { known.delete(name); throw bug; }
  }
  return known.get(name).exports;
};
self.door = (name, names) => {
  const open = {};
  for (const each of names) Object.defineProperty(open, each, { configurable: true, get() {
    const value = part(name)[each];
    Object.defineProperty(open, each, { value });
    return value;
  } });
  return open;
};
self.partText = async (name) => ({ default: await (await fetch(name)).text() });
self.addEventListener("install", () => {
  // Where it is damaged, what asks for a part says so (src/part.ts).
  try { importScripts("./${LATER}"); } catch (trouble) { console.error(trouble); }
});
})();
`;

const definition = (name: string, code: string): string =>
  `definePart(${JSON.stringify(`./${name}`)}, function (require, module, exports) {${code}\n});\n`;

/** The same script in ASCII alone, which the browser reads faster. What escapes mean is the same in texts, patterns and names. */
const ascii = (code: string): string =>
  code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Has a text that is imported later fetched, and notes it with its name. */
const fetchedTexts = (texts: Map<string, string>): Plugin => ({
  name: 'fetched-texts',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/.*\.ts$/, code: /import\('[^']+\?raw'\)/ },
    handler: (code, id) =>
      code.replace(/import\('([^']+)\?raw'\)/g, (_import, path: string) => {
        texts.set(basename(path), readFileSync(resolve(dirname(id), path), 'utf8'));
        return `partText(${JSON.stringify(basename(path))})`;
      }),
  },
});

/** Where the scripts lie that the worker injects: crxjs builds them. */
const injectedPaths: Plugin = {
  name: 'injected-paths',
  enforce: 'pre',
  resolveId: (source) => (source.endsWith('?iife') ? `\0injected:${basename(source, '.ts?iife')}` : null),
  load: (id) => {
    const [, name] = /^\0injected:(.*)$/.exec(id) ?? [];
    return name === undefined ? null : `export default '/src/content/${name}.js';`;
  },
};

/**
 * The polyfill makes a part of the browser's API when it is asked for. As a module of the other kind, all its members
 * would be copied when it is imported, and so every part be made while the worker starts.
 */
const polyfillAsModule: Plugin = {
  name: 'polyfill-as-module',
  enforce: 'pre',
  transform: {
    filter: { id: /\/webextension-polyfill\/dist\/browser-polyfill\.js$/ },
    handler: (code) => `const module = {}, exports = module;\n${code}\nexport default module.exports;`,
  },
};

/** A service worker has no `Worker`: Chrome's offscreen page starts the thread, and bundles it. */
const withoutThreads: Plugin = {
  name: 'without-threads',
  enforce: 'pre',
  load: {
    filter: { id: /\/src\/platform\/worker\.ts$/ },
    handler: () => 'export const startWorker = null;',
  },
};
