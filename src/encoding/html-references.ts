import { characterOf, ENTITIES } from './references.ts';

/** The names of the characters from U+00A0 to U+00FF, in their order (HTML §13.5). */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro ' +
  'para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil ' +
  'Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave ' +
  'Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml ' +
  'igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute ' +
  'thorn yuml';

/** Letters of Western Europe, and the marks that are frequent in texts on the web. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ...ENTITIES,
  ...LATIN_1.split(' ').map((name, at): [string, string] => [name, String.fromCharCode(0xa0 + at)]),
  ...Object.entries({
    OElig: 'Œ',
    oelig: 'œ',
    Scaron: 'Š',
    scaron: 'š',
    Yuml: 'Ÿ',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    ldquo: '“',
    rdquo: '”',
    bdquo: '„',
    lsaquo: '‹',
    rsaquo: '›',
    bull: '•',
    hellip: '…',
    euro: '€',
    trade: '™',
  }),
]);

/**
 * Text of HTML with its references resolved. Unknown names, and those without a semicolon, stay as they are. A number without a character becomes
 * U+FFFD, and one of a control character is read as in Windows-1252 (HTML §13.2.5.80).
 */
export const decodeHtmlReferences = (text: string): string =>
  text.replace(/&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d{0,2});/gi, (whole) => {
    const name = whole.slice(1, -1);
    return name.startsWith('#') ? numbered(name) : (NAMED.get(name) ?? whole);
  });

/** What the numbers from 0x80 to 0x9f are in Windows-1252. Node 20 has that encoding wrong. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function numbered(name: string): string {
  const character = characterOf(name) ?? '\ufffd';
  return WINDOWS_1252[character.charCodeAt(0) - 0x80] ?? character;
}
