/** A badge that would keep its verifier busy for ever is stopped, and the next rows of the page settle. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STUBBORN_SCHEMA, stubbornMembers, stubbornSchema } from '../build/stubborn.ts';
import { createJwtIssuer } from '../verify/jwt-badge.ts';
import { html, json, type Reply } from '../world/reply.ts';
import { allowAll, checksOf, rowsOf, settled, toggleRow } from './popup.ts';
import { BROWSERS, type Stage, setStageIn } from './stage.ts';

const PAGE = 'https://person.example/badges';

async function createWorld() {
  const issuer = await createJwtIssuer();
  const script = (token: string): string =>
    `<script type="application/ld+json">${JSON.stringify({
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
  const stubborn = script(await issuer.badge(stubbornMembers));
  const schema = { id: 'https://schemas.example/plain.json', type: 'JsonSchema' };
  const tame = script(await issuer.badge({ credentialSchema: schema }));
  return {
    replies: new Map<string, Reply>([
      [
        PAGE,
        html(`<!doctype html><html lang="en"><title>Badges</title><body>${stubborn}${tame}</body></html>`),
      ],
      [STUBBORN_SCHEMA, json(stubbornSchema)],
      [schema.id, json({ type: 'object' })],
    ]),
    hosts: new Set(['person.example', 'schemas.example']),
  };
}

describe.each(BROWSERS)('a badge whose schema takes for ever, in %s,', (browser) => {
  let stage: Stage<Awaited<ReturnType<typeof createWorld>>>;
  beforeAll(async () => {
    stage = await setStageIn(await createWorld(), browser);
  });
  afterAll(() => stage?.close());

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
