/** The composition root: it puts the real ports together. Every listener is registered before the first `await`. */

import scanScript from '../content/main.iife.ts?iife';
import markerScript from '../content/marker.iife.ts?iife';
import watchScript from '../content/watch.iife.ts?iife';
import { inspectCandidate } from '../inspect.ts';
import { lazy } from '../lazy.ts';
import { createNet } from '../net/guard.ts';
import { part } from '../part.ts';
import { openPopup, showBadge } from '../platform/action.ts';
import { isSiteAllowed, readAllowedSites } from '../platform/allowed-sites.ts';
import { forgetOld, isCheckedKept, noteChecked, onCheckedKeptChanged } from '../platform/checked-list.ts';
import { systemClock } from '../platform/clock.ts';
import { registerOn } from '../platform/content-scripts.ts';
import { offerMenus } from '../platform/context-menus.ts';
import { createHeavy } from '../platform/heavy.ts';
import { onLanguageChanged, say, speak } from '../platform/i18n.ts';
import { keepAwake } from '../platform/keep-awake.ts';
import { answerRequests } from '../platform/messages.ts';
import { oneByOne } from '../platform/one-by-one.ts';
import { clickOpensPage, isPermitted, onGrantsChanged } from '../platform/permissions.ts';
import { onPolicyChanged } from '../platform/policy.ts';
import { isMarked, onMarkedSitesChanged, onSitesChanged, readSites } from '../platform/sites.ts';
import { onBrowserStart, onInstalled } from '../platform/start.ts';
import { cacheStore, closeStorageToPages, pastCache, sessionArea } from '../platform/store.ts';
import {
  addressInside,
  endFollowing,
  endVisit,
  isOwnPage,
  isPrivate,
  listenToTabs,
  openOwnPage,
  openTabs,
  runIn,
  tabById,
  tell,
} from '../platform/tabs.ts';
import { createTransport } from '../platform/transport.ts';
import {
  forgetIssuer,
  onTrustedChanged,
  readFederations,
  readPolicyFederations,
  readPolicyTrusted,
  readPolicyUniversities,
  readTrusted,
  readUniversities,
  recogniseIssuer,
} from '../platform/trusted.ts';
import type { Net } from '../ports.ts';
import { samePage } from '../protocol.ts';
import { IMAGE_ACCEPT } from '../provider/accept.ts';
import { hosting } from '../provider/hosting.ts';
import { recogniseInView } from '../resolve/page-in-view.ts';
import { readClaims } from '../site/claims.ts';
import { badgeOf } from './badge.ts';
import { createGate } from './gate.ts';
import { inPace } from './in-pace.ts';
import { inspectAsked, type ReadCode } from './inspect-asked.ts';
import { inspectSafely } from './inspect-safely.ts';
import { createIssuers } from './issuers.ts';
import { createMarkers } from './markers.ts';
import { noteUnlessPrivate } from './note-unless-private.ts';
import { createOpenPages } from './open-pages.ts';
import { createPageBook } from './page-book.ts';
import { createPageChecks } from './page-checks.ts';
import { askingOver, mayAsk } from './page-origin.ts';
import { createPictures } from './pictures.ts';
import { policyChanged } from './policy-changed.ts';
import { sameOrigin } from './same-origin.ts';
import { scanTab } from './scan-tab.ts';
import { storeUnlessPrivate } from './store-unless-private.ts';
import { untilChanged } from './until-changed.ts';
import { viewedAt } from './viewed-at.ts';

const clock = systemClock;
const inTurn = oneByOne();
const book = createPageBook(sessionArea);
const heavy = createHeavy();
const transport = createTransport(
  (input, init) => fetch(input, init),
  () => !navigator.onLine,
);
const GRANTS = { clickOpensPage, isPermitted };
const ownList = <Answer>(read: () => Promise<Answer>) => untilChanged(read, onTrustedChanged);
const prescribed = <Answer>(read: () => Promise<Answer>) => untilChanged(read, onPolicyChanged);
const issuers = createIssuers(
  { reader: ownList(readTrusted), policy: prescribed(readPolicyTrusted) },
  { reader: ownList(readUniversities), policy: prescribed(readPolicyUniversities) },
  { reader: ownList(readFederations), policy: prescribed(readPolicyFederations), clock },
  hosting.sameRecord,
);
const voice = untilChanged(speak, onLanguageChanged);
const allowedSites = prescribed(readAllowedSites);
const markers = createMarkers({
  read: book.read,
  isMarked: async (url) => (await gate.isAllowed(url)) && isMarked(url),
  voice,
  tell,
  run: (tabId) => runIn(tabId, markerScript),
});
/** A visit keeps its way out as long as its tab is open. Most pages whose badges carry their keys never need one. */
const netFor = (page: string): Net => {
  const net = lazy(() =>
    createNet({ transport: askingOver(page, transport, GRANTS), clock, permitted: mayAsk(page, GRANTS) }),
  );
  return {
    get: (request) => net().get(request),
    refusal: async (address) => (await net().refusal?.(address)) ?? null,
  };
};
const readCode: ReadCode = (image) => heavy.run('readCode', { image });
const drawing = part(() => import('../platform/small-picture.ts'));
const pictures = createPictures({
  book,
  draw: async (address, page) => {
    const answer = await netFor(page).get({ url: address, accept: IMAGE_ACCEPT });
    if (!answer.ok || answer.value.status !== 200) return null;
    const loaded = await drawing();
    return loaded.ok ? loaded.value.smallPicture(answer.value.bytes).catch(() => null) : null;
  },
});
const onState = inPace((tabId, state) => {
  void voice().then(({ say: words }) => showBadge(tabId, badgeOf(state, words)));
  void markers.changed(tabId);
  void pictures.addTo(tabId);
});

const gate = createGate({
  book,
  allowedSites,
  isOwn: isOwnPage,
  tabById,
  now: clock.now,
  onRefused: (tabId, state) => {
    onState(tabId, state);
    void endVisit(tabId);
    void markers.switched(tabId);
  },
  scan: (tabId) =>
    scanTab(tabId, {
      book,
      script: scanScript,
      now: clock.now,
      onState,
      readPdf: (tab, page) => void checks.asked(tab, page, [{ kind: 'link', link: page.url }]),
    }),
  checks: createPageChecks({
    book,
    clock,
    recognise: recogniseInView,
    inspect: inspectSafely((candidate, ports) =>
      candidate.asked ? inspectAsked(readCode)(candidate, ports) : inspectCandidate(candidate, ports),
    ),
    portsFor: (mode, page, tabId) => ({
      net: netFor(page),
      clock,
      heavy,
      store: storeUnlessPrivate(mode === 'usual' ? cacheStore : pastCache(cacheStore), () =>
        isPrivate(tabId),
      ),
      hosting,
      issuers,
      contexts: { get: () => undefined },
    }),
    note: noteUnlessPrivate({
      isKept: untilChanged(isCheckedKept, onCheckedKeptChanged),
      isPrivate,
      note: async (tabId, url, items) => {
        // Not the tab's title: the tab may show the next page by now.
        const state = (await book.read(tabId))?.state;
        const page = { url, title: state && samePage(state.url, url) ? state.title : '' };
        return noteChecked(items, { page, voice: await voice(), now: clock.now() });
      },
    }),
    mayAsk: (page, origin) => mayAsk(page, GRANTS)(origin),
    readAgain: (tabId) => void scan(tabId).catch((bug) => console.error('touchstone:', bug)),
    onState,
    keepAwake,
  }),
});
const { checks, scan } = gate;

/**
 * A page is left when its script has gone from the tab, or reports another address. Where no script ran, because the
 * user only asked about something on the page, the tab's address decides.
 */
const leaveIfGone = (tabId: number): Promise<void> =>
  checks.leaveIfGone(tabId, async ({ state, source }) => {
    const unread = source?.scan.sightings.length === 0 && source.asked !== undefined;
    const address = (await addressInside(tabId)) ?? (unread ? ((await tabById(tabId))?.url ?? null) : null);
    return address !== null && samePage(address, state.url);
  });

const openPages = createOpenPages({
  book,
  checks,
  scan,
  leaveIfGone,
  openTabs,
  addressInside,
  isPermitted,
  endFollowing,
});

const done = (work: Promise<void>): Promise<null> => work.then(() => null);

answerRequests({
  'scan-tab': ({ tabId }) => done(scan(tabId)),
  wake: ({ tabId }) => done(checks.resume(tabId)),
  'tab-moved': ({ tabId }) => done(leaveIfGone(tabId)),
  'page-scanned': async ({ scan: seen }, { tabId, url }) => {
    // The browser names the tab and its address. The page's script is believed only about what stands in the page.
    if (tabId !== null && sameOrigin(url, seen.url))
      await checks.scanned(tabId, viewedAt(url, readClaims(seen)));
    return null;
  },
  'page-left': async (_, { tabId }) => {
    if (tabId !== null) await leaveIfGone(tabId);
    return null;
  },
  recheck: ({ tabId, key }) => done(checks.recheck(tabId, key)),
  'check-asked': async ({ tabId, asked }, asker) => {
    // A page of ours asks for its own tab. The popup asks for the tab below it, whose page it has had read.
    const own = asker.tabId === tabId ? { url: asker.url, title: '' } : null;
    const page = own ?? (await book.read(tabId))?.state ?? (await tabById(tabId));
    if (page) await checks.asked(tabId, page, asked);
    return null;
  },
  'forget-page': ({ tabId }) => done(checks.leave(tabId)),
  'check-rest': ({ tabId }) => done(checks.checkRest(tabId)),
  'origins-granted': ({ tabId }) => done(checks.granted(tabId)),
  'known-holder': ({ tabId, holder }) => done(checks.compareHolder(tabId, holder)),
  'show-on-page': ({ tabId, key }) => markers.show(tabId, key),
  'recognise-issuer': (issuer) => done(recogniseIssuer(issuer)),
  'forget-issuer': ({ id }) => done(forgetIssuer(id)),
});

offerMenus(say, ({ tabId, url, title, asked }) => {
  // This comes first, because browsers allow it only as part of the click. Where they refuse, the badge shows the
  // answer.
  void openPopup();
  void checks.asked(tabId, { url, title }, [asked]);
});

listenToTabs({
  onMoved: (tabId) => void leaveIfGone(tabId),
  onClosed: (tabId) => void checks.leave(tabId),
});
onInstalled(() => void openOwnPage('src/welcome/index.html'));
onBrowserStart(() => void forgetOld(clock.now()));
onSitesChanged(() => void registerSites());
onMarkedSitesChanged(() => void switchMarkers());
onLanguageChanged(() => void tellAnew());
onTrustedChanged(() => void openPages.judgeAnew());
onPolicyChanged(() => {
  void registerSites();
  void policyChanged({ book, checks, gate, openTabs, addressInside, endVisit });
});
onGrantsChanged({
  changed: () => void registerSites(),
  added: () => void openPages.granted(),
  removed: () => void openPages.withdrawn(),
});

void closeStorageToPages();
void registerSites();
void openPages.resume();

/** Badges and dots of every open page are told once more. */
async function tellAnew(): Promise<void> {
  for (const tabId of await book.tabs()) onState(tabId, (await book.read(tabId))?.state ?? null);
}

/** Dots appear or go at once, on every open page. */
async function switchMarkers(): Promise<void> {
  for (const tabId of await book.tabs()) void markers.switched(tabId);
}

/** One call at a time: two at once would both find the script unregistered and both register it. */
function registerSites(): Promise<void> {
  return inTurn(async () => {
    const [named, allowed] = await Promise.all([readSites(), allowedSites()]);
    const sites = named.filter((site) => isSiteAllowed(site, allowed));
    return registerOn(sites, watchScript);
  }).catch(() => undefined);
}
