/**
 * Every surface in every state and dress: nothing is cut, nothing overlaps, nothing scrolls sideways, axe is content, and
 * it looks as it did when somebody last looked.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layoutFaults } from '../ui/gallery/layout.ts';
import { type Picture, type References, referencesOf } from '../ui/gallery/references.ts';
import { SHOTS, type Shot, STATES, shotsOn } from '../ui/gallery/shots.ts';
import { openStudio, photograph, type Studio } from '../ui/gallery/studio.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Pages that the gallery draws without one of their own. */
const NOT_OF_THE_GALLERY = { 'page-has-heading-one': { enabled: false }, region: { enabled: false } };

const FIRST = SHOTS[0] as Shot;
const OTHER_FONTS =
  'The fonts of this machine are others than those of the references: every line stands elsewhere.';

describe('the surfaces', () => {
  let studio: Studio;
  let references: References;
  beforeAll(async () => {
    studio = await openStudio();
    references = await referencesOf(await studio.show(FIRST), 'chromium', studio);
  });
  afterAll(() => studio?.close());

  it('are compared with how they looked, in letters as wide as then', ({ skip }) => {
    skip(!references.isComparable, OTHER_FONTS);
    expect(references.isComparable).toBe(true);
  });

  it.each(STATES.map(({ name }) => name))(
    '%s: is laid out without a fault and looks as before in every dress, and axe finds nothing, light and dark',
    async (state) => {
      const faults: string[] = [];
      const pictures: Picture[] = [];
      for (const shot of shotsOn('chromium', state)) {
        const page = await studio.show(shot);
        pictures.push({ name: shot.name, png: await photograph(page) });
        const seen = await page.evaluate(layoutFaults);
        const isPlain = [`${state}.light`, `${state}.dark`].includes(shot.name);
        const found = isPlain ? await violationsOn(page) : [];
        faults.push(...[...seen, ...found].map((fault) => `${shot.name}: ${fault}`));
      }
      const changed = references.isComparable ? await references.differences(state, pictures) : [];
      expect([...faults, ...changed]).toEqual([]);
    },
  );

  it('the main ones look as before in Firefox', async ({ skip }) => {
    const firefox = await openStudio('firefox');
    try {
      const own = await referencesOf(await firefox.show(FIRST), 'firefox', studio);
      skip(!own.isComparable, OTHER_FONTS);
      const pictures: Picture[] = [];
      for (const shot of shotsOn('firefox', 'firefox'))
        pictures.push({ name: shot.name, png: await photograph(await firefox.show(shot)) });
      expect(await own.differences('firefox', pictures)).toEqual([]);
    } finally {
      await firefox.close();
    }
  });
});

async function violationsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return (await page.evaluate(
    `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(RULES)} }, rules: ${JSON.stringify(NOT_OF_THE_GALLERY)} })
      .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
  )) as readonly string[];
}
