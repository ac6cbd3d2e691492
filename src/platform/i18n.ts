import { LANGUAGES, type Language } from '../languages.ts';
import { createDates } from '../present/dates.ts';
import { createSay, type Messages, readMessages, type Say, type Words } from '../present/say.ts';
import type { PageVoice } from '../present/sentence.ts';
import { browser } from './browser.ts';
import { localStore, onStoredChanged } from './store.ts';

const KEY = 'language';

const isLanguage = (value: unknown): value is Language => LANGUAGES.some((language) => language === value);

/** The language that the reader chose; null for the browser's. */
export async function readLanguage(): Promise<Language | null> {
  const stored = await localStore.get(KEY);
  return isLanguage(stored) ? stored : null;
}

export const writeLanguage = (language: Language | null): Promise<void> =>
  language === null ? localStore.remove(KEY) : localStore.set(KEY, language);

export const onLanguageChanged = (listener: () => void): void => onStoredChanged([KEY], listener);

/** The browser's choice among `_locales`. A key that the language lacks falls back to the default locale. */
const browserWords: Words = {
  message: (key) => browser.i18n.getMessage(key),
  // The browser's language may lack words here. Each file therefore says which language it is in.
  language: browser.i18n.getMessage('language_tag') || 'en',
};

/** Words in the browser's language, synchronously: for code that cannot wait. */
export const say: Say = createSay(browserWords);

async function chosenWords(): Promise<Words> {
  const chosen = await readLanguage();
  if (chosen === null) return browserWords;
  const file = await fetch(browser.runtime.getURL(`_locales/${chosen}/messages.json`));
  const messages: Messages = await file.json();
  return readMessages(messages, chosen.replaceAll('_', '-'));
}

/** The words, dates and direction of every surface, in the language that the reader chose, else the browser's. */
export const speak = async (): Promise<PageVoice> => voiceIn(await chosenWords());

function voiceIn(words: Words): PageVoice {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return {
    say: createSay(words),
    dates: createDates({ language: words.language, timeZone }),
    language: words.language,
    direction: words.message('language_direction') === 'rtl' ? 'rtl' : 'ltr',
  };
}

/** Starts a page of the extension: `<html lang dir>` and the title match the language of its words. */
export async function beginPage(title: string | null): Promise<PageVoice> {
  // Where the choice cannot be read, a page in the browser's language is better than a blank one.
  const voice = await speak().catch(() => voiceIn(browserWords));
  document.documentElement.lang = voice.language;
  document.documentElement.dir = voice.direction;
  const name = voice.say('appShortName');
  document.title = title === null ? name : `${voice.say(title)} · ${name}`;
  return voice;
}
