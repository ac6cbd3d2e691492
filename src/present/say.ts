import { lazy } from '../lazy.ts';
import { cutText } from './brief.ts';

/**
 * From a key to words. The words stand in `public/_locales/<language>/messages.json`. Each placeholder there contains
 * its own name in braces (`"host": {"content": "{host}"}`). So `browser.i18n.getMessage(key)` returns the template, and
 * the values are filled in here by name, in any order.
 */
export type Params = Readonly<Record<string, string | number>>;
export type Say = (key: string, params?: Params) => string;

export interface Words {
  /** The template of a key, `{name}` for each placeholder; empty where the key is unknown. */
  message(key: string): string;
  /** BCP 47 tag that decides plurals and number format. */
  readonly language: string;
}

/** A messages.json file, as the WebExtensions i18n format has it. */
export interface Messages {
  readonly [key: string]: {
    readonly message: string;
    readonly description?: string;
    readonly placeholders?: Readonly<Record<string, { readonly content: string; readonly example?: string }>>;
  };
}

/** The most characters of a foreign text within a sentence: more would bury the sentence. */
const MAX_VALUE_CHARACTERS = 500;
const SLOT = /\{([a-z][A-Za-z0-9_]*)\}/g;

/**
 * Makes `say`. A number under `count` picks `<key>_one`, `<key>_few`, … by the language's plural rules. A missing value
 * is filled with `unnamed_<name>` ("the other site"), so no sentence shows a hole. An unknown key returns itself: a
 * test holds that there is none.
 */
export function createSay(words: Words): Say {
  const plurals = lazy(() => new Intl.PluralRules(words.language));
  const numbers = lazy(() => new Intl.NumberFormat(words.language));
  // The browser takes as long for one message as a row takes to be drawn.
  const known = new Map<string, string>();
  const message = (key: string): string => {
    const found = known.get(key) ?? words.message(key);
    known.set(key, found);
    return found;
  };
  const isRightToLeft = message('language_direction') === 'rtl';

  const template = (key: string, params: Params): string => {
    const count = params.count;
    const plural =
      typeof count === 'number'
        ? message(`${key}_${plurals().select(count)}`) || message(`${key}_other`)
        : '';
    return plural || message(key) || key;
  };
  const value = (name: string, params: Params): string | undefined => {
    const given = Object.hasOwn(params, name) ? params[name] : undefined;
    if (typeof given === 'number') return numbers().format(given);
    return given === undefined || given === ''
      ? undefined
      : isolate(cutText(given, MAX_VALUE_CHARACTERS), isRightToLeft);
  };
  const unnamed = (name: string, at: number): string => {
    const standIn = message(`unnamed_${name}`) || '…';
    return at === 0 ? standIn.charAt(0).toLocaleUpperCase(words.language) + standIn.slice(1) : standIn;
  };
  return (key, params = {}) =>
    template(key, params).replace(
      SLOT,
      (_, name: string, at: number) => value(name, params) ?? unnamed(name, at),
    );
}

/** Reads a messages.json as `browser.i18n` would: `$HOST$` stands for the content of the placeholder `host`. */
export function readMessages(messages: Messages, language: string): Words {
  const message = (key: string): string => {
    const entry = Object.hasOwn(messages, key) ? messages[key] : undefined;
    if (entry === undefined) return '';
    return entry.message.replace(/\$(?:([A-Za-z0-9_@]+)\$|\$)/g, (_, name: string | undefined) =>
      name === undefined ? '$' : (entry.placeholders?.[name.toLowerCase()]?.content ?? ''),
    );
  };
  return { message, language };
}

const DIRECTION_CONTROLS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * Foreign text in a sentence keeps its own direction (Unicode 6.3 isolates) and cannot reorder the rest. Within a
 * right-to-left sentence, every text may be foreign: otherwise the hyphen at which an address breaks is misplaced.
 */
function isolate(text: string, within: boolean): string {
  const plain = text.replace(DIRECTION_CONTROLS, '');
  return within || RIGHT_TO_LEFT.test(plain) ? `\u2068${plain}\u2069` : plain;
}
