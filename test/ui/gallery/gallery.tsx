/** The surfaces in a made-up world, for eyes and for axe: `?surface=popup&case=done&lang=ar&row=signed`. */
import { render } from 'preact';
import { createDot } from '../../../src/content/dot.ts';
import { LANGUAGES } from '../../../src/languages.ts';
import { Options } from '../../../src/options/options.tsx';
import type { OptionsWorld } from '../../../src/options/world.ts';
import { Panel } from '../../../src/panel/panel.tsx';
import { Popup } from '../../../src/popup/popup.tsx';
import { createDates } from '../../../src/present/dates.ts';
import { rowView } from '../../../src/present/row.ts';
import { createSay, type Messages, readMessages } from '../../../src/present/say.ts';
import { Preview } from '../../../src/preview/preview.tsx';
import type { Mark, PageState } from '../../../src/protocol.ts';
import { loadCard } from '../../../src/ui/later-card.tsx';
import { Welcome } from '../../../src/welcome/welcome.tsx';
import { CASES, CHECKED, ITEMS } from './cases.ts';

const query = new URLSearchParams(location.search);
const surface = query.get('surface') ?? 'popup';
const kind = query.get('case') ?? 'done';
const folder = query.get('lang') ?? 'en';

const LOCALES = import.meta.glob<{ readonly default: Messages }>('../../../public/_locales/*/messages.json');
const file = await LOCALES[`../../../public/_locales/${folder}/messages.json`]?.();
if (file === undefined) throw new Error(`no words in ${folder}`);
const words = readMessages(file.default, folder.replaceAll('_', '-'));
const voice = {
  say: createSay(words),
  dates: createDates({ language: words.language, timeZone: 'UTC' }),
};
const direction = words.message('language_direction') === 'rtl' ? 'rtl' : 'ltr';
document.documentElement.lang = words.language;
document.documentElement.dir = direction;
document.title = voice.say('appShortName');
const face = query.get('face');
if (face !== null) document.documentElement.style.setProperty('--font', face);

const state: PageState | null = CASES[kind] ?? null;
const page = {
  voice,
  tabId: 7,
  watch: (listener: (state: PageState | null) => void) => listener(state),
  ask: () => (kind === 'error' ? Promise.reject(new Error('refused')) : Promise.resolve(null as never)),
  requestOrigins: () => Promise.resolve(false),
  take: () => Promise.resolve(),
};
const done = () => Promise.resolve();

const options: OptionsWorld = {
  voice,
  languages: LANGUAGES,
  readLanguage: async () => null,
  writeLanguage: async () => undefined,
  sitePatternOf: () => null,
  readMarkedSites: async () => [],
  markSite: async () => undefined,
  onPolicyChanged: () => undefined,
  readListFaults: async () => [],
  readPrescribed: async () =>
    kind === 'managed'
      ? {
          issuers: [{ id: 'https://badges.harrow.example/issuer', name: 'Harrow Technical College' }],
          universities: true,
          federations: [{ federation: 'https://federation.example', name: 'Federation of Colleges' }],
        }
      : { issuers: [], universities: false, federations: [] },
  readSites: async () => (kind === 'empty' ? [] : ['https://github.com/*', 'https://*.linkedin.com/*']),
  readAllowedSites: async () => (kind === 'managed' ? ['https://*.linkedin.com/*'] : null),
  isSiteAllowed: (site, allowed) => allowed === null || allowed.includes(site),
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
  readFederations: async () =>
    kind === 'empty' ? [] : [{ federation: 'https://registry.anchor.example', name: 'Example Federation' }],
  addFederation: async () => 'invalid',
  removeFederation: async () => undefined,
  parseTrusted: () => null,
  saveFile: () => undefined,
  saveCsv: () => undefined,
  isCheckedForbidden: async () => kind === 'managed',
  readCheckedSettings: async () => ({ on: kind === 'done', days: 90 }),
  writeCheckedSettings: async () => undefined,
  checkedDays: { fewest: 1, most: 3650 },
  readChecked: async () => (kind === 'empty' ? [] : CHECKED),
  forgetChecked: async () => undefined,
  receiptThumbprint: async () => 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs',
  wipe: async () => undefined,
};

const SURFACES = {
  popup: () => (
    <Popup
      world={{
        ...page,
        heard: Promise.resolve(kind !== 'error'),
        openOptions: done,
        openPreview: done,
        openPanel: done,
      }}
    />
  ),
  panel: () => (
    <Panel
      world={{
        voice,
        follow: (listener) => listener(7),
        pageWorld: () => page,
        openOptions: done,
        watchChecked: (listener) => listener(CHECKED),
      }}
    />
  ),
  preview: () => <Preview world={page} />,
  options: () => <Options world={options} />,
  welcome: () => <Welcome voice={voice} onSettings={() => undefined} />,
  marker: () => (
    <main style={{ padding: '2rem', maxInlineSize: '30rem' }}>
      {ITEMS.map(({ key }) => (
        <p key={key} style={{ marginBlockEnd: '0.75rem' }}>
          <a href={`#${key}`} id={`link-${key}`}>
            {rowView({ state: 'checked', ...itemOf(key) }, voice.say, voice.dates).title}
          </a>
        </p>
      ))}
    </main>
  ),
};
const itemOf = (key: string) => ITEMS.find((each) => each.key === key) as (typeof ITEMS)[number];

/** The stylesheets of each surface, in the order of its own page. */
const STYLES: Readonly<Record<string, readonly (() => Promise<unknown>)[]>> = {
  popup: [
    () => import('../../../src/ui/credential.css'),
    () => import('../../../src/ui/credential-list.css'),
    () => import('../../../src/ui/slab.css'),
    () => import('../../../src/popup/popup.css'),
    () => import('../../../src/ui/print.css'),
  ],
  panel: [
    () => import('../../../src/ui/credential.css'),
    () => import('../../../src/ui/credential-list.css'),
    () => import('../../../src/ui/slab.css'),
    () => import('../../../src/panel/panel.css'),
    () => import('../../../src/ui/checked-table.css'),
    () => import('../../../src/ui/print.css'),
  ],
  preview: [
    () => import('../../../src/ui/credential.css'),
    () => import('../../../src/ui/credential-list.css'),
    () => import('../../../src/ui/document.css'),
    () => import('../../../src/preview/preview.css'),
    () => import('../../../src/ui/print.css'),
  ],
  options: [() => import('../../../src/ui/document.css'), () => import('../../../src/ui/checked-table.css')],
  welcome: [
    () => import('../../../src/ui/credential.css'),
    () => import('../../../src/ui/document.css'),
    () => import('../../../src/welcome/welcome.css'),
  ],
};

await import('../../../src/ui/tokens.css');
await import('../../../src/ui/base.css');
for (const load of STYLES[surface] ?? []) await load();
await loadCard();
const root = document.getElementById('root');
const draw = SURFACES[surface as keyof typeof SURFACES];
if (root !== null) render(draw(), root);
// Effects run after the first paint.
await new Promise((resolve) => setTimeout(resolve, 30));
if (surface === 'marker') showDots();
const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 10)));
/** Waits for an element as long as a surface may take to draw it; a state without it is photographed without the click. */
const appearing = async (selector: string): Promise<HTMLElement | null> => {
  for (let frames = 0; frames < 50; frames++) {
    const element = document.querySelector<HTMLElement>(selector);
    if (element !== null) return element;
    await frame();
  }
  return null;
};
const opened = query.get('row');
if (opened !== null) {
  (await appearing(`[data-credential="${opened}"] .row-button`))?.click();
  await appearing(`[data-credential="${opened}"] .answers`);
}
for (const selector of query.getAll('click')) {
  (await appearing(selector))?.click();
  await frame();
}
for (let frames = 0; frames < 4; frames++) await frame();
await document.fonts.ready;
document.documentElement.dataset.ready = '';

/** Dots as a page's script sets them, without the browser's messages. */
function showDots(): void {
  for (const item of ITEMS) {
    const anchor = document.getElementById(`link-${item.key}`);
    const { title, issuer, verdict } = rowView({ state: 'checked', ...item }, voice.say, voice.dates);
    if (anchor === null || verdict === null) continue;
    const { status, standing, statusWord, standingWord, reason } = verdict;
    const label = voice.say('marker_label', { status: statusWord, title });
    const mark: Mark = {
      spots: [],
      status,
      standing,
      title,
      issuer,
      statusWord,
      standingWord,
      reason,
      label,
    };
    const dot = createDot(anchor);
    dot.show([mark], {
      sure: voice.say('marker_sure'),
      close: voice.say('marker_close'),
      language: words.language,
      direction,
    });
    dot.settle();
  }
}
