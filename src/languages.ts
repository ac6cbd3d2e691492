/** The languages that there are words in: the folders of `public/_locales`. */
export const LANGUAGES = ['en'] as const;
export type Language = (typeof LANGUAGES)[number];
