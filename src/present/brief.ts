import { plainText } from './plain-text.ts';

/** Letters of one text that are laid out. Markdown of criteria is cut at as many; addresses end far below. */
export const MAX_CHARACTERS = 20_000;
/** Entries of one list that are laid out. */
const MAX_ENTRIES = 1_000;
/** Pictures that a record carries in itself are no text, and are drawn whole or not at all. */
const PICTURES: ReadonlySet<string> = new Set(['image']);

/**
 * Plain data as it may be laid out: long texts and lists are cut, for a surface may need more than their length in time,
 * and of every text only what can be seen is kept.
 * An address that was cut is longer than any address and so leads nowhere (`safeLink`).
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

/** At most so many letters of a text, and an ellipsis where there were more; no letter is cut in two. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most).replace(/[\ud800-\udbff]$/, '')}…`;
}
