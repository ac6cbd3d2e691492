import { render } from 'preact';
import { ask } from '../platform/ask.ts';
import { beginPage } from '../platform/i18n.ts';
import { watchPage } from '../platform/pages.ts';
import { openSidePanel, readWindow } from '../platform/side-panel.ts';
import { activeTab, openOptions, openOwnPage } from '../platform/tabs.ts';
import { persistently } from '../ui/asking.ts';
import { browserWorld } from '../ui/browser-world.ts';
import { watchEarly } from '../ui/watch-early.ts';
import { Popup } from './popup.tsx';

/** `?tab=<id>` names the tab where the popup itself stands in a tab. */
async function tabInView(): Promise<number | null> {
  const named = new URLSearchParams(location.search).get('tab');
  return named !== null && /^\d+$/.test(named) ? Number(named) : ((await activeTab())?.id ?? null);
}

const speaking = beginPage(null);
const tabId = await tabInView();
const root = document.getElementById('popup');
if (root !== null && tabId !== null) {
  const early = watchEarly(watchPage.bind(null, tabId));
  const heard = persistently(ask)('scan-tab', { tabId });
  const [voice, first] = await Promise.all([speaking, early.first, readWindow()]);
  const world = {
    ...browserWorld(tabId, voice),
    heard,
    first,
    watch: early.watch,
    giveWay: () => window.close(),
    openOptions,
    openPanel: openSidePanel,
    openPreview: () => openOwnPage('src/preview/index.html'),
  };
  render(<Popup world={world} />, root);
}
