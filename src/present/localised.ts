import type { Item } from '../item.ts';
import { inLanguage } from './in-language.ts';
import type { Say } from './say.ts';

/** The item in the language of `say`, as far as its record has that language. Most records have one alone. */
export const localised = (item: Item, say: Say): Item =>
  item.report.credential?.texts === undefined ? item : inLanguage(item, say);
