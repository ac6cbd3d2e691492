import type { Item } from '../item.ts';

export interface NotePorts {
  /** Whether a list is kept: the reader wants one, and their organisation allows it. */
  readonly isKept: () => Promise<boolean>;
  readonly isPrivate: (tabId: number) => Promise<boolean>;
  /** Writes the page's rows down. Returns them with what they were before. */
  readonly note: (tabId: number, url: string, items: readonly Item[]) => Promise<readonly Item[]>;
}

/**
 * Notes what was checked on a web page on the reader's list, if they keep one. Nothing from a private window is noted,
 * and nothing that was brought to a page of the extension. Whatever fails, the rows come back.
 */
export const noteUnlessPrivate =
  ({ isKept, isPrivate, note }: NotePorts): NotePorts['note'] =>
  async (tabId, url, items) => {
    try {
      const isNoted = /^https?:/.test(url) && (await isKept()) && !(await isPrivate(tabId));
      return isNoted ? await note(tabId, url, items) : items;
    } catch {
      return items;
    }
  };
