/** A table's row or column, or a list's record, read by what names its values. */
import { isDetail, titleOf } from './claim.ts';
import { hasYear, isDate } from './date-line.ts';
import type { Wording } from './sighting.ts';
import { isCall, TITLED } from './words.ts';

/**
 * The same words, with lines that say what they are: `Issuer: Example University`. The title is what stands below
 * `Certificate` or the like; else the link's words; else what stands below `Title`; else the only value whose column tells
 * nothing else. What is said of a term stands below it. Other words stay as they are.
 */
export function inColumns(wording: Wording): Wording {
  const { cells, own } = wording;
  if (!cells.some(([name]) => name)) return wording;
  const [[term = '', ...said] = [], ...others] = cells;
  const isTerm = others.length === 0 && bare(term) === bare(wording.lines.join(''));
  if (isTerm) return { ...wording, lines: [...wording.lines, ...said] };
  // A column's name says nothing of what stands in the next one.
  const filled = cells.filter(({ length }) => length > 1);
  const columns = filled.map(([name = '', ...lines]) => {
    const [first = ''] = lines;
    const line = `${name}: ${lines.join(' ')}`;
    // Lines of which one says what it is need no name of a column.
    const isCard = lines.length > 1 && lines.some(isDetail);
    return { name, lines, first, line, isCard, isKnown: !isCard && isDetail(line) };
  });
  const untold = columns.filter(({ first, isKnown }) => !isKnown && titleOf(first) !== null);
  const named = untold.filter(({ name, first }) => !hasYear(first) && !isDate(`${name}: 2026`) && name);
  // Beside a picture of it, another value is whose it is.
  const alone = wording.named.some((text) => titleOf(text) !== null) ? [] : named;
  const title =
    named.find(({ name }) => isCall(name)) ??
    untold.find(({ first }) => first === own[0]) ??
    alone.find(({ name }) => TITLED.test(`${name}: X`)) ??
    (alone.length === 1 ? alone[0] : undefined);
  return {
    ...wording,
    lines: columns.flatMap(({ lines, line, isCard, isKnown }) => {
      if (isKnown) return [line];
      // Below `Year` a year needs no label.
      return isCard || isDate(lines.join(' ')) ? lines : [];
    }),
    own: [],
    heading: wording.heading ?? (title ? [title.first] : null),
  };
}

const bare = (text: string): string => text.replace(/\s/g, '');
