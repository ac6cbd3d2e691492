import { kilobytes, overTheWire, partsOfWorker } from '../extension/sizes.ts';
import type { Row } from '../row.ts';

export const workerSize: Row = {
  figure: 'background, hot path, gzip',
  target: '≤ 60 kB',
  async measure() {
    const start = overTheWire('worker/main.js');
    const later = [...partsOfWorker()].map(([name, bytes]) => `${name} ${kilobytes(bytes)}`);
    return {
      value: kilobytes(start),
      holds: start <= 60_000,
      detail: `later: ${later.join(', ')}`,
    };
  },
};
