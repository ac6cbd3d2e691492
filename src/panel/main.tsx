import { render } from 'preact';
import { watchChecked } from '../platform/checked-list.ts';
import { beginPage, onLanguageChanged } from '../platform/i18n.ts';
import { followTab } from '../platform/side-panel.ts';
import { openOptions } from '../platform/tabs.ts';
import { browserWorld } from '../ui/browser-world.ts';
import { Panel } from './panel.tsx';

const voice = await beginPage(null);
const root = document.getElementById('panel');
// It stays open beside the settings. Every word in it changes, so it is started again.
onLanguageChanged(() => location.reload());
if (root !== null) {
  const world = {
    voice,
    follow: followTab,
    pageWorld: (tabId: number) => browserWorld(tabId, voice),
    openOptions,
    watchChecked,
  };
  render(<Panel world={world} />, root);
}
