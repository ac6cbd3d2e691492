import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imageSize } from '../../src/encoding/image-size.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));

/** Headers as the formats' own specifications lay them out. */
const IMAGES: readonly (readonly [string, string, number, number])[] = [
  ['PNG', '89504e470d0a1a0a 0000000d 49484452 00000140 000000f0 0802000000', 320, 240],
  ['GIF', '474946383961 4001 f000 f70000', 320, 240],
  ['JPEG, behind an APP0 and a DHT', 'ffd8 ffe0 0004 4a46 ffc4 0003 00 ffc0 0011 08 00f0 0140 03', 320, 240],
  ['progressive JPEG', 'ffd8 ffc2 0011 08 00f0 0140 03', 320, 240],
  ['WebP, lossy', '52494646 00000000 57454250 56503820 00000000 300100 9d012a 4001 f000', 320, 240],
  ['WebP, lossless', '52494646 00000000 57454250 5650384c 00000000 2f 3fc13b00', 320, 240],
  ['WebP, extended', '52494646 00000000 57454250 56503858 0a000000 00000000 3f0100 ef0000', 320, 240],
  [
    'AVIF, a thumbnail before the picture',
    '00000014 66747970 61766966 00000000 6d696631 00000048 6d657461 00000000 0000003c 69707270 00000034 6970636f 00000014 69737065 00000000 00000010 0000000c 00000018 69737065 00000000 00000140 000000f0 00000000',
    320,
    240,
  ],
];

describe('the size of an image, by its header', () => {
  it.each(IMAGES)('%s', (_, header, width, height) => {
    expect(imageSize(hex(header))).toEqual({ width, height });
  });

  it.each(IMAGES)('%s that is cut off anywhere has none', (_, header) => {
    const bytes = hex(header);
    for (let length = 0; length < bytes.length - 8; length += 1)
      expect(imageSize(bytes.subarray(0, length))).toBeNull();
  });

  it('is unknown of all else, and no bytes make it throw or run on', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(imageSize(bytes)).toBeNull();
        imageSize(Uint8Array.from([0xff, 0xd8, ...bytes]));
      }),
    );
  });
});
