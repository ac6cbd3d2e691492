import type { Row } from '../row.ts';
import { type Pages, withCheckedPages } from './checked-pages.ts';

const TABS = 20;
/** Tabs after which the memory is looked at for the first time. */
const EARLY = 4;
const MAX_GROWTH = 1.1;

const memoryWith = (badges: number): Row => ({
  figure: `background memory after ${TABS} tabs of ${badges} verdicts ÷ after ${EARLY}`,
  target: `≤ ${MAX_GROWTH} ×`,
  measure: () =>
    withCheckedPages(async (pages) => {
      const heaps: number[] = [];
      for (let tab = 1; tab <= TABS; tab += 1) {
        await pages.check(badges);
        if (tab === EARLY || tab === TABS) heaps.push(await heapOf(pages));
      }
      const [early = Number.NaN, late = Number.NaN] = heaps;
      return {
        value: `${(late / early).toFixed(2)} ×`,
        holds: late / early <= MAX_GROWTH,
        detail: `${megabytes(early)} and ${megabytes(late)} of the heap after a collection; all tabs stay open`,
      };
    }),
});

/** 1,000 verdicts, and 10,000. */
export const workerMemory: readonly Row[] = [memoryWith(50), memoryWith(500)];

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

async function heapOf({ browser, ours }: Pages): Promise<number> {
  const target = await browser.waitForTarget(
    (each) => each.type() === 'service_worker' && each.url().includes(ours.extension.id),
  );
  const worker = await target.worker();
  if (!worker) throw new Error('the worker is not there');
  await worker.client.send('HeapProfiler.collectGarbage');
  return (await worker.client.send('Runtime.getHeapUsage')).usedSize;
}
