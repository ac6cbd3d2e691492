/** Chromium, Chrome or Edge, driven through the debugging pipe. */
import puppeteer, { type Browser, type Page, type Target, type WebWorker } from 'puppeteer-core';
import { ensureBrowser } from '../../scripts/browser.mjs';
import { type Json, PATIENCE_MS, rest, type Session, type SessionOptions, type View } from './session.ts';

const PATIENT = { timeout: PATIENCE_MS } as const;

/** Quiet on the network: what the proxy logs is the page's or the extension's. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-features=OptimizationHints,MediaRouter,Translate,InterestFeedContentSuggestions,NetworkTimeServiceQuerying',
  '--disable-quic',
  '--disable-sync',
  '--allow-browser-signin=false',
  '--disable-component-extensions-with-background-pages',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
];

export async function openChromium(options: SessionOptions): Promise<Session> {
  const browser = await puppeteer.launch({
    executablePath: ensureBrowser('chromium'),
    headless: options.headless,
    args: argumentsFor(options),
    pipe: true,
    enableExtensions: true,
    defaultViewport: options.headless ? { width: 1200, height: 900 } : null,
  });
  try {
    return await createSession(browser, options);
  } catch (error) {
    await browser.close();
    throw error;
  }
}

function argumentsFor({ headless, proxyPort, fingerprint }: SessionOptions): string[] {
  return [
    ...QUIET,
    ...(headless ? ['--disable-gpu'] : ['--window-size=1200,940']),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    // loopback too goes through the proxy, so that its log would show it
    ...(proxyPort === null
      ? []
      : [`--proxy-server=http://127.0.0.1:${proxyPort}`, '--proxy-bypass-list=<-loopback>']),
    ...(fingerprint === null ? [] : [`--ignore-certificate-errors-spki-list=${fingerprint}`]),
  ];
}

async function createSession(
  browser: Browser,
  { extension: folder, grantable }: SessionOptions,
): Promise<Session> {
  const id = await install(browser, folder);
  const forEach = (setting: Setting, origins: readonly string[]): Promise<void> =>
    inSettings(browser, setting, ...origins.map((origin): SettingArguments => [id, origin]));
  // Not the extension's until it asks for them in a click; but then no dialog comes, which no script could reach.
  await forEach('addHostPermission', grantable);
  const own = (path: string): string => `chrome-extension://${id}/${path}`;
  const extension = (await browser.extensions()).get(id);
  if (extension === undefined) throw new Error('the extension did not load');
  // it welcomes its reader in a tab of its own, which would come in front of whatever is opened meanwhile
  const welcome = await browser.waitForTarget(
    (target) => target.url().startsWith(own('src/welcome/')),
    PATIENT,
  );
  await (await welcome.page())?.close();
  const opened: Page[] = [];
  /** Of those that are still open, the one opened last. */
  const inFront = (): Page => {
    const page = opened.findLast((each) => !each.isClosed());
    if (page === undefined) throw new Error('no page is open');
    return page;
  };

  const show = async (url: string): Promise<View> => {
    const page = await browser.newPage();
    await page.goto(url, { waitUntil: 'load', ...PATIENT });
    await page.bringToFront();
    opened.push(page);
    return viewOf(page);
  };
  const workerTarget = (): Promise<Target> =>
    browser.waitForTarget(
      (target) => target.type() === 'service_worker' && target.url().startsWith(own('')),
      PATIENT,
    );

  /** The popup that opens next, whatever opens it. */
  const nextPopup = async (opening: () => Promise<unknown>): Promise<View> => {
    const isPopup = (target: Target): boolean => target.url().startsWith(own('src/popup/'));
    const before = new Set(browser.targets().filter(isPopup));
    await opening();
    const target = await browser.waitForTarget((each) => isPopup(each) && !before.has(each), PATIENT);
    return viewOf(await target.asPage());
  };

  return {
    name: 'chromium',
    open: show,
    async openPrivately(url) {
      const worker = await readyWorker(await workerTarget());
      const before = new Set(browser.targets());
      const windowId = await worker.evaluate(
        async (address) => (await chrome.windows.create({ incognito: true, url: address }))?.id,
        url,
      );
      const target = await browser.waitForTarget((each) => each.url() === url && !before.has(each), PATIENT);
      await (await target.page())?.waitForFunction(() => document.readyState === 'complete', PATIENT);
      // the browser itself breaks down when a script clicks its button in such a window
      return nextPopup(() =>
        worker.evaluate((id) => chrome.action.openPopup(id === undefined ? {} : { windowId: id }), windowId),
      );
    },
    openOwnPage: (path) => show(own(path)),
    async clickToolbar() {
      const page = inFront();
      await page.bringToFront();
      return nextPopup(() => page.triggerExtensionAction(extension));
    },
    async badge() {
      const worker = await readyWorker(await workerTarget());
      return worker.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        return chrome.action.getBadgeText({ tabId: tab?.id ?? -1 });
      });
    },
    async chooseMenu(item, click) {
      await inFront().bringToFront();
      const worker = await readyWorker(await workerTarget());
      return nextPopup(() =>
        worker.evaluate(
          async (info) => {
            const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
            // no type has it: the bindings' own way to tell an event's listeners
            const event = chrome.contextMenus.onClicked as unknown as { dispatch(...args: unknown[]): void };
            event.dispatch(info, tab);
          },
          { menuItemId: item, editable: false, ...click },
        ),
      );
    },
    withdraw: (origins) => forEach('removeHostPermission', origins),
    give: (origins) => forEach('addHostPermission', origins),
    withdrawAll: () =>
      inSettings(browser, 'updateExtensionConfiguration', [{ extensionId: id, hostAccess: 'ON_CLICK' }]),
    async refusing(deed) {
      await deed();
      return 'unanswered';
    },
    async stopWorker() {
      const target = await workerTarget();
      await (await target.worker())?.close();
    },
    ended: () => new Promise((resolve) => browser.once('disconnected', () => resolve())),
    async close() {
      await browser.close();
    },
  };
}

/** Installs the extension, and allows it in private windows as a reader may. The bindings have no word for the latter. */
async function install(browser: Browser, path: string): Promise<string> {
  const session = await browser.target().createCDPSession();
  const { id } = await session.send('Extensions.loadUnpacked', { path, enableInIncognito: true });
  await session.detach();
  return id;
}

/** A worker can be spoken to before its own interfaces are there. */
async function readyWorker(target: Target): Promise<WebWorker> {
  const worker = await target.worker();
  if (worker === null) throw new Error('the extension has no worker');
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await worker.evaluate(() => typeof chrome !== 'undefined' && chrome.action !== undefined)))
    if (Date.now() > deadline) throw new Error('the worker did not get ready');
  return worker;
}

type Setting = 'addHostPermission' | 'removeHostPermission' | 'updateExtensionConfiguration';
type SettingArguments = readonly (string | { readonly [name: string]: string })[];

/** What a reader may change on the browser's own page of extensions; that page alone has the interface for it. */
async function inSettings(
  browser: Browser,
  setting: Setting,
  ...calls: readonly SettingArguments[]
): Promise<void> {
  if (calls.length === 0) return;
  const page = await browser.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(
    async (name, all) => {
      const { developerPrivate } = chrome as unknown as {
        developerPrivate: Record<string, (...args: unknown[]) => Promise<void>>;
      };
      for (const each of all) await developerPrivate[name]?.(...each);
    },
    setting,
    calls.map((each) => [...each]),
  );
  await page.close();
}

function viewOf(page: Page): View {
  return {
    // the text of the function, so that nothing of the test's own scope is looked for in the page
    evaluate: <A extends readonly Json[], R>(work: (...args: A) => R | Promise<R>, ...args: A) =>
      page.evaluate(`(${work.toString()})(...${JSON.stringify(args)})`) as Promise<R>,
    script: (text) => page.evaluate(text),
    click: (selector) => page.click(selector),
    press: (key) => page.keyboard.press(key),
    prefer: (scheme) => page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]),
    print: () => page.emulateMediaType('print'),
    async screenshot(path, width) {
      const before = page.viewport();
      if (width !== undefined) await page.setViewport({ width, height: 600 });
      await page.evaluate(rest);
      await page.screenshot({ path: path as `${string}.png`, fullPage: true });
      if (width !== undefined) await page.setViewport(before);
    },
    close: () => page.close(),
  };
}
