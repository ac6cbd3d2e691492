/** A badge that would keep its verifier busy for ever is stopped, and the next rows of the page settle. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createJwtIssuer } from '../build/jwt-issuer.ts';
import { html, json, type Reply } from '../world/reply.ts';
import { allowAll, checksOf, rowsOf, settled, toggleRow } from './popup.ts';
import { BROWSERS, type BrowserName, builtFor, type Stage, setStageIn } from './stage.ts';

const PAGE = 'https://person.example/badges';
/** A job that carries this text never ends. */
const ENDLESS = 'this takes for ever';

/**
 * A copy of the built extension whose thread for heavy work has an endless job. The meters of the verifier leave no such
 * input that is known, and a slow one would end in time on a faster machine.
 */
function copyWithEndlessJob(browser: BrowserName): string {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-endless-'));
  cpSync(builtFor(browser), folder, { recursive: true });
  const assets = join(folder, 'assets');
  const [thread = ''] = readdirSync(assets).filter((name) => name.startsWith('worker-thread-'));
  const script = join(assets, thread);
  writeFileSync(
    script,
    `(${loopAtEndlessJobs})(${JSON.stringify(ENDLESS)});\n${readFileSync(script, 'utf8')}`,
  );
  return folder;
}

/** Runs in the thread, before anything of ours. */
function loopAtEndlessJobs(endless: string): void {
  const { set } = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage') ?? {};
  Object.defineProperty(MessagePort.prototype, 'onmessage', {
    set(listener: (event: MessageEvent) => void) {
      set?.call(this, (event: MessageEvent) => {
        while (JSON.stringify(event.data).includes(endless));
        listener(event);
      });
    },
  });
}

async function createWorld() {
  const issuer = await createJwtIssuer();
  const embedded = async (schema: string): Promise<string> => {
    const token = await issuer.badge({ credentialSchema: { id: schema, type: 'JsonSchema' } });
    return `<script type="application/ld+json">${JSON.stringify({
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: 'VerifiablePresentation',
      verifiableCredential: [
        {
          '@context': ['https://www.w3.org/ns/credentials/v2'],
          id: `data:application/vc+jwt,${token}`,
          type: 'EnvelopedVerifiableCredential',
        },
      ],
    })}</script>`;
  };
  const schemas = {
    'https://schemas.example/endless.json': { type: 'object', $comment: ENDLESS },
    'https://schemas.example/plain.json': { type: 'object' },
  };
  const badges = await Promise.all(Object.keys(schemas).map(embedded));
  const page = `<!doctype html><html lang="en"><title>Badges</title><body>${badges.join('')}</body></html>`;
  return {
    replies: new Map<string, Reply>([
      [PAGE, html(page)],
      ...Object.entries(schemas).map(([url, schema]) => [url, json(schema)] as const),
    ]),
    hosts: new Set(['person.example', 'schemas.example']),
  };
}

describe.each(BROWSERS)('a badge whose schema takes for ever, in %s,', (browser) => {
  let stage: Stage<Awaited<ReturnType<typeof createWorld>>>;
  let extension: string;
  beforeAll(async () => {
    extension = copyWithEndlessJob(browser);
    stage = await setStageIn(await createWorld(), browser, { extension });
  });
  afterAll(async () => {
    await stage?.close();
    rmSync(extension, { recursive: true });
  });

  it('is stopped, and the next is checked', async () => {
    await stage.session.open(PAGE);
    const popup = await stage.session.clickToolbar();
    await allowAll(popup);
    await settled(popup);
    const rows = await rowsOf(popup);
    expect(rows).toHaveLength(2);
    const said: (string | null | undefined)[] = [];
    for (const { key } of rows) {
      await toggleRow(popup, key);
      const conformance = (await checksOf(popup, key)).find(({ id }) => id === 'conformance');
      said.push(`${conformance?.state} ${conformance?.code ?? ''}`);
      await toggleRow(popup, key);
    }
    expect(said.sort()).toEqual(['inconclusive work-stopped', 'passed ']);
  });
});
