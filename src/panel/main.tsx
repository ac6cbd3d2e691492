import { render } from 'preact';
import { ask } from '../platform/ask.ts';
import { watchChecked } from '../platform/checked-list.ts';
import { beginPage } from '../platform/i18n.ts';
import { watchPage } from '../platform/pages.ts';
import { requestOrigins } from '../platform/permissions.ts';
import { followTab } from '../platform/side-panel.ts';
import { openOptions } from '../platform/tabs.ts';
import { type TakenKind, take } from '../platform/take.ts';
import type { Examination } from '../report/examination.ts';
import { Panel } from './panel.tsx';

const voice = await beginPage(null);
const root = document.getElementById('panel');
if (root !== null) {
  const world = {
    voice,
    follow: followTab,
    pageWorld: (tabId: number) => ({
      voice,
      tabId,
      watch: watchPage.bind(null, tabId),
      ask,
      requestOrigins,
      take: (kind: TakenKind, examination: Examination) => take(kind, examination, voice),
    }),
    openOptions,
    watchChecked,
  };
  render(<Panel world={world} />, root);
}
