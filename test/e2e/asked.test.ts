import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { qrPng } from '../build/qr.ts';
import { bytes, html, redirect } from '../world/reply.ts';
import { buildWorld, type World } from '../world/world.ts';
import { allowAll, place, rowsOf, settled } from './popup.ts';
import { until, type View } from './session.ts';
import { BROWSERS, type Stage, setStageIn } from './stage.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const violations = (view: View): Promise<unknown> =>
  view.script(`(() => {
    ${AXE};
    const runner = window.axe ?? self.axe ?? axe;
    return runner.run(document).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html + ' ' + failureSummary)));
  })()`);

const SHORT = 'https://www.credly.com/go/Ab0Cd1Ef';
/** Leads to a host that nobody has granted. */
const HIDDEN = 'https://bit.ly/3AbCdEf';
const SHARE = 'https://coursera.org/share/0123456789abcdef0123456789abcdef';
const CODE = 'https://posters.aldermoor.example/code.png';
/** A visitor's page, with something to point at and nothing that a scan would list. */
const PAGE = 'https://posters.aldermoor.example/';
/** A profile that shows its badge by a short link alone. */
const SHORTENED = 'https://posters.aldermoor.example/short';

/** The world, and beside it a short link, a poster with a QR code, and the page that it hangs on. */
async function worldWithPoster(): Promise<World> {
  const world = await buildWorld(new Date());
  const link = (id: string): string => world.credentials.get(id)?.link ?? expect.fail(id);
  const replies = new Map([
    ...world.replies,
    [SHORT, redirect(link('credly-valid'))] as const,
    [HIDDEN, redirect('https://hidden.aldermoor.example/badge.json')] as const,
    [SHARE, redirect(link('coursera-page'))] as const,
    [CODE, bytes(qrPng(link('integrity-baked-png')), 'image/png')] as const,
    [
      SHORTENED,
      html(`<!doctype html><html lang="en"><title>Me</title><a href="${SHORT}">My badge</a>`),
    ] as const,
    [PAGE, html('<!doctype html><html lang="en"><title>Poster</title><h1>Poster</h1>')] as const,
  ]);
  return {
    ...world,
    replies,
    hosts: new Set([
      ...world.hosts,
      'www.credly.com',
      'coursera.org',
      'bit.ly',
      'hidden.aldermoor.example',
      'posters.aldermoor.example',
    ]),
  };
}

describe.each(BROWSERS)('what the reader asks about in %s', (browser) => {
  let stage: Stage;
  let preview: View;
  const linkOf = (id: string): string => stage.world.credentials.get(id)?.link ?? expect.fail(id);
  const bodyOf = (url: string): string => {
    const reply = stage.world.replies.get(url);
    return reply?.kind === 'answer' ? Buffer.from(reply.body).toString('base64') : expect.fail(url);
  };
  const earned = (id: string): string => {
    const { status, standing } = stage.world.credentials.get(id)?.expected ?? expect.fail(id);
    return `${status} ${standing}`;
  };
  const shown = async (view: View): Promise<readonly string[]> =>
    (await rowsOf(view)).map(({ status, standing }) => `${status} ${standing}`);

  const give = (name: string, base64: string): Promise<void> =>
    preview.evaluate(
      (file, content) => {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(atob(content), (each) => each.charCodeAt(0))], file));
        document.dispatchEvent(
          new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
        );
      },
      name,
      base64,
    );
  const paste = async (text: string): Promise<void> => {
    await preview.evaluate((value) => {
      const field = document.querySelector('textarea');
      if (field) field.value = value;
    }, text);
    await preview.click('form:has(textarea) [type="submit"]');
  };
  const done = async (): Promise<void> => {
    await until(preview, () => document.querySelector('[data-credential]') !== null);
    await settled(preview);
    await allowAll(preview);
  };

  beforeAll(async () => {
    stage = await setStageIn(await worldWithPoster(), browser);
  });
  afterAll(() => stage?.close());

  describe('in the preview', () => {
    beforeEach(async () => {
      preview = await stage.session.openOwnPage('src/preview/index.html');
      await until(preview, () => document.querySelector('textarea') !== null);
      return () => preview.close();
    });

    it('is a baked image, dropped: read from its bytes and verified like any other', async () => {
      await give('badge.png', bodyOf(linkOf('integrity-baked-png')));
      await done();
      expect(await shown(preview)).toEqual([earned('integrity-baked-png')]);
    });

    it('is a link and a token in one text, and both become rows', async () => {
      await paste(`My badge (${linkOf('credly-valid')}), and another one: ${linkOf('integrity-baked-svg')}.`);
      await done();
      expect([...(await shown(preview))].sort()).toEqual(
        [earned('credly-valid'), earned('integrity-baked-svg')].sort(),
      );
    });

    it('is a short link, followed and recognised anew', async () => {
      await paste(SHORT);
      await done();
      expect(await shown(preview)).toEqual([earned('credly-valid')]);
    });

    it('is a shortened link to a site without a grant: not checked, with the reason, and not called unreachable', async () => {
      await paste(HIDDEN);
      await done();
      expect(await shown(preview)).toEqual(['not-checked inconclusive']);
      await preview.click('.row-button');
      const code = await until(
        preview,
        () => document.querySelector<HTMLElement>('[data-check="proof"]')?.dataset.code ?? '',
      );
      expect(code).toBe('short-link-unseen');
    });

    it('is a short link of a platform: both sites are asked for in one click', async () => {
      await paste(SHARE);
      await until(preview, () => document.querySelector('[data-credential]') !== null);
      await settled(preview);
      const wanted = await until(preview, () => document.querySelector('.allow')?.textContent ?? '');
      expect(wanted).toContain('coursera.org');
      expect(wanted).toContain('www.coursera.org');
      expect(await allowAll(preview)).toBe(1);
      expect(await shown(preview)).toEqual(['page-only inconclusive']);
    });

    it('is a QR code in an image with nothing baked into it', async () => {
      await give('poster.png', bodyOf(CODE));
      await done();
      expect(await shown(preview)).toEqual([earned('integrity-baked-png')]);
    });

    it('is a text without anything to check: that is said in words, and no row stands for it', async () => {
      await paste('Nothing but words.');
      const words = await until(preview, () => document.querySelector('[data-nothing]')?.textContent ?? '');
      expect(words).toContain('There is no credential in this');
      expect(await shown(preview)).toEqual([]);
    });

    it('is never a wallet offer', async () => {
      stage.proxy.forget();
      await paste(
        'openid-credential-offer://?credential_offer_uri=https%3A%2F%2Fposters.aldermoor.example%2Foffer',
      );
      await done();
      expect(await shown(preview)).toEqual(['not-checked inconclusive']);
      expect(stage.proxy.asked.filter((host) => host.startsWith('posters.'))).toEqual([]);
    });

    it('is forgotten at a click', async () => {
      await give('badge.png', bodyOf(linkOf('integrity-baked-png')));
      await done();
      await preview.click('[data-forget]');
      await until(preview, () => document.querySelector('[data-credential]') === null);
    });

    it.each(['light', 'dark'] as const)('leaves axe nothing to object to, %s', async (scheme) => {
      await preview.prefer(scheme);
      expect(await violations(preview)).toEqual([]);
      await give('badge.png', bodyOf(linkOf('integrity-baked-png')));
      await done();
      await preview.click('.row-button');
      await until(preview, () => document.querySelector('[data-check]') !== null);
      expect(await violations(preview)).toEqual([]);
    });
  });

  describe('in a page’s context menu', () => {
    it('is a link: its row stays beside the page’s own, and the badge and the popup tell of it', async () => {
      const { session } = stage;
      await session.open(PAGE);
      const popup = await session.chooseMenu('check-link', {
        pageUrl: PAGE,
        linkUrl: linkOf('credly-valid'),
      });
      await until(popup, () => document.querySelector('.row-asked') !== null);
      await settled(popup);
      await allowAll(popup);
      expect((await rowsOf(popup)).map(({ link }) => place(link))).toEqual([place(linkOf('credly-valid'))]);
      expect(await shown(popup)).toEqual([earned('credly-valid')]);
      await expect.poll(() => session.badge()).toBe('1');
      await popup.close();
    });

    it('is an image, asked for only with a grant', async () => {
      const { session } = stage;
      stage.proxy.forget();
      const popup = await session.chooseMenu('check-image', { pageUrl: PAGE, srcUrl: CODE });
      await until(popup, () => document.querySelectorAll('[data-credential]').length === 2);
      await settled(popup);
      await allowAll(popup);
      expect(await shown(popup)).toContain(earned('integrity-baked-png'));
      await popup.close();
    });

    it('is a selected text, in which the links are what counts', async () => {
      const { session } = stage;
      await session.open(PAGE);
      const popup = await session.chooseMenu('check-text', {
        pageUrl: PAGE,
        selectionText: `Cloud Practitioner, see ${linkOf('credly-valid')}, and nothing more.`,
      });
      await until(popup, () => document.querySelector('.row-asked') !== null);
      await settled(popup);
      expect(await shown(popup)).toEqual([earned('credly-valid')]);
      await popup.close();
    });
  });

  it('is a short link of the page, which nobody follows until the reader says so', async () => {
    const { session, server } = stage;
    const followed = (): number => server.requests.filter(({ url }) => url === SHORT).length;
    const before = followed();
    await session.open(SHORTENED);
    const popup = await session.clickToolbar();
    await settled(popup);
    expect(await shown(popup)).toEqual(['not-checked inconclusive']);
    expect(followed()).toBe(before);
    await popup.click('.row-button');
    await until(popup, () => document.querySelector('[data-follow]') !== null);
    await popup.click('[data-follow]');
    await until(
      popup,
      (wanted) =>
        [...document.querySelectorAll<HTMLElement>('[data-status]')].some(
          ({ dataset }) => `${dataset.status} ${dataset.standing}` === wanted,
        ),
      earned('credly-valid'),
    );
    expect(await rowsOf(popup)).toHaveLength(1);
    await popup.close();
  });
});
