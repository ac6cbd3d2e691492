/** A real browser with the extension in it, as these tests see one: the same for Chromium and for Firefox. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
export type Scheme = 'light' | 'dark';

/** A document that is open: a tab, or the popup. */
export interface View {
  /** Runs a function in the document. It travels as text: what it needs comes as arguments. */
  evaluate<A extends readonly Json[], R>(work: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** Runs the text of a script and gives what its last expression comes to. */
  script(text: string): Promise<unknown>;
  /** A real click, by the mouse, in the middle of the first element that matches. */
  click(selector: string): Promise<void>;
  /** A real key, for whatever has the focus in the document. */
  press(key: 'Tab' | 'Enter' | 'Escape' | 'Space'): Promise<void>;
  prefer(scheme: Scheme): Promise<void>;
  /** Shows the document as it is printed. */
  print(): Promise<void>;
  /** Writes a PNG of the whole document; `width` in CSS pixels, where the view is a tab. */
  screenshot(path: string, width?: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * Ends every movement and scrolls to the top, so that a picture shows the document at rest. While something moves,
 * Chromium leaves parts out of a picture that is taller than its window.
 */
export function rest(): void {
  for (const each of document.getAnimations())
    if (each.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY) each.pause();
    else each.finish();
  scrollTo(0, 0);
}

export interface Session {
  readonly name: 'chromium' | 'firefox';
  /** Opens a page in a tab of its own, in front, and waits until it is loaded. */
  open(url: string): Promise<View>;
  /** Clicks the toolbar button on the tab in front, as a person does: the popup opens, activeTab is granted. */
  clickToolbar(): Promise<View>;
  /**
   * Opens a page in a private window of its own, and the popup over it. Where no script can click there, the popup opens
   * without a click: the page's site must be granted.
   */
  openPrivately(url: string): Promise<View>;
  /** Opens a page of the extension in a tab. */
  openOwnPage(path: string): Promise<View>;
  /** What stands on the toolbar button for the tab in front. */
  badge(): Promise<string>;
  /**
   * What the browser does when a person chooses an item of ours in the page's context menu (a native menu has no DOM),
   * and the popup that opens by itself.
   */
  chooseMenu(item: string, click: MenuClick): Promise<View>;
  /** Takes origins (`https://host/*`) back, as a person may in the browser's own settings. */
  withdraw(origins: readonly string[]): Promise<void>;
  /** Gives them there, unasked by the extension. */
  give(origins: readonly string[]): Promise<void>;
  /** Lets the extension on no site at all but at a click: Chrome's "on click", every switch of Firefox's off. */
  withdrawAll(): Promise<void>;
  /**
   * Refuses what the browser asks the reader while this is being done, where a script can reach the browser's dialog;
   * elsewhere the dialog stays without an answer.
   */
  refusing(deed: () => Promise<void>): Promise<'refused' | 'unanswered'>;
  /** Ends the service worker or the event page, whatever it is doing. */
  stopWorker(): Promise<void>;
  /** Resolves when a person has closed the browser. */
  ended(): Promise<void>;
  close(): Promise<void>;
}

/** What the browser says was under the pointer. */
export interface MenuClick {
  readonly pageUrl: string;
  readonly linkUrl?: string;
  readonly srcUrl?: string;
  readonly selectionText?: string;
}

export interface SessionOptions {
  /** The folder of the built extension. */
  readonly extension: string;
  readonly headless: boolean;
  /** Port of the CONNECT proxy that leads into the world; null: the real network. */
  readonly proxyPort: number | null;
  /** Public key of the world's server, which Chromium is told to accept. */
  readonly fingerprint: string | null;
  /** Origins (`https://host/*`) that the browser grants without a dialog as soon as the extension asks in a click. */
  readonly grantable: readonly string[];
  /** An organisation's policy. Firefox alone takes one for a single run: Chromium reads it from the computer's settings. */
  readonly policy?: Json | undefined;
}

/** A limit against hanging, not a measure of speed. */
export const PATIENCE_MS = 45_000;
const LOOK_EVERY_MS = 25;

/** Waits until what the function sees in the document is truthy, and gives it. On failure it tells what the document showed. */
export async function until<A extends readonly Json[], R>(
  view: View,
  work: (...args: A) => R | Promise<R>,
  ...args: A
): Promise<NonNullable<R>> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const seen = await view.evaluate(work, ...args);
    if (seen) return seen as NonNullable<R>;
    if (Date.now() > deadline) {
      const shown = await view.evaluate(() => document.body.innerText);
      throw new Error(`waited in vain for ${work.toString()}\nThe document shows:\n${shown.slice(0, 4000)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
