/** Every surface in every state and dress: nothing is cut, nothing overlaps, nothing scrolls sideways, and axe is content. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layoutFaults } from '../ui/gallery/layout.ts';
import { SHOTS, STATES } from '../ui/gallery/shots.ts';
import { openStudio, type Studio } from '../ui/gallery/studio.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Pages that the gallery draws without one of their own. */
const NOT_OF_THE_GALLERY = { 'page-has-heading-one': { enabled: false }, region: { enabled: false } };

describe('the surfaces', () => {
  let studio: Studio;
  beforeAll(async () => {
    studio = await openStudio();
  });
  afterAll(() => studio?.close());

  it.each(STATES.map(({ name }) => name))(
    '%s: is laid out without a fault in every dress, and axe finds nothing, light and dark',
    async (state) => {
      const faults: string[] = [];
      for (const shot of SHOTS.filter((each) => each.state === state)) {
        const page = await studio.show(shot);
        const seen = await page.evaluate(layoutFaults);
        const isPlain = [`${state}.light`, `${state}.dark`].includes(shot.name);
        const found = isPlain ? await violationsOn(page) : [];
        faults.push(...[...seen, ...found].map((fault) => `${shot.name}: ${fault}`));
      }
      expect(faults).toEqual([]);
    },
  );
});

async function violationsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return (await page.evaluate(
    `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(RULES)} }, rules: ${JSON.stringify(NOT_OF_THE_GALLERY)} })
      .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
  )) as readonly string[];
}
