/** References in markup (`&amp;`, `&#38;`): read and written in one place. */

/** The five entities that XML has of itself (XML 1.0 §4.6). HTML knows them by the same names. */
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Text of XML with its references resolved; null where one is no character, or an entity that a document defined for itself. */
export function decodeReferences(text: string): string | null {
  let known = true;
  const decoded = text.replace(/&([^;&\s]*);?/g, (_, name: string) => {
    const character = ENTITIES.get(name) ?? characterOf(name);
    known &&= character !== null;
    return character ?? '';
  });
  return known ? decoded : null;
}

/** Entities that people's texts on the web are full of (HTML §13.5). */
const OF_HTML: ReadonlyMap<string, string> = new Map([
  ...ENTITIES,
  ['nbsp', ' '],
  ['ndash', '–'],
  ['mdash', '—'],
  ['rsquo', '’'],
  ['lsquo', '‘'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['hellip', '…'],
  ['reg', '®'],
  ['trade', '™'],
  ['copy', '©'],
]);

/** Text of HTML with its references resolved. Unknown names stay as they are written; what is no character is U+FFFD (HTML §13.2.5.80). */
export const decodeHtmlReferences = (text: string): string =>
  text.replace(/&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/gi, (whole) => {
    const name = whole.slice(1, -1);
    return name.startsWith('#') ? (characterOf(name) ?? '\ufffd') : (OF_HTML.get(name) ?? whole);
  });

/** A character by its number, `#38` or `#x26`; null where there is none. */
function characterOf(name: string): string | null {
  const [, hexadecimal, decimal] = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))$/i.exec(name) ?? [];
  const code = hexadecimal === undefined ? Number(decimal ?? -1) : Number.parseInt(hexadecimal, 16);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : null;
}

const WRITTEN: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML writes it, in an element or in a quoted attribute. */
export const encodeReferences = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => WRITTEN[character] ?? '');
