import { createHash } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { equalBytes } from '../../src/encoding/bytes.ts';
import { toHex } from '../../src/encoding/hex.ts';
import { utf8 } from '../../src/encoding/text.ts';

const byNode = (name: string, text: string): string => createHash(name).update(text).digest('hex');

it.each(['sha256', 'sha384', 'sha512'] as const)(
  'a browser’s digests are the same for its first bytes, which WebCrypto takes, and for all later ones: %s',
  async (name) => {
    vi.resetModules();
    const { digest, digestsOfTexts } = await import('../../src/encoding/digest.ts');
    const byOthers = vi.spyOn(crypto.subtle, 'digest');
    const texts = Array.from({ length: 40 }, (_, at) => `${at} `.repeat(300));
    const askedOthers: number[] = [];
    for (const text of texts) {
      byOthers.mockClear();
      expect(toHex(await digest(name, utf8(text)))).toBe(byNode(name, text));
      expect(await digestsOfTexts(name, [text, ''])).toEqual([byNode(name, text), byNode(name, '')]);
      askedOthers.push(byOthers.mock.calls.length);
    }
    expect([askedOthers[0], askedOthers.at(-1)]).toEqual([3, 0]);
  },
);

it('bytes with more behind them are not the same', () => {
  const [one, longer] = [Uint8Array.of(1, 2), Uint8Array.of(1, 2, 3)];
  expect([equalBytes(one, longer), equalBytes(longer, one), equalBytes(one, one)]).toEqual([
    false,
    false,
    true,
  ]);
});
