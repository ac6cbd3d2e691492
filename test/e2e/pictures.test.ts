/** A badge's picture at an address of its own: fetched once by the background, shown small by every surface. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COURSE } from '../world/issuer/hosted.ts';
import { bytes, html, json } from '../world/reply.ts';
import { buildWorld, type World } from '../world/world.ts';
import { allowAll, settled } from './popup.ts';
import { until } from './session.ts';
import { BROWSERS, type Stage, setStageIn } from './stage.ts';

const PROFILE = 'https://me.aldermoor.example/';
const PICTURE = 'https://badges.harrowgate.example/pictures/arch.png';

/** A page with one hosted badge, whose class names its picture by an address. */
async function worldWithPicture(): Promise<World> {
  const world = await buildWorld(new Date());
  const bodyOf = (address: string): Uint8Array => {
    const reply = world.replies.get(address);
    return reply?.kind === 'answer' ? reply.body : expect.fail(address);
  };
  const linkOf = (id: string): string => world.credentials.get(id)?.link ?? expect.fail(id);
  const course = JSON.parse(new TextDecoder().decode(bodyOf(COURSE.id)));
  return {
    ...world,
    replies: new Map([
      ...world.replies,
      [
        PROFILE,
        html(
          `<!doctype html><html lang="en"><title>Me</title><a href="${linkOf('hosted-valid')}">My badge</a>`,
        ),
      ] as const,
      [COURSE.id, json({ ...course, image: PICTURE })] as const,
      [PICTURE, bytes(bodyOf(linkOf('integrity-baked-png')), 'image/png')] as const,
    ]),
    hosts: new Set([...world.hosts, 'me.aldermoor.example']),
  };
}

describe.each(BROWSERS)('a badge’s picture in %s', (browser) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStageIn(await worldWithPicture(), browser);
  });
  afterAll(() => stage?.close());

  it('is fetched once, however often the popup opens, and stands in the row', async () => {
    const { session, server } = stage;
    await session.open(PROFILE);
    for (const visit of ['first', 'second']) {
      const popup = await session.clickToolbar();
      await settled(popup);
      if (visit === 'first') await allowAll(popup);
      const source = await until(
        popup,
        () => document.querySelector<HTMLImageElement>('[data-credential] img.badge-image')?.src ?? '',
      );
      expect(source).toMatch(/^data:image\/png;base64,/);
      expect(source.length).toBeLessThan(60_000);
      await popup.close();
    }
    expect(server.requests.filter(({ url }) => url === PICTURE)).toHaveLength(1);
  });
});
