import { it } from 'vitest';
import { qrPng } from '../build/qr.ts';
import { allowAll, settled } from './popup.ts';
import { until } from './session.ts';
import { setStage } from './stage.ts';

it('shoots', async () => {
  const stage = await setStage('chromium');
  const v = await stage.session.openOwnPage('src/preview/index.html');
  await until(v, () => document.querySelector('textarea') !== null);
  for (const s of ['light', 'dark'] as const) {
    await v.prefer(s);
    await v.screenshot(`/tmp/q/empty-${s}.png`);
  }
  const link = (id: string) => stage.world.credentials.get(id)?.link ?? '';
  const ids = [...stage.world.credentials.keys()].slice(0, 6);
  await v.evaluate((t) => {
    const f = document.querySelector('textarea');
    if (f) f.value = t;
  }, ids.map(link).join('\n') + '\nhttps://unknown.example/thing https://www.credly.com/go/Ab0Cd1Ef');
  await v.click('form:has(textarea) [type="submit"]');
  await until(v, () => document.querySelector('[data-credential]') !== null);
  await settled(v);
  await v.evaluate((b) => {
    const d = new DataTransfer();
    d.items.add(new File([Uint8Array.from(atob(b), (c) => c.charCodeAt(0))], 'conference-poster.png'));
    d.items.add(new File(['{"a":1}'], 'package.json'));
    d.items.add(new File([new Uint8Array(3e6)], 'large-photo.png'));
    document.dispatchEvent(new DragEvent('drop', { dataTransfer: d, cancelable: true }));
  }, qrPng('just words').toString('base64'));
  await new Promise((r) => setTimeout(r, 1500));
  for (const s of ['light', 'dark'] as const) {
    await v.prefer(s);
    await v.screenshot(`/tmp/q/allow-${s}.png`);
  }
  await allowAll(v);
  await v.click('.row-button');
  await v.prefer('light');
  await v.screenshot('/tmp/q/done-light.png');
  await v.screenshot('/tmp/q/done-narrow.png', 320);
  await v.prefer('dark');
  await v.screenshot('/tmp/q/done-dark.png');
  await v.close();
  const PAGE = stage.world.pages.get('demo')?.url ?? '';
  await stage.session.open(PAGE);
  await stage.session.chooseMenu('check-link', {
    pageUrl: PAGE,
    linkUrl: 'https://www.credly.com/go/Ab0Cd1Ef',
  });
  const p = await stage.session.clickToolbar();
  await settled(p);
  await p.screenshot('/tmp/q/popup.png');
  await stage.session.open('chrome://version/');
  await stage.session.chooseMenu('check-link', {
    pageUrl: 'chrome://version/',
    linkUrl: link('credly-valid'),
  });
  const p2 = await stage.session.clickToolbar();
  await settled(p2);
  await p2.screenshot('/tmp/q/popup-unread.png');
  const o = await stage.session.openOwnPage('src/options/index.html');
  await o.screenshot('/tmp/q/options.png');
  await stage.close();
});
