import { render } from 'preact';
import { say, uiLanguage } from '../platform/i18n.ts';
import { ask } from '../platform/messages.ts';
import { watchPage } from '../platform/pages.ts';
import { requestOrigins } from '../platform/permissions.ts';
import { ownTab } from '../platform/tabs.ts';
import { createDates } from '../present/dates.ts';
import { Preview } from './preview.tsx';

const { tag, direction } = uiLanguage();
document.documentElement.lang = tag;
document.documentElement.dir = direction;
document.title = `${say('preview_title')} · ${say('appShortName')}`;

const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
const voice = { say, dates: createDates({ language: tag, timeZone }) };

const tab = await ownTab();
const root = document.getElementById('preview');
if (root !== null && tab !== null) {
  const world = { voice, tabId: tab.id, watch: watchPage.bind(null, tab.id), ask, requestOrigins };
  render(<Preview world={world} />, root);
}
