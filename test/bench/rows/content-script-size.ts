import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Row } from '../row.ts';

const BUILT = join(import.meta.dirname, '..', '..', '..', 'dist');

export const contentScriptSize: Row = {
  figure: 'content script, gzip',
  target: '≤ 12 kB',
  async measure() {
    const sizes = ['chrome', 'firefox'].flatMap((target) => {
      const folder = join(BUILT, target, 'src', 'content');
      return readdirSync(folder).map((file) => {
        const content = readFileSync(join(folder, file));
        return { name: `${target} ${file}`, bytes: content.length, gzip: gzipSync(content).length };
      });
    });
    const largest = Math.max(...sizes.map(({ gzip }) => gzip));
    return {
      value: `${(largest / 1000).toFixed(1)} kB`,
      holds: sizes.length > 0 && largest <= 12_000,
      detail: sizes.map(({ name, bytes }) => `${name} ${(bytes / 1000).toFixed(1)} kB plain`).join(', '),
    };
  },
};
