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

/** JSON-LD 1.1 §4.1: what looks like a keyword and is none is reserved. */
export const looksLikeKeyword = (value: string): boolean =>
  value.charCodeAt(0) === AT && /^@[a-zA-Z]+$/.test(value);

/** An absolute IRI or a blank node's name, by the same weak rule as jsonld.js: a scheme, and no white space. */
export const isAbsolute = (value: string): boolean => /^(?:[A-Za-z][A-Za-z0-9+,.-]*|_):\S*$/.test(value);

/** Whether a name stands for a blank node. */
export const isBlank = (value: string): boolean => value.startsWith('_:');

/** As N-Quads writes an IRI (N-Quads §2, IRIREF): what it may not hold is escaped. */
export function iriTerm(iri: string): string {
  return `<${FORBIDDEN.test(iri) ? iri.replace(EVERY_FORBIDDEN, escaped) : iri}>`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: N-Quads forbids exactly these inside an IRI.
const FORBIDDEN = /[\u0000-\u0020<>"{}|^`\\]/;
const EVERY_FORBIDDEN = new RegExp(FORBIDDEN.source, 'g');

/** A character by its number, as N-Quads writes it. */
export const escaped = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
