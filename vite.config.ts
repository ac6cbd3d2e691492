import { fileURLToPath } from 'node:url';
import { type CrxPlugin, crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin, type Rolldown } from 'vite';
import base from './manifest.json' with { type: 'json' };
import packageJson from './package.json' with { type: 'json' };
import { bareProviders, compactContexts } from './vite.data.ts';
import { classicWorker } from './vite.worker.ts';

/** Whose the extension is, and which version; `homepage` once there is a public address (store/README.md). */
const {
  author,
  homepage,
  version,
}: { readonly author: string; readonly homepage?: string; readonly version: string } = packageJson;

export const TARGETS = ['chrome', 'firefox'] as const;
export type Target = (typeof TARGETS)[number];

/** Pages that the manifest does not name: opened by script, so the bundler has to be told of them. */
const EXTRA_PAGES = ['src/welcome/index.html', 'src/preview/index.html', 'src/panel/index.html'];

/** Chrome's alone. */
const OFFSCREEN_PAGE = 'src/offscreen/index.html';
/** Firefox knows neither: its side bar needs no permission, and its event page starts workers by itself. */
const CHROME_ONLY: readonly string[] = ['offscreen', 'sidePanel'];

/** The one manifest, as each browser wants it: a service worker for Chrome, an event page for Firefox. Its version is package.json's. */
export function manifestFor(target: Target): ManifestV3Export {
  const { background, minimum_chrome_version, browser_specific_settings, storage, side_panel, ...shared } =
    structuredClone(base);
  const own =
    target === 'chrome'
      ? { background, minimum_chrome_version, storage, side_panel }
      : {
          background: { scripts: [background.service_worker], type: 'module' },
          browser_specific_settings,
          // Chrome takes only an object with an e-mail address here.
          author,
          permissions: shared.permissions.filter((permission) => !CHROME_ONLY.includes(permission)),
          // Not opened for anybody at installation.
          sidebar_action: {
            default_title: shared.name,
            default_panel: side_panel.default_path,
            default_icon: shared.action.default_icon,
            open_at_install: false,
          },
          // Without it Firefox puts the button away in the extensions panel, where nobody sees the badge.
          action: { ...shared.action, default_area: 'navbar' },
        };
  // crxjs types the two forms of `background` apart, and knows no `type` on Firefox's.
  return {
    ...shared,
    ...(homepage !== undefined && { homepage_url: homepage }),
    ...own,
    version,
  } as unknown as ManifestV3Export;
}

/**
 * crxjs opens every `?iife` script to all sites, by which any page could tell that the extension is installed.
 * Scripts that the worker injects need no such entry.
 */
const nothingWebAccessible: CrxPlugin = {
  name: 'nothing-web-accessible',
  enforce: 'post',
  renderCrxManifest(manifest) {
    delete manifest.web_accessible_resources;
    return manifest;
  },
};

/**
 * crxjs bundles each `?iife` script on its own, and rolldown once more as a chunk that nobody loads: those go, with
 * whatever only they import.
 */
const nothingStray: Plugin = {
  name: 'nothing-stray',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const chunks = Object.values(bundle).filter((each) => each.type === 'chunk');
      const kept = new Set<string>();
      const keep = (fileName: string): void => {
        if (kept.has(fileName)) return;
        kept.add(fileName);
        for (const chunk of chunks)
          if (chunk.fileName === fileName) [...chunk.imports, ...chunk.dynamicImports].forEach(keep);
      };
      for (const chunk of chunks) {
        if (chunk.isEntry && !/\.iife\.ts$/.test(chunk.facadeModuleId ?? '')) keep(chunk.fileName);
      }
      for (const { fileName } of chunks) if (!kept.has(fileName)) delete bundle[fileName];
    },
  },
};

const local = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const alias = {
  // The shim that rdf-canonize asks for contains `new Function`, which the extension's CSP forbids.
  setimmediate: local('src/platform/set-immediate.ts'),
  // Its build for browsers decodes through innerHTML; the other one looks names up in a table.
  'decode-named-character-reference': local('node_modules/decode-named-character-reference/index.js'),
};

const POPUP = local('src/popup/index.html');
const BACKGROUND = local('src/background/main.ts');

/** What the popup needs to draw its first frame, scripts and styles, but what is its own alone. */
const isDrawn = (id: string, modules: Rolldown.ChunkingContext): boolean =>
  !/[\\/]src[\\/]popup[\\/]/.test(id) && reachedFrom(POPUP, modules).has(id);

/**
 * All surfaces share one script and one style sheet with it, because a page waits for each file by itself. The
 * background draws nothing: what it needs of these in Firefox is a file apart. A group takes along what it imports, so
 * that one comes first.
 */
const SHARED = [
  {
    debugName: 'told',
    priority: 1,
    name: (id: string, modules: Rolldown.ChunkingContext) =>
      isDrawn(id, modules) && reachedFrom(BACKGROUND, modules).has(id) ? 'told' : null,
  },
  {
    debugName: 'drawn',
    name: (id: string, modules: Rolldown.ChunkingContext) => (isDrawn(id, modules) ? 'drawn' : null),
  },
];

/** A module, and whatever it imports at once. */
function reachedFrom(start: string, modules: Rolldown.ChunkingContext): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const id of reached)
    for (const each of modules.getModuleInfo(id)?.importedIds ?? []) reached.add(each);
  return reached;
}

export default defineConfig(({ mode }) => {
  const target: Target = mode === 'firefox' ? 'firefox' : 'chrome';
  return {
    plugins: [
      crx({ manifest: manifestFor(target), browser: target }),
      // Firefox's event page is a page, and has `import()`.
      ...(target === 'chrome' ? classicWorker(alias) : []),
      compactContexts,
      bareProviders,
      nothingWebAccessible,
      nothingStray,
    ],
    resolve: { alias },
    worker: {
      format: 'es',
    },
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: {
        polyfill: false,
        // A page names its scripts, so that none waits until another has told of it. A part comes by its own `import()`.
        resolveDependencies: (_file, scripts, { hostType }) => (hostType === 'html' ? scripts : []),
      },
      chunkSizeWarningLimit: 1500,
      rolldownOptions: {
        input: target === 'chrome' ? [...EXTRA_PAGES, OFFSCREEN_PAGE] : EXTRA_PAGES,
        output: {
          codeSplitting: { groups: SHARED },
        },
      },
    },
  };
});
