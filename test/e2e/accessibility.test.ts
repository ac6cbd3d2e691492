import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowAll, rowsOf, settled, toggleRow } from './popup.ts';
import { until, type View } from './session.ts';
import { BROWSERS, type Stage, setStage } from './stage.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Each violation as `rule: element`; empty where axe finds none. */
const violations = (view: View): Promise<unknown> =>
  view.script(`(() => {
    ${AXE};
    const runner = window.axe ?? self.axe ?? axe;
    return runner.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(RULES)} } })
      .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html + ' ' + failureSummary)));
  })()`);

describe.each(BROWSERS)('axe in %s', (browser) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(browser);
    await stage.session.open(stage.world.pages.get('demo')?.url ?? '');
  });
  afterAll(() => stage?.close());

  for (const scheme of ['light', 'dark'] as const) {
    it(`finds nothing to object to in the popup, with its question and with rows open, ${scheme}`, async () => {
      const popup = await stage.session.clickToolbar();
      await popup.prefer(scheme);
      await settled(popup);
      expect(await violations(popup)).toEqual([]);
      await allowAll(popup);
      for (const { key } of (await rowsOf(popup)).slice(0, 3)) await toggleRow(popup, key);
      expect(await violations(popup)).toEqual([]);
      await popup.close();
    });

    it.each(['src/options/index.html', 'src/welcome/index.html'])(
      `finds nothing to object to in %s, ${scheme}`,
      async (path) => {
        const view = await stage.session.openOwnPage(path);
        await view.prefer(scheme);
        await until(view, () => document.querySelector('h1') !== null);
        expect(await violations(view)).toEqual([]);
        await view.close();
        await stage.session.open(stage.world.pages.get('demo')?.url ?? '');
      },
    );
  }
});
