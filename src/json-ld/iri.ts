/** The keywords of JSON-LD 1.1 §1.7 and of framing, as jsonld.js knows them. */
const KEYWORDS: ReadonlySet<string> = new Set([
  '@base',
  '@container',
  '@context',
  '@default',
  '@direction',
  '@embed',
  '@explicit',
  '@graph',
  '@id',
  '@included',
  '@index',
  '@json',
  '@language',
  '@list',
  '@nest',
  '@none',
  '@omitDefault',
  '@prefix',
  '@preserve',
  '@protected',
  '@requireAll',
  '@reverse',
  '@set',
  '@type',
  '@value',
  '@version',
  '@vocab',
]);

export const isKeyword = (value: string): boolean => value.charCodeAt(0) === AT && KEYWORDS.has(value);
const AT = 64;

/** JSON-LD 1.1 §4.1: a name in the form of a keyword is reserved, even if it is no keyword. */
export const looksLikeKeyword = (value: string): boolean =>
  value.charCodeAt(0) === AT && /^@[a-zA-Z]+$/.test(value);

/** An absolute IRI or a blank node's name: a scheme, and no white space. The rule is as weak as that of jsonld.js. */
export const isAbsolute = (value: string): boolean => /^(?:[A-Za-z][A-Za-z0-9+,.-]*|_):\S*$/.test(value);

/** Whether a name stands for a blank node. */
export const isBlank = (value: string): boolean => value.startsWith('_:');

/** An IRI as N-Quads writes it (N-Quads §2, IRIREF). Characters that it may not contain are escaped. */
export function iriTerm(iri: string): string {
  return `<${FORBIDDEN.test(iri) ? iri.replace(EVERY_FORBIDDEN, escaped) : iri}>`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: N-Quads forbids exactly these inside an IRI.
const FORBIDDEN = /[\u0000-\u0020<>"{}|^`\\]/;
const EVERY_FORBIDDEN = new RegExp(FORBIDDEN.source, 'g');

/** A character as N-Quads escapes it, by its number. */
export const escaped = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
