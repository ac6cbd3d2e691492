/** Firefox, driven by Marionette with the browser's own rights: its toolbar and its popups are no web pages. */
import { writeFileSync } from 'node:fs';
import manifest from '../../manifest.json' with { type: 'json' };
import { ensureBrowser } from '../../scripts/browser.mjs';
import { Marionette, type Pref } from './marionette.ts';
import {
  type Json,
  PATIENCE_MS,
  rest,
  type Session,
  type SessionOptions,
  until,
  type View,
} from './session.ts';

const ID = manifest.browser_specific_settings.gecko.id;
const UUID = '3b1f0b8e-52a6-4d0e-9d0f-6a2f6f0c7d11';
const ORIGIN = `moz-extension://${UUID}/`;

export async function openFirefox({
  extension,
  headless,
  proxyPort,
  policy,
}: SessionOptions): Promise<Session> {
  const firefox = await Marionette.launch({
    binary: ensureBrowser('firefox'),
    headless,
    policy: policy === undefined ? undefined : { id: ID, data: policy },
    prefs: {
      'extensions.webextensions.uuids': JSON.stringify({ [ID]: UUID }),
      'extensions.webextOptionalPermissionPrompts': false,
      'ui.popup.disable_autohide': headless,
      // no real click stands behind a menu that was chosen by script
      'extensions.openPopupWithoutUserGesture.enabled': true,
      ...(proxyPort !== null && proxyPrefs(proxyPort)),
    },
  });
  try {
    await firefox.send('Addon:Install', { path: extension, temporary: true });
    return await createSession(firefox);
  } catch (error) {
    await firefox.close();
    throw error;
  }
}

const proxyPrefs = (port: number): Readonly<Record<string, Pref>> => ({
  'network.proxy.type': 1,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': port,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': port,
  'network.proxy.allow_hijacking_localhost': true,
  'network.proxy.no_proxies_on': '',
});

/** Names that every script in the browser's window starts with. */
const WINDOW = `const win = Services.wm.getMostRecentWindow('navigator:browser');
  const soon = (look) => new Promise((resolve, reject) => {
    const end = Date.now() + ${PATIENCE_MS};
    const timer = win.setInterval(() => {
      let seen; try { seen = look(); } catch (error) { seen = undefined; }
      if (seen || Date.now() > end) { win.clearInterval(timer); seen ? resolve(seen) : reject(new Error('waited in vain: ' + look)); }
    }, 20);
  });
  const popup = () => [...win.document.querySelectorAll('browser[webextension-view-type="popup"]')].at(-1);
  const tabOf = (id) => [...win.gBrowser.browsers].find((each) => each.browserId === id);
  const viewAt = (id) => id === null ? popup() : tabOf(id);`;

async function createSession(firefox: Marionette): Promise<Session> {
  const inWindow = (body: string, ...args: readonly Json[]): Promise<Json> =>
    firefox.run('chrome', `${WINDOW}\n${body}`, args);

  // it welcomes its reader in a tab of its own, which would come in front of whatever is opened meanwhile
  await inWindow(
    `const welcome = () => win.gBrowser.tabs.find((tab) => tab.linkedBrowser.currentURI.spec.startsWith(args[0]));
     win.gBrowser.removeTab(await soon(welcome));`,
    `${ORIGIN}src/welcome/`,
  );

  const show = async (url: string): Promise<View> => {
    const id = await inWindow(
      `const tab = win.gBrowser.addTrustedTab(args[0]);
       win.gBrowser.selectedTab = tab;
       const browser = tab.linkedBrowser;
       await soon(() => browser.currentURI.spec !== 'about:blank' && !browser.webProgress.isLoadingDocument);
       return browser.browserId;`,
      url,
    );
    return viewOf(inWindow, id as number);
  };

  /** A popup is loaded somewhere else and moved into its panel: whoever speaks to it earlier gets no answer. */
  const openedPopup = async (): Promise<View> => {
    await inWindow(
      `await soon(() => popup().closest('panel').state === 'open' && popup().currentURI.spec.startsWith('moz-extension:'));`,
    );
    const popup = viewOf(inWindow, null);
    await until(popup, () => document.readyState === 'complete');
    return popup;
  };

  const granted = (): Promise<Json> =>
    inWindow(
      `return WebExtensionPolicy.getByID(args[0]).allowedOrigins.patterns.map(({ pattern }) => pattern);`,
      ID,
    );

  /** What the add-on manager does when a reader throws one of its switches. */
  const inSettings = async (setting: 'add' | 'remove', origins: readonly string[]): Promise<void> => {
    await inWindow(
      `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
       await ExtensionPermissions[args[1]](args[0], { origins: args[2], permissions: [] }, WebExtensionPolicy.getByID(args[0]).extension);`,
      ID,
      setting,
      [...origins],
    );
  };

  const clickToolbar = async (): Promise<View> => {
    await inWindow(
      `const id = args[0].toLowerCase().replace(/[^a-z0-9_-]/g, '_') + '-browser-action';
       win.CustomizableUI.addWidgetToArea(id, 'nav-bar');
       const open = popup();
       if (open) { open.closest('panel').hidePopup(); await soon(() => popup() === undefined); }
       const button = await soon(() => win.document.getElementById(id)?.querySelector('toolbarbutton'));
       button.click();`,
      ID,
    );
    return openedPopup();
  };

  return {
    name: 'firefox',
    open: show,
    async openPrivately(url) {
      // Firefox starts an extension anew for this. Had it been allowed at once, it might not welcome anybody.
      await inWindow(
        `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
         const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
         await ExtensionPermissions.add(args[0], { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
         await (await AddonManager.getAddonByID(args[0])).reload();`,
        ID,
      );
      await inWindow(
        `const opened = win.OpenBrowserWindow({ private: true });
         await soon(() => Services.wm.getMostRecentWindow('navigator:browser') === opened && opened.gBrowserInit?.delayedStartupFinished);`,
      );
      await show(url);
      return clickToolbar();
    },
    openOwnPage: (path) => show(`${ORIGIN}${path}`),
    clickToolbar,
    badge: async () =>
      (await inWindow(
        `const id = args[0].toLowerCase().replace(/[^a-z0-9_-]/g, '_') + '-browser-action';
         return win.document.getElementById(id)?.querySelector('toolbarbutton')?.getAttribute('badge') ?? '';`,
        ID,
      )) as string,
    async chooseMenu(item, click) {
      await inWindow(
        `WebExtensionPolicy.getByID(args[0]).extension
           .emit('webext-menu-menuitem-click', { menuItemId: args[1], editable: false, modifiers: [], ...args[2] }, win.gBrowser.selectedTab);`,
        ID,
        item,
        { ...click },
      );
      return openedPopup();
    },
    withdraw: (origins) => inSettings('remove', origins),
    give: (origins) => inSettings('add', origins),
    withdrawAll: async () => inSettings('remove', (await granted()) as string[]),
    async refusing(deed) {
      await inWindow(`Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', true);`);
      await deed();
      await inWindow(
        `const panel = win.document.getElementById('notification-popup');
         const question = await soon(() => panel.state === 'open' && panel.querySelector('popupnotification'));
         question.secondaryButton.click();
         await soon(() => panel.state === 'closed');
         Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false);`,
      );
      return 'refused';
    },
    async stopWorker() {
      await inWindow(
        `await WebExtensionPolicy.getByID(args[0]).extension
           .terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });`,
        ID,
      );
    },
    ended: () => firefox.ended(),
    close: () => firefox.close(),
  };
}

/** A tab by the number of its browser, or the popup (null). */
function viewOf(
  inWindow: (body: string, ...args: readonly Json[]) => Promise<Json>,
  id: number | null,
): View {
  /** Runs a script where the document lives, in its own process, and gives what it passes to `answer`. */
  const inFrame = (script: string): Promise<Json> =>
    inWindow(
      `const manager = viewAt(args[0]).messageManager;
       const name = 'touchstone:' + Math.random();
       const answered = new Promise((resolve) => manager.addMessageListener(name, ({ data }) => resolve(data)));
       const code = '{ const answer = (data) => sendAsyncMessage(' + JSON.stringify(name) + ', data); ' + args[1] + ' }';
       manager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(code), false);
       const late = new Promise((_, reject) => win.setTimeout(() => reject(new Error('the document did not answer')), ${PATIENCE_MS}));
       const { value, error } = await Promise.race([answered, late]);
       if (error) throw new Error(error);
       return value;`,
      id,
      script,
    );

  const script = async (text: string): Promise<unknown> => {
    const code = `Promise.resolve(${text}).then((value) => JSON.stringify({ value }))`;
    const answer = await inFrame(
      `const box = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false, sameZoneAs: content });
       Promise.resolve(Cu.evalInSandbox(${JSON.stringify(code)}, box))
         .then((text) => answer({ value: text }), (error) => answer({ error: String(error) }));`,
    );
    return JSON.parse(answer as string).value;
  };

  return {
    script,
    evaluate: <A extends readonly Json[], R>(work: (...args: A) => R | Promise<R>, ...args: A) =>
      script(`(${work.toString()})(...${JSON.stringify(args)})`) as Promise<R>,
    async click(selector) {
      await inFrame(
        `const element = content.document.querySelector(${JSON.stringify(selector)});
         if (!element) answer({ error: 'nothing matches ' + ${JSON.stringify(selector)} });
         else {
           element.scrollIntoView({ block: 'center' });
           const box = element.getBoundingClientRect();
           const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
           for (const type of ['mousemove', 'mousedown', 'mouseup'])
             content.synthesizeMouseEvent(type, x, y, { button: 0, clickCount: type === 'mousemove' ? 0 : 1 }, { isDOMEventSynthesized: false });
           answer({ value: true });
         }`,
      );
    },
    async press(key) {
      await inFrame(
        `const { classes, interfaces } = Components;
         // A while after a site was granted, the page has lost the focus, and keys do not reach it.
         if (!content.document.hasFocus()) content.focus();
         const processor = classes['@mozilla.org/text-input-processor;1'].createInstance(interfaces.nsITextInputProcessor);
         processor.beginInputTransactionForTests(content);
         const name = ${JSON.stringify(key)};
         const event = new content.KeyboardEvent('', { key: name === 'Space' ? ' ' : name, code: name, keyCode: { Tab: 9, Enter: 13, Escape: 27, Space: 32 }[name] });
         processor.keydown(event);
         processor.keyup(event);
         answer({ value: true });`,
      );
    },
    async prefer(scheme) {
      await inWindow(`viewAt(args[0]).browsingContext.top.prefersColorSchemeOverride = args[1];`, id, scheme);
    },
    async print() {
      await inWindow(`viewAt(args[0]).browsingContext.top.mediumOverride = 'print';`, id);
    },
    async screenshot(path, width) {
      if (width !== undefined) await inWindow(`viewAt(args[0]).style.maxWidth = args[1] + 'px';`, id, width);
      await this.evaluate(rest);
      const data = await inWindow(
        `const { width, height } = args[1];
         const image = await viewAt(args[0]).browsingContext.currentWindowGlobal
           .drawSnapshot(new win.DOMRect(0, 0, width, height), 1, 'white');
         const canvas = win.document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
         [canvas.width, canvas.height] = [image.width, image.height];
         canvas.getContext('2d').drawImage(image, 0, 0);
         return canvas.toDataURL('image/png').split(',')[1];`,
        id,
        await this.evaluate(() => ({
          width: document.documentElement.scrollWidth,
          height: document.documentElement.scrollHeight,
        })),
      );
      writeFileSync(path, Buffer.from(data as string, 'base64'));
    },
    async close() {
      await inWindow(
        `if (args[0] === null) popup()?.closest('panel').hidePopup();
         else win.gBrowser.removeTab(win.gBrowser.getTabForBrowser(tabOf(args[0])));`,
        id,
      );
    },
  };
}
