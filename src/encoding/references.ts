/** References in markup (`&amp;`, `&#38;`), of XML and what it shares with HTML. Those of HTML: html-references.ts */

/** The five entities that XML itself defines (XML 1.0 §4.6). HTML has them under the same names. */
export const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Text of XML with its references resolved. Null where one names no character, or an entity that the document defined
 * itself.
 */
export function decodeReferences(text: string): string | null {
  let known = true;
  const decoded = text.replace(/&([^;&\s]*);?/g, (_, name: string) => {
    const character = ENTITIES.get(name) ?? characterOf(name);
    known &&= character !== null;
    return character ?? '';
  });
  return known ? decoded : null;
}

/** A character by its number, `#38` or `#x26`. Null where there is none. */
export function characterOf(name: string): string | null {
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

/** Escapes a text for an HTML element or a quoted attribute. */
export const encodeReferences = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => WRITTEN[character] ?? '');
