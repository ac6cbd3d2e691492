import { render } from 'preact';
import { ask } from '../platform/ask.ts';
import { beginPage } from '../platform/i18n.ts';
import { watchPage } from '../platform/pages.ts';
import { requestOrigins } from '../platform/permissions.ts';
import { ownTab } from '../platform/tabs.ts';
import { type TakenKind, take } from '../platform/take.ts';
import type { Examination } from '../report/examination.ts';
import { Preview } from './preview.tsx';

const [voice, tab] = await Promise.all([beginPage('preview_title'), ownTab()]);
const root = document.getElementById('preview');
if (root !== null && tab !== null) {
  const world = {
    voice,
    tabId: tab.id,
    watch: watchPage.bind(null, tab.id),
    ask,
    requestOrigins,
    take: (kind: TakenKind, examination: Examination) => take(kind, examination, voice),
  };
  render(<Preview world={world} />, root);
}
