import { CompactEncrypt, generateKeyPair } from 'jose';
import { expect, it } from 'vitest';
import { issuer } from '../build/issued-list.ts';
import { unsignedBadge } from '../build/jwt-issuer.ts';
import { inspectInClosedWorld } from '../fake/closed-world.ts';

const token = await issuer.sign(unsignedBadge(issuer.did));
const { publicKey } = await generateKeyPair('RSA-OAEP-256');
const encrypted = (header: { readonly alg: string; readonly enc: string }, key: CryptoKey | Uint8Array) =>
  new CompactEncrypt(new TextEncoder().encode(token)).setProtectedHeader(header).encrypt(key);

const rows = async (file: Readonly<Record<string, unknown>> | string) =>
  (await inspectInClosedWorld(file)).map(({ verdict }) => `${verdict.status} ${verdict.reason}`);

it.each<[string, () => Promise<string>]>([
  ['to a key', () => encrypted({ alg: 'RSA-OAEP-256', enc: 'A256GCM' }, publicKey)],
  ['directly', () => encrypted({ alg: 'dir', enc: 'A256GCM' }, new Uint8Array(32))],
])('a token that is encrypted %s is closed to us, and not called damaged', async (_, encrypt) => {
  const jwe = await encrypt();
  const presented = {
    '@context': ['https://www.w3.org/2018/credentials/v1'],
    type: ['VerifiablePresentation'],
    verifiableCredential: [jwe],
  };
  expect(await rows(jwe)).toEqual(['not-checked unknown-format']);
  expect(await rows(presented)).toEqual(['not-checked unknown-format']);
});

it.each([
  ['a part too many', `${token}.AA`],
  ['two parts too many', `${token}.AA.AA`],
  ['three', `${token}.AA.AA.AA`],
])('a signed token with %s is damaged', async (_, text) => {
  expect(await rows(text)).toEqual(['failed jwt-malformed']);
});
