import { firstFiles, firstPaint, kilobytes } from '../extension/sizes.ts';
import type { Row } from '../row.ts';

const POPUP = 'src/popup/index.html';

export const popupSize: Row = {
  figure: 'popup before its first paint, gzip',
  target: '≤ 40 kB',
  async measure() {
    const bytes = firstPaint(POPUP);
    return {
      value: kilobytes(bytes),
      holds: bytes <= 40_000,
      detail: `${firstFiles(POPUP).size} files, styles among them`,
    };
  },
};
