import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOLDER } from '../world/world.ts';
import { allowAll, compareWith, rowsOf, settled } from './popup.ts';
import { until } from './session.ts';
import { BROWSERS, type Stage, setStage } from './stage.ts';

/** What checking the demo profile has to ask: the hosts of its records, and of the keys and lists that these name. */
const RECORDS = [
  'api.credly.com:443',
  'badges.harrowgate.example:443',
  'badges.kestrel-academy.example:443',
  'credentials.aldermoor.example:443',
  'id.kestrel-academy.example:443',
  'learn.microsoft.com:443',
  'www.coursera.org:443',
  'www.skills.google:443',
];
/** What Chromium asks on its own account, whatever it is told. */
const OWN = /^(http:\/\/)?(accounts\.google\.com|update\.googleapis\.com|[a-z.-]*\.mozilla\.(com|net|org))\b/;
const INNER = /^(localhost|127\.|10\.|192\.168\.|169\.254\.|\[|intranet|printer\.local|2130706433|0x7f)/;

describe.each(BROWSERS)('what the network sees of the extension in %s', (browser) => {
  let stage: Stage;
  const hostsAsked = () => [...new Set(stage.proxy.asked)].filter((host) => !OWN.test(host)).sort();
  beforeAll(async () => {
    stage = await setStage(browser);
    // a visitor whom these hosts know already
    for (const url of [
      'https://badges.harrowgate.example/issuer.json',
      'https://api.credly.com/v1/obi/v2/issuers/5e0c1a44-0000-4000-8000-0000000000a1',
    ])
      await (await stage.session.open(url)).close();
  });
  afterAll(() => stage?.close());

  it('is nothing at all before the reader clicks', async () => {
    await stage.session.open(stage.world.pages.get('demo')?.url ?? '');
    stage.proxy.forget();
    stage.server.forgetRequests();
    expect(await stage.session.badge()).toBe('');
    expect(hostsAsked()).toEqual([]);
  });

  it('is only what was granted, and then only what the records need', async () => {
    const popup = await stage.session.clickToolbar();
    await settled(popup);
    const builtIn = ['api.credly.com:443'];
    expect(hostsAsked().filter((host) => !builtIn.includes(host))).toEqual([]);
    await allowAll(popup);
    await compareWith(popup, HOLDER.email);
    await until(popup, () => document.querySelector('[data-status="holder-mismatch"]') !== null);
    expect(hostsAsked()).toEqual(RECORDS);
  });

  it('carries no cookie, no referrer, no origin, and nothing of what the reader typed', () => {
    expect(stage.server.requests.length).toBeGreaterThan(10);
    for (const { url, method, headers } of stage.server.requests) {
      expect(method).toBe('GET');
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('referer');
      expect(headers).not.toHaveProperty('origin');
      expect(`${url} ${JSON.stringify(headers)}`).not.toContain(HOLDER.email.split('@')[0]);
    }
  });

  it('asks for no document twice', () => {
    const urls = stage.server.requests.map(({ url }) => url);
    expect(urls.filter((url, index) => urls.indexOf(url) !== index)).toEqual([]);
  });

  it('leaves out the e-mail address that stands in a link', async () => {
    await stage.session.open(stage.world.pages.get('readme')?.url ?? '');
    stage.server.forgetRequests();
    await allowAll(await stage.session.clickToolbar());
    const asked = stage.server.requests.map(({ url }) => url);
    expect(asked.some((url) => url.includes('api.badgr.io'))).toBe(true);
    expect(asked.filter((url) => /identity__email|posteingang/.test(url))).toEqual([]);
  });

  it('never reaches a host of the inside, however the page writes it', async () => {
    await stage.session.open(stage.world.pages.get('traps')?.url ?? '');
    stage.proxy.forget();
    const popup = await stage.session.clickToolbar();
    await allowAll(popup);
    expect(stage.proxy.asked.filter((host) => INNER.test(host))).toEqual([]);
    for (const { link, status } of await rowsOf(popup))
      if (!link.includes('aldermoor')) expect(status).toBe('not-checked');
  });
});
