import type { Item } from '../item.ts';

export interface NoteOpenlyPorts {
  /** Whether the reader keeps a list. */
  readonly isKept: () => Promise<boolean>;
  readonly isPrivate: (tabId: number) => Promise<boolean>;
  /** Writes the rows of the page down, and gives them back with what they were before. */
  readonly note: (tabId: number, url: string, items: readonly Item[]) => Promise<readonly Item[]>;
}

/**
 * What was checked on a web page goes on the reader's list, where one is kept: nothing of a private window, and nothing
 * that was brought to a page of the extension's own. Whatever fails, the rows come back.
 */
export const noteOpenly =
  ({ isKept, isPrivate, note }: NoteOpenlyPorts): NoteOpenlyPorts['note'] =>
  async (tabId, url, items) => {
    try {
      const isOpen = /^https?:/.test(url) && (await isKept()) && !(await isPrivate(tabId));
      return isOpen ? await note(tabId, url, items) : items;
    } catch {
      return items;
    }
  };
