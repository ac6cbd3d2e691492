/** The reader chooses another language in the settings, while other surfaces are open. */
import { beforeEach, describe, expect, it } from 'vitest';
import { settled } from './popup.ts';
import { until, type View } from './session.ts';
import { BROWSERS, type Stage, setStage } from './stage.ts';

describe.each(BROWSERS)('another language, chosen in %s,', (browser) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await setStage(browser);
    return () => stage.close();
  });

  /**
   * The panel's language, and what the buttons of checked pages say of themselves. Seen from a third page: a document that
   * begins anew may owe its answer.
   */
  const spoken = (observer: View): Promise<readonly string[]> =>
    observer.evaluate(async () => {
      const panel = chrome.extension.getViews().find(({ location }) => location.pathname.includes('/panel/'));
      const stored = Object.keys(await chrome.storage.session.get(null));
      const checked = stored.filter((key) => key.startsWith('page:')).map((key) => Number(key.slice(5)));
      const titles = await Promise.all(checked.map((tabId) => chrome.action.getTitle({ tabId })));
      return [panel?.document.documentElement.lang ?? '', ...titles];
    });

  it('is spoken at once by the panel and by the button of a page that was checked before', async () => {
    await stage.session.open(stage.world.pages.get('staff')?.url ?? '');
    const popup = await stage.session.clickToolbar();
    await settled(popup);
    await popup.close();
    await stage.session.openOwnPage('src/panel/index.html');
    const observer = await stage.session.openOwnPage('src/preview/index.html');
    await expect.poll(() => spoken(observer)).toEqual(['en', expect.stringContaining('credentials')]);
    const settings = await stage.session.openOwnPage('src/options/index.html');
    await until(settings, () => document.querySelector('select') !== null);
    await settings.evaluate(() => {
      const select = document.querySelector('select');
      if (select) select.value = 'de';
      select?.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await expect.poll(() => spoken(observer)).toEqual(['de', expect.stringContaining('Nachweise')]);
  });
});
