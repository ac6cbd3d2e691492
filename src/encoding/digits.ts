const DIGIT = /\p{Nd}/u;

/**
 * The digits of other scripts as Latin ones, one for one, so that places in the text stay: `٢٠٢٤`, `২০২৪` → `2024`.
 * Unicode keeps the ten digits of a script together, from zero on (Unicode §4.6). So a digit's value is its distance
 * from there.
 */
export const latinDigits = (text: string): string =>
  text.replace(/[\u0660-\uFF19]/g, (character) => (DIGIT.test(character) ? numberOf(character) : character));

function numberOf(digit: string): string {
  const point = digit.charCodeAt(0);
  let zero = point;
  while (DIGIT.test(String.fromCharCode(zero - 1))) zero -= 1;
  return String(point - zero);
}
