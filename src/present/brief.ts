import { plainText } from './plain-text.ts';

/**
 * The most characters of one text that are laid out. Markdown of criteria is cut at the same number; addresses are far
 * shorter.
 */
export const MAX_CHARACTERS = 20_000;
/** Entries of one list that are laid out. */
const MAX_ENTRIES = 1_000;
/** Pictures that a record carries in itself are no text. They are drawn whole or not at all. */
const PICTURES: ReadonlySet<string> = new Set(['image']);

/**
 * Plain data as it may be laid out. Long texts and lists are cut, because laying them out may take more than linear
 * time. Of every text, only what can be seen is kept. A cut address is longer than any address, so it leads nowhere
 * (`safeLink`). The shape stays as it is.
 */
export function brief<T>(value: T): T {
  return cutIn(value) as T;
}

function cutIn(value: unknown): unknown {
  if (typeof value === 'string') return plainText(cutText(value, MAX_CHARACTERS));
  if (Array.isArray(value)) return value.slice(0, MAX_ENTRIES).map(cutIn);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, PICTURES.has(name) ? one : cutIn(one)]),
  );
}

/** At most so many characters of a text, with an ellipsis where there were more. No character is cut in two. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most).replace(/[\ud800-\udbff]$/, '')}…`;
}
