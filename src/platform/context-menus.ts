import type { Asked } from '../recognise/asked.ts';
import { browser } from './browser.ts';
import { oneByOne } from './one-by-one.ts';
import { parseAsked } from './request-forms.ts';

/** What was clicked, and on which page of which tab. */
export interface Chosen {
  readonly tabId: number;
  readonly url: string;
  readonly title: string;
  readonly asked: Asked;
}

/** The parts of the browser's click event that are used here. Everything but the item comes from the page. */
interface Click {
  readonly menuItemId: string | number;
  readonly pageUrl?: string | undefined;
  readonly linkUrl?: string | undefined;
  readonly srcUrl?: string | undefined;
  readonly selectionText?: string | undefined;
}

type MenuKind = 'link' | 'image' | 'text' | 'pdf';
interface Menu {
  readonly id: `check-${MenuKind}`;
  readonly context: 'link' | 'image' | 'selection' | 'page';
  /** Match patterns of the pages that offer it; absent: all pages. */
  readonly pages?: readonly string[];
  readonly words: string;
  readonly asks: (click: Click) => unknown;
}
const MENUS: readonly Menu[] = [
  {
    id: 'check-link',
    context: 'link',
    words: 'menu_check_link',
    asks: (click) => ({ kind: 'link', link: click.linkUrl }),
  },
  {
    id: 'check-image',
    context: 'image',
    words: 'menu_check_image',
    asks: (click) => ({ kind: 'image', link: click.srcUrl }),
  },
  {
    id: 'check-text',
    context: 'selection',
    words: 'menu_check_text',
    asks: (click) => ({ kind: 'text', text: click.selectionText }),
  },
  {
    id: 'check-pdf',
    context: 'page',
    pages: ['*://*/*.pdf', '*://*/*.pdf?*'],
    words: 'menu_check_pdf',
    asks: (click) => ({ kind: 'link', link: click.pageUrl }),
  },
];

/**
 * Puts the items into the page's context menu and reports every choice. Only the browser's own menu leads here: no page
 * and no message can. Call it while the background starts.
 */
export function offerMenus(say: (key: string) => string, onChosen: (chosen: Chosen) => void): void {
  const fill = async (): Promise<void> => {
    await browser.contextMenus.removeAll();
    for (const { id, context, pages, words } of MENUS)
      browser.contextMenus.create({
        id,
        title: say(words),
        contexts: [context],
        ...(pages && { documentUrlPatterns: [...pages] }),
      });
  };
  // Two at once would both find the menu empty and both fill it.
  const inTurn = oneByOne();
  const offer = (): void => void inTurn(fill).catch((trouble) => console.error('touchstone:', trouble));
  // Both browsers keep the items while the background sleeps. An update or another language changes their words.
  browser.runtime.onInstalled.addListener(offer);
  browser.runtime.onStartup.addListener(offer);
  browser.contextMenus.onClicked.addListener((click, tab) => {
    const menu = MENUS.find(({ id }) => id === click.menuItemId);
    const asked = menu && parseAsked(menu.asks(click));
    const url = click.pageUrl ?? tab?.url ?? '';
    // A click in a side bar or on a browser page comes from no tab.
    if (!asked || tab?.id === undefined || tab.id < 0) return;
    onChosen({ tabId: tab.id, url, title: tab.title ?? '', asked });
  });
}
