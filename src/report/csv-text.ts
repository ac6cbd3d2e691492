/** Lines of cells as CSV (RFC 4180), with a byte order mark, by which spreadsheets recognise UTF-8. */
export const csvText = (lines: readonly (readonly string[])[]): string =>
  `\ufeff${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;

/**
 * What spreadsheets take for the beginning of a formula, also in full-width forms and after invisible characters. Where
 * lists are written with semicolons or tabs, a spreadsheet begins a cell behind each of them, whatever is quoted.
 */
const FORMULA =
  /^(?=[\t\r\n]|[\s\p{Cc}\p{Cf}]*[|%])|(^|[;\t\r\n])((?:(?![\t\r\n])[\s\p{Cc}\p{Cf}])*[=+\-@\uff1d\uff0b\uff0d\uff20])/gu;

/** A quoted cell. What would run as a formula is made text by an apostrophe in front (CSV injection, OWASP). */
export const cell = (text: string): string => `"${text.replace(FORMULA, "$1'$2").replaceAll('"', '""')}"`;
