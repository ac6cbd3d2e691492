import { lazy } from '../lazy.ts';

/**
 * Characters that Unicode calls ignorable cannot be seen, but they can split or reorder visible text. They are
 * zero-width characters, direction marks and overrides, fillers and tags (UAX #44 §5.3). Variation selectors are kept:
 * they only choose how the character before looks.
 */
const UNSEEN = lazy(() => /(?!\p{Join_Control}|\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/gu);
/**
 * A joiner shapes an emoji, or the letters of a script that joins them. Between other characters it is only invisible.
 */
const IDLE_JOINER = lazy(
  () =>
    /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}])\p{Join_Control}+/gu,
);
const CONTROLS = /[^\P{Cc}\n\t]/gu;

/** Most texts have these characters alone. None of these is removed. */
const ALL_SEEN = /^[\n\t -~]*$/;

/** A stranger's text as a reader can see it. Nothing in it is invisible, and nothing reorders other words. */
export const plainText = (text: string): string =>
  ALL_SEEN.test(text) ? text : text.replace(UNSEEN(), '').replace(IDLE_JOINER(), '').replace(CONTROLS, ' ');
