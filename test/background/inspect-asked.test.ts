import { describe, expect, it } from 'vitest';
import { inspectAsked } from '../../src/background/inspect-asked.ts';
import type { Item } from '../../src/item.ts';
import { type Asked, askedCandidates } from '../../src/recognise/asked.ts';
import { fail, succeed } from '../../src/result.ts';
import { qrPng } from '../build/qr.ts';
import { type FakeDocument, fakeNet } from '../fake/net.ts';
import { fakePorts } from '../fake/ports.ts';

const POSTER = 'https://posters.example/code.png';
const TARGET = 'https://somewhere.example/thing';
const image = { body: qrPng('unread here'), contentType: 'image/png' };

/** What the reader gets for one thing, in a world of these documents, where every image carries this code. */
async function answerTo(
  asked: Asked,
  { documents = {}, code = null }: { documents?: Record<string, FakeDocument>; code?: string | null } = {},
) {
  const looked: Uint8Array[] = [];
  const net = fakeNet(documents);
  const inspect = inspectAsked(async (bytes) => {
    looked.push(bytes);
    return code === 'stopped' ? fail('work-stopped') : succeed(code);
  });
  const items: Item[] = [];
  for (const candidate of askedCandidates(asked))
    items.push(...(await inspect(candidate, { ...fakePorts(), net })));
  return { items, looked, asked: net.asked, reasons: items.map(({ verdict }) => verdict.reason) };
}

describe('an image with nothing baked into it', () => {
  const asked: Asked = { kind: 'image', link: POSTER };

  it('whose search had to be stopped says that, and not that there is nothing', async () => {
    const answer = await answerTo(asked, { documents: { [POSTER]: image }, code: 'stopped' });
    expect(answer.items.map(({ verdict }) => [verdict.status, verdict.reason])).toEqual([
      ['not-checked', 'work-stopped'],
    ]);
  });

  it('is searched for a code, and what the code leads to is its row', async () => {
    const answer = await answerTo(asked, {
      documents: { [POSTER]: image, [TARGET]: { error: 'timeout' } },
      code: TARGET,
    });
    expect(answer.items.map(({ key, link }) => [key, link])).toEqual([[`url:${POSTER}/0`, TARGET]]);
    expect(answer.reasons).toEqual(['timeout']);
    expect(answer.items[0]?.report.contacted.map(({ url }) => url)).toEqual([POSTER, TARGET]);
  });

  it('and without a code stays unread, which says nothing against anybody', async () => {
    const { reasons, items } = await answerTo(asked, { documents: { [POSTER]: image } });
    expect([reasons, items[0]?.verdict.status]).toEqual([['image-not-baked'], 'not-checked']);
  });

  it('is not looked into where its code says only words', async () => {
    const { reasons } = await answerTo(asked, { documents: { [POSTER]: image }, code: 'WIFI:S:guests;;' });
    expect(reasons).toEqual(['nothing-to-check']);
  });

  it('is searched in a file, too', async () => {
    const file: Asked = { kind: 'file', name: 'a.png', base64: qrPng('x').toString('base64') };
    expect((await answerTo(file)).looked).toHaveLength(1);
  });

  it('is searched where it is of a kind that nothing can be baked into', async () => {
    const avif = Buffer.from('0000001466747970617669660000000000ff80fe', 'hex');
    const documents = {
      [POSTER]: { body: avif, contentType: 'image/avif' },
      [TARGET]: { error: 'timeout' } as const,
    };
    expect((await answerTo(asked, { documents, code: TARGET })).reasons).toEqual(['timeout']);
    const file: Asked = { kind: 'file', name: 'a.avif', base64: avif.toString('base64') };
    expect((await answerTo(file)).reasons).toEqual(['unknown-format']);
  });

  it('is not searched where only its link was asked about', async () => {
    const { looked } = await answerTo({ kind: 'link', link: POSTER }, { documents: { [POSTER]: image } });
    expect(looked).toEqual([]);
  });

  it('whose code is an offer is asked nothing further', async () => {
    const { reasons, asked: requests } = await answerTo(asked, {
      documents: { [POSTER]: image },
      code: 'openid-credential-offer://?credential_offer_uri=https%3A%2F%2Fa.example',
    });
    expect(reasons).toEqual(['claim-link']);
    expect(new Set(requests)).toEqual(new Set([POSTER]));
  });
});

describe('what was never a credential', () => {
  it.each([
    ['JSON of another kind', '{"name": "left-pad"}'],
    ['an empty file', ''],
    ['plain words', 'Nothing but words.'],
  ])('%s has not failed to be one', async (_, content) => {
    const file: Asked = { kind: 'file', name: 'a', base64: Buffer.from(content).toString('base64') };
    const { items } = await answerTo(file);
    expect(items.map(({ verdict }) => [verdict.status, verdict.reason])).toEqual([
      ['not-checked', 'nothing-to-check'],
    ]);
  });

  it('is not what is broken: a malformed credential fails as one', async () => {
    const file: Asked = { kind: 'file', name: 'a.json', base64: btoa('{"type": ["VerifiableCredential"') };
    expect((await answerTo(file)).items[0]?.verdict.status).toBe('failed');
  });
});
