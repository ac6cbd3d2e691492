import { beforeAll, describe, expect, it } from 'vitest';
import { type DigestName, digest, digestOfText } from '../../src/encoding/digest.ts';
import { toHex } from '../../src/encoding/hex.ts';
import { utf8 } from '../../src/encoding/text.ts';
import { digestNatively } from '../../src/node/native-digest.ts';

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
    digestNatively();
  });

  it.each(NAMES)('are those of everybody else: %s', async (name) => {
    for (const text of TEXTS) {
      expect(digestOfText(name, text)).toBe(others.get(`${name} ${text}`));
      expect(toHex(await digest(name, utf8(text)))).toBe(others.get(`${name} ${text}`));
    }
  });
});
