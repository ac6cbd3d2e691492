/** A bound of ours says nothing about a record: what is beyond one was not looked into, and nobody is accused. */
import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { Document } from '../../src/credential/model.ts';
import { inspectDocument } from '../../src/inspect.ts';
import { DID, sign } from '../build/hand-signed.ts';
import { badge } from '../build/issue.ts';
import { fakePorts } from '../fake/ports.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const json = (value: unknown): Uint8Array => bytes(JSON.stringify(value));
const signed = await sign(badge(DID), 'eddsa-rdfc-2022');
const contexts = signed['@context'] as readonly string[];

/** A PNG of nothing but a compressed text; its check sums are left out, as nobody looks at them. */
function bakedBomb(): Uint8Array {
  const data = Buffer.concat([
    Buffer.from('openbadgecredential\0\x01\0\0\0', 'latin1'),
    deflateSync(Buffer.alloc(3_000_000, ' ')),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    ...[length, Buffer.from('iTXt', 'latin1'), data, Buffer.alloc(8), Buffer.from('IEND', 'latin1')],
    Buffer.alloc(4),
  ]);
}

it.each<[string, Uint8Array, string]>([
  ['of three million characters', json({ ...signed, name: 'x'.repeat(3_000_000) }), 'json-too-large'],
  ['of a hundred levels', bytes(`${'['.repeat(100)}${']'.repeat(100)}`), 'json-too-deep'],
  ['with a list of six thousand', json({ ...signed, tag: Array(6_000).fill('x') }), 'json-too-many-entries'],
  ['that unpacks to three million bytes', bakedBomb(), 'inflated-too-large'],
  [
    'with eleven contexts',
    json({
      ...signed,
      '@context': [...contexts, ...Array.from({ length: 8 }, (_, place) => `https://a.example/${place}`)],
    }),
    'context-too-large',
  ],
])('a badge %s is not checked, and not failed', async (_what, content, code) => {
  const told = async (origin: Document['origin']) => {
    const url = origin === 'fetched' ? 'https://a.example/badge' : null;
    const items = await inspectDocument(
      { content, contentType: null, charset: null, url, origin },
      fakePorts(),
    );
    return items.map(({ verdict }) => [verdict.status, verdict.standing, verdict.reason]);
  };
  expect(await told('file')).toEqual([['not-checked', 'inconclusive', code]]);
  expect((await told('fetched'))[0]?.slice(1)).toEqual(['inconclusive', code]);
});
