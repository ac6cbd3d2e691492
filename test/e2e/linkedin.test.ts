/** A profile as LinkedIn draws it in 2026: keys instead of classes, and certificates only once one has scrolled to them. Names are made up. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { html, type Reply } from '../world/reply.ts';
import { rowsOf, settled } from './popup.ts';
import { until } from './session.ts';
import { BROWSERS, type Stage, setStageIn } from './stage.ts';

const PROFILE = 'https://www.linkedin.com/in/ana-lindqvist/';
const LIST = `${PROFILE}details/certifications/`;
const badge = 'https://www.credly.com/badges/00000000-1111-4222-8333-000000000001';
const wrapped = (link: string): string =>
  `https://www.linkedin.com/safety/go/?url=${encodeURIComponent(link).replaceAll('.', '%2E')}&amp;urlhash=aB1c&amp;isSdui=true`;

const entry = (title: string, issuer: string, dates: string, link?: string): string =>
  `<div class="_a1b2"><a href="https://www.linkedin.com/company/1001/"><figure></figure></a><div><a href="https://www.linkedin.com/company/1001/"><p>${title}</p><p>${issuer}</p><p>${dates}</p></a>${
    link
      ? `<div><a href="${wrapped(link)}" aria-label="Show credential for ${title}"><span>Show credential</span></a></div>`
      : ''
  }</div></div>`;
const ENTRIES = [
  entry('Harbour Pilot', 'Example Academy', 'Issued Jan 2026 · Expires Jan 2029', badge),
  entry('Night Watch', 'Northwind', 'Issued Jul 2025'),
  entry('Tides', 'Harbour University', 'Issued 2024', 'https://learn.harbour.example/c/4711'),
];
const TITLES = ['Harbour Pilot', 'Night Watch', 'Tides'];

/** Waits in a template until somebody scrolls, as the site's own script has it wait on its server. */
const CARD = `<section componentkey="com.linkedin.sdui.profile.card.refAbCertificationTopLevel"><h2>Licenses &amp; certifications</h2>
  <div data-testid="profile_CertificationTopLevel_ana-lindqvist">${ENTRIES.map(
    (each, at) =>
      `<div componentkey="entity-collection-item-${at}">${at > 0 ? '<hr role="presentation">' : ''}${each}</div>`,
  ).join('')}</div><a href="${LIST}"><span>Show all</span></a></section>`;
const shell = (main: string): Reply =>
  html(
    `<!doctype html><html lang="en"><title>Ana Lindqvist | LinkedIn</title><main id="workspace"><section componentkey="refAbTopcard"><h2>Ana Lindqvist</h2></section>${main}</main></html>`,
  );
const world = {
  replies: new Map<string, Reply>([
    [
      PROFILE,
      shell(
        `<div style="height:4000px"></div><div id="later"></div><template>${CARD}</template>
         <script>addEventListener('scroll', () => document.querySelector('#later').append(document.querySelector('template').content), { once: true })</script>`,
      ),
    ],
    [
      LIST,
      shell(
        `<div data-sdui-screen="com.linkedin.sdui.flagshipnav.profile.ProfileCertificationDetails"><div componentkey="refAbCertificationDetailsLevel"><h2>Licenses</h2><div>${ENTRIES.join('<hr>')}</div></div></div>`,
      ),
    ],
  ]),
  hosts: new Set(['www.linkedin.com', 'www.credly.com', 'api.credly.com']),
};

describe.each(BROWSERS)('a profile of 2026, in %s,', (browser) => {
  let stage: Stage<typeof world>;
  beforeAll(async () => {
    stage = await setStageIn(world, browser);
  });
  afterAll(() => stage?.close());

  const titles = async (): Promise<readonly string[]> => {
    const popup = await stage.session.clickToolbar();
    await settled(popup);
    const rows = await rowsOf(popup);
    await popup.close();
    return rows.map(({ title }) => title).toSorted();
  };

  it('says where the list is until its cards have come, and lists them then without another click', async () => {
    const view = await stage.session.open(PROFILE);
    const popup = await stage.session.clickToolbar();
    const list = await until(
      popup,
      () => document.querySelector<HTMLAnchorElement>('[data-unread-list] a')?.href,
    );
    expect(list).toBe(LIST);
    expect(await rowsOf(popup)).toEqual([]);
    await popup.close();
    await view.evaluate(() => scrollTo(0, 5000));
    await expect.poll(() => stage.session.badge()).toBe('3');
    expect(await titles()).toEqual(TITLES);
    await view.close();
  });

  it('lists the same on the list’s own page, which sends nobody elsewhere', async () => {
    const view = await stage.session.open(LIST);
    expect(await titles()).toEqual(TITLES);
    const popup = await stage.session.clickToolbar();
    expect(await popup.evaluate(() => document.querySelector('[data-unread-list]') === null)).toBe(true);
    await popup.close();
    await view.close();
  });
});
