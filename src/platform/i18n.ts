import { createSay, type Say, type Words } from '../present/say.ts';
import { browser } from './browser.ts';

/** The browser's choice among `_locales`; a key that the language lacks falls back to the default locale. */
const words: Words = {
  message: (key) => browser.i18n.getMessage(key),
  // `@@ui_locale` is written with an underscore (pt_BR), BCP 47 wants a hyphen.
  language: browser.i18n.getMessage('@@ui_locale').replaceAll('_', '-') || 'en',
};

/** Key and parameters in, words out. An unknown key gives itself back. */
export const say: Say = createSay(words);

/** BCP 47 tag and writing direction of the surface, for `<html lang dir>`. */
export const uiLanguage = (): { readonly tag: string; readonly direction: 'ltr' | 'rtl' } => ({
  tag: words.language,
  direction: browser.i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr',
});
