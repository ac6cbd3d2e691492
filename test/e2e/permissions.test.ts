import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowAll, place, rowsOf, settled } from './popup.ts';
import { BROWSERS, type Stage, setStage } from './stage.ts';

describe.each(BROWSERS)('permissions in %s', (browser) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(browser);
  });
  afterAll(() => stage?.close());

  it('are asked for where an origin is missing; granting it checks what waited for it, and nothing else is granted', async () => {
    const { world, server, session } = stage;
    const waiting = world.credentials.get('hosted-revoked') ?? expect.fail();
    const builtIn = world.credentials.get('credly-revoked') ?? expect.fail();
    await session.open(world.pages.get('readme')?.url ?? '');
    const popup = await session.clickToolbar();
    await settled(popup);
    const statusOf = async (wanted: string): Promise<string | undefined> =>
      (await rowsOf(popup)).find(({ link }) => place(link) === place(wanted))?.status;
    expect(await statusOf(waiting.link)).toBe('not-checked');
    expect(await statusOf(builtIn.link)).toBe('revoked');
    expect(server.requests.some(({ url }) => url === waiting.link)).toBe(false);

    expect(await allowAll(popup)).toBeGreaterThan(0);
    expect(await statusOf(waiting.link)).toBe(waiting.expected.status);
    const granted = await popup.evaluate(async () => (await chrome.permissions.getAll()).origins ?? []);
    expect(granted).toContain('https://badges.harrowgate.example/*');
    expect(granted).not.toContain('https://credentials.aldermoor.example/*');
    expect(granted).not.toContain('https://*/*');
  });
});
