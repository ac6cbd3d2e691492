/**
 * The document that Chrome keeps for what a service worker cannot do. The types of the API do not know it. Firefox has none,
 * and the linter of its store takes `chrome.offscreen.` for a mistake.
 */
const PAGE = 'src/offscreen/index.html';

interface ServiceWorkerClients {
  matchAll(which: { includeUncontrolled: boolean }): Promise<readonly Client[]>;
}
interface Client {
  readonly url: string;
  postMessage(message: unknown, transfer: Transferable[]): void;
}

/** One call after another: there is never more than one offscreen document, and one that is closing counts. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Opens the document and hands it the port at which its worker has to answer. Returns what closes the document with its
 * worker. A document that an earlier run of the service worker left behind is closed first.
 */
export function startOffscreen(port: MessagePort): Promise<() => Promise<void>> {
  const opened = before.then(async () => {
    await closeOffscreen();
    const { offscreen } = chrome;
    await offscreen.createDocument({
      url: PAGE,
      reasons: [offscreen.Reason.WORKERS],
      justification: 'Checks what may take too long in a worker that can be stopped.',
    });
    const { clients } = globalThis as unknown as { readonly clients: ServiceWorkerClients };
    const address = chrome.runtime.getURL(PAGE);
    const page = (await clients.matchAll({ includeUncontrolled: true })).find(({ url }) => url === address);
    if (!page) throw new Error('the offscreen document is not there');
    page.postMessage(null, [port]);
    return () => {
      const closed = closeOffscreen();
      before = closed;
      return closed;
    };
  });
  before = opened.catch(() => undefined);
  return opened;
}

const closeOffscreen = ({ offscreen } = chrome): Promise<void> =>
  offscreen.closeDocument().catch(() => undefined);

/** Runs in that document: receives the port that the service worker hands over. */
export function onPort(take: (port: MessagePort) => void): void {
  navigator.serviceWorker.addEventListener('message', ({ ports: [port] }) => {
    if (port) take(port);
  });
  navigator.serviceWorker.startMessages();
}
