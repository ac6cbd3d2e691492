import { render } from 'preact';
import { say, uiLanguage } from '../platform/i18n.ts';
import { ask } from '../platform/messages.ts';
import { watchPage } from '../platform/pages.ts';
import { requestOrigins } from '../platform/permissions.ts';
import { activeTab, openOptions, openOwnPage } from '../platform/tabs.ts';
import { createDates } from '../present/dates.ts';
import { Popup } from './popup.tsx';

const { tag, direction } = uiLanguage();
document.documentElement.lang = tag;
document.documentElement.dir = direction;

const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
const voice = { say, dates: createDates({ language: tag, timeZone }) };

/** `?tab=<id>` names the tab where the popup stands in a tab of its own. */
async function tabInView(): Promise<number | null> {
  const named = new URLSearchParams(location.search).get('tab');
  return named !== null && /^\d+$/.test(named) ? Number(named) : ((await activeTab())?.id ?? null);
}

const tabId = await tabInView();
const root = document.getElementById('popup');
if (root !== null && tabId !== null) {
  const world = {
    voice,
    tabId,
    watch: watchPage.bind(null, tabId),
    ask,
    requestOrigins,
    openOptions,
    openPreview: () => openOwnPage('src/preview/index.html'),
  };
  render(<Popup world={world} />, root);
}
