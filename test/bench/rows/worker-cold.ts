import { withExtensions } from '../extension/installed.ts';
import { median, ms, times } from '../figures.ts';
import type { Row } from '../row.ts';
import { typicalBadge } from '../verifying/badges.ts';

const ROUNDS = 15;
/** The browser takes a moment to let a worker that was ended go. */
const REST = 400;

export const workerCold: Row = {
  figure: 'worker dead → first verdict, beside verifier-core',
  target: '≥ 3 × faster',
  measure: () =>
    withExtensions(['verifier-core-worker.ts', 'empty-worker.ts'], async ({ ours, others }) => {
      const credential = await typicalBadge();
      const [core, empty] = others;
      if (!core || !empty) throw new Error('an extension is missing');
      const contestants = [
        [ours, () => ours.page.evaluate(firstVerdict, JSON.stringify(credential))],
        [core, () => core.page.evaluate(answerTo, { credential, times: 1 } as never)],
        [empty, () => empty.page.evaluate(answerTo, {} as never)],
      ] as const;
      const taken: number[][] = contestants.map(() => []);
      for (let round = 0; round < ROUNDS; round += 1)
        for (const [index, [extension, measured]] of contestants.entries()) {
          await extension.page.bringToFront();
          if (extension === ours) await ours.page.evaluate(forgetPage);
          await extension.stopWorker();
          await new Promise((resolve) => setTimeout(resolve, REST));
          taken[index]?.push(await measured());
        }
      const [own = 0, peer = 0, bare = 0] = taken.map(median);
      return {
        value: times(peer / own),
        holds: peer / own >= 3,
        detail: `${ms(own)}, verifier-core ${ms(peer)}, an empty worker ${ms(bare)}; ${ROUNDS} rounds`,
      };
    }),
};

async function forgetPage(): Promise<void> {
  const tab = await chrome.tabs.getCurrent();
  await chrome.runtime.sendMessage({ type: 'forget-page', ask: { tabId: tab?.id ?? -1 } });
}

/** Milliseconds until the worker has written the verdict on a text that a page of ours asks about. */
async function firstVerdict(text: string): Promise<number> {
  const tab = await chrome.tabs.getCurrent();
  const tabId = tab?.id ?? -1;
  const { promise, resolve } = Promise.withResolvers<number>();
  const begun = performance.now();
  chrome.storage.session.onChanged.addListener(function seen(changes) {
    if (!JSON.stringify(changes).includes('signature-verified')) return;
    chrome.storage.session.onChanged.removeListener(seen);
    resolve(performance.now() - begun);
  });
  await chrome.runtime.sendMessage({ type: 'check-asked', ask: { tabId, asked: [{ kind: 'text', text }] } });
  return promise;
}

/** Milliseconds until the worker has answered with yes. */
export async function answerTo(message: object): Promise<number> {
  const begun = performance.now();
  if ((await chrome.runtime.sendMessage(message)) !== true) throw new Error('the worker says otherwise');
  return performance.now() - begun;
}
