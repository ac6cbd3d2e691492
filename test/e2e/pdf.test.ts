/** A CV as a PDF: handed over in the preview, and as it stands in a tab. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePdf } from '../build/pdf.ts';
import { bytes } from '../world/reply.ts';
import { buildWorld, type World } from '../world/world.ts';
import { allowAll, rowsOf, settled } from './popup.ts';
import { until, type View } from './session.ts';
import { BROWSERS, type Stage, setStageIn } from './stage.ts';

const CV = 'https://papers.aldermoor.example/ann/cv.pdf';
const BADGES = ['credly-valid', 'credly-revoked'] as const;

async function worldWithPdf(): Promise<World> {
  const world = await buildWorld(new Date());
  const links = BADGES.map((id) => world.credentials.get(id)?.link ?? expect.fail(id));
  const baked = world.replies.get(world.credentials.get('integrity-baked-svg')?.link ?? '');
  const svg = baked?.kind === 'answer' ? baked.body : expect.fail('no image');
  const pdf = await makePdf({ pages: [links, ['https://ann.example/']], files: { 'badge.svg': svg } });
  return {
    ...world,
    replies: new Map([...world.replies, [CV, bytes(pdf, 'application/pdf')] as const]),
    hosts: new Set([...world.hosts, 'papers.aldermoor.example']),
  };
}

describe.each(BROWSERS)('a CV as a PDF, in %s,', (browser) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStageIn(await worldWithPdf(), browser);
  });
  afterAll(() => stage?.close());

  const earned = (): readonly string[] =>
    ['integrity-baked-svg', ...BADGES]
      .map((id) => stage.world.credentials.get(id)?.expected.status ?? expect.fail(id))
      .toSorted();
  const shown = async (view: View): Promise<readonly string[]> =>
    (await rowsOf(view)).map(({ status }) => status).toSorted();

  it('given to the preview, comes to the badges in it and behind its links', async () => {
    const preview = await stage.session.openOwnPage('src/preview/index.html');
    await until(preview, () => document.querySelector('textarea') !== null);
    const reply = stage.world.replies.get(CV);
    const content = reply?.kind === 'answer' ? Buffer.from(reply.body).toString('base64') : '';
    await preview.evaluate((base64) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))], 'cv.pdf'));
      document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, content);
    await until(preview, () => document.querySelector('[data-credential]') !== null);
    await settled(preview);
    await allowAll(preview);
    expect(await shown(preview)).toEqual(earned());
    await preview.close();
  });

  it('in a tab, is read at a click on the button', async () => {
    await stage.session.open(CV);
    const popup = await stage.session.clickToolbar();
    await until(popup, () => document.querySelector('[data-credential]') !== null);
    await settled(popup);
    await allowAll(popup);
    expect(await shown(popup)).toEqual(earned());
    await popup.close();
  });

  it('in a tab, is read from the menu of its page', async () => {
    await stage.session.open(CV);
    const popup = await stage.session.chooseMenu('check-pdf', { pageUrl: CV });
    await until(popup, () => document.querySelector('[data-credential]') !== null);
    await settled(popup);
    expect(await shown(popup)).toEqual(earned());
    await popup.close();
  });
});
