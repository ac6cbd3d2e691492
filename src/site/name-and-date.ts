/** Lines in which a name and a date stand beside each other, with a sign or a word between them. */
import { hasYear, isDate } from './date-line.ts';
import { OTHERWISE } from './words.ts';

/** A sign behind the title, and a word that says from whom it is: `– `, `(`, `by `. */
const BEFORE = /^(?:[–—(（,،、-]\s*)?(?:(?:by|from|via|von|par|por|da|door|przez|od|от)\s+)?/iu;
/** The end of a bracket, or one that opens for the next link. */
const BEHIND = /(?:[)）]\.?|\s[([（])$/;
/** What may part the two. */
const PARTING = /\s*[,،、(（∙]\s*|\s+[–—-]\s+/gu;
/** After a date: `- 20 hours`. */
const REMARK = /\s+[–—-]\s+(?:(?!(?:19|20)\d\d).)*$/u;

/**
 * `– Academy, May 2026`, `(Academy, 2026)`, `by Academy (2026)` and `Academy - May 2026 - 20 hours` mean the same as
 * `Academy · May 2026`. Without a sign or a word before it, that holds only for the line right below a title. Any other
 * line is returned as it is.
 */
export function nameAndDate(line: string, isBelowTitle: boolean): string {
  const [before = ''] = BEFORE.exec(line) ?? [];
  if (!hasYear(line) || (!isBelowTitle && before === '')) return line;
  const said = line.slice(before.length).replace(BEHIND, '');
  for (const { 0: sign, index } of said.matchAll(PARTING)) {
    const name = said.slice(0, index);
    const date = said.slice(index + sign.length).replace(REMARK, '');
    if (isDate(date)) return isOneName(name) ? `${name} · ${date}` : line;
  }
  return line;
}

/** No list of names, no label (`Last Updated`), no description, no quantity, and no part of the date: `Issued May 5`. */
const isOneName = (text: string): boolean =>
  !/[,،、·•|:：]/.test(text) &&
  /[\p{Lu}\p{Lo}]\S*$/u.test(text) &&
  !hasYear(text) &&
  !OTHERWISE.test(text) &&
  !isDate(`${text} 2020`);
