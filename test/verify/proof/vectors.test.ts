/** Other people's vectors, through our own doors. */
import { describe, expect, it } from 'vitest';
import { encodeBase64url } from '../../../src/encoding/base64url.ts';
import { sha256Hex } from '../../../src/encoding/digest.ts';
import { fromHex, toHex } from '../../../src/encoding/hex.ts';
import { utf8 } from '../../../src/encoding/text.ts';
import { readJwk } from '../../../src/verify/key/jwk.ts';
import { canonizeJson } from '../../../src/verify/proof/jcs.ts';
import { corpusIsHere } from '../../fixtures/corpus.ts';
import { officialVectors, STOPPED } from '../../vectors/official.ts';

const bytes = (hex: string): Uint8Array => {
  const read = fromHex(hex);
  if (!read.ok) throw new Error(hex);
  return read.value;
};

describe.skipIf(!corpusIsHere)('the official vectors', () => {
  const suites = [...new Set(officialVectors.map(({ suite }) => suite))];
  it.each(suites)('%s: the verifier agrees with every one', async (suite) => {
    const complaints: string[] = [];
    for (const { name, check } of officialVectors.filter((vector) => vector.suite === suite)) {
      const complaint = await check();
      if (complaint !== null && complaint !== STOPPED) complaints.push(`${name}: ${complaint}`);
    }
    expect(complaints).toEqual([]);
  });

  it('are as many as were published', () => {
    expect(suites).toHaveLength(5);
    expect(officialVectors.length).toBeGreaterThan(1000);
  });
});

it('JCS refuses half a surrogate pair, and lets a written backslash be', () => {
  expect(canonizeJson({ name: '\ud800' })).toMatchObject({ problem: { code: 'text-not-unicode' } });
  expect(canonizeJson({ '\udfff': 1 })).toMatchObject({ problem: { code: 'text-not-unicode' } });
  expect(canonizeJson({ name: '\\ud800' })).toEqual({ ok: true, value: '{"name":"\\\\ud800"}' });
});

describe('the digest of bytes', () => {
  it('is what everybody’s is', async () => {
    expect(await sha256Hex(utf8('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(toHex(utf8('abc'))).toBe('616263');
  });
});

describe.skipIf(!corpusIsHere)('pitfall 11: Ed25519 points of small order', () => {
  it.each([
    '0100000000000000000000000000000000000000000000000000000000000000',
    'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    '0000000000000000000000000000000000000000000000000000000000000080',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
    'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  ])('%s is no key', (hex) => {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(bytes(hex)) };
    expect(readJwk(jwk)).toMatchObject({ problem: { code: 'key-malformed' } });
  });
});
