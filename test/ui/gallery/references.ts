/**
 * How each surface looked when somebody last looked at it: small pictures, a sheet for each state, in `references/`.
 * Small, so that another version of a font or of the browser makes no difference, and a moved, lost or recoloured part does.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { Browser } from './shots.ts';
import type { Studio } from './studio.ts';

/** One shot as it looks now: its name, and the screenshot as PNG in base64. */
export interface Picture {
  readonly name: string;
  readonly png: string;
}
export interface References {
  /** Whether letters are as wide here as on the references. With other fonts every line stands elsewhere. */
  readonly isComparable: boolean;
  /** What looks otherwise than on the sheet of this name; a line for each picture. */
  differences(sheet: string, pictures: readonly Picture[]): Promise<readonly string[]>;
  /** Takes these as the sheet of this name from now on, and the letters of today as theirs. */
  keep(sheet: string, pictures: readonly Picture[]): Promise<void>;
}

const MEASURE = {
  /** Pictures are kept at a quarter of their size. */
  scale: 0.25,
  /** Small squares are compared by their mean colour: pixels of a side, in the small picture. */
  square: 6,
  /** How far a mean may be off, of 255 in each of red, green and blue. */
  tolerance: 16,
};
/** The share of squares that may be off. The three red words of the popup in green are twice as much. */
const MAX_SHARE = 0.004;
/** A word of each script that the surfaces are written in. */
const WORDS = ['Verified', 'Geprüft', 'شهادة', '検証済み'];

const folder = fileURLToPath(new URL('references', import.meta.url));
const fileOf = (sheet: string): string => join(folder, `${sheet}.webp`);
const addressOf = (type: string, base64: string): string => `data:image/${type};base64,${base64}`;

const LETTERS = join(folder, 'letters.json');
type Letters = Readonly<Partial<Record<Browser, readonly number[]>>>;
const lettersKept = (): Letters =>
  existsSync(LETTERS) ? (JSON.parse(readFileSync(LETTERS, 'utf8')) as Letters) : {};

/**
 * The references of what this browser shows. They are drawn and compared in a tab of the studio, which is Chromium's:
 * it reads and writes pictures anyway.
 */
export async function referencesOf(shown: Page, browser: Browser, studio: Studio): Promise<References> {
  const letters = await shown.evaluate(widthsOf, WORDS);
  // A tab in front of the one that is photographed would stop its drawing.
  const inTab = async (pictures: readonly Picture[], reference: string | null): Promise<Beside> => {
    const page = await studio.browser.newPage();
    try {
      const addresses = pictures.map(({ png }) => addressOf('png', png));
      return await page.evaluate(beside, addresses, { ...MEASURE, reference });
    } finally {
      await page.close();
    }
  };
  return {
    isComparable: JSON.stringify(lettersKept()[browser]) === JSON.stringify(letters),
    async differences(sheet, pictures) {
      if (!existsSync(fileOf(sheet))) return [`${sheet}: no reference; run npm run screens -- --keep`];
      const reference = addressOf('webp', readFileSync(fileOf(sheet)).toString('base64'));
      const { shares } = await inTab(pictures, reference);
      return pictures.flatMap(({ name }, index) => {
        const share = shares[index] ?? 1;
        return share > MAX_SHARE ? [`${name}: ${Math.round(share * 100)} % looks otherwise`] : [];
      });
    },
    async keep(sheet, pictures) {
      mkdirSync(folder, { recursive: true });
      const { drawn } = await inTab(pictures, null);
      const [, base64 = ''] = drawn.split(',');
      writeFileSync(fileOf(sheet), base64, 'base64');
      const lines = Object.entries({ ...lettersKept(), [browser]: letters }).map(
        ([name, widths]) => `  "${name}": [${widths.join(', ')}]`,
      );
      writeFileSync(LETTERS, `{\n${lines.join(',\n')}\n}\n`);
    },
  };
}

/** Runs in a tab: how wide each word is, plain and bold, in whole pixels. */
function widthsOf(words: readonly string[]): readonly number[] {
  const context = document.createElement('canvas').getContext('2d');
  return [400, 700].flatMap((weight) =>
    words.map((word) => {
      if (context === null) return 0;
      context.font = `${weight} 64px ${getComputedStyle(document.body).fontFamily}`;
      return Math.round(context.measureText(word).width);
    }),
  );
}

interface Beside {
  /** The sheet of these pictures, as an address with its data. */
  readonly drawn: string;
  /** For each picture, the share of its squares that are off the reference. */
  readonly shares: readonly number[];
}

/** Runs in a tab: it knows nothing but what it is given. */
async function beside(
  pictures: readonly string[],
  {
    scale,
    square,
    tolerance,
    reference,
  }: {
    readonly scale: number;
    readonly square: number;
    readonly tolerance: number;
    readonly reference: string | null;
  },
): Promise<Beside> {
  const bitmapOf = async (address: string): Promise<ImageBitmap> =>
    createImageBitmap(await (await fetch(address)).blob());
  const canvasOf = (width: number, height: number): CanvasRenderingContext2D => {
    const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d', {
      willReadFrequently: true,
    });
    if (context === null) throw new Error('This browser draws nothing.');
    context.imageSmoothingQuality = 'high';
    context.fillStyle = '#bbb';
    context.fillRect(0, 0, width, height);
    return context;
  };
  const roundedUp = (pixels: number): number => Math.ceil((pixels * scale) / square) * square;

  const shots = await Promise.all(pictures.map(bitmapOf));
  const old = reference === null ? null : await bitmapOf(reference);
  const total = shots.reduce((sum, shot) => sum + roundedUp(shot.width), 0);
  const height = Math.max(...shots.map((shot) => roundedUp(shot.height)));
  const sheet = canvasOf(total, height);
  let right = 0;
  for (const shot of shots) {
    sheet.drawImage(shot, right, 0, shot.width * scale, shot.height * scale);
    right += roundedUp(shot.width);
  }
  const drawn = sheet.canvas.toDataURL('image/webp', 0.8);

  // What a picture loses by being kept, both have lost.
  const whole = Math.max(height, old?.height ?? 0);
  const [now, before] = [await bitmapOf(drawn), old].map((bitmap) => {
    const context = canvasOf(total, whole);
    if (bitmap !== null) context.drawImage(bitmap, 0, 0);
    return context;
  });
  let left = 0;
  const shares = shots.map((shot) => {
    const width = roundedUp(shot.width);
    let off = 0;
    for (let x = left; x < left + width; x += square)
      for (let y = 0; y < whole; y += square) off += isOff(x, y) ? 1 : 0;
    left += width;
    return (off * square * square) / (width * roundedUp(shot.height));
  });
  return { drawn, shares };

  function isOff(x: number, y: number): boolean {
    const [one, other] = [now, before].map((context) =>
      context === undefined ? [] : meanOf(context.getImageData(x, y, square, square)),
    );
    return one?.some((mean, channel) => Math.abs(mean - (other?.[channel] ?? 0)) > tolerance) ?? true;
  }

  function meanOf({ data }: ImageData): readonly number[] {
    const sums = [0, 0, 0];
    for (const [index, value] of data.entries())
      if (index % 4 < 3) sums[index % 4] = (sums[index % 4] ?? 0) + value;
    return sums.map((sum) => (sum * 4) / data.length);
  }
}
