/** Bakes credentials into images as Open Badges 2.0 §Baking and 3.0 §Baked Badges say, with nothing of ours. */
import { crc32 } from 'node:zlib';

const PNG_HEADER_BYTES = 8;
const IHDR_CHUNK_BYTES = 25;

/** Puts an uncompressed `iTXt` chunk with this keyword right after IHDR. */
export function bakePng(
  png: Uint8Array,
  text: string,
  keyword: 'openbadges' | 'openbadgecredential',
): Buffer {
  const at = PNG_HEADER_BYTES + IHDR_CHUNK_BYTES;
  // keyword, NUL, compression flag, compression method, empty language tag, NUL, empty translated keyword, NUL, text
  const data = Buffer.concat([Buffer.from(`${keyword}\0\0\0\0\0`, 'latin1'), Buffer.from(text, 'utf8')]);
  return Buffer.concat([png.subarray(0, at), chunk('iTXt', data), png.subarray(at)]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** OB 3.0: an embedded-proof credential stands as CDATA in `openbadges:credential`. */
export const bakeSvgCredential = (svg: string, json: string): string =>
  withinRoot(
    svg,
    `<openbadges:credential xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"><![CDATA[${json}]]></openbadges:credential>`,
  );

const withinRoot = (svg: string, element: string): string =>
  svg.replace(/<svg[^>]*>/, (root) => `${root}${element}`);
