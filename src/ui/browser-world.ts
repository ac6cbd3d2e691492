import { ask } from '../platform/ask.ts';
import { watchPage } from '../platform/pages.ts';
import { requestOrigins } from '../platform/permissions.ts';
import { take } from '../platform/take.ts';
import type { PageVoice } from '../present/sentence.ts';
import type { PageWorld } from './page-world.ts';

/** The world of one tab's page, as the browser gives it. */
export const browserWorld = (tabId: number, voice: PageVoice): PageWorld => ({
  voice,
  tabId,
  watch: watchPage.bind(null, tabId),
  ask,
  requestOrigins,
  take: (kind, examination) => take(kind, examination, voice),
});
