/** Tokens in JSON form, made with `jose` (RFC 7515 §7.2) and by hand (RFC 9901 §8.1). */
import { createHash } from 'node:crypto';
import { FlattenedSign, GeneralSign, generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import { createJwtIssuer } from '../build/jwt-issuer.ts';
import { inspectInClosedWorld } from '../fake/closed-world.ts';

type Written = Record<string, unknown>;

const { did, badge, sign } = await createJwtIssuer();
const invoice = await sign({ type: 'Invoice' });
const assertion = await sign({ type: 'Assertion', id: 'urn:a', badge: 'https://a.example/badge' });
const rows = async (file: Written): Promise<readonly string[]> =>
  (await inspectInClosedWorld(file)).map(({ verdict: { status, reason } }) => `${status} ${reason}`);

const flattened = (token: string, header?: Written): Written => {
  const [protectedHeader, payload, signature] = token.split('.');
  return { protected: protectedHeader, payload, signature, ...(header && { header }) };
};
const general = ({ payload, ...signature }: Written, ...more: readonly Written[]): Written => ({
  payload,
  signatures: [signature, ...more],
});
const encode = (json: unknown): string => Buffer.from(JSON.stringify(json)).toString('base64url');
const changed = ({ payload, ...rest }: Written): Written => {
  const claims = JSON.parse(Buffer.from(String(payload), 'base64url').toString());
  return { ...rest, payload: encode({ ...claims, name: 'Another' }) };
};

const token = await badge();
const disclosure = encode(['salt', 'given_name', 'Ann']);
const digest = createHash('sha256').update(disclosure).digest('base64url');
const card = await sign({ vct: 'https://types.example/card', iss: did, _sd: [digest] }, { typ: 'dc+sd-jwt' });

describe('a token in JSON form', () => {
  it.each<[string, Written]>([
    ['flattened', flattened(token)],
    ['general, of one signature', general(flattened(token))],
    ['with a header that nobody signed', flattened(token, { x5t: 'AAAA' })],
    ['of an SD-JWT', flattened(card, { disclosures: [disclosure] })],
    [
      'of an SD-JWT, general, with a key-binding JWT',
      general(flattened(card, { disclosures: [disclosure], kb_jwt: token })),
    ],
  ])('%s, is verified as its compact form is', async (_, file) => {
    expect(await rows(file)).toEqual(['signature-verified issuer-unknown']);
  });

  it.each<[string, Written, string]>([
    ['whose payload was changed', changed(flattened(token)), 'failed signature-invalid'],
    [
      'with a claim that nobody signed',
      flattened(card, { disclosures: [disclosure, encode(['s', 'a', 1])] }),
      'failed selective-disclosure-unbound',
    ],
    [
      'of several signatures',
      general(flattened(token), { protected: 'eyJhbGciOiJFUzI1NiJ9', signature: 'AAAA' }),
      'not-checked unknown-format',
    ],
    ['of Open Badges 2, which are compact', flattened(assertion), 'not-checked unknown-format'],
    ['of another program', flattened(invoice), 'not-checked unknown-format'],
  ])('%s, is not', async (_, file, told) => {
    expect(await rows(file)).toEqual([told]);
  });

  it('gains nothing by a header that nobody signed', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url');
    const forged = await new FlattenedSign(payload)
      .setProtectedHeader({ alg: 'ES256' })
      .setUnprotectedHeader({ kid: `${did}#0` })
      .sign(privateKey);
    expect(await rows({ ...forged })).toEqual(['failed signature-invalid']);
    const unprotected = await new GeneralSign(payload)
      .addSignature(privateKey)
      .setProtectedHeader({ typ: 'JWT' })
      .setUnprotectedHeader({ alg: 'ES256' })
      .sign();
    expect(await rows({ ...unprotected })).toEqual(['not-checked unknown-format']);
    for (const header of [{ alg: 'none' }, { crit: ['exp'] }])
      expect(await rows(flattened(token, header))).toEqual(['not-checked unknown-format']);
  });
});
