/** A world, its servers, and a browser in it that reaches nothing else. */
import { type ConnectProxy, startProxy } from '../world/proxy.ts';
import { serveWorld, type WorldServer } from '../world/server.ts';
import { buildWorld, type World } from '../world/world.ts';
import { openChromium } from './chromium.ts';
import { openFirefox } from './firefox.ts';
import type { Session } from './session.ts';

export const BROWSERS = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];

export interface Stage {
  readonly world: World;
  readonly server: WorldServer;
  readonly proxy: ConnectProxy;
  readonly session: Session;
  close(): Promise<void>;
}

export interface StageOptions {
  readonly headless?: boolean;
  /** Default: a world of this very moment. */
  readonly world?: World;
}

/** Whoever sets a stage closes it. */
export async function setStage(browser: BrowserName, options: StageOptions = {}): Promise<Stage> {
  const { headless = true, world = await buildWorld(new Date()) } = options;
  const server = await serveWorld(world);
  const proxy = await startProxy({ hosts: world.hosts, port: server.port });
  const closeServers = async (): Promise<void> => {
    await proxy.close();
    await server.close();
  };
  try {
    const open = browser === 'chromium' ? openChromium : openFirefox;
    const session = await open({
      headless,
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
