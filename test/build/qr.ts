/** QR codes as images, drawn by another implementation than the one that reads them. */
import { crc32, deflateSync } from 'node:zlib';
import qrcode from 'qrcode-generator';

/** A grey PNG of the QR code that carries this text, with its quiet zone; `scale` pixels a module. */
export function qrPng(text: string, scale = 6): Buffer {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const quiet = 4;
  const side = (code.getModuleCount() + 2 * quiet) * scale;
  const isDark = (x: number, y: number): boolean => {
    const [column, row] = [Math.floor(x / scale) - quiet, Math.floor(y / scale) - quiet];
    const inside = [column, row].every((each) => each >= 0 && each < code.getModuleCount());
    return inside && code.isDark(row, column);
  };
  const rows = Array.from({ length: side }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: side }, (_, x) => (isDark(x, y) ? 0 : 255))]),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // 8 bits a sample, grey, and the only methods that there are (PNG §11.2.1)
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
