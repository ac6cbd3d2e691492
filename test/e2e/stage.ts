/** A world, its servers, and a browser in it that reaches nothing else. */
import { join } from 'node:path';
import { type ConnectProxy, startProxy } from '../world/proxy.ts';
import { type Served, serveWorld, type WorldServer } from '../world/server.ts';
import { buildWorld, type World } from '../world/world.ts';
import { openChromium } from './chromium.ts';
import { openFirefox } from './firefox.ts';
import type { Json, Session } from './session.ts';

export const BROWSERS = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];

/** The folder of the built extension. */
export const builtFor = (browser: BrowserName): string =>
  join(import.meta.dirname, '..', '..', 'dist', browser === 'chromium' ? 'chrome' : 'firefox');

export interface Stage<W extends Served = World> {
  readonly world: W;
  readonly server: WorldServer;
  readonly proxy: ConnectProxy;
  readonly session: Session;
  close(): Promise<void>;
}

export interface StageOptions {
  /** The folder of another extension than the built one. */
  readonly extension?: string;
  readonly headless?: boolean;
  readonly policy?: Json;
}

/** Made once for each file: its keys take a second. */
let worldOfFile: Promise<World> | null = null;

/** A world of the moment at which the file starts, and a browser in it. Whoever sets a stage closes it. */
export async function setStage(browser: BrowserName, options: StageOptions = {}): Promise<Stage> {
  worldOfFile ??= buildWorld(new Date());
  return setStageIn(await worldOfFile, browser, options);
}

/** The same in a world of the test's own. */
export async function setStageIn<W extends Served>(
  world: W,
  browser: BrowserName,
  { extension = builtFor(browser), headless = true, policy }: StageOptions = {},
): Promise<Stage<W>> {
  const server = await serveWorld(world);
  const proxy = await startProxy({ hosts: world.hosts, port: server.port });
  const closeServers = async (): Promise<void> => {
    await proxy.close();
    await server.close();
  };
  try {
    const open = browser === 'chromium' ? openChromium : openFirefox;
    const session = await open({
      extension,
      headless,
      policy,
      proxyPort: proxy.port,
      fingerprint: server.fingerprint,
      grantable: [...world.hosts].map((host) => `https://${host}/*`),
    });
    return {
      world,
      server,
      proxy,
      session,
      async close() {
        await session.close();
        await closeServers();
      },
    };
  } catch (error) {
    await closeServers();
    throw error;
  }
}
