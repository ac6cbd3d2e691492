import type { Page } from 'puppeteer-core';
import { longPage } from '../pages.ts';
import type { Row } from '../row.ts';

const ROUNDS = 20;

export const scanForcesNoLayout: Row = {
  figure: 'layouts forced by a scan',
  target: 'none',
  measure: (bench) =>
    bench.onPage(longPage(2_000, 50), async (page) => {
      const forced = async (by: 'scan' | 'offsetHeight'): Promise<number> => {
        const before = await layoutsOf(page);
        await page.evaluate(
          (reader, rounds) => {
            for (let round = 0; round < rounds; round += 1) {
              document.body.append(document.createElement('p'));
              if (reader === 'scan') touchstone.scan(document, { url: 'https://person.example/' });
              else void document.body.offsetHeight;
            }
          },
          by,
          ROUNDS,
        );
        return (await layoutsOf(page)) - before;
      };
      const [byLooking, byScan] = [await forced('offsetHeight'), await forced('scan')];
      // A frame or two may be drawn meanwhile, whoever runs.
      return {
        value: byScan < ROUNDS / 2 ? 'none' : String(byScan),
        holds: byScan < ROUNDS / 2 && byLooking >= ROUNDS,
        detail: `${ROUNDS} scans of a changed page: ${byScan} layouts; reading offsetHeight as often: ${byLooking}`,
      };
    }),
};

const layoutsOf = async (page: Page): Promise<number> => (await page.metrics()).LayoutCount ?? 0;
