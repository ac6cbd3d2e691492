import { contentTypeIn } from '../platform/tabs.ts';
import type { NotReadable, PageState } from '../protocol.ts';
import { notReadableReason } from './not-readable.ts';
import type { PageBook } from './page-book.ts';

/** A page that the organisation's policy does not allow to be read. */
export interface Refused {
  readonly tabId: number;
  readonly page: Pick<PageState, 'url' | 'title'>;
  readonly now: number;
}

export interface RefusalPorts {
  readonly book: PageBook;
  readonly leave: (tabId: number) => Promise<void>;
}

/** Leaves whatever is known of the tab's page, and notes why it is not read. Returns the state that says so. */
export async function refuse(
  { book, leave }: RefusalPorts,
  { tabId, page: { url, title }, now }: Refused,
): Promise<PageState | null> {
  const notReadable = await reasonIn(tabId, url);
  const before = (await book.read(tabId))?.state ?? null;
  if (before?.notReadable === notReadable && before.url === url) return before;
  // Nothing of what is under way may be noted, or come back.
  await leave(tabId);
  const blank = { tabId, url, title, startedAt: now, rows: [], wantedOrigins: [] };
  const page = { state: { ...blank, phase: 'not-readable', notReadable }, source: null } as const;
  return (await book.change(tabId, () => ({ page, found: null }))).state;
}

/**
 * A page of the browser's own is on no site, and says so as ever: by its address or, where that is hidden, by how the
 * browser refuses a question about the kind of document.
 */
async function reasonIn(tabId: number, url: string): Promise<NotReadable> {
  if (/^(?:https?|file):/i.test(url)) return 'not-allowed';
  if (url !== '') return notReadableReason(url);
  const words = await contentTypeIn(tabId).then(
    () => '',
    (refusal: unknown) => (refusal instanceof Error ? refusal.message : ''),
  );
  return notReadableReason(url, words);
}
