/** Every flow by the keyboard alone, and what a screen reader is told at each stop of it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsByKey, rowsOf, settled } from './popup.ts';
import { until, type View } from './session.ts';
import { BROWSERS, type Stage, setStage } from './stage.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const inFocus = (view: View, selector: string): Promise<boolean> =>
  view.evaluate((at) => document.activeElement?.matches(at) ?? false, selector);

/** A page has fewer stops than this. */
const MOST_STOPS = 150;

/** Goes on by Tab until the focus is on the first element that matches. */
async function tabTo(view: View, selector: string): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await inFocus(view, selector)) return;
    await view.press('Tab');
  }
  throw new Error(`no Tab leads to ${selector}`);
}

interface Stop {
  readonly role: string;
  readonly name: string;
}

/** What the accessibility tree says of everything that Tab can reach. */
const stopsOf = (view: View): Promise<readonly Stop[]> =>
  view.script(`(() => {
    ${AXE};
    const runner = window.axe ?? self.axe ?? axe;
    runner.setup(document);
    const reachable = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
      .filter((each) => each.tabIndex >= 0 && !each.disabled && each.checkVisibility());
    const stops = reachable.map((each) => ({
      role: runner.commons.aria.getRole(each) ?? each.localName,
      name: runner.commons.text.accessibleText(each).trim(),
    }));
    runner.teardown();
    return stops;
  })()`) as Promise<readonly Stop[]>;

const violations = (view: View): Promise<unknown> =>
  view.script(`(() => {
    ${AXE};
    const runner = window.axe ?? self.axe ?? axe;
    return runner.run(document).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)));
  })()`);

async function holds(view: View): Promise<void> {
  const stops = await stopsOf(view);
  expect(stops.length).toBeGreaterThan(0);
  expect(stops.filter(({ name, role }) => name === '' || role === '')).toEqual([]);
  expect(await violations(view)).toEqual([]);
}

describe.each(BROWSERS)('by the keyboard alone, in %s,', (browser) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(browser);
  });
  afterAll(() => stage?.close());

  describe('the popup', () => {
    let popup: View;
    const row = (key: string): string => `[data-credential=${JSON.stringify(key)}]`;
    beforeAll(async () => {
      await stage.session.open(stage.world.pages.get('demo')?.url ?? '');
      popup = await stage.session.clickToolbar();
      await settled(popup);
    });

    it('answers its question, and the focus goes on at the rows', async () => {
      for (let rounds = 0; rounds < 5; rounds += 1) {
        await settled(popup);
        if (await popup.evaluate(() => document.querySelector('.allow') === null)) break;
        await tabTo(popup, '.allow [data-allow]');
        const asked = await popup.evaluate(() => document.querySelector('.allow')?.textContent ?? '');
        await popup.press('Enter');
        await until(popup, (was) => (document.querySelector('.allow')?.textContent ?? '') !== was, asked);
      }
      expect(await inFocus(popup, 'body')).toBe(false);
      await holds(popup);
    });

    it('opens a row, recognises its issuer, and takes that back', async () => {
      const unknown = (await rowsOf(popup)).find(({ standing }) => standing === 'unrecognised');
      const key = unknown?.key ?? expect.fail('every issuer is known');
      await tabTo(popup, '[data-group="unknown"] > summary');
      await popup.press('Enter');
      await tabTo(popup, `${row(key)} .row-button`);
      await popup.press('Enter');
      await until(popup, (at) => document.querySelector(`${at} .answers`) !== null, row(key));
      await tabTo(popup, `${row(key)} [data-recognise]`);
      await popup.press('Enter');
      await until(popup, () => document.activeElement?.matches('form.recognise input') ?? false);
      await holds(popup);
      await popup.press('Enter');
      await until(popup, () => document.activeElement?.matches('[data-forget-issuer]') ?? false);
      expect((await rowsByKey(popup)).get(key)?.standing).toBe('verified');
      await popup.press('Enter');
      await until(popup, () => document.activeElement?.matches('[data-recognise]') ?? false);
      expect((await rowsByKey(popup)).get(key)?.standing).toBe('unrecognised');
    });

    it('saves a report', async () => {
      await tabTo(popup, '.take summary');
      await popup.press('Enter');
      await until(popup, () => document.querySelector<HTMLDetailsElement>('.take details')?.open);
      await tabTo(popup, '[data-take="report"]');
      await popup.press('Enter');
      await until(popup, () => (document.querySelector('.take [role="status"]')?.textContent ?? '') !== '');
      await holds(popup);
      await popup.close();
    });
  });

  /** What is typed is not the subject here: only how one gets there, and on. */
  const type = (view: View, value: string): Promise<void> =>
    view.evaluate((text) => {
      const field = document.activeElement;
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = text;
    }, value);

  it('the settings take an issuer, a site, and the switch of the list', async () => {
    const options = await stage.session.openOwnPage('src/options/index.html');
    await until(options, () => document.querySelector('#keep-checked') !== null);
    await tabTo(options, '#site');
    // A site that the browser grants without its own dialog, which is the browser's own to operate.
    await type(options, [...stage.world.hosts][0] ?? '');
    await options.press('Enter');
    await until(options, () => document.querySelector('[data-site]') !== null);
    await tabTo(options, '#issuer-id');
    await type(options, 'did:web:guild.example');
    await tabTo(options, '#issuer-name');
    await type(options, 'Guild');
    await options.press('Enter');
    await until(options, () => document.querySelector('[data-issuer="did:web:guild.example"]') !== null);
    await tabTo(options, '#keep-checked');
    await options.press('Space');
    await until(options, () => document.querySelector<HTMLInputElement>('#keep-checked')?.checked);
    await holds(options);
    await options.close();
  });

  it('the preview takes a text', async () => {
    const preview = await stage.session.openOwnPage('src/preview/index.html');
    await until(preview, () => document.querySelector('textarea') !== null);
    await tabTo(preview, 'textarea');
    await type(preview, stage.world.credentials.get('credly-valid')?.link ?? expect.fail('no link'));
    await tabTo(preview, 'form:has(textarea) [type="submit"]');
    await preview.press('Enter');
    await until(preview, () => document.querySelector('[data-credential]') !== null);
    await settled(preview);
    await holds(preview);
    await preview.close();
  });

  it('the welcome page says what each of its stops is', async () => {
    const welcome = await stage.session.openOwnPage('src/welcome/index.html');
    await until(welcome, () => document.querySelector('main button') !== null);
    await tabTo(welcome, 'main button');
    await holds(welcome);
    await welcome.close();
  });
});
