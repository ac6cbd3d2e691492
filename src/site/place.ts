import { lazy } from '../lazy.ts';
import { ORGANISATION } from './words.ts';

/** The browser supplies the names of the world's countries, so no table of ours can be wrong or long. */
const countries = lazy(
  (): ReadonlySet<string> =>
    new Set(
      ['en', 'de', 'fr', 'es', 'pt', 'id', 'it', 'nl'].flatMap((language) => {
        const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
        return LETTERS.flatMap((one) => LETTERS.flatMap((other) => names.of(one + other) ?? []));
      }),
    ),
);
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** A town, and its country or a short form behind a comma: `Berlin, Germany`, `Austin, TX`. No company's form. */
export function isPlace(text: string): boolean {
  const [, country] = /^\p{Lu}[^,\d]{1,30}, ([^,\d]{2,30})$/u.exec(text) ?? [];
  if (country === undefined || ORGANISATION.test(text)) return false;
  return /^[A-Z]{2,3}$/.test(country) || countries().has(country);
}
