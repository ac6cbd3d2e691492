import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { allowAll, nameSite, place, rowsOf, settled } from './popup.ts';
import { until, type View } from './session.ts';
import { BROWSERS, type Stage, setStage } from './stage.ts';

const HARROWGATE = 'https://badges.harrowgate.example/*';
const SITE = 'https://github.com/*';

describe.each(BROWSERS)('permissions in %s', (browser) => {
  let stage: Stage;
  let popup: View;
  beforeEach(async () => {
    stage = await setStage(browser);
    return () => stage.close();
  });

  const credential = (id: string) => stage.world.credentials.get(id) ?? expect.fail(id);
  /** Asks one of the extension's own pages: a popup would close under it. */
  const granted = async (): Promise<{ origins: readonly string[]; permissions: readonly string[] }> => {
    const page = await stage.session.openOwnPage('src/preview/index.html');
    const all = await page.evaluate(async () => {
      const { origins = [], permissions = [] } = await chrome.permissions.getAll();
      return { origins: [...origins].sort(), permissions: [...permissions].map(String).sort() };
    });
    await page.close();
    return all;
  };
  const atInstall = [...manifest.host_permissions].sort();
  /** Firefox has a sidebar and a page of its own to work in without asking. */
  const named = manifest.permissions.filter(
    (name) => browser === 'chromium' || !['offscreen', 'sidePanel'].includes(name),
  );
  const openReadme = async (): Promise<void> => {
    await stage.session.open(stage.world.pages.get('readme')?.url ?? '');
    popup = await stage.session.clickToolbar();
    await settled(popup);
  };
  const statusOf = async (id: string): Promise<string | undefined> =>
    (await rowsOf(popup)).find(({ link }) => place(link) === place(credential(id).link))?.status;
  const becomes = (id: string, status: string): Promise<unknown> =>
    until(
      popup,
      (link, wanted) =>
        [...document.querySelectorAll<HTMLElement>('[data-credential]')].some(
          (row) => row.dataset.link?.startsWith(link) && row.dataset.status === wanted,
        ),
      place(credential(id).link),
      status,
    );
  const asked = (id: string): boolean => stage.server.requests.some(({ url }) => url === credential(id).link);

  it('at install are what the manifest names: no page, no script that waits for one, nobody asked', async () => {
    const { origins, permissions } = await granted();
    expect(origins).toEqual(atInstall);
    expect(permissions).toEqual(named.sort());
    const page = await stage.session.open(stage.world.pages.get('readme')?.url ?? '');
    expect(await stage.session.badge()).toBe('');
    await page.close();
    const own = await stage.session.openOwnPage('src/options/index.html');
    expect(await own.evaluate(() => chrome.scripting.getRegisteredContentScripts())).toEqual([]);
    expect(asked('credly-revoked')).toBe(false);
  });

  it('are not added to by a click, which opens this page, and not the next one in the tab', async () => {
    const page = await stage.session.open(stage.world.pages.get('readme')?.url ?? '');
    popup = await stage.session.clickToolbar();
    await settled(popup);
    expect(await rowsOf(popup)).toHaveLength(4);
    await popup.close();
    expect((await granted()).origins).toEqual(atInstall);
    const next = stage.world.pages.get('demo')?.url ?? '';
    await page.evaluate((url) => void location.assign(url), next);
    await expect.poll(() => stage.server.requests.some(({ url }) => url === next)).toBe(true);
    await expect.poll(() => stage.session.badge()).toBe('');
  });

  it('are asked for where an origin is missing; granting it checks what waited for it, and nothing else is granted', async () => {
    await openReadme();
    expect(await statusOf('hosted-revoked')).toBe('not-checked');
    expect(await statusOf('credly-revoked')).toBe('revoked');
    expect(asked('hosted-revoked')).toBe(false);

    expect(await allowAll(popup)).toBeGreaterThan(0);
    expect(await statusOf('hosted-revoked')).toBe('revoked');
    const { origins } = await granted();
    expect(origins).toContain(HARROWGATE);
    expect(origins).not.toContain('https://credentials.aldermoor.example/*');
    expect(origins).not.toContain('https://*/*');
  });

  it('that are refused leave the row as it was, and nobody is asked', async () => {
    await stage.session.withdraw([HARROWGATE, 'https://badges.kestrel-academy.example/*']);
    await openReadme();
    const answer = await stage.session.refusing(() => popup.click('.allow [data-allow]'));
    if (answer === 'refused') {
      await until(popup, () => document.querySelector('.allow [role="status"]') !== null);
      expect(await statusOf('hosted-revoked')).toBe('not-checked');
    }
    expect((await granted()).origins).toEqual(atInstall);
    expect(asked('hosted-revoked')).toBe(false);
  });

  it('that are given later and elsewhere have the rows checked that waited, also by a worker that slept', async () => {
    await openReadme();
    expect(await statusOf('hosted-revoked')).toBe('not-checked');
    const options = await stage.session.openOwnPage('src/options/index.html');
    await stage.session.stopWorker();
    await nameSite(options, 'badges.harrowgate.example');
    await expect.poll(() => asked('hosted-revoked')).toBe(true);
    await options.close();
    popup = await stage.session.clickToolbar();
    await becomes('hosted-revoked', 'revoked');
  });

  it.each(['awake', 'asleep'])(
    'that are taken back take the answers along that rested on them, with the worker %s',
    async (worker) => {
      await openReadme();
      await allowAll(popup);
      expect(await statusOf('hosted-revoked')).toBe('revoked');
      if (worker === 'asleep') await stage.session.stopWorker();
      await stage.session.withdraw([HARROWGATE]);
      popup = await stage.session.clickToolbar();
      await becomes('hosted-revoked', 'not-checked');
      await settled(popup);
      expect(await statusOf('hosted-revoked')).toBe('not-checked');
      expect(await statusOf('integrity-ecdsa')).toBe('signature-verified');
      expect(
        await popup.evaluate(() => document.querySelector('.allow [data-allow]')?.textContent),
      ).toContain('badges.harrowgate.example');
    },
  );

  it('may all be withheld: a click still reads the page, and every row tells what it would need', async () => {
    await stage.session.withdrawAll();
    expect((await granted()).origins).toEqual([]);
    await openReadme();
    const rows = await rowsOf(popup);
    expect(rows.map(({ status, standing }) => `${status} ${standing}`)).toEqual(
      rows.map(() => 'not-checked inconclusive'),
    );
    expect(rows).toHaveLength(4);
    expect(asked('credly-revoked')).toBe(false);
    const hosts = await popup.evaluate(() =>
      [...document.querySelectorAll('.allow .hosts li')].map((each) => each.textContent),
    );
    expect(hosts).toContain('api.credly.com');
    await stage.session.give(['https://api.credly.com/*', 'https://www.credly.com/*']);
    popup = await stage.session.clickToolbar();
    await becomes('credly-revoked', 'revoked');
  });

  describe('for a site that is to be read by itself', () => {
    let options: View;
    const visit = (): Promise<View> => stage.session.open(stage.world.pages.get('readme')?.url ?? '');
    const badgeIs = (text: string): Promise<unknown> => expect.poll(() => stage.session.badge()).toBe(text);
    afterEach(() => options.close());

    it('that are taken back end the reading, and the settings say so and offer the way back', async () => {
      options = await stage.session.openOwnPage('src/options/index.html');
      await nameSite(options, 'github.com');
      const page = await visit();
      // one of the four is revoked, and two wait for a grant
      await badgeIs('1');
      await stage.session.withdraw([SITE]);
      // a page that was read because of it is let go of …
      await badgeIs('');
      await page.close();
      // … and the next one is not read
      const next = await visit();
      await until(next, () => document.readyState === 'complete');
      const registered = await options.evaluate(() => chrome.scripting.getRegisteredContentScripts());
      expect(registered).toEqual([]);
      expect(await stage.session.badge()).toBe('');
      await until(options, () => document.querySelector('[data-site][data-missing]') !== null);
      await next.close();

      await stage.session.give([SITE]);
      await until(options, () => document.querySelector('[data-site]:not([data-missing])') !== null);
      await visit();
      await badgeIs('1');
    });
  });
});
