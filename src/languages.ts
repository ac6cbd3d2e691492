/** The languages that have words: the folders of `public/_locales`. */
export const LANGUAGES = ['en', 'ar', 'de', 'es', 'fr', 'id', 'ja', 'pt_BR'] as const;
export type Language = (typeof LANGUAGES)[number];
