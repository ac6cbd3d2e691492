import { beforeAll, describe, expect, it } from 'vitest';
import { type DigestName, digest, digestOfText } from '../../src/encoding/digest.ts';
import { toHex } from '../../src/encoding/hex.ts';
import { utf8 } from '../../src/encoding/text.ts';
import { computeNatively } from '../../src/node/native-crypto.ts';
import type { PublicJwk } from '../../src/verify/key/jwk.ts';
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

const rsa = (name: string, bits: number) =>
  [
    { name, modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1), hash: `SHA-${bits}` },
    { name, saltLength: bits / 8 },
  ] as const;
const ALGORITHMS = {
  EdDSA: ['Ed25519', 'Ed25519'],
  ES256: [
    { name: 'ECDSA', namedCurve: 'P-256' },
    { name: 'ECDSA', hash: 'SHA-256' },
  ],
  ES384: [
    { name: 'ECDSA', namedCurve: 'P-384' },
    { name: 'ECDSA', hash: 'SHA-384' },
  ],
  ES512: [
    { name: 'ECDSA', namedCurve: 'P-521' },
    { name: 'ECDSA', hash: 'SHA-512' },
  ],
  RS256: rsa('RSASSA-PKCS1-v1_5', 256),
  RS384: rsa('RSASSA-PKCS1-v1_5', 384),
  RS512: rsa('RSASSA-PKCS1-v1_5', 512),
  PS256: rsa('RSA-PSS', 256),
  PS384: rsa('RSA-PSS', 384),
  PS512: rsa('RSA-PSS', 512),
} as const;

describe('the signatures of Node', () => {
  beforeAll(computeNatively);

  it.each(Object.entries(ALGORITHMS))(
    'hold and fail as those of WebCrypto do: %s',
    async (name, [made, signs]) => {
      const pair = (await crypto.subtle.generateKey(made, true, ['sign', 'verify'])) as CryptoKeyPair;
      const { kty, crv, x, y, n, e } = await crypto.subtle.exportKey('jwk', pair.publicKey);
      const data = utf8('a pane of glass');
      const signature = new Uint8Array(
        await crypto.subtle.sign(signs, pair.privateKey, data as BufferSource),
      );
      const jwk = Object.fromEntries(
        Object.entries({ kty, crv, x, y, n, e }).filter(([, member]) => member !== undefined),
      ) as unknown as PublicJwk;
      const signed = { algorithm: name as keyof typeof ALGORITHMS, jwk, data, signature };
      const codeOf = async (changed: Partial<typeof signed>): Promise<string | null> => {
        const verified = await verifySignature({ ...signed, ...changed });
        return verified.ok ? null : verified.problem.code;
      };
      expect(await codeOf({})).toBeNull();
      expect(await codeOf({ data: utf8('a pane of brass') })).toBe('signature-invalid');
      // One of RSA is as long as its key, so one of another length may be another key's.
      const other = kty === 'RSA' ? 'signature-invalid' : 'signature-malformed';
      expect(await codeOf({ signature: signature.subarray(1) })).toBe(other);
      for (const byte of [0, 1, 0x7f, 0xff])
        expect(await codeOf({ signature: new Uint8Array(signature.length).fill(byte) })).toMatch(
          /^signature-/,
        );
    },
  );

  it('hold with the salt of RFC 7518 §3.5 only', async () => {
    const [made] = ALGORITHMS.PS256;
    const pair = await crypto.subtle.generateKey(made, true, ['sign', 'verify']);
    const { n, e } = await crypto.subtle.exportKey('jwk', pair.publicKey);
    const data = utf8('a pane of glass');
    const signature = new Uint8Array(
      await crypto.subtle.sign({ name: 'RSA-PSS', saltLength: 20 }, pair.privateKey, data as BufferSource),
    );
    const jwk: PublicJwk = { kty: 'RSA', n: n as string, e: e as string };
    expect(await verifySignature({ algorithm: 'PS256', jwk, data, signature })).toMatchObject({
      ok: false,
      problem: { code: 'signature-invalid' },
    });
  });
});
