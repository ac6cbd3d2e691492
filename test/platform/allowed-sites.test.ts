import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type FakeBrowser, fakeBrowser } from './fake-browser.ts';

const world = vi.hoisted(() => ({ browser: {} as FakeBrowser }));
vi.mock('webextension-polyfill', () => ({
  get default() {
    return world.browser;
  },
}));

import { untilChanged } from '../../src/background/until-changed.ts';
import { isPageAllowed, isSiteAllowed, readAllowedSites } from '../../src/platform/allowed-sites.ts';
import { readListFaults } from '../../src/platform/list-faults.ts';
import { onPolicyChanged } from '../../src/platform/policy.ts';

beforeEach(() => {
  world.browser = fakeBrowser();
});
const prescribe = (list: unknown): void => void world.browser.storage.managed.held.set('allowedSites', list);

describe('the sites that an organisation allows', () => {
  it.each([
    ['www.linkedin.com', 'https://www.linkedin.com/*'],
    ['*.example.edu', 'https://*.example.edu/*'],
    ['https://GitHub.com/', 'https://github.com/*'],
    ['https://*.linkedin.com/*', 'https://*.linkedin.com/*'],
    ['bücher.example', 'https://xn--bcher-kva.example/*'],
  ])('are written as the settings take them: %s', async (entry, pattern) => {
    prescribe([entry]);
    expect(await readAllowedSites()).toEqual([pattern]);
  });

  it.each([
    ['a path', 'github.com/northwind'],
    ['a path below', 'https://github.com/northwind/*'],
    ['a query', 'github.com?tab=a'],
    ['a port', 'github.com:8443'],
    ['a user', 'github.com@other.example'],
    ['no https', 'http://github.com'],
    ['another scheme', 'file:///home'],
    ['a star within', 'git*.com'],
    ['a star for all', '*'],
    ['every site', 'https://*/*'],
    ['no dot', 'localhost'],
    ['two hosts', 'github.com, linkedin.com'],
    ['a number', 7],
    ['nothing', ''],
    ['null', null],
  ])('are none by an entry with %s, which is told; the others count', async (_, entry) => {
    prescribe([entry, 'me.example']);
    expect(await readAllowedSites()).toEqual(['https://me.example/*']);
    expect(await readListFaults(0)).toEqual([{ list: 'policySites', faulty: [1] }]);
  });

  it.each(['github.com', null, {}, 0, false])(
    'are none where %j stands for a list, which is told',
    async (value) => {
      prescribe(value);
      expect(await readAllowedSites()).toEqual([]);
      expect(await readListFaults(0)).toEqual([{ list: 'policySites', faulty: 'whole' }]);
    },
  );

  it('are all where no policy speaks of them, or none can be asked', async () => {
    expect(await readAllowedSites()).toBeNull();
    world.browser.storage.managed.get = () => Promise.reject(new Error('Managed storage manifest not found'));
    expect(await readAllowedSites()).toBeNull();
    expect(await readListFaults(0)).toEqual([]);
  });

  it('hold at once when the policy changes', async () => {
    const allowed = untilChanged(readAllowedSites, onPolicyChanged);
    expect(await allowed()).toBeNull();
    await world.browser.storage.managed.set({ allowedSites: ['me.example'] });
    expect(await allowed()).toEqual(['https://me.example/*']);
    await world.browser.storage.managed.remove('allowedSites');
    expect(await allowed()).toBeNull();
  });

  it.each([
    ['https://me.example/*', 'https://me.example/*', true],
    ['https://www.me.example/*', 'https://me.example/*', false],
    ['https://*.me.example/*', 'https://me.example/*', false],
    ['https://me.example/*', 'https://*.me.example/*', true],
    ['https://*.a.me.example/*', 'https://*.me.example/*', true],
    ['https://*.example/*', 'https://*.me.example/*', false],
    ['https://notme.example/*', 'https://*.me.example/*', false],
  ])('hold of the site %s by %s: %s', (site, allowed, holds) => {
    expect(isSiteAllowed(site, [allowed])).toBe(holds);
    expect([isSiteAllowed(site, []), isSiteAllowed(site, null)]).toEqual([false, true]);
  });

  it.each([
    ['https://me.example/in/ann', true],
    ['https://www.me.example:8443/', true],
    ['http://me.example/', false],
    ['https://me.example.other.example/', false],
    ['https://me.example@other.example/', false],
    ['https://other.example/#.me.example/*', false],
    ['https://*.other.example/#.me.example/*', false],
    ['https://me.example./', false],
    ['file:///me.example/', false],
    ['', false],
  ])('hold of the page %s by *.me.example: %s', (url, holds) => {
    expect(isPageAllowed(url, ['https://*.me.example/*'])).toBe(holds);
    expect([isPageAllowed(url, []), isPageAllowed(url, null)]).toEqual([false, true]);
  });
});
