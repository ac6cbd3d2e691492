/** The surfaces with a made-up world, for eyes and for axe: `?surface=popup&case=done&words=long&dir=rtl`. */
import { render } from 'preact';
import { Options } from '../../../src/options/options.tsx';
import { Panel } from '../../../src/panel/panel.tsx';
import { Popup } from '../../../src/popup/popup.tsx';
import { createSay, readMessages, type Say } from '../../../src/present/say.ts';
import type { PageState } from '../../../src/protocol.ts';
import { Welcome } from '../../../src/welcome/welcome.tsx';
import { checked, checking, ITEMS, page } from '../made-up-items.ts';
import { MESSAGES, VOICE } from '../voice.ts';

const query = new URLSearchParams(location.search);
const [surface, kind] = [query.get('surface') ?? 'popup', query.get('case') ?? 'done'];

/** About a third longer, as German is, with long compounds. */
const longer = (text: string): string =>
  text.replace(/\p{L}{6,}/gu, (word) => `${word}${word.slice(0, 4).toLowerCase()}ung`);
const english = createSay(readMessages(MESSAGES, 'en'));
const say: Say = query.get('words') === 'long' ? (key, params) => longer(english(key, params)) : english;
const voice = { ...VOICE, say };
document.documentElement.dir = query.get('dir') ?? 'ltr';

const CASES: Readonly<Record<string, PageState | null>> = {
  done: page(),
  allow: page({
    wantedOrigins: ['https://certificates.meridian.example/*', 'https://records.harbour.example/*'],
  }),
  checking: page({
    phase: 'checking',
    rows: ITEMS.map((each, n) => (n % 3 === 1 ? checking(each) : checked(each))),
  }),
  scanning: null,
  empty: page({ rows: [] }),
  unreadable: page({ phase: 'not-readable', notReadable: 'store-page', rows: [] }),
  many: page({
    rows: Array.from({ length: 60 }, (_, n) => ({
      ...checked(ITEMS[n % ITEMS.length] as never),
      key: `k${n}`,
    })),
  }),
};

const popup = (
  <Popup
    world={{
      voice,
      tabId: 7,
      watch: (listener) => listener(CASES[kind] ?? null),
      ask: () => (kind === 'error' ? Promise.reject(new Error('refused')) : Promise.resolve(null)),
      requestOrigins: () => Promise.resolve(false),
      take: () => Promise.resolve(),
      openOptions: () => Promise.resolve(),
      openPreview: () => Promise.resolve(),
      openPanel: () => Promise.resolve(),
    }}
  />
);
const options = (
  <Options
    world={{
      voice,
      languages: ['en'],
      readLanguage: async () => null,
      writeLanguage: async () => undefined,
      sitePatternOf: () => null,
      readMarkedSites: async () => [],
      markSite: async () => undefined,
      readListFaults: async () => [],
      readSites: async () => (kind === 'empty' ? [] : ['https://github.com/*', 'https://*.linkedin.com/*']),
      addSite: async () => false,
      missingOrigins: async () => ['https://*.linkedin.com/*'],
      onGrantsChanged: () => undefined,
      removeSite: async () => undefined,
      readTrusted: async () =>
        kind === 'empty' ? [] : [{ id: 'did:web:badges.northwind.example', name: 'Northwind Institute' }],
      writeTrusted: async () => undefined,
      whyNoIssuer: () => null,
      readUniversities: async () => false,
      writeUniversities: async () => undefined,
      parseTrusted: () => null,
      saveFile: () => undefined,
      saveCsv: () => undefined,
      readCheckedSettings: async () => ({ on: false, days: 90 }),
      writeCheckedSettings: async () => undefined,
      checkedDays: { fewest: 1, most: 3650 },
      readChecked: async () => [],
      forgetChecked: async () => undefined,
      receiptThumbprint: async () => null,
      wipe: async () => undefined,
    }}
  />
);
const panel = (
  <Panel
    world={{
      voice,
      follow: (listener) => listener(7),
      pageWorld: (tabId) => ({
        voice,
        tabId,
        watch: (listener) => listener(CASES[kind] ?? null),
        ask: () => Promise.resolve(null) as never,
        requestOrigins: () => Promise.resolve(false),
        take: () => Promise.resolve(),
      }),
      openOptions: () => Promise.resolve(),
      watchChecked: () => undefined,
    }}
  />
);
const welcome = <Welcome voice={voice} onSettings={() => undefined} />;

const STYLES: Readonly<Record<string, readonly (() => Promise<unknown>)[]>> = {
  popup: [
    () => import('../../../src/ui/credential.css'),
    () => import('../../../src/ui/credential-list.css'),
    () => import('../../../src/ui/slab.css'),
    () => import('../../../src/popup/popup.css'),
  ],
  panel: [
    () => import('../../../src/ui/credential.css'),
    () => import('../../../src/ui/credential-list.css'),
    () => import('../../../src/ui/slab.css'),
    () => import('../../../src/panel/panel.css'),
  ],
  options: [() => import('../../../src/ui/document.css')],
  welcome: [
    () => import('../../../src/ui/credential.css'),
    () => import('../../../src/ui/document.css'),
    () => import('../../../src/welcome/welcome.css'),
  ],
};
await import('../../../src/ui/tokens.css');
await import('../../../src/ui/base.css');
for (const load of STYLES[surface] ?? []) await load();
const root = document.getElementById('root');
const SURFACES: Readonly<Record<string, typeof popup>> = { popup, options, welcome, panel };
if (root !== null) render(SURFACES[surface] ?? popup, root);
document.documentElement.dataset.ready = '';
