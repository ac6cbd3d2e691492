import { beforeAll, describe, expect, it } from 'vitest';
import { type DigestName, digest, digestOfText } from '../../src/encoding/digest.ts';
import { toHex } from '../../src/encoding/hex.ts';
import { utf8 } from '../../src/encoding/text.ts';
import { computeNatively } from '../../src/node/native-crypto.ts';
import { verifySignature } from '../../src/verify/proof/signature.ts';

const NAMES: readonly DigestName[] = ['sha256', 'sha384', 'sha512'];
const TEXTS = ['', 'abc', 'a pane of glass ✓ 窓', 'half a pair \ud800', 'x'.repeat(20_000)];

describe('the digests of Node', () => {
  const others = new Map<string, string>();

  beforeAll(async () => {
    for (const name of NAMES)
      for (const text of TEXTS) {
        others.set(`${name} ${text}`, digestOfText(name, text));
        expect(toHex(await digest(name, utf8(text)))).toBe(digestOfText(name, text));
      }
    computeNatively();
  });

  it.each(NAMES)('are those of everybody else: %s', async (name) => {
    for (const text of TEXTS) {
      expect(digestOfText(name, text)).toBe(others.get(`${name} ${text}`));
      expect(toHex(await digest(name, utf8(text)))).toBe(others.get(`${name} ${text}`));
    }
  });
});

describe('the signatures of Node', () => {
  it('hold and fail as those of WebCrypto do', async () => {
    const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
    const { x } = await crypto.subtle.exportKey('jwk', pair.publicKey);
    const data = utf8('a pane of glass');
    const signature = new Uint8Array(
      await crypto.subtle.sign('Ed25519', pair.privateKey, data as BufferSource),
    );
    const signed = {
      algorithm: 'EdDSA',
      jwk: { kty: 'OKP', crv: 'Ed25519', x: x as string },
      data,
      signature,
    } as const;
    computeNatively();
    expect((await verifySignature(signed)).ok).toBe(true);
    expect(await verifySignature({ ...signed, data: utf8('a pane of brass') })).toMatchObject({
      ok: false,
      problem: { code: 'signature-invalid' },
    });
  });
});
