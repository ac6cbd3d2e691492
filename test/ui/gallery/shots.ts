/** What is photographed: every surface in every state, and in which dresses. */
import { LANGUAGES } from '../../../src/languages.ts';
import type { GroupId } from '../../../src/present/groups.ts';

export type Dress = 'light' | 'dark' | 'rtl' | 'zoom' | 'forced';
/** `zoom`: a window of 1280 × 1024 pixels at 400 %. `rtl`: Arabic. */
export const DRESSES: readonly Dress[] = ['light', 'dark', 'rtl', 'zoom', 'forced'];

export interface State {
  /** Name of the file, and of the shot in the tests. */
  readonly name: string;
  /** For gallery.html. */
  readonly query: string;
  readonly size: { readonly width: number; readonly height: number };
  /** One of those that are photographed in every language, and in Firefox. */
  readonly isMain?: boolean;
}
export interface Shot extends State {
  readonly state: string;
  readonly dress: Dress;
  /** Folder under `_locales`. */
  readonly language: string;
}

const POPUP = { width: 400, height: 600 };
const PANEL = { width: 420, height: 900 };
const TAB = { width: 1000, height: 900 };

const popup = (kind: string, isMain = false): State => ({
  name: `popup-${kind}`,
  query: `surface=popup&case=${kind}`,
  size: POPUP,
  isMain,
});
/** `folded`: the group that is opened, so that its rows are seen. */
const card = (row: string, isMain = false, folded: GroupId = 'unchecked'): State => ({
  name: `card-${row}`,
  query: `surface=popup&case=done&row=${row}&click=${encodeURIComponent(`[data-group="${folded}"]:not([open]) > summary`)}`,
  size: POPUP,
  isMain,
});

/** A record that tells all that it can, with every fold open. */
const rich = (row: string): State => ({
  name: `rich-${row}`,
  query: `surface=popup&case=rich&row=${row}&click=${encodeURIComponent('.fold:nth-of-type(1) > summary')}&click=${encodeURIComponent('.fold:last-of-type > summary')}&click=${encodeURIComponent('.part:nth-of-type(2) > summary')}`,
  size: POPUP,
  isMain: row === 'badge',
});

export const STATES: readonly State[] = [
  popup('done', true),
  popup('nameless'),
  popup('few'),
  popup('allow', true),
  popup('checking'),
  popup('scanning'),
  popup('empty'),
  popup('unread'),
  popup('unreadable'),
  popup('error'),
  popup('asked'),
  popup('offline'),
  popup('unkept'),
  card('unknown-issuer', true, 'unknown'),
  card('signed', false, 'confirmed'),
  card('confirmed', false, 'confirmed'),
  card('expired'),
  card('revoked'),
  card('failed'),
  card('unbound'),
  card('holder'),
  card('page'),
  card('unreachable'),
  card('permission', false, 'waiting'),
  {
    name: 'card-open-folds',
    query: `surface=popup&case=few&row=signed&click=${encodeURIComponent('.fold:nth-of-type(1) > summary')}&click=${encodeURIComponent('.fold:last-of-type > summary')}`,
    size: POPUP,
  },
  rich('badge'),
  rich('transcript'),
  rich('endorsement'),
  {
    name: 'card-recognise',
    query: `surface=popup&case=few&row=unknown-issuer&click=${encodeURIComponent('[data-recognise]')}`,
    size: POPUP,
  },
  {
    name: 'popup-save',
    query: `surface=popup&case=few&click=${encodeURIComponent('.take summary')}&click=${encodeURIComponent('.known summary')}`,
    size: POPUP,
    isMain: true,
  },
  { name: 'panel-done', query: 'surface=panel&case=done', size: PANEL, isMain: true },
  {
    name: 'panel-checked',
    query: `surface=panel&case=few&click=${encodeURIComponent('.checked-entries > summary')}`,
    size: PANEL,
  },
  { name: 'panel-years', query: 'surface=panel&case=years', size: PANEL },
  { name: 'panel-idle', query: 'surface=panel&case=idle', size: PANEL },
  { name: 'preview-empty', query: 'surface=preview&case=idle', size: TAB },
  { name: 'preview-seen', query: 'surface=preview&case=brought', size: TAB },
  {
    name: 'preview-fix',
    query: `surface=preview&case=brought&click=${encodeURIComponent('[data-tab="fix"]')}`,
    size: TAB,
    isMain: true,
  },
  {
    name: 'options-full',
    query: `surface=options&case=done&click=${encodeURIComponent('.checked-entries > summary')}`,
    size: TAB,
    isMain: true,
  },
  {
    name: 'options-list-off',
    query: `surface=options&case=few&click=${encodeURIComponent('.checked-entries > summary')}`,
    size: TAB,
  },
  { name: 'options-managed', query: 'surface=options&case=managed', size: TAB },
  { name: 'options-empty', query: 'surface=options&case=empty', size: TAB },
  { name: 'welcome', query: 'surface=welcome', size: TAB, isMain: true },
  { name: 'marker', query: 'surface=marker&case=done', size: { width: 560, height: 600 } },
];

/** English and Arabic have dresses of their own. */
const OTHERS = LANGUAGES.filter((language) => language !== 'en' && language !== 'ar');
const ZOOMED = { width: 320, height: 256 };
/** The narrowest popup: Chrome's at 200 %. */
const NARROWEST = { width: 200, height: 300 };

export const SHOTS: readonly Shot[] = STATES.flatMap((state) => [
  ...DRESSES.map(
    (dress): Shot => ({
      ...state,
      state: state.name,
      name: `${state.name}.${dress}`,
      dress,
      language: dress === 'rtl' ? 'ar' : 'en',
      size: dress === 'zoom' ? ZOOMED : state.size,
    }),
  ),
  ...(state.isMain
    ? OTHERS.map(
        (language): Shot => ({
          ...state,
          state: state.name,
          name: `${state.name}.${language}`,
          dress: 'light',
          language,
        }),
      )
    : []),
  ...(state.name === 'popup-done' || state.name === 'card-unknown-issuer'
    ? ['en', 'de', 'ar'].map(
        (language): Shot => ({
          ...state,
          state: state.name,
          name: `${state.name}.narrowest-${language}`,
          dress: 'light',
          language,
          size: NARROWEST,
        }),
      )
    : []),
]);

export type Browser = 'chromium' | 'firefox';

/** A state at a time for Chromium. Firefox is looked at in the main ones alone, and has one sheet. */
export const shotsOn = (browser: Browser, sheet: string): readonly Shot[] =>
  browser === 'chromium'
    ? SHOTS.filter(({ state }) => state === sheet)
    : SHOTS.filter(
        ({ isMain, dress, language }) => isMain === true && dress === 'light' && language === 'en',
      );

/** The sheets of reference pictures. */
export const SHEETS: Readonly<Record<Browser, readonly string[]>> = {
  chromium: STATES.map(({ name }) => name),
  firefox: ['firefox'],
};
