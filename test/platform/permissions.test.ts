import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type FakeBrowser, fakeBrowser } from './fake-browser.ts';

const world = vi.hoisted(() => ({ browser: {} as FakeBrowser }));
vi.mock('webextension-polyfill', () => ({
  get default() {
    return world.browser;
  },
}));

import { registerOn } from '../../src/platform/content-scripts.ts';
import { originPattern } from '../../src/platform/origin-pattern.ts';
import { isPermitted, missingOrigins, onGrantsChanged } from '../../src/platform/permissions.ts';
import {
  addSite,
  isMarked,
  markSite,
  readMarkedSites,
  readSites,
  removeSite,
  sitePatternOf,
} from '../../src/platform/sites.ts';

beforeEach(() => {
  world.browser = fakeBrowser();
});

describe('the origin that is asked for', () => {
  it.each([
    ['https://badges.uni.example/a/7.json?x=1', 'https://badges.uni.example/*'],
    ['https://badges.uni.example:8443/', 'https://badges.uni.example/*'],
    ['https://user:word@badges.uni.example/', 'https://badges.uni.example/*'],
  ])('of %s is its host alone', (url, origin) => {
    expect(originPattern(url)).toBe(origin);
  });

  it.each(['http://a.example/', 'file:///etc/passwd', 'data:,x', 'nonsense', ''])('of %s is none', (url) => {
    expect(originPattern(url)).toBeNull();
  });

  it('is never all hosts', () => {
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['https', 'http'] }), (url) => {
        expect(originPattern(url) ?? 'https://a/*').not.toContain('*.');
      }),
    );
  });
});

describe('a grant', () => {
  it('that is missing means not permitted, and no question to the browser can change that', async () => {
    expect(await isPermitted('https://a.example/x')).toBe(false);
    world.browser.granted.add('https://a.example/*');
    expect(await isPermitted('https://a.example/x')).toBe(true);
    expect(await isPermitted('http://a.example/x')).toBe(false);
  });

  it('that the reader took back is missing again', async () => {
    world.browser.granted.add('https://a.example/*');
    expect(await missingOrigins(['https://a.example/*', 'https://b.example/*'])).toEqual([
      'https://b.example/*',
    ]);
    world.browser.granted.clear();
    expect(await missingOrigins(['https://a.example/*'])).toEqual(['https://a.example/*']);
  });
});

describe('a look-up of a grant', () => {
  /** Look-ups that wait for their answer. */
  function slowLookUps(): ((granted: boolean) => void)[] {
    const answers: ((granted: boolean) => void)[] = [];
    world.browser.permissions.contains = () => new Promise((resolve) => void answers.push(resolve));
    return answers;
  }

  it('serves all who ask while it is under way, and nobody after', async () => {
    const answers = slowLookUps();
    const asked = [1, 2, 3].map((n) => isPermitted(`https://a.example/${n}`));
    expect(answers).toHaveLength(1);
    answers[0]?.(true);
    expect(await Promise.all(asked)).toEqual([true, true, true]);
    const later = isPermitted('https://a.example/4');
    expect(answers).toHaveLength(2);
    answers[1]?.(false);
    expect(await later).toBe(false);
  });

  it('serves no other host', () => {
    const answers = slowLookUps();
    void isPermitted('https://b.example/');
    void isPermitted('https://c.example/');
    expect(answers).toHaveLength(2);
    for (const answer of answers) answer(true);
  });

  it('that ends with a no says nothing to who asked later: the grant may have come meanwhile', async () => {
    const answers = slowLookUps();
    const early = isPermitted('https://a.example/');
    const late = isPermitted('https://a.example/');
    answers[0]?.(false);
    expect(await early).toBe(false);
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    answers[1]?.(true);
    expect(await late).toBe(true);
  });

  it('that began before a grant was taken back serves nobody after', async () => {
    onGrantsChanged({ changed: () => undefined });
    const answers = slowLookUps();
    const early = isPermitted('https://a.example/');
    world.browser.permissions.onRemoved.emit();
    const late = isPermitted('https://a.example/');
    expect(answers).toHaveLength(2);
    answers[0]?.(true);
    answers[1]?.(false);
    expect(await late).toBe(false);
    await early;
  });
});

it('a grant is heard of where it was not asked for: the dialog may have closed the popup', () => {
  const heard: string[] = [];
  onGrantsChanged({
    added: () => heard.push('added'),
    removed: () => heard.push('removed'),
    changed: () => heard.push('changed'),
  });
  world.browser.permissions.onAdded.emit();
  expect(heard).toEqual(['changed', 'added']);
  world.browser.permissions.onRemoved.emit();
  expect(heard).toEqual(['changed', 'added', 'changed', 'removed']);
});

describe('a site that the reader types', () => {
  it.each([
    ['github.com', 'https://github.com/*'],
    [' https://GitHub.com/someone?tab=x ', 'https://github.com/*'],
    ['*.linkedin.com', 'https://*.linkedin.com/*'],
    ['https://*.linkedin.com/*', 'https://*.linkedin.com/*'],
    ['bücher.example', 'https://xn--bcher-kva.example/*'],
  ])('%s is %s', (typed, pattern) => {
    expect(sitePatternOf(typed)).toBe(pattern);
  });

  it.each([
    '',
    '*',
    'https://*/*',
    '<all_urls>',
    'http://github.com',
    'localhost',
    'ftp://a.example',
    '*.*',
    '*.com.*',
  ])('%s is no site', (typed) => {
    expect(sitePatternOf(typed)).toBeNull();
  });

  it('never becomes a pattern for all sites, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const pattern = sitePatternOf(typed);
        expect(pattern === null || /^https:\/\/(\*\.)?[^*/]+\.[^*/]+\/\*$/.test(pattern)).toBe(true);
      }),
    );
  });
});

describe('sites that are read on every visit', () => {
  it('are noted only where the reader granted them', async () => {
    world.browser.willGrant = false;
    expect(await addSite('https://github.com/*')).toBe(false);
    expect(await readSites()).toEqual([]);
  });

  it('are asked for before anything else, so that the click still counts', () => {
    void addSite('https://github.com/*');
    expect(world.browser.asked).toEqual([['https://github.com/*']]);
  });

  it('are given back when they are removed', async () => {
    await addSite('https://github.com/*');
    await addSite('https://github.com/*');
    expect(await readSites()).toEqual(['https://github.com/*']);
    await removeSite('https://github.com/*');
    expect(await readSites()).toEqual([]);
    expect(world.browser.granted.size).toBe(0);
  });

  it('that were tampered with in storage are none', async () => {
    await world.browser.storage.local.set({ sites: ['<all_urls>'] });
    expect(await readSites()).toEqual([]);
  });
});

describe('the script that runs by itself', () => {
  const sites = ['https://github.com/*', 'https://*.linkedin.com/*'];
  const matches = () => world.browser.registered.get('watch')?.matches;

  it('runs on sites that are named and granted, and on no other', async () => {
    world.browser.granted.add('https://github.com/*');
    await registerOn(sites, '/src/content/watch.iife.js');
    expect(matches()).toEqual(['https://github.com/*']);
    expect(world.browser.registered.get('watch')?.js).toEqual(['src/content/watch.iife.js']);
  });

  it('is taken off when its last grant is gone', async () => {
    world.browser.granted.add('https://github.com/*');
    await registerOn(sites, 'w.js');
    world.browser.granted.clear();
    await registerOn(sites, 'w.js');
    expect(matches()).toBeUndefined();
  });

  it('is registered anew after an update has renamed it', async () => {
    world.browser.granted.add('https://github.com/*');
    await registerOn(sites, 'old.js');
    await registerOn(sites, 'new.js');
    expect(world.browser.registered.get('watch')?.js).toEqual(['new.js']);
  });
});

describe('dots beside links', () => {
  const SITE = 'https://*.linkedin.com/*';
  const PAGE = 'https://www.linkedin.com/in/ana';

  it('are off on every site until the reader switches them on for it', async () => {
    await addSite(SITE);
    expect(await isMarked(PAGE)).toBe(false);
    await markSite(SITE, true);
    expect(await isMarked(PAGE)).toBe(true);
    await markSite(SITE, false);
    expect(await isMarked(PAGE)).toBe(false);
  });

  it('stay on that site', async () => {
    await addSite(SITE);
    await addSite('https://github.com/*');
    await markSite(SITE, true);
    await markSite('https://github.com/*', true);
    expect(await isMarked('https://linkedin.com/')).toBe(true);
    expect(await isMarked('https://github.com/ana')).toBe(true);
    for (const other of [
      'http://www.linkedin.com/',
      'https://notlinkedin.com/',
      'https://gist.github.com/',
      'nonsense',
      '',
    ])
      expect([other, await isMarked(other)]).toEqual([other, false]);
  });

  it('are gone with the site’s grant, and off again on a site that was removed and is named anew', async () => {
    await addSite(SITE);
    await markSite(SITE, true);
    world.browser.granted.delete(SITE);
    expect(await isMarked(PAGE)).toBe(false);
    await removeSite(SITE);
    await addSite(SITE);
    expect(await readMarkedSites()).toEqual([]);
  });

  it('cannot be switched on for a site that nobody has named', async () => {
    await markSite(SITE, true);
    expect(await readMarkedSites()).toEqual([]);
  });
});
