import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CHROME, kilobytes, overTheWire } from '../extension/sizes.ts';
import type { Row } from '../row.ts';

export const workerSize: Row = {
  figure: 'background, hot path, gzip',
  target: '≤ 60 kB',
  async measure() {
    const start = overTheWire('worker/main.js');
    const later = readdirSync(join(CHROME, 'worker')).filter((file) => file !== 'main.js');
    return {
      value: kilobytes(start),
      holds: start <= 60_000,
      detail: `later: ${later.map((file) => `${file} ${kilobytes(overTheWire(`worker/${file}`))}`).join(', ')}`,
    };
  },
};
