/** A table's row, read by the names of its columns. */
import { isDetail, titleOf } from './claim.ts';
import { hasYear, isDate } from './date-line.ts';
import type { Wording } from './sighting.ts';
import { isCall } from './words.ts';

/**
 * The same words, with lines that say what they are: `Issuer: Example University`. The title is what stands below
 * `Certificate` or the like; else the link's words; else the only value whose column tells nothing else. Words that are no
 * row below named columns stay as they are.
 */
export function inColumns(wording: Wording): Wording {
  const { cells, own } = wording;
  if (cells.length === 0) return wording;
  const columns = cells.map(([name = '', ...lines]) => {
    const value = lines.join(' ');
    return { name, value, isKnown: isDetail(`${name}: ${value}`) };
  });
  const named = columns.filter(
    ({ name, value, isKnown }) =>
      /\p{L}/u.test(name) &&
      !isKnown &&
      !isDate(`${name}: 2026`) &&
      !isDate(value) &&
      // `until 04/2028` stands below `Valid`.
      !(hasYear(value) && /^\p{Ll}/u.test(value)) &&
      titleOf(value) !== null,
  );
  // Beside a picture of it, the other value is whose it is.
  const others = wording.named.some((text) => titleOf(text) !== null)
    ? []
    : named.filter(({ value }) => !hasYear(value));
  const title =
    named.find(({ name }) => isCall(name)) ??
    named.find(({ value }) => value === own.join(' ')) ??
    (others.length === 1 ? others[0] : undefined);
  return {
    ...wording,
    lines: columns.flatMap(({ name, value, isKnown }) => {
      if (isKnown) return [`${name}: ${value}`];
      // Below `Year` a year needs no label.
      return isDate(value) ? [value] : [];
    }),
    own: [],
    heading: wording.heading ?? (title ? [title.value] : null),
  };
}
