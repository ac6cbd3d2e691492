/** Spellings by which a holder once hid what was signed: each built anew, and the handed ones where they are. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OB_3_0_3 } from '../build/contexts.ts';
import { badge } from '../build/issue.ts';
import { createSigner } from '../build/signer.ts';
import { statusEntry, statusList } from '../build/status-list.ts';
import { inspectInClosedWorld } from '../fake/closed-world.ts';
import type { FakeDocument } from '../fake/net.ts';

type Json = Record<string, unknown>;
const AT = new Date('2026-02-01T00:00:00Z');
const LISTED = new Date('2026-11-20T00:00:00Z');
const XSD_DATE = 'http://www.w3.org/2001/XMLSchema#dateTime';
const CREDENTIALS = 'https://www.w3.org/2018/credentials#';

const signer = await createSigner('eddsa-rdfc-2022');
const plain = badge(signer.controller) as Json;
const signed = (more: Json): Promise<Json> => signer.sign({ ...plain, ...more }, AT);
const adding = (credential: Json, ...more: readonly unknown[]): Json => ({
  ...credential,
  '@context': [...(credential['@context'] as unknown[]), ...more],
});

async function told(
  value: Json | readonly unknown[],
  documents: Readonly<Record<string, FakeDocument>> = {},
) {
  const items = await inspectInClosedWorld(value, { documents });
  return items.map(({ verdict, report }) => ({ ...verdict, asked: report.contacted.map(({ url }) => url) }));
}
const list = (id: string, set: readonly number[]) =>
  statusList({ id, issuer: signer.controller, purpose: 'revocation', set, at: LISTED }, signer);

describe('a holder who writes a signed badge otherwise', () => {
  it('01: hides no withdrawal behind an id in a compact form', async () => {
    const revocations = 'https://university.example/revocations';
    const id = 'https://university.example/credentials/9';
    const credential = await signed({
      id,
      '@context': [
        ...(plain['@context'] as string[]),
        'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
      ],
      credentialStatus: { id: revocations, type: '1EdTechRevocationList' },
    });
    const compact = adding({ ...credential, id: 'c:9' }, { c: 'https://university.example/credentials/' });
    const body = { id: revocations, issuer: signer.controller, revokedCredential: [{ id, revoked: true }] };
    expect(await told(compact, { [revocations]: { body } })).toMatchObject([
      { status: 'revoked', reason: 'revoked' },
    ]);
  });

  it('04: sends nobody to a list of his own by a prefix that looks like a scheme', async () => {
    const [theirs, his] = ['https://lists.university.example/1', 'https://versity.example/1'];
    const credential = await signed({ credentialStatus: statusEntry(theirs, 5, 'revocation') });
    const respelt = adding(
      {
        ...credential,
        credentialStatus: {
          ...statusEntry(theirs, 5, 'revocation'),
          statusListCredential: 'https:versity.example/1',
        },
      },
      { https: { '@id': 'https://lists.uni', '@prefix': true } },
    );
    const documents = { [theirs]: { body: await list(theirs, [5]) }, [his]: { body: await list(his, []) } };
    expect(await told(respelt, documents)).toMatchObject([{ status: 'revoked', asked: [theirs] }]);
  });

  it('07: hides no end of validity behind chained terms', async () => {
    const { validUntil, ...rest } = await signed({ validUntil: '2026-03-01T00:00:00Z' });
    const respelt = adding(
      { ...rest, until: validUntil },
      { y: `${CREDENTIALS}valid` },
      { xx: { '@id': 'y', '@prefix': true } },
      { until: { '@id': 'xx:Until', '@type': XSD_DATE } },
    );
    expect(await told(respelt)).toMatchObject([{ status: 'expired' }]);
  });

  it('08: hides no withdrawal behind chained terms', async () => {
    const address = 'https://lists.university.example/1';
    const { credentialStatus, ...rest } = await signed({
      credentialStatus: statusEntry(address, 5, 'revocation'),
    });
    const respelt = adding(
      { ...rest, note: credentialStatus },
      { y: `${CREDENTIALS}credential` },
      { xx: { '@id': 'y', '@prefix': true } },
      { note: { '@id': 'xx:Status', '@type': '@id' } },
    );
    const documents = { [address]: { body: await list(address, [5]) } };
    expect(await told(respelt, documents)).toMatchObject([{ status: 'revoked' }]);
  });

  it('14: ends soon with published contexts anew in every node', async () => {
    const node = (index: number) => ({
      '@context': [{ [`a${index}`]: `x:${index}` }, ...Array.from({ length: 24 }, () => OB_3_0_3)],
      type: ['Evidence'],
    });
    const many = { ...(await signed({})), evidence: Array.from({ length: 120 }, (_, index) => node(index)) };
    // Nobody signed the nodes; the limits on work, or the signature, say so.
    expect(['not-checked', 'failed']).toContain((await told(many))[0]?.status);
  });

  it('30: may find the issuer’s own words in it, in its own namespace', async () => {
    const words = Object.fromEntries(
      ['score', 'level', 'title', 'language'].map((word) => [
        word,
        `https://university.example/vocab#${word}`,
      ]),
    );
    const credential = await signed({
      ...adding(plain, words),
      score: '95',
      level: 'B2',
      title: 'Dr',
      language: 'en',
    });
    expect(await told(credential)).toMatchObject([{ status: 'signature-verified' }]);
  });

  it('30: may find keywords called as the contexts call them, and a method of showing it', async () => {
    const keywords = {
      kind: '@type',
      renderMethod: { '@id': 'https://university.example/vocab#show', '@type': '@id' },
    };
    const credential = await signed({
      ...adding(plain, keywords, { type: '@type' }),
      renderMethod: {
        id: 'https://university.example/show',
        kind: 'https://university.example/vocab#Template',
      },
    });
    expect(await told(credential)).toMatchObject([{ status: 'signature-verified' }]);
  });
});

const HANDED = join(import.meta.dirname, '../../../shared/fixtures/attacks');
const FOLDERS = ['01', '04', '07', '08', '14', '30'];

describe.skipIf(!existsSync(HANDED))('the handed attacks', () => {
  it.each(FOLDERS)('%s is answered as it should be', async (number) => {
    const { readdirSync } = await import('node:fs');
    const folder = join(HANDED, readdirSync(HANDED).find((name) => name.startsWith(number)) ?? '');
    const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const documents = Object.fromEntries(
      Object.entries(read('docs.json') as Record<string, { file: string }>).map(([url, { file }]) => [
        url,
        { body: read(file) },
      ]),
    );
    const [item] = await told(read('input.json'), documents);
    const { standing: _, ms, ...expected } = read('expected.json') as Json;
    // Where only the time is given, whatever says no soon is right.
    if (ms !== undefined) expect(item?.status).toMatch(/^(?:not-checked|failed)$/);
    else expect(item).toMatchObject(expected);
  });
});
