/** Text for a terminal: clean, coloured where asked, and measured as it is displayed. */
const SEGMENTS = new Intl.Segmenter('en', { granularity: 'grapheme' });
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff00-\uff60]/u;
const PLAIN = /^[ -~]*$/;
const HIDDEN = /^[\p{M}\p{Cf}]+$/u;

/**
 * A credential's text may hold escape sequences that repaint the screen, or direction marks that reorder words. Control
 * characters become spaces; direction marks are removed.
 */
export const clean = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .trim();

/** Columns that a text takes. */
export function widthOf(text: string): number {
  // Splitting a text into visible characters is slow. Each of these takes one column, so they need no splitting.
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const { segment } of SEGMENTS.segment(text)) width += columnsOf(segment);
  return width;
}

function columnsOf(segment: string): 0 | 1 | 2 {
  if (HIDDEN.test(segment)) return 0;
  return WIDE.test(segment) ? 2 : 1;
}

/** Fills up with spaces, or cuts with an ellipsis, to exactly `width` columns. */
export function toWidth(text: string, width: number): string {
  if (PLAIN.test(text)) return text.length <= width ? text.padEnd(width) : `${text.slice(0, width - 1)}…`;
  let [cut, columns, room] = ['', 0, ''];
  for (const { segment } of SEGMENTS.segment(text)) {
    const next = columns + columnsOf(segment);
    if (next > width) return `${room}…${' '.repeat(width - 1 - widthOf(room))}`;
    [cut, columns] = [cut + segment, next];
    if (columns < width) room = cut;
  }
  return cut + ' '.repeat(width - columns);
}

/** Words in lines of at most `width` columns. A longer word is cut. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let columns = width;
  for (const whole of text.split(' ')) {
    const word = atMost(whole, width);
    const own = widthOf(word);
    const fits = lines.length > 0 && columns + 1 + own <= width;
    if (fits) lines[lines.length - 1] += ` ${word}`;
    else lines.push(word);
    columns = fits ? columns + 1 + own : own;
  }
  return lines;
}

/** The text, cut with an ellipsis where it is wider. */
export const atMost = (text: string, width: number): string => toWidth(text, width).trimEnd();

const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  green: [32, 39],
  yellow: [33, 39],
  red: [31, 39],
  blue: [34, 39],
  magenta: [35, 39],
} as const;
export type Ink = keyof typeof CODES;
export type Paint = (ink: Ink, text: string) => string;

/** How a page of text is drawn, and how wide it may be. */
export interface Page {
  readonly paint: Paint;
  readonly width: number;
}

/** Colours, or none. */
export const createPaint = (colours: boolean): Paint =>
  colours ? (ink, text) => `\u001b[${CODES[ink][0]}m${text}\u001b[${CODES[ink][1]}m` : (_, text) => text;
